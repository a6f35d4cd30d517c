import { type Store, StoreError, type Unit } from '../ports/store.ts';
import { pause } from './pause.ts';

/** Milliseconds for which a claim holds, and between attempts to renew it, or to take it over from another process. */
const CLAIM_MS = 4000;
const EVERY_MS = 800;
/**
 * Milliseconds before its end at which a claim counts as expired, as clocks differ and running work takes a moment to
 * stop.
 */
const MARGIN_MS = 1000;

/** Another process has taken over, and continues with the work. */
export class OffDuty extends StoreError {}

/** Work that only one of the processes that share a store may do at a time. */
export interface Duty {
  /** Aborted once another process has taken over, or the platform is stopped. */
  readonly over: AbortSignal;
  /** Must be awaited directly before irreversible actions, such as sending a message. @throws OffDuty */
  readonly sure: () => Promise<void>;
  /** Must be awaited within a transaction, which fails if another process has taken over. @throws OffDuty */
  readonly demand: (unit: Pick<Unit, 'claims'>) => Promise<void>;
}

export interface DutyOptions {
  readonly store: Pick<Store, 'claims'>;
  readonly name: string;
  readonly stop: AbortSignal;
  readonly onError: (error: unknown) => void;
  /** Milliseconds. Default: see above. */
  readonly times?: { readonly claim: number; readonly every: number; readonly margin: number };
}

/**
 * Does the work while no other process does, again and again until it is stopped: a process that dies, hangs or is cut
 * off from the store is relieved within seconds. If the store serves one process only, it simply does the work.
 * @param work ends soon after its duty is over. @throws what work throws, unless the store failed and may come back
 */
export async function onDuty(options: DutyOptions, work: (duty: Duty) => Promise<void>): Promise<void> {
  const { store, stop } = options;
  if (!store.claims) return work({ over: stop, sure: () => Promise.resolve(), demand: () => Promise.resolve() });
  const claim = createClaim(options, store.claims);
  while (await claim.taken()) {
    const { duty, end } = claim.begin();
    let hasFailed = false;
    try {
      await work(duty);
    } catch (error) {
      // The store may fail just when this process takes over: the work is tried again, here or elsewhere.
      if (!(error instanceof StoreError) || error.isLasting) throw error;
      options.onError(error);
      hasFailed = true;
    } finally {
      await end();
    }
    if (hasFailed) await pause((options.times ?? TIMES).every, stop);
    else if (!duty.over.aborted) return;
  }
}

interface Claim {
  /**
   * Waits until the claim is this process's.
   * @returns false if stopped before that
   */
  readonly taken: () => Promise<boolean>;
  /** @returns the duty, and a function that gives the claim back */
  readonly begin: () => { readonly duty: Duty; readonly end: () => Promise<void> };
}

const TIMES = { claim: CLAIM_MS, every: EVERY_MS, margin: MARGIN_MS };

function createClaim(
  { name, stop, onError, times = TIMES }: DutyOptions,
  { holder, hold, release }: NonNullable<Store['claims']>,
): Claim {
  /**
   * When the claim was last renewed, by both clocks: a monotonic one stops while the machine sleeps, and the system
   * time may be changed.
   */
  let since: { readonly steady: number; readonly day: number } | undefined;
  let hasFailed = false;
  const isSure = (): boolean =>
    since !== undefined &&
    Math.max(performance.now() - since.steady, Date.now() - since.day) < times.claim - times.margin;
  /** @returns undefined if the store fails: the claim is not lost yet, as nobody else can take it either */
  const attempt = async (): Promise<boolean | undefined> => {
    const began = { steady: performance.now(), day: Date.now() };
    const isMine = await hold(name, times.claim).catch(failed);
    if (isMine !== undefined) {
      since = isMine ? began : undefined;
      hasFailed = false;
    }
    return isMine;
  };
  const failed = (error: unknown): undefined => {
    // Reported once in each outage.
    if (!hasFailed) onError(error);
    hasFailed = true;
    return undefined;
  };
  const begin: Claim['begin'] = () => {
    const over = new AbortController();
    const stopped = () => over.abort();
    stop.addEventListener('abort', stopped, { once: true });
    if (stop.aborted) stopped();
    const ended = new AbortController();
    const renew = async (): Promise<void> => {
      if ((await attempt()) === false) over.abort();
    };
    const renewing = (async () => {
      for (; !ended.signal.aborted; await pause(times.every, ended.signal)) await renew();
    })();
    const sure = async (): Promise<void> => {
      // After a stop, work that is under way may still end: the claim is given back only then.
      while (!isSure()) {
        if (over.signal.aborted || ended.signal.aborted) throw new OffDuty(`another process has taken over: ${name}`);
        await pause(times.every, over.signal);
      }
    };
    const demand: Duty['demand'] = async ({ claims }) => {
      if ((await claims.holderOf(name)) !== holder) throw new OffDuty(`another process has taken over: ${name}`);
    };
    const end = async (): Promise<void> => {
      stop.removeEventListener('abort', stopped);
      ended.abort();
      await renewing;
      since = undefined;
      await release(name).catch(failed);
    };
    return { duty: { over: over.signal, sure, demand }, end };
  };
  return {
    taken: async () => {
      while (!stop.aborted) {
        if (await attempt()) return true;
        await pause(times.every, stop);
      }
      return false;
    },
    begin,
  };
}
