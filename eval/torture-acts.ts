import { createHash } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import type { Act, Edit, StoredRecord } from '../src/bot/ports/changes.ts';
import type { Store, Unit } from '../src/bot/ports/store.ts';
import { replay } from '../tests/helpers/replay.ts';

/** Acts that the writer has acknowledged: their ids by name. */
export type Acknowledged = ReadonlyMap<string, number>;

export interface Kept {
  readonly acts: readonly Act[];
  readonly records: readonly StoredRecord[];
  /** Payloads of the outbox, in order. Each act adds its name there in the same transaction. */
  readonly messages: readonly string[];
}

const NOW = '2026-11-25T12:00:00.000Z';
const KEYS = 40;
const LARGE = 300;

/**
 * The edits of the act with this name. They depend only on the name, so that a reader of the log knows what it must
 * contain. One act of ten is large.
 */
function editsOf(name: string): Edit[] {
  const size = /9$/.test(name) ? LARGE : 1 + (numberOf(name) % 3);
  return Array.from({ length: size }, (_, n) => editOf(`${name}/${n}`, size));
}

function editOf(name: string, size: number): Edit {
  const number = numberOf(name);
  const after = number % 5 === 0 ? null : JSON.stringify({ name, text: 'x'.repeat(number % 400) });
  return {
    community: `c${number % 2}`,
    kind: 'pin',
    key: `k${(number >> 4) % (size === LARGE ? LARGE * 2 : KEYS)}`,
    after,
  };
}

const numberOf = (text: string): number => createHash('sha256').update(text).digest().readUInt32BE();

/** Carries out the act with this name, together with an update and a message. @returns its id */
export function perform(store: Store, name: string): Promise<number> {
  return store.transact(async ({ inbox, log, outbox }: Unit) => {
    await inbox.accept([{ platform: 'x', id: name, queue: 'l', person: 'p', payload: '{}', at: NOW }]);
    const { id } = await log.append({
      community: 'c0',
      person: 'p',
      place: 'x:1',
      at: NOW,
      command: 'teach',
      why: name,
      forced: null,
      undoes: null,
      edits: editsOf(name),
    });
    await outbox.add({ platform: 'x', queue: 'l', person: '', payload: name, due: NOW });
    await inbox.done('x', name);
    return id;
  });
}

/** Erases a person, which empties the log beside the database. */
export async function eraseSomebody(store: Store): Promise<void> {
  await store.transact(async ({ people }) => {
    await people.setLanguage('ghost', 'de');
    await people.erase('ghost', '');
  });
}

export function read(store: Store): Promise<Kept> {
  return store.transact(async ({ log, outbox }) => ({
    acts: await log.acts({}),
    records: await log.records(),
    messages: (await outbox.due('x', NOW)).map(({ payload }) => payload),
  }));
}

/**
 * Faults: acknowledged acts that are missing, acts that are there in part or twice, and records that do not follow from
 * the log.
 */
export function problemsOf({ acts, records, messages }: Kept, acknowledged: Acknowledged): string[] {
  const ids = new Map(acts.map(({ why, id }) => [why, id]));
  const lost = [...acknowledged].filter(([name, id]) => ids.get(name) !== id).map(([name]) => `lost: ${name}`);
  const twice = ids.size === acts.length ? [] : ['an act is there twice'];
  const torn = isDeepStrictEqual(
    [...messages],
    acts.map(({ why }) => why),
  )
    ? []
    : ['acts and outbox differ'];
  const strayed = isDeepStrictEqual(replay(acts), [...records]) ? [] : ['the records do not follow from the log'];
  return [...lost, ...twice, ...torn, ...strayed, ...halves(acts).map((name) => `half: ${name}`)];
}

/** Acts that lack some of their changes. */
function halves(acts: readonly Act[]): string[] {
  const present = new Map<string, string | null>();
  return acts.flatMap(({ why, changes }) => {
    const edits = new Map(editsOf(why).map((edit) => [`${edit.community}/${edit.key}`, edit]));
    const expected = [...edits]
      .map(([name, edit]) => ({ ...edit, before: present.get(name) ?? null }))
      .filter(({ before, after }) => before !== after);
    for (const { community, key, after } of expected) present.set(`${community}/${key}`, after);
    return isDeepStrictEqual(
      expected,
      changes.map(({ community, kind, key, after, before }) => ({ community, kind, key, after, before })),
    )
      ? []
      : [why];
  });
}
