import { splitKey } from '../community/own-entries.ts';
import { decode } from '../community/records.ts';
import { placeOfKey } from '../conversation/place.ts';
import { daysBefore } from '../moment.ts';
import type { Change } from '../ports/changes.ts';
import type { PostedAnswer } from '../ports/memory.ts';
import type { Unit } from '../ports/store.ts';

/** Days. Older answers are not corrected, because hardly anybody reads them any more. */
const DAYS = 14;

/** A message in a platform's outbox: an answer of the bot is no longer right. */
export interface Correction {
  readonly kind: 'correction';
  readonly answer: PostedAnswer;
}

/**
 * Puts a correction into the outbox for each answer of the last days that the changes touch. In the same transaction as
 * the changes, so that each answer is corrected once, even if the process ends.
 */
export async function postCorrections(
  { answers, outbox }: Pick<Unit, 'answers' | 'outbox'>,
  community: string | null,
  touched: Touched,
  now: string,
): Promise<void> {
  const ids = [...new Set([...touched.entries, ...touched.pins.map(({ entry }) => entry)])];
  if (ids.length === 0) return;
  const since = daysBefore(now, DAYS);
  const isTouched = ({ entry, pin }: PostedAnswer) =>
    touched.entries.includes(entry) || touched.pins.some((one) => one.entry === entry && one.pin === pin);
  for (const answer of (await answers.with(community, ids, since)).filter(isTouched)) {
    const correction: Correction = { kind: 'correction', answer };
    await outbox.add({
      platform: placeOfKey(answer.place).platform,
      queue: queueOf(answer),
      person: answer.person,
      payload: JSON.stringify(correction),
      due: now,
    });
  }
}

/** Entries that were changed, and pins that were removed or changed, with the entries that they named. */
export interface Touched {
  readonly entries: readonly string[];
  readonly pins: readonly { readonly pin: string; readonly entry: string }[];
}

export function touchedBy(changes: readonly Change[]): Touched {
  const entries = changes.flatMap(({ kind, key }) =>
    kind === 'entry' ? [splitKey(key).id] : kind === 'retired' ? [key] : [],
  );
  const pins = changes.flatMap(({ kind, key, before }) =>
    kind === 'pin' && before !== null ? [{ pin: key, entry: decode('pin', before).entry ?? `pins/${key}` }] : [],
  );
  return { entries, pins };
}

/** Queue of a conversation: a correction keeps its place among the conversation's other messages. */
export const queueOf = ({ place, channel }: Pick<PostedAnswer, 'place' | 'channel'>): string =>
  channel === '' ? place : `${place}/${channel}`;
