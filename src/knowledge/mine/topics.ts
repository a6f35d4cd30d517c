import type { LanguageTag } from '../../core/text/language.ts';
import { phraseKey } from '../../core/text/normalize.ts';
import type { ChatAnswer, ChatQuestion } from './find-questions.ts';
import type { QuestionGroup } from './group-questions.ts';
import { isWhole, type Scrubber, withoutPeople } from './scrub.ts';

/** The entry with which the packs answer. */
export interface AnsweringEntry {
  readonly id: string;
  readonly title: string;
}

/** A question in all the words in which people asked it, without what identifies them. */
export interface ChatTopic {
  readonly title: string;
  readonly language: LanguageTag;
  /** Other wordings. */
  readonly phrasings: readonly string[];
  /** How often it was asked. */
  readonly times: number;
  readonly people: number;
  /** When it was asked, in milliseconds since 1970. */
  readonly moments: readonly number[];
  /** The best answer that people gave, if any. */
  readonly answer?: ChatAnswer;
  /** The entry with which the packs answer it, if they do. */
  readonly known?: AnsweringEntry;
  /** Phrasings that the packs do not answer, though they answer the title. */
  readonly missed: readonly string[];
}

export interface TopicOptions {
  readonly people: ReadonlySet<string>;
  readonly scrub: Scrubber;
  /** The entry with which the packs answer outright, if they do. */
  readonly ask: (question: string, language: string) => AnsweringEntry | undefined;
  readonly onProgress: (done: number, total: number) => void;
}

/** Topics that are returned: those that most people asked for. */
const MOST_TOPICS = 1000;
/** Wordings of a topic. */
const MOST_PHRASINGS = 8;
/** Characters of an answer that fits into one entry. */
const LONGEST_ANSWER = 3500;

/** Topics, those first for which most people asked. */
export function topicsOf(
  groups: readonly QuestionGroup[],
  { people, scrub, ask, onProgress }: TopicOptions,
): ChatTopic[] {
  const most = [...groups].sort((a, b) => weightOf(b) - weightOf(a)).slice(0, MOST_TOPICS);
  return most.flatMap((group, at): ChatTopic[] => {
    onProgress(at, most.length);
    const [first] = group;
    const [title, ...phrasings] = wordingsOf(group, scrub);
    if (first === undefined || title === undefined) return [];
    const { language } = first;
    const best = group.flatMap(({ answers }) => answers).sort(byWorth)[0];
    const markdown = best && withoutPeople(best.markdown, people, (word) => scrub.isOrdinary(word, language));
    const known = ask(title, language);
    return [
      {
        title,
        language,
        phrasings,
        times: group.length,
        people: askersOf(group),
        moments: group.map(({ time }) => time),
        answer: best && markdown ? { ...best, markdown } : undefined,
        known,
        missed: known ? phrasings.filter((phrasing) => ask(phrasing, language)?.id !== known.id) : [],
      },
    ];
  });
}

const askersOf = (group: QuestionGroup): number => new Set(group.map(({ author }) => author)).size;

/** By how many people asked; of equal ones, those whose answers helped come first. */
const weightOf = (group: QuestionGroup): number =>
  askersOf(group) + (group.some(({ answers }) => answers.some(isProven)) ? 0.5 : 0);

export const isProven = ({ isThanked, approvals }: ChatAnswer): boolean => isThanked || approvals > 0;

/**
 * Answers that fit into one entry come first, then those that were thanked for, then those with more approvals, then
 * the newest.
 */
const byWorth = (a: ChatAnswer, b: ChatAnswer): number =>
  Number(b.markdown.length <= LONGEST_ANSWER) - Number(a.markdown.length <= LONGEST_ANSWER) ||
  Number(b.isThanked) - Number(a.isThanked) ||
  b.approvals - a.approvals ||
  b.time - a.time;

/**
 * A group's wordings that may be shown, the most frequent first. Those without anything personal are shown as they are;
 * if there are none, the shortest one with gaps.
 */
function wordingsOf(group: QuestionGroup, scrub: Scrubber): string[] {
  const whole = new Map<string, { readonly text: string; count: number }>();
  let scrubbed = '';
  for (const { text, language } of distinct(group)) {
    const shown = scrub.question(text, language);
    if (!isWhole(shown)) {
      if (scrubbed === '' || (shown !== '' && shown.length < scrubbed.length)) scrubbed = shown;
      continue;
    }
    const key = phraseKey(text);
    const known = whole.get(key) ?? { text, count: 0 };
    known.count++;
    whole.set(key, known);
  }
  const ordered = [...whole.values()].sort((a, b) => b.count - a.count || a.text.length - b.text.length);
  if (ordered.length === 0) return scrubbed === '' ? [] : [scrubbed];
  return ordered.slice(0, MOST_PHRASINGS).map(({ text }) => text);
}

/** One for each person and wording: nobody makes a wording the usual one by asking often. */
function distinct(group: QuestionGroup): ChatQuestion[] {
  const seen = new Map(group.map((one) => [`${one.author} ${phraseKey(one.text)}`, one]));
  return [...seen.values()];
}
