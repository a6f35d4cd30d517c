import { LRUCache } from 'lru-cache';
import { baseOf, type LanguageData } from '../../core/text/language.ts';
import { turns } from '../conversation/turns.ts';
import { whenIdle } from '../idle.ts';
import type { Signal, Signals } from '../ports/memory.ts';
import type { Store } from '../ports/store.ts';
import { areAlike, contentReader, remembering } from '../unanswered/alike.ts';
import { textKeeper } from '../unanswered/kept-text.ts';

/** A person in a community. */
interface Member {
  readonly community: string;
  /** Keyed hash. */
  readonly person: string;
}

/** A person's word on a question, as it was asked. */
interface Said extends Omit<Signal, 'question' | 'language' | 'at' | 'dropped'> {
  readonly text: string;
  /** BCP 47 tag. */
  readonly languageOf: () => string;
}

/** A word that is not read yet. */
interface Heard extends Said, Pick<Signal, 'at'> {}

/** Remembers which entry people say that a question meant. */
export interface Learning {
  /** Entries were offered to somebody for a question; in memory only, for half an hour. */
  readonly offered: (to: Member, entries: readonly string[], question: string) => void;
  /** The question for which an entry was offered to them last. */
  readonly questionFor: (to: Member, entry: string) => string | undefined;
  /** Takes somebody's word down; it is read and written a moment later, and nobody waits for that. */
  readonly note: (said: Said) => void;
  /** All that people said, oldest first. */
  readonly list: (community: string) => Promise<Signal[]>;
  /** Drops what people said of an entry in some wordings, so that they have to say it again; or takes that back. */
  readonly drop: Signals['drop'];
  /** Whether two kept questions of a language ask the same. */
  readonly isAlike: (language: string) => (one: string, other: string) => boolean;
  /** Looks something up once, which takes long. @param name of all that it depends on */
  readonly once: (name: string, look: () => Promise<boolean>) => Promise<boolean>;
  /** Questions of a person that are in memory only. */
  readonly of: (person: string) => readonly { readonly community: string; readonly text: string }[];
  readonly erase: (person: string) => void;
  /** Writes what is left. */
  readonly flush: () => Promise<void>;
}

interface LearningOptions {
  readonly store: Store;
  readonly languages: ReadonlyMap<string, LanguageData>;
  readonly now: () => string;
  /** Is told what nobody waits for. */
  readonly onError: (error: unknown) => void;
}

const OFFERED_MS = 30 * 60_000;
/** Offers that are remembered, one for each entry; the oldest are forgotten first. */
const MOST_OFFERED = 10_000;
const MOMENT_MS = 500;
/** Signals that wait to be read and written; more come only from those who flood. */
const MOST_WAITING = 5000;
/** Signals of a community that are weighed: the newest. */
const MOST_WEIGHED = 2000;
/** Outcomes of looking ahead that are remembered. */
const MOST_LOOKED_UP = 2000;

export function createLearning({ store, languages, now, onError }: LearningOptions): Learning {
  const offers = new LRUCache<string, Member & { readonly text: string }>({
    max: MOST_OFFERED,
    ttl: OFFERED_MS,
    ttlResolution: 0,
    perf: { now: () => Date.parse(now()) },
  });
  const outcomes = new LRUCache<string, Promise<boolean>>({ max: MOST_LOOKED_UP });
  const keptText = textKeeper(languages);
  const contentOf = remembering(contentReader(languages));
  const keyOf = ({ community, person }: Member, entry: string): string => JSON.stringify([community, person, entry]);

  let heard: Heard[] = [];
  let waiting: Signal[] = [];
  function* reading(): Generator<unknown, void> {
    for (let [said] = heard; said; [said] = heard) {
      const language = said.languageOf();
      read(said, language);
      yield;
    }
  }
  const read = ({ community, person, asker, entry, kind, at, text }: Heard, language: string): void => {
    heard.shift();
    const question = keptText(text, language);
    const signal = { community, person, asker, question, language, entry, kind, at, dropped: 0 as const };
    if (question !== '') waiting = [...waiting, signal].slice(-MOST_WAITING);
  };
  const write = async (): Promise<void> => {
    idle.cancel();
    if (heard.length > 0) await turns.take('learning', reading());
    if (waiting.length === 0) return;
    let written: readonly Signal[] = [];
    await store.transact(async ({ signals }) => {
      // Read when its turn has come: some of it may have been erased meanwhile.
      written = waiting;
      for (const one of written) await signals.add(one);
    });
    waiting = waiting.filter((one) => !written.includes(one));
  };
  let running = Promise.resolve();
  const flush = (): Promise<void> => {
    running = running.then(write).catch(onError);
    return running;
  };
  const idle = whenIdle(() => void flush(), MOMENT_MS);

  return {
    offered: (to, entries, text) => {
      for (const entry of entries) offers.set(keyOf(to, entry), { ...to, text });
    },
    questionFor: (to, entry) => offers.get(keyOf(to, entry))?.text,
    note: (said) => {
      if (heard.length < MOST_WAITING) heard.push({ ...said, at: now() });
      idle.request();
    },
    list: async (community) => {
      await flush();
      return store.read(({ signals }) => signals.list(community, MOST_WEIGHED));
    },
    drop: (proposed, questions) => store.transact(({ signals }) => signals.drop(proposed, questions)),
    isAlike: (language) => {
      const base = baseOf(language);
      return (one, other) => areAlike(contentOf(one, base), contentOf(other, base));
    },
    once: (name, look) => {
      const known = outcomes.get(name);
      if (known) return known;
      const outcome = look();
      outcomes.set(name, outcome);
      outcome.catch(() => outcomes.delete(name));
      return outcome;
    },
    of: (person) =>
      [
        ...[...offers.values()].filter((one) => one.person === person),
        ...heard.filter((one) => one.person === person || one.asker === person),
        ...waiting
          .filter((one) => one.person === person || one.asker === person)
          .map(({ community, question }) => ({ community, text: question })),
      ].map(({ community, text }) => ({ community, text })),
    erase: (person) => {
      const isOthers = (one: Pick<Signal, 'person' | 'asker'>) => one.person !== person && one.asker !== person;
      heard = heard.filter(isOthers);
      waiting = waiting.filter(isOthers);
      for (const [key, one] of [...offers.entries()]) if (one.person === person) offers.delete(key);
    },
    flush,
  };
}
