import type { Edit, Kind, NewAct } from '../../src/bot/ports/changes.ts';
import type { OutboxMessage, Update } from '../../src/bot/ports/delivery.ts';
import type { ChangeDraft, KeptItem, PostedAnswer, StoredSignal, Tally, Vote } from '../../src/bot/ports/memory.ts';
import type { Store } from '../../src/bot/ports/store.ts';

export const NOW = '2026-11-25T12:00:00.000Z';
/** Persons as they are kept: by a hash. */
export const [ONE, TWO] = ['1', '2'].map((digit) => digit.repeat(32)) as [string, string];
/** Key of the place in which somebody is alone with the bot. */
export const homeOf = (person: string): string => `x:dm-${person}`;
/** So many minutes after NOW. */
export const later = (minutes: number): string => new Date(Date.parse(NOW) + minutes * 60_000).toISOString();

export function actOf(edits: readonly Edit[] = [], parts: Partial<NewAct> = {}): NewAct {
  return {
    community: 'c',
    person: 'p1',
    place: 'x:1',
    at: NOW,
    command: 'teach',
    why: '',
    forced: null,
    undoes: null,
    edits,
    ...parts,
  };
}

export const editOf = (key: string, after: string | null = `"${key}"`, community = 'c', kind: Kind = 'pin'): Edit => ({
  community,
  kind,
  key,
  after,
});

export const append = (store: Pick<Store, 'transact'>, edits: readonly Edit[] = [], parts: Partial<NewAct> = {}) =>
  store.transact(({ log }) => log.append(actOf(edits, parts)));

/** Values by key. */
export async function valuesOf(store: Pick<Store, 'transact'>): Promise<Record<string, string>> {
  const records = await store.transact(({ log }) => log.records());
  return Object.fromEntries(records.map(({ key, value }) => [key, value]));
}

export const draftOf = (parts: Partial<ChangeDraft> = {}): ChangeDraft => ({
  id: 'd1',
  community: 'c',
  person: 'p1',
  content: '{"a":1}',
  expires: later(10),
  ...parts,
});

export const keptOf = (parts: Partial<KeptItem> = {}): KeptItem => ({
  key: 'k1',
  place: 'x:1',
  person: 'p1',
  content: '{"a":1}',
  expires: later(10),
  ...parts,
});

export function answerOf(parts: Partial<PostedAnswer> = {}): PostedAnswer {
  return {
    place: 'x:1',
    message: 'm1',
    channel: '',
    community: 'c',
    entry: 'e1',
    language: 'en',
    pin: null,
    person: 'p1',
    asked: 'q1',
    at: NOW,
    ...parts,
  };
}

export const voteOf = (parts: Partial<Vote> = {}): Vote => ({
  community: 'c',
  person: 'p1',
  answer: 'x:1:m1',
  entry: 'e1',
  helpful: true,
  reason: '',
  at: NOW,
  ...parts,
});

export const signalOf = (parts: Partial<StoredSignal> = {}): StoredSignal => ({
  ...{ item: 1, person: 'p1', asker: '', entry: 'e1', kind: 'choice' },
  at: NOW,
  dropped: 0,
  ...parts,
});

export const tallyOf = (parts: Partial<Tally> = {}): Tally => ({
  community: 'c',
  day: '2026-11-25',
  what: 'asked',
  language: 'en',
  platform: 'x',
  entry: '',
  count: 1,
  ...parts,
});

export const updateOf = (id: string, parts: Partial<Update> = {}): Update => ({
  platform: 'x',
  id,
  queue: 'l1',
  person: 'p1',
  payload: `{"n":"${id}"}`,
  at: NOW,
  ...parts,
});

export function outboxMessageOf(parts: Partial<OutboxMessage> = {}): Omit<OutboxMessage, 'id' | 'attempts'> {
  return { platform: 'x', queue: 'l1', person: 'p1', payload: '{}', due: NOW, ...parts };
}
