import { LRUCache } from 'lru-cache';
import { baseOf, type LanguageData } from '../../core/text/language.ts';
import { turns, whenIdle } from '../conversation/turns.ts';
import type { Question } from '../ports/questions.ts';
import type { Store, Unit } from '../ports/store.ts';
import { areAlike, contentReader, remembering } from './alike.ts';
import { textKeeper } from './kept-text.ts';
import {
  type Meant,
  type MemberQuestion,
  type PutQuestion,
  putQuestion,
  type QuestionToPut,
  type Wording,
} from './put-question.ts';

/** Questions that the bot did not answer, with all who asked alike. */
export interface KeptQuestions {
  /**
   * Stores a question, and which entry it meant if somebody said so. It is done a moment later, together with others,
   * because nobody waits for it.
   * @param opened called if the question is new on the list
   */
  readonly note: (asked: MemberQuestion, meant?: Meant, opened?: (question: Question) => Promise<void>) => void;
  /**
   * Stores a question at once, in a transaction.
   * @returns undefined if nothing of it may be kept
   */
  readonly keep: (unit: Unit, asked: MemberQuestion) => Promise<PutQuestion | undefined>;
  /** Questions of a community, oldest first. */
  readonly list: (community: string) => Promise<Question[]>;
  /** Whether two questions ask the same. */
  readonly areAlike: (one: Wording, other: Wording) => boolean;
  /** A question as it may be stored; see kept-text.ts. */
  readonly keptText: (text: string, language: string) => string;
  /** Questions of a person that are in memory only, not written yet. */
  readonly of: (person: string) => readonly Pick<MemberQuestion, 'community' | 'text'>[];
  /**
   * Takes a question off the list, and remembers it for ten minutes.
   * @param isAnswered whether an entry answers it
   */
  readonly remove: (question: Question, isAnswered: boolean) => Promise<void>;
  /** Remembers a question that was taken off the list in another way. */
  readonly remember: (question: Question, isAnswered: boolean) => void;
  /** Questions of a community that were taken off the list and are remembered. */
  readonly removed: (community: string) => readonly Removed[];
  /** Puts a remembered question back on the list. */
  readonly bringBack: (question: Question) => Promise<void>;
  /** Does something once nobody has asked anything for a moment. */
  readonly later: (work: () => Promise<void>) => void;
  /** Forgets questions that are in memory only. */
  readonly forget: (isGone: (asked: Pick<MemberQuestion, 'community' | 'place' | 'message'>) => boolean) => void;
  readonly erase: (person: string) => void;
  /** Writes everything that is left, and waits for it. */
  readonly flush: () => Promise<void>;
}

interface Options {
  readonly store: Store;
  readonly languages: ReadonlyMap<string, LanguageData>;
  readonly now: () => string;
  /** Called with errors of background work, which no caller awaits. */
  readonly onError: (error: unknown) => void;
}

/** A question that was taken off the list. */
export interface Removed {
  readonly question: Question;
  readonly isAnswered: boolean;
}

/** A question that is not on disk yet. */
interface Pending extends QuestionToPut {
  readonly opened: ((question: Question) => Promise<void>) | undefined;
  /** Worked out a moment later, when it is written. */
  wording: Wording | undefined;
}

/** Most wordings of a question that another is compared with. */
const MOST_COMPARED = 5;
const MOMENT_MS = 500;
/** If writing fails, it is tried again after so long. */
const LATER_MS = 10_000;
/** Most questions that wait to be written: more come only from a flood. */
const MOST_PENDING = 5000;
/** A question that was answered or ignored can be brought back for so long; its words are then in memory only. */
const REMEMBERED_MS = 10 * 60_000;
const MOST_REMEMBERED = 1000;

export function keptQuestions({ store, languages, now, onError }: Options): KeptQuestions {
  const keptText = textKeeper(languages);
  const contentOf = remembering(contentReader(languages));
  const areSame = (one: Wording, other: Wording): boolean =>
    baseOf(one.language) === baseOf(other.language) &&
    areAlike(contentOf(one.text, one.language), contentOf(other.text, other.language));
  const isAlike = ({ askers, language }: Question, wording: Wording): boolean =>
    askers.slice(0, MOST_COMPARED).some(({ text }) => areSame({ text, language }, wording));

  let pending: Pending[] = [];
  let tasks: (() => Promise<void>)[] = [];
  const gone = new LRUCache<number, Removed>({
    max: MOST_REMEMBERED,
    ttl: REMEMBERED_MS,
    ttlResolution: 0,
    perf: { now: () => Date.parse(now()) },
  });
  function* reading(): Generator<unknown, void> {
    for (const one of pending) {
      if (one.wording) continue;
      const language = one.asked.languageOf();
      one.wording = { text: keptText(one.asked.text, language), language };
      yield;
    }
  }

  const write = async (): Promise<void> => {
    idle.cancel();
    clearTimeout(later);
    later = undefined;
    if (pending.length > 0) await writePending();
  };
  const writePending = async (): Promise<void> => {
    await turns.take('questions', reading());
    let written: readonly Pending[] = [];
    const opened: (() => Promise<void>)[] = [];
    await store.transact(async (unit) => {
      // Some may have been erased before the transaction began.
      written = pending.filter(({ wording }) => wording !== undefined);
      opened.length = 0;
      const known = new Map<string, Question[]>();
      for (const one of written) {
        const { community } = one.asked;
        const rows = known.get(community) ?? (await unit.questions.list(community));
        known.set(community, rows);
        const kept = await putQuestion(unit, rows, one, isAlike);
        const tell = one.opened;
        const isBare = one.meant === undefined && (one.asked.offered ?? []).length === 0;
        if (kept && tell && isBare && (!kept.before || isOffered(kept.before))) opened.push(() => tell(kept.question));
      }
    });
    pending = pending.filter((one) => !written.includes(one));
    for (const tell of opened) await tell().catch(onError);
  };
  let later: NodeJS.Timeout | undefined;
  const failed = (error: unknown): void => {
    later ??= setTimeout(() => void flush(), LATER_MS).unref();
    onError(error);
  };
  let running: Promise<void> = Promise.resolve();
  const writeNext = (): Promise<void> => {
    const writing = running.then(write);
    running = writing.catch(() => undefined);
    return writing;
  };
  const flush = async (): Promise<void> => {
    await writeNext().catch(failed);
    const due = tasks;
    tasks = [];
    for (const task of due) await task().catch(onError);
  };
  const idle = whenIdle(() => void flush(), MOMENT_MS);

  return {
    note: (asked, meant, opened) => {
      if (pending.length < MOST_PENDING) pending.push({ asked, meant, at: now(), opened, wording: undefined });
      idle.request();
    },
    keep: async (unit, asked) => {
      const language = asked.languageOf();
      const wording = { text: keptText(asked.text, language), language };
      const rows = await unit.questions.list(asked.community);
      return putQuestion(unit, rows, { asked, meant: undefined, at: now(), wording }, isAlike);
    },
    list: async (community) => {
      await writeNext();
      return store.read(({ questions }) => questions.list(community));
    },
    areAlike: areSame,
    keptText,
    remove: async (question, isAnswered) => {
      await store.transact(({ questions }) => questions.remove(question.id));
      gone.set(question.id, { question, isAnswered });
    },
    remember: (question, isAnswered) => void gone.set(question.id, { question, isAnswered }),
    removed: (community) => [...gone.values()].filter(({ question }) => question.community === community),
    bringBack: async (question) => {
      gone.delete(question.id);
      const { id: _, text: __, askers, ...row } = question;
      await store.transact(async ({ questions }) => {
        const item = await questions.add(row);
        for (const asker of askers) await questions.join({ ...asker, item });
      });
    },
    later: (work) => {
      tasks.push(work);
      idle.request();
    },
    of: (person) =>
      pending
        .filter(({ asked, meant }) => asked.person === person || meant?.person === person)
        .map(({ asked: { community, text } }) => ({ community, text })),
    forget: (isGone) => {
      pending = pending.filter(({ asked }) => !isGone(asked));
      for (const [id, { question }] of [...gone.entries()])
        if (question.askers.some((asker) => isGone({ ...asker, community: question.community }))) gone.delete(id);
    },
    erase: (person) => {
      pending = pending.filter(({ asked, meant }) => asked.person !== person && meant?.person !== person);
      for (const [id, { question }] of [...gone.entries()])
        if (question.helper === person || question.askers.some((asker) => asker.person === person)) gone.delete(id);
    },
    flush: async () => {
      await flush();
      await running;
    },
  };
}

/** Whether something was offered to everybody who asked. */
const isOffered = ({ askers }: Question): boolean =>
  askers.every(({ offered, meant }) => offered !== '' || meant !== '');
