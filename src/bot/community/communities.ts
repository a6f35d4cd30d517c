import { keyOfPacks } from '../conversation/listening.ts';
import { keyOfPlace, type Place } from '../conversation/place.ts';
import { restsOn } from '../conversation/thought.ts';
import { type Act, type Change, type Edit, KINDS, type RecordKey, type StoredRecord } from '../ports/changes.ts';
import type { Shared } from '../ports/knowledge.ts';
import { type Store, StoreError } from '../ports/store.ts';
import { type Community, createCommunity, createMemory, type EffectiveOptions, lookAhead, type Memory } from './community.ts';
import { erasedIn } from './erasure.ts';
import { type Ledger, ledger, withEdits } from './state.ts';

/** All communities, as the log has them. */
export interface Communities {
  /** The community of a place; a place that is linked to no other is one by itself. In a channel with packs of its own it knows those. */
  readonly of: (place: Place) => Community;
  readonly byId: (id: string) => Community;
  /** The community as it would be after some edits of its records. */
  readonly lookAhead: (id: string, edits: readonly Edit[]) => Pick<Community, 'knowledge' | 'answer'>;
  /** Id of the last act that was taken in. */
  readonly seen: () => number;
  /** Keys of the places of a community that was linked; none for a place by itself. */
  readonly placesOf: (id: string) => readonly string[];
  /** Takes in what was added to the log since. */
  readonly refresh: () => Promise<void>;
  /** Waits until what is being taken in has been, or could not be. */
  readonly settled: () => Promise<void>;
}

/** @param memory what communities keep of what can be worked out again. Default: 128 MB. */
export async function openCommunities(store: Store, shared: () => Shared, options: EffectiveOptions, memory: Memory = createMemory()): Promise<Communities> {
  const ledgers = new Map<string, Ledger>();
  const communities = new Map<string, Community>();
  const homes = new Map<string, string>();
  const ledgerOf = (id: string): Ledger => known(ledgers, id, () => ledger());
  const note = ({ community, kind, key, after }: Change): void => {
    ledgerOf(community).apply([{ kind, key, after }]);
    if (kind !== 'place') return;
    if (after !== null) homes.set(key, community);
    else if (homes.get(key) === community) homes.delete(key);
  };
  // Places in which nothing was decided are many (every private chat is one) and all alike: nothing is kept for them.
  const plain = createCommunity('', ledger(), shared, options, memory);
  /** An answer is right as long as the community and the packs are as they were. What is learned of a pack does not change it. */
  const thoughtful = (community: Community, id = community.id): Community => ({
    ...community,
    answer: (question, language) => {
      restsOn(`community ${id}`, () => ledgers.get(id)?.version);
      restsOn('packs', () => shared().packs);
      return community.answer(question, language);
    },
  });
  const byId = (id: string): Community => (ledgers.has(id) ? known(communities, id, () => thoughtful(createCommunity(id, ledgerOf(id), shared, options, memory))) : thoughtful({ ...plain, id }));

  /** What is known in a channel with packs of its own; decisions stay the community's. */
  const views = new Map<string, Community>();
  const seenIn = (community: Community, place: Place): Community => {
    const key = keyOfPacks(place);
    if (place.channel === undefined || community.state.raw('setting', key) === null) return community;
    const view = known(views, `${community.id} ${key}`, () => thoughtful(createCommunity(`${community.id} ${key}`, withPacksOf(ledgerOf(community.id), key), shared, options, memory), community.id));
    return { ...community, knowledge: view.knowledge, answer: view.answer };
  };

  const first = await store.transact(async ({ log }) => ({ last: await log.last(), records: await log.records() }));
  first.records.forEach(refuseDamaged);
  for (const record of first.records) note({ ...record, before: null, after: record.value });
  let last = first.last;
  const takeIn = async (): Promise<void> => {
    const { acts, records } = await store.transact(async ({ log }) => {
      const news = await log.acts({ after: last });
      const records = new Map<string, readonly StoredRecord[]>();
      for (const community of erasedIn(news, ledgers.keys())) records.set(community, await log.records({ community }));
      return { acts: news, records };
    });
    for (const act of acts) if (act.id > last) takeAct(act);
    for (const [community, own] of records) takeRecords(community, own);
  };
  /** An erasure changes and removes records, which is no change of theirs in the log. */
  const takeRecords = (community: string, records: readonly StoredRecord[]): void => {
    const own = ledgerOf(community);
    const present = new Set(records.map(nameOf));
    for (const kind of KINDS) for (const [key] of own.rawAll(kind)) if (!present.has(nameOf({ community, kind, key }))) note({ community, kind, key, before: null, after: null });
    for (const { kind, key, value } of records) if (own.raw(kind, key) !== value) note({ community, kind, key, before: null, after: value });
  };
  const takeAct = (act: Act): void => {
    last = act.id;
    if (!act.held) act.changes.forEach(note);
  };
  let running: Promise<void> = Promise.resolve();
  return {
    of: (place) => seenIn(byId(homes.get(keyOfPlace(place)) ?? keyOfPlace(place)), place),
    byId,
    lookAhead: (id, edits) => lookAhead(id, withEdits(byId(id).state, edits), shared, options, memory),
    seen: () => last,
    placesOf: (id) => [...homes].filter(([, community]) => community === id).map(([place]) => place),
    refresh: () => {
      running = running.catch(() => undefined).then(takeIn);
      return running;
    },
    settled: () => running.catch(() => undefined),
  };
}

/** The same state, but for the packs: those of a channel, where it has some. */
const withPacksOf = (state: Ledger, key: string): Ledger => ({
  get version() {
    return state.version;
  },
  all: (kind) => state.all(kind),
  raw: (kind, name) => state.raw(kind, name),
  rawAll: (kind) => state.rawAll(kind),
  apply: (changes) => state.apply(changes),
  get: (kind, name) => state.get(kind, kind === 'setting' && name === keyOfPacks(undefined) && state.raw('setting', key) !== null ? key : name),
});

const nameOf = ({ community, kind, key }: RecordKey): string => JSON.stringify([community, kind, key]);

function known<T>(map: Map<string, T>, key: string, make: () => T): T {
  const value = map.get(key) ?? make();
  map.set(key, value);
  return value;
}

/** Better no start than one that fails at somebody's question. */
function refuseDamaged({ community, kind, key, value }: StoredRecord): void {
  try {
    JSON.parse(value);
  } catch (cause) {
    throw new StoreError(`The database holds a damaged record (${kind} ${JSON.stringify(key)} of ${community}). Restore a backup of the database.`, { cause, isLasting: true });
  }
}
