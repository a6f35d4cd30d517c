import { INSTALLATION, keyOfPlace, type Place } from '../conversation/place.ts';
import type { Edit } from '../ports/changes.ts';
import type { SharedKnowledge } from '../ports/knowledge.ts';
import type { Access, Store, Unit } from '../ports/store.ts';
import { keyOf } from '../settings/chosen.ts';
import {
  type Community,
  type CommunityCaches,
  createCommunity,
  createMemory,
  type EffectiveOptions,
  lookAhead,
} from './community.ts';
import { openHeard } from './heard.ts';
import { type Ledger, ledger, type State, withEdits } from './state.ts';

/** All communities, as the log has them. What one decided is read when it is first heard of. */
export interface Communities {
  /**
   * The community of a place; a place that is linked to no other is one by itself. In a channel with packs of its own
   * it knows those.
   */
  readonly of: (place: Place) => Promise<Community>;
  /** Also what it knows is ready, for those who ask for it: see Community. */
  readonly prepared: (place: Place) => Promise<Community>;
  readonly byId: (id: string) => Promise<Community>;
  /** The community of the installation as a whole; it is always known. */
  readonly installation: Community;
  /** The community as it would be after some edits of its records. */
  readonly lookAhead: (id: string, edits: readonly Edit[]) => Promise<ReturnType<typeof lookAhead>>;
  /** Id of the last act that was taken in. */
  readonly seen: () => number;
  /** Takes in what was added to the log since. */
  readonly refresh: () => Promise<void>;
  /** Takes in what a transaction adds to the log, as soon as it is on disk. */
  readonly refreshAfter: (unit: Pick<Unit, 'afterCommit'>) => void;
  /** Waits until what is being taken in has been, or could not be. */
  readonly whenIdle: () => Promise<void>;
  /** These communities, read as a part of an attempt. */
  readonly within: (access: Pick<Access, 'read'>) => Communities;
}

/** @param memory what communities keep of what can be read or worked out again. Default: 128 MB. */
export async function openCommunities(
  store: Pick<Store, 'read'>,
  shared: () => SharedKnowledge,
  options: EffectiveOptions,
  memory: CommunityCaches = createMemory(),
): Promise<Communities> {
  const heard = await openHeard(store, memory.records);
  // Places in which nothing was decided are many (every private chat is one) and all alike: what they know exists once.
  const plain = createCommunity('', ledger(), shared, options, memory);
  const communityOf = (id: string, own: Ledger): Community => {
    const decided = createCommunity(id, own, shared, options, memory);
    return knowing(id, own, () => (own.isEmpty ? plain : decided));
  };
  /** In a channel with packs of its own those are known. */
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
  const within = (access: Pick<Access, 'read'>): Communities => {
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
      // A failure here is tried again when the store calls.
      refreshAfter: ({ afterCommit }) => afterCommit(() => void refresh().catch(() => undefined)),
      whenIdle: () => running.catch(() => undefined),
      within,
    };
  };
  return within(store);
}

/** Keys of the places of a community that was linked; none for a place by itself. */
export const placesOf = ({ state }: Pick<Community, 'state'>): readonly string[] =>
  state.rawAll('place').map(([key]) => key);

/** The state with a channel's packs, if it has some. */
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

/** A community that decides by itself, and knows what another does. */
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
