import type { Reply } from '../../../bot/answers/reply.ts';
import { keep } from '../keep.ts';

/** Something that moderators should know, in their language. */
export type Note = (language: string) => Reply;

/** What waits for the next moderator who uses a command in a server: each note is told once. */
export interface Notes {
  /** For one server. @param key a note with the same key is told once only. */
  readonly add: (guild: string, key: string, note: Note) => boolean;
  /** It is no longer so: it is not told any more, and told again where it comes back. */
  readonly settle: (guild: string, key: string) => void;
  /** For every server; a newer one takes its place. */
  readonly addForAll: (note: Note) => void;
  /** Whether something for every server waits for this one. */
  readonly isForAll: (guild: string) => boolean;
  /** @param isAlone whether what is for every server is this one's business: there is no other community */
  readonly take: (guild: string, isAlone: boolean) => readonly Note[];
}

/** Servers and keys that are remembered: of more, the oldest are forgotten, and may be told once more. */
const MOST = 2000;

/**
 * @param tell says it at once where a server wants to be told. @returns whether it did. Default: it waits for the next
 * command
 */
export function createNotes(
  tell: (guild: string, key: string, note: Note) => Promise<boolean> = () => Promise.resolve(false),
): Notes {
  const waiting = new Map<string, Map<string, Note>>();
  const known = new Map<string, true>();
  let latest: { readonly note: Note; readonly told: Set<string> } | undefined;
  return {
    add: (guild, key, note) => {
      if (known.has(`${guild} ${key}`)) return false;
      keep(known, `${guild} ${key}`, true, MOST);
      const own = (waiting.get(guild) ?? new Map<string, Note>()).set(key, note);
      keep(waiting, guild, own, MOST);
      // Where it cannot be told, it waits.
      void tell(guild, key, note).then(
        (isTold) => isTold && own.delete(key),
        () => undefined,
      );
      return true;
    },
    settle: (guild, key) => {
      known.delete(`${guild} ${key}`);
      waiting.get(guild)?.delete(key);
    },
    addForAll: (note) => {
      latest = { note, told: new Set() };
    },
    isForAll: (guild) => latest !== undefined && !latest.told.has(guild),
    take: (guild, isAlone) => {
      const own = [...(waiting.get(guild)?.values() ?? [])];
      waiting.delete(guild);
      if (!isAlone || !latest || latest.told.has(guild)) return own;
      latest.told.add(guild);
      return [...own, latest.note];
    },
  };
}
