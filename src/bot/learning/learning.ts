import { LRUCache } from 'lru-cache';
import type { PersonHash } from '../kinds.ts';
import type { StoredSignal } from '../ports/memory.ts';
import type { Question } from '../ports/questions.ts';
import type { Store } from '../ports/store.ts';
import type { KeptQuestions } from '../questions/questions.ts';
import type { Signal } from './rule.ts';

interface Member {
  readonly community: string;
  readonly person: PersonHash;
}

/** A signal with its question in the asker's words. */
export interface WordedSignal extends Signal, Pick<StoredSignal, 'item'> {
  readonly language: string;
}

/** Remembers which entries people say that questions meant. */
export interface Learning {
  /** Notes that entries were offered for a question; kept in memory for half an hour. */
  readonly offered: (to: Member, entries: readonly string[], question: string) => void;
  /** The question for which the entry was last offered to them. */
  readonly questionFor: (to: Member, entry: string) => string | undefined;
  /** The newest signals, oldest first, and the community's questions. */
  readonly list: (
    community: string,
  ) => Promise<{ readonly said: readonly WordedSignal[]; readonly questions: readonly Question[] }>;
  /**
   * Discards signals about an entry (1), so that people have to give them again before they count; or restores them
   * (0).
   */
  readonly drop: (items: readonly number[], entry: string, dropped: 0 | 1) => Promise<void>;
  /** Looks something up that takes long, and keeps the outcome. @param name of all that the outcome depends on */
  readonly once: (name: string, look: () => Promise<boolean>) => Promise<boolean>;
  /** A person's questions that are kept in memory only. */
  readonly of: (person: string) => readonly { readonly community: string; readonly text: string }[];
  readonly erase: (person: string) => void;
}

interface LearningOptions {
  readonly store: Store;
  readonly questions: KeptQuestions;
  readonly now: () => string;
}

const OFFERED_MS = 30 * 60_000;
/** One for each person and entry; beyond that the oldest are forgotten. */
const MOST_OFFERED = 10_000;
/** Signals of a community that are weighed: the newest. */
const MOST_WEIGHED = 2000;
const MOST_LOOKED_UP = 2000;

export function createLearning({ store, questions, now }: LearningOptions): Learning {
  const offers = new LRUCache<string, Member & { readonly text: string }>({
    max: MOST_OFFERED,
    ttl: OFFERED_MS,
    ttlResolution: 0,
    perf: { now: () => Date.parse(now()) },
  });
  const outcomes = new LRUCache<string, Promise<boolean>>({ max: MOST_LOOKED_UP });
  const keyOf = ({ community, person }: Member, entry: string): string => JSON.stringify([community, person, entry]);
  return {
    offered: (to, entries, text) => {
      for (const entry of entries) offers.set(keyOf(to, entry), { ...to, text });
    },
    questionFor: (to, entry) => offers.get(keyOf(to, entry))?.text,
    list: async (community) => {
      const all = await questions.list(community);
      const signals = await store.read((unit) => unit.signals.list(community, MOST_WEIGHED));
      const byId = new Map(all.map((one) => [one.id, one]));
      const said = signals.flatMap((signal): WordedSignal[] => {
        const about = byId.get(signal.item);
        if (!about) return [];
        const asker = signal.asker === '' ? signal.person : signal.asker;
        const { text } = about.askers.find(({ person }) => person === asker) ?? about;
        return [{ ...signal, question: text }];
      });
      return { said, questions: all };
    },
    drop: (items, entry, dropped) =>
      store.transact(async ({ signals }) => {
        for (const item of items) await signals.drop({ item, entry, dropped });
      }),
    once: (name, look) => {
      const known = outcomes.get(name);
      if (known) return known;
      const outcome = look();
      outcomes.set(name, outcome);
      outcome.catch(() => outcomes.delete(name));
      return outcome;
    },
    of: (person) =>
      [...offers.values()].filter((one) => one.person === person).map(({ community, text }) => ({ community, text })),
    erase: (person) => {
      for (const [key, one] of [...offers.entries()]) if (one.person === person) offers.delete(key);
    },
  };
}
