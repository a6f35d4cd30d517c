import { beginsWithThanks, smallTalkIn } from '../bot/conversation/small-talk.ts';
import { textKeeper } from '../bot/questions/kept-text.ts';
import type { Services } from '../bot/services.ts';
import { textIn } from '../core/entry/display.ts';
import type { Source } from '../core/entry/entry.ts';
import { answerFrom } from '../core/search/engine.ts';
import { analyzer } from '../core/text/analyze.ts';
import { baseOf, languageOf } from '../core/text/language.ts';
import { remember } from '../core/text/remember.ts';
import { findQuestions } from '../knowledge/mine/find-questions.ts';
import { groupQuestions } from '../knowledge/mine/group-questions.ts';
import type { Export } from '../knowledge/mine/message.ts';
import { proposalsFrom } from '../knowledge/mine/proposals.ts';
import { createReading } from '../knowledge/mine/reading.ts';
import { type MiningReport, reportPage } from '../knowledge/mine/report-page.ts';
import { type Scrubber, wordsOfAll } from '../knowledge/mine/scrub.ts';
import { type AnsweringEntry, topicsOf } from '../knowledge/mine/topics.ts';
import type { Progress } from '../progress.ts';

type Mining = Pick<Services, 'languages' | 'detect' | 'defaultLanguage' | 'knowledge'>;

export interface MineChatsOptions {
  /** Language of all messages. Default: it is detected. */
  readonly language?: string;
  /** Source named in proposals. */
  readonly source: Source;
  readonly onProgress: Progress['show'];
}

/** Results, and their files by path. */
export interface Mined {
  readonly report: MiningReport;
  readonly files: ReadonlyMap<string, string>;
}

export const REPORT_FILE = 'report.html';
/** File with the source of all proposals, for `accept`. */
export const SOURCE_FILE = 'source.json';
/** Most characters of a message that counts as mere thanks. */
const LONGEST_THANKS = 60;
/** Messages between two reports of progress. */
const STEP = 500;

/**
 * Finds questions and their answers in an exported chat, reading texts as the bot does, and compares them with the
 * installed packs.
 */
export function mineChats(services: Mining, found: Export, { language, source, onProgress }: MineChatsOptions): Mined {
  const { languages, detect, defaultLanguage, knowledge } = services;
  const { title, chats, people } = found;
  const isThanks = (text: string) =>
    smallTalkIn(text, languages.values()) === 'closing' ||
    (text.length <= LONGEST_THANKS && beginsWithThanks(text, languages.values()));
  const reading = createReading({ languages, detect, defaultLanguage, language, isThanks });
  const messages = chats.reduce((sum, chat) => sum + chat.messages.length, 0);
  let read = 0;
  const onMessage = () => {
    if (read++ % STEP === 0) onProgress('finding questions', read, messages);
  };
  const asked = chats.flatMap((chat) => findQuestions(chat, reading, onMessage));
  const groups = groupQuestions(asked, languages, (done, total) => onProgress('grouping questions', done, total));
  const topics = topicsOf(groups, {
    people,
    scrub: scrubberOf(services, wordsOfAll(asked, people, languages)),
    ask: (question, tag) => askPacks(services, question, tag),
    onProgress: (done, total) => onProgress('asking the packs', done, total),
  });
  const proposals = proposalsFrom(topics, source, knowledge.current().entries.keys());
  const report = {
    title,
    messages,
    people: new Set(chats.flatMap((chat) => chat.messages.map(({ author }) => author))).size,
    moments: asked.map(({ time }) => time),
    topics,
    proposals,
  };
  const files = [
    [REPORT_FILE, reportPage(report)],
    [SOURCE_FILE, `${JSON.stringify(source, undefined, 2)}\n`],
    ...proposals.map(({ path, text }) => [path, text] as const),
  ] as const;
  return { report, files: new Map(files) };
}

/** Rules for removing people's names: a word that is in the packs, or that many in the group use, is none. */
function scrubberOf({ languages, knowledge }: Mining, isOfAll: (stem: string, base: string) => boolean): Scrubber {
  const { indexes } = knowledge.current().library;
  const isInAnyPack = (stem: string, base: string) => indexes.some((one) => one.base === base && one.index.knows(stem));
  const readerOf = remember((base: string) => analyzer(languageOf(base, languages)));
  return {
    question: textKeeper(languages),
    isOrdinary: (word, language) => {
      const base = baseOf(language);
      const stems = readerOf(base).read(word).words;
      return stems.length > 0 && [...stems].every((stem) => isOfAll(stem, base) || isInAnyPack(stem, base));
    },
  };
}

function askPacks({ languages, knowledge }: Mining, question: string, language: string): AnsweringEntry | undefined {
  const { kind, candidates } = answerFrom(knowledge.current().library, question, language);
  const [best] = candidates;
  return kind === 'sure' && best
    ? { id: best.entry.id, title: textIn(best.entry, language, languages)?.text.title ?? '' }
    : undefined;
}
