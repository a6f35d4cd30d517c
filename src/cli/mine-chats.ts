import { beginsWithThanks, smallTalkIn } from '../bot/conversation/small-talk.ts';
import type { Services } from '../bot/services.ts';
import { isInPacks, ordinaryWords } from '../bot/unanswered/ordinary-words.ts';
import { readableForm, textOf } from '../bot/unanswered/readable.ts';
import { textIn } from '../core/entry/display.ts';
import type { Source } from '../core/entry/entry.ts';
import { answerFrom } from '../core/search/engine.ts';
import type { Export } from '../knowledge/mine/message.ts';
import { mine } from '../knowledge/mine/mine.ts';
import { type Proposal, proposalsFrom } from '../knowledge/mine/proposals.ts';
import { createReading } from '../knowledge/mine/reading.ts';
import { type Report, reportPage } from '../knowledge/mine/report-page.ts';
import type { Scrubber } from '../knowledge/mine/scrub.ts';
import type { Known } from '../knowledge/mine/topics.ts';
import type { Progress } from '../progress.ts';

type Mining = Pick<Services, 'languages' | 'detect' | 'defaultLanguage' | 'knowledge'>;

export interface MineChatsOptions {
  /** Of everything. Default: texts tell it. */
  readonly language?: string | undefined;
  /** Named by proposals. */
  readonly source: Source;
  readonly onProgress: Progress['show'];
}

/** Findings, and the files of them by path. */
export interface Mined {
  readonly report: Report;
  readonly files: ReadonlyMap<string, string>;
}

export const REPORT_FILE = 'report.html';
/** Names the source of all proposals for those who accept one. */
export const SOURCE_FILE = 'source.json';
/** Characters of thanks that say a little more. */
const LONGEST_THANKS = 60;

/** Mines an export as the bot reads people's words, beside what the bot's packs answer. */
export function mineChats(services: Mining, found: Export, { language, source, onProgress }: MineChatsOptions): Mined {
  const { languages, detect, defaultLanguage, knowledge } = services;
  const isThanks = (text: string) =>
    smallTalkIn(text, languages.values()) === 'closing' ||
    (text.length <= LONGEST_THANKS && beginsWithThanks(text, languages.values()));
  const mined = mine(found, {
    languages,
    reading: createReading({ languages, detect, defaultLanguage, language, isThanks }),
    scrubber: (isOfAll) => scrubberOf(services, isOfAll),
    ask: (question, asked) => askPacks(services, question, asked),
    onProgress,
  });
  const proposals = proposalsFrom(mined.topics, source, knowledge.current().entries.keys());
  const report = { ...mined, proposals };
  return { report, files: new Map([...filesOf(report, source), ...proposals.map(fileOf)]) };
}

const filesOf = (report: Report, source: Source): [string, string][] => [
  [REPORT_FILE, reportPage(report)],
  [SOURCE_FILE, `${JSON.stringify(source, undefined, 2)}\n`],
];

const fileOf = ({ path, text }: Proposal): [string, string] => [path, text];

/** A word of the packs, or of many in the group, is nobody's name. */
function scrubberOf({ languages, knowledge }: Mining, isOfAll: (stem: string, base: string) => boolean): Scrubber {
  const isInAnyPack = isInPacks(knowledge.current);
  const ordinary = ordinaryWords(languages, (stem, base) => isOfAll(stem, base) || isInAnyPack(stem, base));
  const readable = readableForm(languages, ordinary);
  return {
    question: (text, language) => textOf(readable(text, language), ordinary(language)),
    isOrdinary: (word, language) => ordinary(language).isOrdinary(word.toLowerCase(), false),
  };
}

function askPacks({ languages, knowledge }: Mining, question: string, language: string): Known | undefined {
  const { kind, candidates } = answerFrom(knowledge.current().library, question, language);
  const [best] = candidates;
  return kind === 'sure' && best
    ? { id: best.entry.id, title: textIn(best.entry, language, languages)?.text.title ?? '' }
    : undefined;
}
