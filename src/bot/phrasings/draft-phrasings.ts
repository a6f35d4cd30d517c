import { type Analyzer, analyzer } from '../../core/text/analyze.ts';
import { baseOf, languageOf } from '../../core/text/language.ts';
import type { Call } from '../command.ts';
import type { InCommunity } from '../community/community.ts';
import type { WithServices } from '../services.ts';
import { foresee } from './foresee.ts';
import { type JudgedDraft, judgeDrafts } from './judge.ts';
import { type PhrasedText, textsOfEntries } from './phrased-text.ts';
import { type PhrasingPrompt, type PromptOptions, promptsFor } from './prompt.ts';
import { type ReadDrafts, readDrafts } from './read-drafts.ts';

/** All texts of a community's entries, without pins and retired ones. */
export const phrasedTexts = ({ community }: InCommunity): PhrasedText[] =>
  textsOfEntries(community.knowledge().entries.values());

/** Prompts for the phrasings that the texts lack. */
export const draftPrompts = (
  call: Call,
  texts: readonly PhrasedText[],
  options: Omit<PromptOptions, 'all' | 'analyzerOf'>,
): PhrasingPrompt[] => promptsFor(texts, { ...options, all: phrasedTexts(call), analyzerOf: analyzersOf(call) });

/** Drafts from the answers to prompts, rated. */
export interface DraftTable extends Pick<ReadDrafts, 'corrected' | 'unknown'> {
  /** In the order of the answers. */
  readonly drafts: readonly JudgedDraft[];
}

/** @param texts for which phrasings were requested: names in the answers mean these. Default: all */
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
  ({ services: { languages } }: WithServices): ((language: string) => Analyzer) =>
  (language) =>
    analyzer(languageOf(baseOf(language), languages));
