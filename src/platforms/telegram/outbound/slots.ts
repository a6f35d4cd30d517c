/**
 * Hands out so many places; each comes back a while after its message was taken, so that no second sees more, however
 * late timers are.
 */
export interface Slots {
  /**
   * Waits for a place. @returns what is called once the message was tried, or left; undefined where `stop` was aborted
   * first
   */
  readonly take: (isPrivate: boolean, stop: AbortSignal) => Promise<GiveBack | undefined>;
  /** All places that are free now come back only after the span: somebody else may just have used them. */
  readonly rest: () => void;
}

type GiveBack = (wasTried: boolean) => void;

/** A little more than the span: the other side's clock and ours tick apart. */
const MARGIN_MS = 5;

/** @param most places. @param span milliseconds for which a place is used after its message was taken */
export function createSlots(most: number, span: number): Slots {
  const waiting = { alone: [] as (() => void)[], group: [] as (() => void)[] };
  let free = most;
  let wasAlone = false;
  /** Groups and private chats by turns: a person alone with the bot does not wait for many groups. */
  const next = (): void => {
    const isAloneNext = waiting.group.length === 0 || (waiting.alone.length > 0 && !wasAlone);
    const go = (isAloneNext ? waiting.alone : waiting.group).shift();
    if (!go) return;
    wasAlone = isAloneNext;
    go();
  };
  const giveBack = (): void => {
    free += 1;
    next();
  };
  const give = (): GiveBack => {
    free -= 1;
    return (wasTried) => (wasTried ? void setTimeout(giveBack, span + MARGIN_MS).unref() : giveBack());
  };
  return {
    rest: () => {
      const used = free;
      if (!Number.isFinite(used)) return;
      free = 0;
      setTimeout(() => {
        for (let n = 0; n < used; n++) giveBack();
      }, span + MARGIN_MS).unref();
    },
    take: async (isPrivate, stop) => {
      if (stop.aborted) return undefined;
      if (free > 0) return give();
      const list = isPrivate ? waiting.alone : waiting.group;
      return new Promise((resolve) => {
        const go = (): void => {
          stop.removeEventListener('abort', cut);
          resolve(give());
        };
        const cut = (): void => {
          list.splice(list.indexOf(go), 1);
          resolve(undefined);
        };
        list.push(go);
        stop.addEventListener('abort', cut, { once: true });
      });
    },
  };
}
