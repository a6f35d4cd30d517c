import { LRUCache } from 'lru-cache';
import type { Answer } from '../answers/reply.ts';
import type { About } from '../conversation/incoming.ts';
import { placeOfKey } from '../conversation/place.ts';
import type { PersonHash } from '../kinds.ts';
import type { PostedAnswer } from '../ports/memory.ts';
import type { Access } from '../ports/store.ts';
import type { WithCommunities } from '../services.ts';

/** Most questions that are remembered, in memory only; the oldest are forgotten first. */
const MOST = 5000;

/** Where an answer was posted. */
export interface Post {
  /** Key: `platform:id`. */
  readonly place: string;
  /** Empty if the place has no channels. */
  readonly channel: string;
  readonly message: string;
  /** Id of the message that asked; empty if there is none. */
  readonly asked: string;
  /** The asker. */
  readonly person: PersonHash;
  /** Id of the community whose answer it is. Default: that of the place. */
  readonly community?: string;
}

/** Which entry was given, and in which language. */
export type GivenAnswer = Pick<Answer, 'about' | 'language'>;

/** Remembers which message holds which answer: for pins, votes and corrections. */
export interface Recall {
  readonly posted: (post: Post, answer: GivenAnswer) => Promise<void>;
  /** The answer that a message of the bot gives; undefined if it gives none. */
  readonly about: (place: string, message: string) => Promise<About | undefined>;
  /** Answers to a message, newest first. */
  readonly to: (place: string, asked: string) => Promise<readonly PostedAnswer[]>;
  /** All messages of the answer that this one is part of. */
  readonly parts: (place: string, message: string) => Promise<readonly string[]>;
  /** Which of the messages are answers, and which were answered. */
  readonly among: (
    place: string,
    messages: readonly string[],
  ) => Promise<{ readonly answers: ReadonlySet<string>; readonly asked: ReadonlySet<string> }>;
  readonly removed: (place: string, message: string) => Promise<void>;
  /** The same memory, read and written as part of an attempt. */
  readonly within: (services: Parts) => Recall;
}

type Parts = WithCommunities & { readonly attempt: Pick<Access, 'read' | 'write'> };

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

/** Most messages whose replies are remembered. */
const MOST_REPLIED = 5000;

/**
 * The bot's replies to messages, including those that give no entry: needed if the messages are edited or deleted soon.
 * In memory only; replies that give an entry are found later, too, in the store.
 */
export type Replies = ReturnType<typeof createReplies>;

export function createReplies() {
  const known = new LRUCache<string, { readonly said: readonly string[]; readonly isPromised: boolean }>({
    max: MOST_REPLIED,
  });
  const keyOf = (place: string, asked: string): string => `${place} ${asked}`;
  const saidTo = (key: string): readonly string[] => known.get(key)?.said ?? [];
  const promise = (key: string, isPromised: boolean): void => {
    if (known.has(key)) known.set(key, { said: saidTo(key), isPromised });
  };
  return {
    /** Ids of the replies, in any order, each once. */
    to: async (place: string, asked: string, recall: Pick<Recall, 'to'>): Promise<readonly string[]> => {
      const given = await recall.to(place, asked);
      return [...new Set([...saidTo(keyOf(place, asked)), ...given.map(({ message }) => message)])];
    },
    /** Whether a message of the bot is such a reply, as far as is remembered. */
    has: (place: string, asked: string, message: string): boolean => saidTo(keyOf(place, asked)).includes(message),
    note: (place: string, asked: string, message: string): void => {
      const key = keyOf(place, asked);
      known.set(key, { said: [...new Set([...saidTo(key), message])], isPromised: false });
    },
    /** Call when the replies were deleted; the message may be edited again. */
    withdraw: (place: string, asked: string): void =>
      void known.set(keyOf(place, asked), { said: [], isPromised: false }),
    forget: (place: string, asked: string): void => void known.delete(keyOf(place, asked)),
    /** Call when the message was accepted. */
    expect: (place: string, asked: string): void => {
      const key = keyOf(place, asked);
      if (!known.has(key)) known.set(key, { said: [], isPromised: false });
    },
    /** Whether the message was accepted lately: it may have no answer only because that takes a moment. */
    isExpected: (place: string, asked: string): boolean => known.has(keyOf(place, asked)),
    /** Call when a reply was put into the outbox. */
    promise: (place: string, asked: string): void => promise(keyOf(place, asked), true),
    isPromised: (place: string, asked: string): boolean => known.get(keyOf(place, asked))?.isPromised === true,
    /** Call when that reply will never be posted. */
    giveUp: (place: string, asked: string): void => promise(keyOf(place, asked), false),
  };
}

/** Recent answers that can still be read, so that none is repeated to the same people. In memory only. */
export type RecentAnswers = ReturnType<typeof createSaid>;

interface SaidOptions {
  /** Milliseconds for which people can probably still see an answer. */
  readonly ms: number;
  /** Others' messages after which an answer is out of sight. Default: no limit. */
  readonly messages?: number;
}

interface Conversation {
  /** Others' messages so far. */
  messages: number;
  said: readonly Saying[];
}

interface Saying {
  readonly names: readonly string[];
  readonly message: string;
  readonly at: number;
  readonly number: number;
  /** When people were last referred to it, in milliseconds. Default: never. */
  readonly pointed?: number;
}

/** Milliseconds in which one reference is enough for everybody who asks: a crowd needs no more. */
const POINTED_MS = 60_000;

/** Most conversations that are remembered; the one silent longest is forgotten first. */
const MOST_CONVERSATIONS = 5000;

/** @param now milliseconds */
export function createSaid({ ms, messages: most = Number.POSITIVE_INFINITY }: SaidOptions, now: () => number) {
  const known = new LRUCache<string, Conversation>({ max: MOST_CONVERSATIONS });
  const fresh = (where: string): Conversation => {
    const { messages, said } = known.get(where) ?? { messages: 0, said: [] };
    return { messages, said: said.filter(({ at, number }) => now() - at < ms && messages - number <= most) };
  };
  return {
    /**
     * The message that gave an answer with one of these names; undefined if none can still be seen.
     * @param where id of the conversation
     */
    find: (where: string, names: readonly string[]): string | undefined =>
      fresh(where).said.find((one) => one.names.some((name) => names.includes(name)))?.message,
    /** Whether people were referred to the message a moment ago. */
    isPointedAt: (where: string, message: string): boolean =>
      fresh(where).said.some(
        (one) => one.message === message && now() - (one.pointed ?? Number.NEGATIVE_INFINITY) < POINTED_MS,
      ),
    pointedAt: (where: string, message: string): void => {
      const conversation = known.get(where);
      if (conversation)
        conversation.said = conversation.said.map((one) =>
          one.message === message ? { ...one, pointed: now() } : one,
        );
    },
    note: (where: string, names: readonly string[], message: string): void => {
      const { messages, said } = fresh(where);
      known.set(where, { messages, said: [...said, { names, message, at: now(), number: messages }] });
    },
    /** Called for each message of others, which moves answers up. */
    wrote: (where: string): void => {
      const conversation = known.get(where);
      if (conversation) conversation.messages++;
    },
    /** Call when the message was edited or deleted. */
    forget: (where: string, message: string): void => {
      const conversation = known.get(where);
      if (conversation) conversation.said = conversation.said.filter((one) => one.message !== message);
    },
  };
}
