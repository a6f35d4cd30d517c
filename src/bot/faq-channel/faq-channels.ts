import { placeOfKey } from '../conversation/place.ts';
import { type Duty, OffDuty } from '../delivery/duty.ts';
import { pause, pauseFor } from '../delivery/pause.ts';
import { dayOf } from '../moment.ts';
import type { Services } from '../services.ts';
import { keepFaq } from './keeper.ts';
import { noteLacks } from './lacks.ts';
import type { FaqPort, FaqTrouble, Lack } from './port.ts';
import { FAQ_OFF, faqKeysOf, faqSpot, placeOfFaqKey } from './setting.ts';

/** Milliseconds between checks for changes; most changes are noticed immediately. */
const EVERY_MS = 15_000;
/** Milliseconds after which every message is checked, because platforms do not report every deletion. */
const VERIFY_MS = 60 * 60_000;
/** Milliseconds for which a channel is left alone after a refused call: such calls count against a bot. */
const HELD_MS = 10 * 60_000;

export interface FaqOptions<Shown> {
  readonly services: Services;
  readonly port: FaqPort<Shown>;
  readonly duty: Duty;
  readonly onError: (error: unknown) => void;
}

/** All FAQ channels of one platform. */
export interface FaqChannels {
  readonly start: () => void;
  /**
   * Checks a place again, even while it is held back after a failure: for example because permissions changed.
   * @param place key. Default: all places
   */
  readonly wake: (place?: string) => void;
  /**
   * Call when messages were deleted: those of the FAQ are posted again.
   * @param place key
   */
  readonly deleted: (place: string, messages: readonly string[]) => Promise<void>;
  /** Interrupts running updates before their next call, and waits until they have ended. */
  readonly stop: () => Promise<void>;
}

/** A place's state while the process runs. */
interface Known {
  /** See `basisOf`: that of the last update. Undefined if it must be repeated. */
  made?: string;
  /** Interrupts the running update, because something has changed. */
  outdated?: AbortController;
  running?: Promise<void>;
  /** Nothing is tried until then (milliseconds since 1970), unless the setting is no longer `heldFor`. */
  heldUntil: number;
  heldFor?: string;
  /** When every message was last checked: milliseconds since 1970. */
  verifiedAt: number;
  /** Messages found by the check that is under way: if it is interrupted, it goes on with the others. */
  readonly seen: Set<string>;
  tries: number;
  /** When the last call was made: milliseconds since 1970. */
  calledAt: number;
}

/** The update is outdated, or the bot stops; it is continued later. */
class Interrupted extends Error {}

/**
 * Keeps a platform's FAQ channels up to date: after each change by moderators, each reload and at the start, posted
 * messages are compared with the knowledge; once an hour each is also looked for on the platform.
 */
export function createFaqChannels<Shown>({ services, port, duty, onError }: FaqOptions<Shown>): FaqChannels {
  const places = new Map<string, Known>();
  const ended = new AbortController();
  const stop = AbortSignal.any([duty.over, ended.signal]);
  let timer: NodeJS.Timeout | undefined;
  let unwatch: readonly (() => void)[] = [];
  let looking: Promise<void> | undefined;

  const knownOf = (key: string): Known => {
    const known = places.get(key) ?? { heldUntil: 0, verifiedAt: 0, seen: new Set(), tries: 0, calledAt: 0 };
    places.set(key, known);
    return known;
  };

  /** Versions of everything that a FAQ is made of: if they have not changed, neither has the FAQ. */
  const basisOf = async (key: string): Promise<string> => {
    const { state } = await services.communities.of(placeOfKey(key));
    const { version } = services.knowledge.current();
    return JSON.stringify([state.version, version, dayOf(services.now())]);
  };

  const settingOf = async (key: string): Promise<string> =>
    JSON.stringify(faqSpot(await services.communities.of(placeOfKey(key)), placeOfKey(key)));

  const look = async (): Promise<void> => {
    await services.communities.whenIdle();
    const begin = faqKeysOf(port.platform);
    const records = await services.store.read(({ log }) => log.records({ kind: 'setting', begin }));
    for (const key of new Set([...records.map((record) => placeOfFaqKey(record.key)), ...places.keys()]))
      if (!stop.aborted && port.serves(placeOfKey(key))) await lookAt(key);
  };

  const lookAt = async (key: string): Promise<void> => {
    const known = knownOf(key);
    const basis = await basisOf(key);
    const isDue = basis !== known.made || Date.now() - known.verifiedAt >= VERIFY_MS;
    if (known.running) {
      if (basis !== known.made) known.outdated?.abort();
      return;
    }
    const isHeld = Date.now() < known.heldUntil && known.heldFor === (await settingOf(key));
    if (!isDue || isHeld || stop.aborted || known.running) return;
    known.made = basis;
    known.running = bring(key, known).finally(() => {
      known.running = undefined;
    });
  };

  /** Schedules a check; all requests until it begins share it. */
  const lookSoon = (): void => {
    if (stop.aborted) return;
    looking ??= Promise.resolve()
      .then(() => {
        looking = undefined;
        return look();
      })
      .catch(onError);
  };

  const bring = async (key: string, known: Known): Promise<void> => {
    const outdated = new AbortController();
    known.outdated = outdated;
    const halt = AbortSignal.any([stop, outdated.signal]);
    const turn = async (): Promise<void> => {
      await pause(Math.max(0, known.calledAt + port.gap - Date.now()), halt);
      if (halt.aborted) throw new Interrupted();
      await duty.sure();
      known.calledAt = Date.now();
    };
    const isVerifying = Date.now() - known.verifiedAt >= VERIFY_MS;
    const isUnseen = (message: string): boolean => isVerifying && !known.seen.has(message);
    const saw = (message: string) => isVerifying && known.seen.add(message);
    const place = placeOfKey(key);
    try {
      const community = await services.communities.of(place);
      const lacks = await keepFaq({ services, port, duty, turn, isUnseen, saw }, community, key);
      if (isVerifying) known.verifiedAt = Date.now();
      known.seen.clear();
      known.tries = 0;
      await noteLacks(services, port, key, lacks);
    } catch (error) {
      await failed(error, key, known);
    }
    // Something may have changed meanwhile.
    lookSoon();
  };

  const failed = async (error: unknown, key: string, known: Known): Promise<void> => {
    known.made = undefined;
    if (stop.aborted || error instanceof Interrupted || error instanceof OffDuty) return;
    const trouble = port.troubleOf(error);
    if (trouble === 'message-gone') {
      // The check of all messages finds the one that is gone.
      known.verifiedAt = 0;
      known.seen.clear();
      return;
    }
    onError(error);
    if (typeof trouble === 'object') {
      known.tries += 1;
      return hold(key, known, trouble.after ?? pauseFor(known.tries));
    }
    await hold(key, known, HELD_MS);
    await say(key, trouble).catch(onError);
  };

  const say = async (key: string, trouble: Exclude<FaqTrouble, object>): Promise<void> => {
    const lacks: readonly Lack[] = trouble === 'channel-gone' ? ['gone'] : ['write'];
    const choice = faqSpot(await services.communities.of(placeOfKey(key)), placeOfKey(key));
    // The channel's messages are gone, too.
    if (trouble === 'channel-gone')
      await services.store.transact(async (unit) => {
        await duty.demand(unit);
        await unit.faqPosts.forget(key);
      });
    if (choice !== FAQ_OFF) await noteLacks(services, port, key, lacks);
  };

  const hold = async (key: string, known: Known, ms: number): Promise<void> => {
    known.heldUntil = Date.now() + ms;
    known.heldFor = await settingOf(key);
    setTimeout(lookSoon, ms).unref();
  };

  return {
    start: () => {
      // `watch` tells of moderators' changes, `watchWork` of corrections after a reload.
      unwatch = [services.store.watch(lookSoon), services.store.watchWork(lookSoon)];
      timer = setInterval(lookSoon, EVERY_MS).unref();
      lookSoon();
    },
    wake: (place) => {
      for (const [key, known] of places)
        if (place === undefined || key === place) {
          known.heldUntil = 0;
          known.made = undefined;
        }
      lookSoon();
    },
    deleted: async (place, messages) => {
      const known = places.get(place);
      if (!known) return;
      const gone = new Set(messages);
      const posts = (await services.store.read(({ faqPosts }) => faqPosts.of(place))).filter(({ message }) =>
        gone.has(message),
      );
      if (posts.length === 0) return;
      await services.store.transact(async (unit) => {
        await duty.demand(unit);
        for (const post of posts) await unit.faqPosts.remove(post);
      });
      known.made = undefined;
      known.outdated?.abort();
      lookSoon();
    },
    stop: async () => {
      ended.abort();
      clearInterval(timer);
      for (const end of unwatch) end();
      await looking;
      for (const { running } of places.values()) await running;
    },
  };
}
