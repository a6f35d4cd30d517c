import type { LanguageData } from '../../core/text/language.ts';
import { findQuestions } from './find-questions.ts';
import { groupQuestions } from './group-questions.ts';
import type { Export } from './message.ts';
import type { Reading } from './reading.ts';
import type { Report } from './report-page.ts';
import { type Scrubber, wordsOfAll } from './scrub.ts';
import { type Known, topicsOf } from './topics.ts';

export interface MineOptions {
  readonly reading: Reading;
  readonly languages: ReadonlyMap<string, LanguageData>;
  /** @param isOfAll whether a word is one that the group uses: takes a stem, and the language's primary subtag. */
  readonly scrubber: (isOfAll: (stem: string, base: string) => boolean) => Scrubber;
  /** The entry by which the packs surely answer. */
  readonly ask: (question: string, language: string) => Known | undefined;
  readonly onProgress: (doing: string, done: number, total: number) => void;
}

/** Messages between two reports of progress. */
const STEP = 500;

/** Finds what was asked in an export, and what was answered. */
export function mine(found: Export, options: MineOptions): Omit<Report, 'proposals'> {
  const { reading, languages, scrubber, ask, onProgress } = options;
  const { title, chats, people } = found;
  const count = chats.reduce((sum, { messages }) => sum + messages.length, 0);
  let done = 0;
  const onMessage = () => {
    if (done++ % STEP === 0) onProgress('finding questions', done, count);
  };
  const asked = chats.flatMap((chat) => findQuestions(chat, reading, onMessage));
  const groups = groupQuestions(asked, languages, (done, total) => onProgress('grouping questions', done, total));
  const topics = topicsOf(groups, {
    people,
    scrub: scrubber(wordsOfAll(asked, people, languages)),
    ask,
    onProgress: (done, total) => onProgress('asking the packs', done, total),
  });
  return {
    title,
    messages: count,
    people: new Set(chats.flatMap(({ messages }) => messages.map(({ author }) => author))).size,
    moments: asked.map(({ time }) => time),
    topics,
  };
}
