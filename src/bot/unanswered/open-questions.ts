import { baseOf, type LanguageData } from '../../core/text/language.ts';
import { turns } from '../conversation/turns.ts';
import { whenIdle } from '../idle.ts';
import type { Unanswered, UnansweredGroup } from '../ports/memory.ts';
import type { Store } from '../ports/store.ts';
import { areAlike, type Content, contentReader, remembering } from './alike.ts';
import { textKeeper } from './kept-text.ts';
import { type Asked, type AskedGroup, createMemory, type MemoryOptions } from './memory.ts';

/** A question as it was asked. */
interface Question extends Pick<Asked, 'community' | 'person' | 'origin' | 'text' | 'offered'> {
  /** BCP 47 tag. */
  readonly languageOf: () => string;
}

/** Unanswered questions. Their words go to the store only once several people have asked alike. */
export interface OpenQuestions {
  /**
   * Remembers a question that nothing answered. It is read and written a moment later, many together: nobody waits for
   * either. @param opened is given its group, if its words are kept from now on
   */
  readonly note: (question: Question, opened?: (group: UnansweredGroup) => Promise<void>) => void;
  /** Most asked first. */
  readonly list: (community: string) => Promise<UnansweredGroup[]>;
  /** Off the list; people have to ask again before it comes back. */
  readonly remove: (group: UnansweredGroup) => Promise<void>;
  /** Whether two questions ask the same, in a language. */
  readonly areAlike: (one: Wording, other: Wording) => boolean;
  /** Who asked alike in the last two weeks, as far as this process knows, and the entries that they could choose. */
  readonly choosers: (community: string, one: Wording) => readonly Pick<Asked, 'person' | 'offered'>[];
  /** A question as it may be kept: see kept-text.ts. */
  readonly keptText: (text: string, language: string) => string;
  /** Remembered questions of a person. */
  readonly of: (person: string) => readonly Pick<Asked, 'community' | 'text' | 'language' | 'at'>[];
  readonly erase: (person: string) => void;
  /** Writes what is left, and waits for all that is being written. */
  readonly flush: () => Promise<void>;
}

/** A question in its language. */
type Wording = Pick<UnansweredGroup, 'text' | 'language'>;

export interface OpenQuestionsOptions extends MemoryOptions {
  readonly store: Store;
  readonly languages: ReadonlyMap<string, LanguageData>;
  readonly now: () => string;
  /** Is told what nobody waits for. */
  readonly onError: (error: unknown) => void;
}

/** A question of which it is not known yet what may be kept. */
interface Heard {
  readonly question: Question;
  readonly at: string;
  readonly opened: Waiting['opened'];
}

/** A question that is not on disk yet. */
interface Waiting {
  readonly asked: Asked;
  readonly group: AskedGroup;
  /** Questions asked alike until then, with the question itself. */
  readonly alike: readonly Asked[];
  readonly opened: ((group: UnansweredGroup) => Promise<void>) | undefined;
}

/** Different people who must have asked alike before any word is kept. */
const PEOPLE = 3;
/** Groups that are kept of a community; beyond, the least asked go. */
const MOST_GROUPS = 200;
const MOMENT_MS = 500;
/** If the store refuses, it is tried again after so long, and the newest so many are kept. */
const LATER_MS = 10_000;
const MOST_WAITING = 1000;
/** Questions that wait to be read; more come only from those who flood. */
const MOST_HEARD = 5000;

export function openQuestions({ store, languages, now, onError, ...options }: OpenQuestionsOptions): OpenQuestions {
  const memory = createMemory(options);
  const keptText = textKeeper(languages);
  const contentOf = contentReader(languages);
  const contentOfKept = remembering(contentOf);
  const isAlike = (group: UnansweredGroup, language: string, contents: readonly Content[]): boolean =>
    baseOf(group.language) === baseOf(language) &&
    contents.some((content) => areAlike(contentOfKept(group.text, group.language), content));

  const keep = async (
    unanswered: Unanswered,
    { asked, group, alike }: Waiting,
  ): Promise<UnansweredGroup | undefined> => {
    const kept = await unanswered.list(asked.community);
    const same = kept.find((one) => isAlike(one, asked.language, [group.about.content, asked.content]));
    if (same) await unanswered.again(same.id, asked.at);
    if (same || alike.length < PEOPLE) return undefined;
    const about = shortest({ ...group, asked: alike });
    const { text } = about;
    if (kept.length >= MOST_GROUPS) await unanswered.remove(leastAsked(kept));
    group.about = about;
    const { community, language } = about;
    const words = { community, text, language, count: alike.length, first: alike[0]?.at ?? asked.at, last: asked.at };
    return { ...words, id: await unanswered.add(words) };
  };

  const heard: Heard[] = [];
  let waiting: Waiting[] = [];
  let later: NodeJS.Timeout | undefined;
  /** Questions that are being written, to be tried again. */
  const underway = new Map<readonly Waiting[], readonly Waiting[]>();
  const keepForLater = (batch: readonly Waiting[]): void => {
    waiting = [...(underway.get(batch) ?? []), ...waiting].slice(-MOST_WAITING);
    if (waiting.length > 0) later ??= setTimeout(() => void flush(), LATER_MS).unref();
  };
  const takeIn = (
    { question: { community, person, origin, text: said, offered }, at, opened }: Heard,
    language: string,
  ): void => {
    const text = keptText(said, language);
    if (text === '') return;
    const content = contentOf(text, language);
    const asked = { community, person, origin, text, language, content, offered, at };
    const group = memory.note(asked);
    if (group) waiting.push({ asked, group, alike: [...group.asked], opened });
  };
  function* takingIn(): Generator<unknown, void> {
    for (let [one] = heard; one; [one] = heard) {
      const language = one.question.languageOf();
      takeIn(one, language);
      heard.shift();
      yield;
    }
  }
  const running = new Set<Promise<unknown>>();
  /** Writes what waits in one transaction, and does what comes after it. */
  const write = <T>(then: (unanswered: Unanswered) => Promise<T>): Promise<T> => {
    const writing = writeNow(then);
    const ended: Promise<unknown> = writing.catch(() => undefined).finally(() => running.delete(ended));
    running.add(ended);
    return writing;
  };
  const writeNow = async <T>(then: (unanswered: Unanswered) => Promise<T>): Promise<T> => {
    idle.cancel();
    if (heard.length > 0) await turns.take('unanswered', takingIn());
    const batch = waiting;
    underway.set(batch, batch);
    waiting = [];
    clearTimeout(later);
    later = undefined;
    const open: (UnansweredGroup | undefined)[] = [];
    const written = store.transact(async ({ unanswered }) => {
      for (const [at, one] of batch.entries()) open[at] = await keep(unanswered, one);
      return then(unanswered);
    });
    const result = await written
      .catch((error: unknown) => {
        keepForLater(batch);
        throw error;
      })
      .finally(() => underway.delete(batch));
    for (const [at, { opened }] of batch.entries()) if (open[at]) await opened?.(open[at]).catch(onError);
    return result;
  };
  const flush = async (): Promise<void> => {
    if (heard.length + waiting.length > 0) await write(() => Promise.resolve()).catch(onError);
    // One that began before may not be on disk yet.
    await Promise.all(running);
  };
  const idle = whenIdle(() => void flush(), MOMENT_MS);

  return {
    note: (question, opened) => {
      if (heard.length < MOST_HEARD) heard.push({ question, at: now(), opened });
      idle.request();
    },
    list: (community) => write((unanswered) => unanswered.list(community)),
    remove: async (group) => {
      memory.forget({ ...group, content: contentOf(group.text, group.language) });
      await write((unanswered) => unanswered.remove(group.id));
    },
    areAlike: (one, other) =>
      baseOf(one.language) === baseOf(other.language) &&
      areAlike(contentOfKept(one.text, one.language), contentOfKept(other.text, other.language)),
    choosers: (community, { text, language }) =>
      memory.alike({ community, language, content: contentOfKept(text, language) }),
    keptText,
    of: (person) => {
      for (const _ of takingIn());
      return memory.of(person).map(({ community, text, language, at }) => ({ community, text, language, at }));
    },
    erase: (person) => {
      memory.erase(person);
      heard.splice(0, heard.length, ...heard.filter(({ question }) => question.person !== person));
      const without = (questions: readonly Waiting[]) =>
        questions
          .filter(({ asked }) => asked.person !== person)
          .map((one) => ({ ...one, alike: one.alike.filter((other) => other.person !== person) }));
      waiting = without(waiting);
      for (const [batch, questions] of underway) underway.set(batch, without(questions));
    },
    flush,
  };
}

/** Of what was asked alike, the shortest has the least that only one person said. */
const shortest = ({ asked, about }: { readonly asked: readonly Asked[]; readonly about: Asked }): Asked =>
  asked.reduce((a, b) => (b.content.size < a.content.size ? b : a), about);

const leastAsked = (groups: readonly UnansweredGroup[]): number =>
  groups.reduce((a, b) => (b.count < a.count || (b.count === a.count && b.last < a.last) ? b : a)).id;
