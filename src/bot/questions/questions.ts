import { LRUCache } from 'lru-cache';
import { baseOf, type LanguageData } from '../../core/text/language.ts';
import { placeOfKey } from '../conversation/place.ts';
import { turns, whenIdle } from '../conversation/turns.ts';
import { dayOf, daysBefore } from '../moment.ts';
import type { StoredSignal } from '../ports/memory.ts';
import { type Asker, NO_HELP, type Question } from '../ports/questions.ts';
import type { Store, Unit } from '../ports/store.ts';
import { areAlike, contentReader, remembering } from './alike.ts';
import { textKeeper } from './kept-text.ts';

/** A question as somebody asked it. */
export interface MemberQuestion extends Pick<Asker, 'person' | 'text' | 'place' | 'channel' | 'message' | 'link'> {
  readonly community: string;
  /** Whether its person can be made up at no cost: all who ask in that place count as one that asks much. */
  readonly isAnybody: boolean;
  /** BCP 47 tag. */
  readonly languageOf: () => string;
  /** Ids of the entries among which they could choose. Default: there were none. */
  readonly offered?: readonly string[];
  /** The way to tell them the answer, as JSON text, if they wait for it. Default: they do not. */
  readonly address?: string;
  /** Days for which it is kept; 0: not at all. Looked up when it is written: it may have changed meanwhile. */
  readonly days: () => number;
}

/** Somebody's word on which entry the question meant. */
interface Meant {
  readonly entry: string;
  readonly kind: StoredSignal['kind'];
  /** Keyed hash of who says so. */
  readonly person: string;
  /** Whether something is learned from it; else it only answers the question. */
  readonly isLearned: boolean;
}

/** Questions that the bot did not answer, as they were typed, each once for all who ask alike. */
export interface KeptQuestions {
  /**
   * Takes a question down, and maybe what it meant. It is read and written a moment later, many together: nobody waits
   * for either. @param opened is given it if it is new on the list
   */
  readonly note: (asked: MemberQuestion, meant?: Meant, opened?: (question: Question) => Promise<void>) => void;
  /** Takes one down at once, in a transaction. @returns undefined if nothing of it may be kept */
  readonly keep: (unit: Unit, asked: MemberQuestion) => Promise<Kept | undefined>;
  /** All of a community, oldest first. */
  readonly list: (community: string) => Promise<Question[]>;
  /** Whether two questions ask the same, in a language. */
  readonly areAlike: (one: Wording, other: Wording) => boolean;
  /** A question as it may be kept: see kept-text.ts. */
  readonly keptText: (text: string, language: string) => string;
  /** Questions of a person that are in memory only. */
  readonly of: (person: string) => readonly Pick<MemberQuestion, 'community' | 'text'>[];
  /** Takes one off the list, and remembers it for ten minutes. @param isAnswered whether an entry answers it */
  readonly remove: (question: Question, isAnswered: boolean) => Promise<void>;
  /** Remembers one that was taken off the list. */
  readonly remember: (question: Question, isAnswered: boolean) => void;
  /** Those of a community that are remembered. */
  readonly removed: (community: string) => readonly Removed[];
  /** Puts one back on the list that is remembered. */
  readonly bringBack: (question: Question) => Promise<void>;
  /** Does something once nobody asks anything for a moment. */
  readonly later: (work: () => Promise<void>) => void;
  /** Forgets what is in memory only. */
  readonly forget: (isGone: (asked: Pick<MemberQuestion, 'community' | 'place' | 'message'>) => boolean) => void;
  readonly erase: (person: string) => void;
  /** Writes what is left, and waits for all that is being written. */
  readonly flush: () => Promise<void>;
}

/** A question in its language. */
type Wording = Pick<Question, 'text' | 'language'>;

interface Options {
  readonly store: Store;
  readonly languages: ReadonlyMap<string, LanguageData>;
  readonly now: () => string;
  /** Called with errors of background work, which no caller awaits. */
  readonly onError: (error: unknown) => void;
}

/** A question, and as it was before somebody asked it again; undefined if nobody had. */
interface Kept {
  readonly question: Question;
  readonly before: Question | undefined;
}

/** One that was taken off the list. */
export interface Removed {
  readonly question: Question;
  readonly isAnswered: boolean;
}

/** One that is not on disk yet. */
interface Pending {
  readonly asked: MemberQuestion;
  readonly meant: Meant | undefined;
  readonly at: string;
  readonly opened: ((question: Question) => Promise<void>) | undefined;
  /** Its words as they may be kept, and its language, once it was read. */
  wording: Wording | undefined;
}

/** Questions of one person that a community keeps, and of all who can be made up; beyond, the oldest of theirs go. */
const MOST_OF_ONE = 50;
const MOST_OF_ANYBODY = 200;
/** Questions that a community keeps; beyond, the least asked go. */
const MOST_OF_COMMUNITY = 1000;
/** Texts of one question that another is compared with. */
const MOST_COMPARED = 5;
const MOMENT_MS = 500;
/** If the store refuses, it is tried again after so long. */
const LATER_MS = 10_000;
/** Questions that wait to be written; more come only from those who flood. */
const MOST_PENDING = 5000;
/** One that was answered or ignored can be brought back for so long. Only memory knows its words then. */
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
      // Read when its turn has come: some of it may have been erased meanwhile.
      written = pending.filter(({ wording }) => wording !== undefined);
      opened.length = 0;
      const known = new Map<string, Question[]>();
      for (const one of written) {
        const { community } = one.asked;
        const rows = known.get(community) ?? (await unit.questions.list(community));
        known.set(community, rows);
        const kept = await put(unit, rows, one);
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

  /** @param rows all of the community, which follow */
  const put = async (
    unit: Unit,
    rows: Question[],
    { asked, meant, at, wording }: Pick<Pending, 'asked' | 'meant' | 'at' | 'wording'>,
  ): Promise<Kept | undefined> => {
    const { questions, signals } = unit;
    const { community, person, place, channel, message, link, offered = [], address = '' } = asked;
    const days = asked.days();
    if (!wording || wording.text === '' || days === 0) return undefined;
    const isOfMessage = (asker: Asker): boolean => message !== '' && asker.place === place && asker.message === message;
    // One that a helper has answered waits to be learned; asked again, it is another question.
    const isAskable = ({ state, askers }: Question): boolean =>
      (state !== 'answered' && state !== 'solved') || askers.some(isOfMessage);
    const index = rows.findIndex((row) => isAskable(row) && isAlike(row, wording));
    const same = rows[index];
    if (meant && !meant.isLearned) {
      if (same) await answerTo(unit, rows, index, person);
      return undefined;
    }
    const { language } = wording;
    const isOpen = meant === undefined;
    const fresh = { ...NO_HELP, community, language, state: isOpen ? 'open' : 'meant', at } as const;
    const item = same?.id ?? (await questions.add(fresh));
    const own = same?.askers.find((asker) => asker.person === person);
    // Who has put it in other words in the same message waits for the answer as before.
    const edited = rows.flatMap(({ askers }) => askers).find(isOfMessage);
    const waits = address === '' && edited?.person === person ? edited.address : address;
    if (message !== '') await questions.unask(place, [message], item);
    const isMeant = meant !== undefined && meant.kind !== 'down';
    if (own && meant) await questions.join({ ...own, meant: isMeant ? meant.entry : own.meant });
    else {
      const until = daysBefore(at, -days);
      const words = { text: wording.text, place, channel, message, link, offered: offered.join(' '), at, until };
      await questions.join({ item, person, ...words, meant: isMeant ? meant.entry : '', address: waits, told: '' });
    }
    if (meant) {
      const { entry, kind, person: speaker } = meant;
      const asker = speaker === person ? '' : person;
      await signals.add({ item, person: speaker, asker, entry, kind, at, dropped: 0 });
    }
    if (isOpen && same?.state === 'meant') await questions.change(item, { state: 'open' });
    if (isMeant && same?.state === 'open' && (await questions.find(item))?.askers.every((one) => one.meant !== ''))
      await questions.change(item, { state: 'meant' });
    const question = await questions.find(item);
    if (!question) return undefined;
    rows.splice(same ? index : rows.length, 1, question);
    await makeRoom(unit, rows, asked, at);
    return { question, before: same };
  };

  /** Somebody has what they asked for, and nothing is learned from it: they ask it no more. */
  const answerTo = async ({ questions }: Unit, rows: Question[], index: number, person: string): Promise<void> => {
    const row = rows[index];
    if (row?.state !== 'open') return;
    await questions.leave(row.id, person);
    const left = await questions.find(row.id);
    rows.splice(index, 1, ...(left ? [left] : []));
  };

  /** Those that go are counted: moderators read that they were there. */
  const makeRoom = async (
    { questions, tallies }: Unit,
    rows: Question[],
    asked: MemberQuestion,
    at: string,
  ): Promise<void> => {
    const { community, place, person, isAnybody } = asked;
    const isOwn = (asker: Asker): boolean => (isAnybody ? asker.place === place : asker.person === person);
    const drop = async (row: Question, isGone: (asker: Asker) => boolean): Promise<void> => {
      for (const asker of row.askers) if (isGone(asker)) await questions.leave(row.id, asker.person);
      const left = await questions.find(row.id);
      rows.splice(rows.indexOf(row), 1, ...(left ? [left] : []));
      const { platform } = placeOfKey(place);
      const what = { what: 'dropped', language: row.language, platform, entry: '' };
      await tallies.add([{ community, day: dayOf(at), ...what, count: 1 }]);
    };
    const own = rows.filter((row) => isUnhelped(row) && row.askers.some(isOwn));
    if (own.length > (isAnybody ? MOST_OF_ANYBODY : MOST_OF_ONE) && own[0]) await drop(own[0], isOwn);
    const free = rows.filter(isFree);
    const [least] = free.length > MOST_OF_COMMUNITY ? [...free].sort((a, b) => a.askers.length - b.askers.length) : [];
    if (least) await drop(least, () => true);
  };

  return {
    note: (asked, meant, opened) => {
      if (pending.length < MOST_PENDING) pending.push({ asked, meant, at: now(), opened, wording: undefined });
      idle.request();
    },
    keep: async (unit, asked) => {
      const language = asked.languageOf();
      const wording = { text: keptText(asked.text, language), language };
      const rows = await unit.questions.list(asked.community);
      return put(unit, rows, { asked, meant: undefined, at: now(), wording });
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

/** Whether no helper has it. */
const isUnhelped = ({ state }: Question): boolean => state === 'open' || state === 'meant';

/** Whether nobody waits for it, either. */
const isFree = (row: Question): boolean => isUnhelped(row) && row.askers.every(({ address }) => address === '');

/** Whether nobody who asked it got nothing at all. */
const isOffered = ({ askers }: Question): boolean =>
  askers.every(({ offered, meant }) => offered !== '' || meant !== '');
