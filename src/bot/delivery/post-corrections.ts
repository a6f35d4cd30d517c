import { splitKey } from '../community/own-entries.ts';
import { decode } from '../community/records.ts';
import { placeOfKey } from '../conversation/place.ts';
import { daysBefore } from '../moment.ts';
import type { Change } from '../ports/changes.ts';
import type { PostedAnswer } from '../ports/memory.ts';
import type { Unit } from '../ports/store.ts';

/** Answers older than this are not corrected, as nobody reads them any more. */
const DAYS = 14;

/** A correction that waits in the outbox for a platform: an answer of the bot that is no longer right. */
export interface Correction {
  readonly kind: 'correction';
  readonly answer: PostedAnswer;
}

/**
 * Puts a correction in the outbox for every answer of the last days that these changes touch; in the same transaction,
 * so that each is corrected once, also across a restart.
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

/** Entries that say something else now, and pins that no longer lead to their entry. */
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

/** Corrections wait in the queue of the conversation that they belong to. */
export const queueOf = ({ place, channel }: Pick<PostedAnswer, 'place' | 'channel'>): string =>
  channel === '' ? place : `${place}/${channel}`;
