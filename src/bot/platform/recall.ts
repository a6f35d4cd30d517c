import { LRUCache } from 'lru-cache';
import type { Answer } from '../answers/reply.ts';
import type { About } from '../conversation/incoming.ts';
import { placeOfKey } from '../conversation/place.ts';
import type { PostedAnswer } from '../ports/memory.ts';
import type { Access } from '../ports/store.ts';
import type { Services } from '../services.ts';

/** Questions that are remembered; the oldest are forgotten first. They are in memory only and in no file. */
const MOST = 5000;

/** Place of an answer. */
export interface Post {
  /** `platform:id`. */
  readonly place: string;
  /** Empty if the place has no channels. */
  readonly channel: string;
  readonly message: string;
  /** The message that asked; empty if there is none. */
  readonly asked: string;
  /** Keyed hash of the asker. */
  readonly person: string;
  /** Id of the community whose answer it is. Default: that of the place. */
  readonly community?: string | undefined;
}

/** Which entry was given, and in which language. */
export type GivenAnswer = Pick<Answer, 'about' | 'language'>;

/** Remembers which message holds which answer: for pins, votes and corrections. */
export interface Recall {
  readonly posted: (post: Post, answer: GivenAnswer) => Promise<void>;
  /** Subject of a message of the bot's. */
  readonly about: (place: string, message: string) => Promise<About | undefined>;
  /** Posts in answer to a message, newest first. */
  readonly to: (place: string, asked: string) => Promise<readonly PostedAnswer[]>;
  /** The messages that give an answer together, of which this is one. */
  readonly parts: (place: string, message: string) => Promise<readonly string[]>;
  /** Those of some messages that are answers, and those that were answered. */
  readonly among: (
    place: string,
    messages: readonly string[],
  ) => Promise<{ readonly answers: ReadonlySet<string>; readonly asked: ReadonlySet<string> }>;
  readonly removed: (place: string, message: string) => Promise<void>;
  /** This memory, read and written as a part of an attempt. */
  readonly within: (services: Parts) => Recall;
}

type Parts = Pick<Services, 'communities' | 'now'> & { readonly attempt: Pick<Access, 'read' | 'write'> };

export function createRecall(services: Parts): Recall {
  const questions = new LRUCache<string, string>({ max: MOST });
  const keyOf = (place: string, message: string): string => `${place} ${message}`;
  const within = ({ attempt, communities, now }: Parts): Recall => ({
    posted: async (post, { about, language }) => {
      const { community: named, ...where } = post;
      const { place, message } = where;
      if (about.question !== undefined) questions.set(keyOf(place, message), about.question);
      const community = named ?? (await communities.of(placeOfKey(place))).id;
      await attempt.write(({ answers }) =>
        answers.add({ ...where, community, entry: about.entry, language, pin: about.pin ?? null, at: now() }),
      );
    },
    about: async (place, message) => {
      const found = await attempt.read(({ answers }) => answers.find(place, message));
      return (
        found && {
          entry: found.entry,
          question: questions.get(keyOf(place, message)),
          pin: found.pin ?? undefined,
          asker: found.person,
          message,
        }
      );
    },
    among: async (place, messages) => {
      const found = messages.length === 0 ? [] : await attempt.read(({ answers }) => answers.among(place, messages));
      return { answers: new Set(found.map(({ message }) => message)), asked: new Set(found.map(({ asked }) => asked)) };
    },
    parts: async (place, message) => {
      const found = await attempt.read(({ answers }) => answers.find(place, message));
      const all =
        found && found.asked !== '' ? await attempt.read(({ answers }) => answers.to(place, found.asked)) : [];
      return [...new Set([message, ...all.filter(({ entry }) => entry === found?.entry).map((one) => one.message)])];
    },
    to: (place, asked) => attempt.read(({ answers }) => answers.to(place, asked)),
    removed: async (place, message) => {
      questions.delete(keyOf(place, message));
      await attempt.write(({ answers }) => answers.remove(place, message));
    },
    within,
  });
  return within(services);
}
