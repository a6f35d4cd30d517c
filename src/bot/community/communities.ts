import { LRUCache } from 'lru-cache';
import { INSTALLATION, keyOfPlace, type Place } from '../conversation/place.ts';
import { type Act, type Edit, KINDS, type StoredRecord } from '../ports/changes.ts';
import type { SharedKnowledge } from '../ports/knowledge.ts';
import { type ReadAccess, StoreError, type Unit } from '../ports/store.ts';
import { keyOf } from '../settings/chosen.ts';
import {
  type Community,
  type CommunityCaches,
  createCommunity,
  createMemory,
  type Decisions,
  type EffectiveOptions,
  keepIn,
  lookAhead,
} from './community.ts';
import { erasedIn } from './erasure.ts';
import { type Ledger, ledger, type State, withEdits } from './records.ts';

/** All communities. A community's records are read when it is first used. */
export interface Communities {
  /**
   * The community of a place; a place without links is a community by itself. In a channel with packs of its own, that
   * community with those packs.
   */
  readonly of: (place: Place) => Promise<Community>;
  /** As `of`, with its knowledge ready: see Community.prepared. */
  readonly prepared: (place: Place) => Promise<Community>;
  readonly byId: (id: string) => Promise<Community>;
  /** The community for what concerns the whole installation; always in memory. */
  readonly installation: Community;
  /** A community as it would be after some edits. */
  readonly lookAhead: (id: string, edits: readonly Edit[]) => Promise<ReturnType<typeof lookAhead>>;
  /** Id of the last act of the log that is reflected here. */
  readonly seen: () => number;
  /** Applies what was added to the log since. */
  readonly refresh: () => Promise<void>;
  /** Refreshes once the transaction, which adds acts to the log, is committed. */
  readonly refreshAfter: (unit: Pick<Unit, 'afterCommit'>) => void;
  /** Waits until running refreshes are done, or failed. */
  readonly whenIdle: () => Promise<void>;
  /** These communities, read through an attempt. */
  readonly within: (access: ReadAccess) => Communities;
}

/** @param memory caches that can be rebuilt from the store. Default: 128 MB */
export async function openCommunities(
  store: ReadAccess,
  shared: () => SharedKnowledge,
  options: EffectiveOptions,
  memory: CommunityCaches = createMemory(),
): Promise<Communities> {
  const heard = await openHeard(store, memory.records);
  // Most places have changed nothing (every private chat is a place): all of them share one copy of the knowledge.
  const plain = createCommunity('', ledger(), shared, options, memory);
  const communityOf = (id: string, own: Ledger): Community => {
    const decided = createCommunity(id, own, shared, options, memory);
    return knowing(id, own, () => (own.isEmpty ? plain : decided));
  };
  const seenIn = (id: string, own: Ledger, place: Place): Community => {
    const key = keyOf('packs', place, place.channel);
    if (place.channel === undefined || own.raw('setting', key) === null) return communityOf(id, own);
    const view = createCommunity(`${id} ${key}`, withPacksOf(own, key), shared, options, memory);
    return knowing(id, own, () => view);
  };

  const installation = communityOf(INSTALLATION, await heard.ledgerOf(INSTALLATION));
  let running: Promise<void> = Promise.resolve();
  const refresh = (): Promise<void> => {
    running = running.catch(() => undefined).then(heard.takeIn);
    return running;
  };
  const within = (access: ReadAccess): Communities => {
    const of: Communities['of'] = async (place) => seenIn(...(await heard.at(keyOfPlace(place), access)), place);
    return {
      of,
      prepared: async (place) => (await of(place)).prepared(),
      byId: async (id) => communityOf(id, await heard.ledgerOf(id, access)),
      installation,
      lookAhead: async (id, edits) =>
        lookAhead(id, withEdits(await heard.ledgerOf(id, access), edits), shared, options, memory),
      seen: heard.seen,
      refresh,
      // A failure is made up for: the store calls again for the same acts.
      refreshAfter: ({ afterCommit }) => afterCommit(() => void refresh().catch(() => undefined)),
      whenIdle: () => running.catch(() => undefined),
      within,
    };
  };
  return within(store);
}

/** Keys of the places of a linked community; empty for a place by itself. */
export const placesOf = ({ state }: Decisions): readonly string[] => state.rawAll('place').map(([key]) => key);

/** The state of a channel: its own packs, if it has some, in place of the community's. */
const withPacksOf = (state: State, key: string): State => ({
  get version() {
    return state.version;
  },
  all: (kind) => state.all(kind),
  raw: (kind, name) => state.raw(kind, name),
  rawAll: (kind) => state.rawAll(kind),
  get: (kind, name) =>
    state.get(kind, kind === 'setting' && name === keyOf('packs') && state.raw('setting', key) !== null ? key : name),
});

/** A community with its own records and the knowledge of another. */
function knowing(id: string, state: State, now: () => Community): Community {
  const community: Community = {
    id,
    state,
    prepared: async () => {
      await now().prepared();
      return community;
    },
    steps: () => now().steps(),
    knowledge: () => now().knowledge(),
    answer: (...asked) => now().answer(...asked),
  };
  return community;
}

/** Records of the communities in use, kept up to date with the log. Those of others are not read. */
interface Heard {
  /**
   * The community that a place belongs to, and its records; an unlinked place is the community of that name.
   * @param place its key
   * @param access default: the store
   */
  readonly at: (place: string, access?: ReadAccess) => Promise<readonly [community: string, own: Ledger]>;
  /**
   * Records of a community. The object stays up to date as long as somebody holds it, even after the cache dropped it.
   * @throws StoreError if a record is damaged
   */
  readonly ledgerOf: (community: string, access?: ReadAccess) => Promise<Ledger>;
  /** Id of the last act that was applied. */
  readonly seen: () => number;
  /** Applies what was added to the log since. */
  readonly takeIn: () => Promise<void>;
}

const MOST_HOMES = 50_000;

type Reading = Pick<Unit, 'log' | 'afterCommit'>;

/** @param records cache of ledgers */
export async function openHeard(store: ReadAccess, records: LRUCache<string, Ledger>): Promise<Heard> {
  let last = await store.read(({ log }) => log.last());
  const homes = new LRUCache<string, string>({ max: MOST_HOMES });
  /** Includes communities dropped from the cache that are still in use. */
  const alive = new Map<string, WeakRef<Ledger>>();
  const collected = new FinalizationRegistry<string>((community) => {
    if (!held(community)) alive.delete(community);
  });
  const held = (community: string): Ledger | undefined => alive.get(community)?.deref();
  const keep = (community: string, own: Ledger): Ledger => {
    keepIn(records, community, own, own.size);
    return own;
  };
  const known = (community: string): Ledger | undefined => {
    const own = records.get(community) ?? held(community);
    return own && keep(community, own);
  };
  /**
   * Called as a transaction ends; transactions run one at a time, so no act comes in between. If two read the same
   * community at once, the first one's ledger is used.
   */
  const register = (community: string, own: Ledger): void => {
    if (known(community)) return;
    alive.set(community, new WeakRef(keep(community, own)));
    collected.register(own, community);
  };
  const readLedger = async ({ log, afterCommit }: Reading, community: string): Promise<Ledger> => {
    const stored = await log.records({ community });
    stored.forEach(refuseDamaged);
    const own = ledger(stored, await log.last());
    // Inside a larger transaction, data may have been read that is rolled back later.
    afterCommit(() => register(community, own));
    return own;
  };
  const ledgerOf: Heard['ledgerOf'] = async (community, access = store) => {
    const own = known(community);
    if (own) return own;
    const read = await access.read((unit) => readLedger(unit, community));
    return held(community) ?? read;
  };
  const readHome = async ({ log, afterCommit }: Reading, place: string): Promise<string> => {
    const home = (await log.records({ kind: 'place', key: place })).at(-1)?.community ?? place;
    afterCommit(() => homes.set(place, home));
    return home;
  };
  const at: Heard['at'] = async (place, access = store) => {
    const known = homes.get(place);
    if (known !== undefined) return [known, await ledgerOf(known, access)];
    // One read for both: every private chat starts with this.
    const [home, read] = await access.read(async (unit) => {
      const home = await readHome(unit, place);
      return [home, held(home) ?? (await readLedger(unit, home))] as const;
    });
    return [home, held(home) ?? read];
  };
  const takeAct = ({ id, changes }: Act): void => {
    last = id;
    for (const change of changes) {
      if (change.kind === 'place') homes.delete(change.key);
      const own = held(change.community);
      if (own && own.asOf < id) own.apply([change]);
    }
    for (const community of new Set(changes.map((change) => change.community))) {
      const own = records.get(community);
      if (own) keep(community, own);
    }
  };
  /** An erasure changes and removes records without an act in the log that says which, so they are compared. */
  const takeRecords = (community: string, stored: readonly StoredRecord[]): void => {
    const own = held(community);
    if (!own || own.asOf > last) return;
    const present = new Set(stored.map(nameOf));
    const missing = KINDS.flatMap((kind) =>
      own.rawAll(kind).flatMap(([key]) => (present.has(nameOf({ kind, key })) ? [] : [{ kind, key, after: null }])),
    );
    const others = stored
      .filter(({ kind, key, value }) => own.raw(kind, key) !== value)
      .map(({ kind, key, value }) => ({ kind, key, after: value }));
    if (missing.length + others.length > 0) own.apply([...missing, ...others]);
  };
  /** A generator because there may be very many; only needed after an erasure. */
  const names = function* (): Generator<string> {
    yield* alive.keys();
    yield* homes.values();
  };
  const takeIn = async (): Promise<void> => {
    const { acts, erased, stored } = await store.read(async ({ log }) => {
      const acts = (await log.acts({ after: last })).filter(({ id }) => id > last);
      const erased = new Set(erasedIn(acts, names()));
      const stored = new Map<string, readonly StoredRecord[]>();
      for (const community of erased) if (held(community)) stored.set(community, await log.records({ community }));
      return { acts, erased, stored };
    });
    acts.forEach(takeAct);
    for (const [place, home] of [...homes.entries()]) if (erased.has(home)) homes.delete(place);
    for (const [community, own] of stored) takeRecords(community, own);
  };
  return { at, ledgerOf, seen: () => last, takeIn };
}

const nameOf = ({ kind, key }: Pick<StoredRecord, 'kind' | 'key'>): string => `${kind} ${key}`;

/** Better to fail than to answer as if a damaged record were not there. */
function refuseDamaged(record: StoredRecord): void {
  if (isDamaged(record))
    throw new StoreError(
      `The database holds a damaged record (${nameOfDamaged(record)}). Restore a backup of the database.`,
      { isLasting: true },
    );
}

export function isDamaged({ value }: StoredRecord): boolean {
  try {
    JSON.parse(value);
    return false;
  } catch {
    return true;
  }
}

/** For the operator's log. */
export const nameOfDamaged = ({ community, kind, key }: StoredRecord): string =>
  `${kind} ${JSON.stringify(key)} of ${community}`;
