import { type Analyzer, analyzer } from '../../core/text/analyze.ts';
import { baseOf, languageOf } from '../../core/text/language.ts';
import type { Call } from '../command.ts';
import { foresee } from './foresee.ts';
import { type JudgedDraft, judgeDrafts } from './judge.ts';
import { type PhrasedText, textsOfEntries } from './phrased-text.ts';
import { type PhrasingPrompt, type PromptOptions, promptsFor } from './prompt.ts';
import { type ReadDrafts, readDrafts } from './read-drafts.ts';

/** Every text that a community answers with; none of pins and of entries that were retired. */
export const phrasedTexts = ({ community }: Pick<Call, 'community'>): PhrasedText[] =>
  textsOfEntries(community.knowledge().entries.values());

/** Prompts that ask for what some texts lack. */
export const draftPrompts = (
  call: Call,
  texts: readonly PhrasedText[],
  options: Omit<PromptOptions, 'all' | 'analyzerOf'>,
): PhrasingPrompt[] => promptsFor(texts, { ...options, all: phrasedTexts(call), analyzerOf: analyzersOf(call) });

/** Drafts that came back of a prompt, each with an opinion on it. */
export interface DraftTable extends Pick<ReadDrafts, 'corrected' | 'unknown'> {
  /** Entry by entry. */
  readonly drafts: readonly JudgedDraft[];
}

/** @param texts for which phrasings were asked for: names in the answers mean these. Default: all */
export async function judgeAnswers(
  call: Call,
  answers: readonly string[],
  texts: readonly PhrasedText[] = phrasedTexts(call),
): Promise<DraftTable> {
  const { services, community } = call;
  const all = phrasedTexts(call);
  const read = answers.map((answer) => readDrafts(answer, texts));
  const analyzerOf = analyzersOf(call);
  const lines = read.flatMap((one) => one.lines);
  const judged = await judgeDrafts(community.id, lines, {
    all,
    answer: community.answer,
    detect: services.detect,
    analyzerOf,
    chatterOf: (language) => services.effective.background.get(language)?.chatter ?? [],
  });
  return {
    drafts: await foresee(call, judged, all, analyzerOf),
    corrected: read.flatMap(({ corrected }) => corrected),
    unknown: read.flatMap(({ unknown }) => unknown),
  };
}

const analyzersOf =
  ({ services: { languages } }: Pick<Call, 'services'>): ((language: string) => Analyzer) =>
  (language) =>
    analyzer(languageOf(baseOf(language), languages));
