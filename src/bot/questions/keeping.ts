import type { Community } from '../community/community.ts';

/** Whether a community keeps what the bot could not answer: for its days, for a few, or not at all. */
export const KEEPING = ['on', 'short', 'off'] as const;
export type Keeping = (typeof KEEPING)[number];
export const DEFAULT_KEEPING: Keeping = 'on';

const DAYS: Readonly<Record<Keeping, number>> = { on: 30, short: 3, off: 0 };

/** Days that a question is kept; 0: it is only counted. @param value of the setting */
export const daysOf = (value: unknown): number => DAYS[KEEPING.find((one) => one === value) ?? DEFAULT_KEEPING];

export const keptDays = ({ state }: Pick<Community, 'state'>): number => daysOf(state.get('setting', 'questions'));
