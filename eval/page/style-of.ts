import { ENGINES } from '../engines.ts';

/** Number of an engine's colour and dashes, which is the same in all plots. */
export const styleOf = (engine: string): number => Math.max(0, Object.keys(ENGINES).indexOf(engine));
