import { ENGINES } from '../engines.ts';

/** The number of an engine's colour and dashes, the same in every plot. */
export const styleOf = (engine: string): number => Math.max(0, Object.keys(ENGINES).indexOf(engine));
