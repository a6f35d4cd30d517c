import { LRUCache } from 'lru-cache';
import type { Reply } from '../../../bot/answers/reply.ts';

/** Something that moderators should know, in their language. */
export type Note = (language: string) => Reply;

/** Notes for the next moderator who uses a command in a server: each is told once. */
export type Notes = ReturnType<typeof createNotes>;

/** Servers and keys that are remembered: a note that was forgotten may be told once more. */
const max = 2000;

/**
 * @param tell says it at once if the server wants that. @returns whether it did. Default: it waits for the next command
 */
export function createNotes(
  tell: (guild: string, key: string, note: Note) => Promise<boolean> = () => Promise.resolve(false),
) {
  const waiting = new LRUCache<string, Map<string, Note>>({ max });
  const known = new LRUCache<string, true>({ max });
  let latest: { readonly note: Note; readonly told: Set<string> } | undefined;
  const isForAll = (guild: string): boolean => latest !== undefined && !latest.told.has(guild);
  return {
    /** For one server. @returns whether it is new: a note with the same key is told once only */
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
    /** It is no longer so: it is not told any more, and told again if it comes back. */
    withdraw: (guild: string, key: string): void => {
      known.delete(`${guild} ${key}`);
      waiting.get(guild)?.delete(key);
    },
    /** For every server; a newer one takes its place. */
    addForAll: (note: Note): void => {
      latest = { note, told: new Set() };
    },
    /** Whether something for every server waits for this one. */
    isForAll,
    /** @param isAlone whether notes for every server are this one's business: there is no other community */
    take: (guild: string, isAlone: boolean): readonly Note[] => {
      const own = [...(waiting.get(guild)?.values() ?? [])];
      waiting.delete(guild);
      if (!isAlone || !latest || !isForAll(guild)) return own;
      latest.told.add(guild);
      return [...own, latest.note];
    },
  };
}
