import { LRUCache } from 'lru-cache';
import type { Reply } from '../../../bot/answers/reply.ts';

/** A note to moderators, in a given language. */
export type Note = (language: string) => Reply;

/** Notes for the next moderator who uses a command in a server; each is told once. */
export type Notes = ReturnType<typeof createNotes>;

/** Most servers and keys that are remembered. A forgotten note may be shown once more. */
const max = 2000;

/**
 * @param tell posts a note immediately if the server wants that, and returns whether it did. Default: notes wait for
 * the next command
 */
export function createNotes(
  tell: (guild: string, key: string, note: Note) => Promise<boolean> = () => Promise.resolve(false),
) {
  const waiting = new LRUCache<string, Map<string, Note>>({ max });
  const known = new LRUCache<string, true>({ max });
  let latest: { readonly note: Note; readonly told: Set<string> } | undefined;
  const isForAll = (guild: string): boolean => latest !== undefined && !latest.told.has(guild);
  return {
    /** Adds a note for one server. @returns false if a note with the same key was added before */
    add: (guild: string, key: string, note: Note): boolean => {
      if (known.has(`${guild} ${key}`)) return false;
      known.set(`${guild} ${key}`, true);
      const own = (waiting.get(guild) ?? new Map<string, Note>()).set(key, note);
      waiting.set(guild, own);
      void tell(guild, key, note).then(
        (isTold) => isTold && own.delete(key),
        () => undefined,
      );
      return true;
    },
    /** Removes a note that is no longer true; the same key may be added again. */
    withdraw: (guild: string, key: string): void => {
      known.delete(`${guild} ${key}`);
      waiting.get(guild)?.delete(key);
    },
    /** Sets the note for all servers, replacing an earlier one. */
    addForAll: (note: Note): void => {
      latest = { note, told: new Set() };
    },
    /** Whether this server has not yet been told the note for all servers. */
    isForAll,
    /** @param isAlone whether there is no other community, so that the note for all servers may be told here */
    take: (guild: string, isAlone: boolean): readonly Note[] => {
      const own = [...(waiting.get(guild)?.values() ?? [])];
      waiting.delete(guild);
      if (!isAlone || !latest || !isForAll(guild)) return own;
      latest.told.add(guild);
      return [...own, latest.note];
    },
  };
}
