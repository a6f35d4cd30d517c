export interface Listeners<T> {
  /** @returns takes the listener away again. */
  readonly add: (listener: (news: T) => void) => () => void;
  readonly tell: (news: T) => void;
}

/** Those who want to know. @param onError told what a listener throws; the others hear the news all the same. */
export function createListeners<T>(onError: (error: unknown) => void): Listeners<T> {
  const all = new Set<(news: T) => void>();
  return {
    add: (listener) => {
      // The same function may be added twice, and taken away once.
      const own = (news: T) => listener(news);
      all.add(own);
      return () => void all.delete(own);
    },
    tell: (news) => {
      for (const listener of [...all]) {
        try {
          listener(news);
        } catch (error) {
          onError(error);
        }
      }
    },
  };
}
