import type { Community } from '../community/community.ts';

/**
 * Seconds for which a line that nobody addressed to the bot waits for people, if two or more are active. Those that
 * are offered; any number up to MOST_PATIENCE can be typed.
 */
export const PATIENCES = ['0', '10', '20', '60', '180'] as const;
export const DEFAULT_PATIENCE = '20';
/** Who asked five minutes ago has gone. */
const MOST_PATIENCE = 300;

/** A number of seconds as it is kept; `undefined` if the words name none that can be had. */
export const readPatience = (words: string): string | undefined =>
  /^\d{1,3}$/.test(words) && Number(words) <= MOST_PATIENCE ? String(Number(words)) : undefined;

/** Milliseconds that a community lets people answer first. */
export function patienceOf({ state }: Pick<Community, 'state'>): number {
  const own = state.get('setting', 'patience');
  return Number((typeof own === 'string' ? readPatience(own) : undefined) ?? DEFAULT_PATIENCE) * 1000;
}
