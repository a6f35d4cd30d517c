import { chooseLanguage } from '../bot/conversation/choose-language.ts';
import type { WithServices } from '../bot/services.ts';
import { plainText } from '../core/entry/blocks.ts';
import { textIn } from '../core/entry/display.ts';
import type { Source } from '../core/entry/entry.ts';
import { prepareIndexes } from '../core/search/library.ts';
import { TERMINAL } from './lines.ts';

/** An answer in the command line's JSON output. */
export interface AnswerObject {
  readonly id: unknown;
  readonly kind: 'sure' | 'unsure' | 'unknown';
  /** Language of the answer, or of the question if there is none. */
  readonly language: string;
  readonly confidence: number;
  /** Null unless the answer is confident. */
  readonly entry: string | null;
  /** Plain text; null unless the answer is confident. */
  readonly answer: string | null;
  readonly sources: readonly Source[];
  readonly candidates: readonly { readonly entry: string; readonly language: string; readonly confidence: number }[];
  /** Milliseconds for this question, without preparing indexes. */
  readonly ms: number;
}

export async function answerObject(
  { services }: WithServices,
  id: unknown,
  question: string,
  locale: string | undefined,
): Promise<AnswerObject> {
  const language = chooseLanguage(
    { detection: services.detect(question), locale },
    services.languages,
    services.defaultLanguage,
  );
  const community = await services.communities.of(TERMINAL);
  // Prepared first, so that only answering is timed.
  for (const _ of prepareIndexes(services.knowledge.current().library, question, language));
  const start = performance.now();
  const { kind, candidates } = community.answer(question, language);
  const [best] = candidates;
  const shown = kind === 'sure' && best ? textIn(best.entry, language, services.languages) : undefined;
  return {
    id,
    kind,
    language: shown?.language ?? language,
    confidence: rounded(best?.confidence ?? 0),
    entry: shown && best ? best.entry.id : null,
    answer: shown ? plainText(shown.text.answer) : null,
    sources: shown
      ? shown.text.sources.map(({ title, publisher, url, published }) => ({ title, publisher, url, published }))
      : [],
    candidates: candidates.map((one) => ({
      entry: one.entry.id,
      language: one.language,
      confidence: rounded(one.confidence),
    })),
    ms: rounded(performance.now() - start),
  };
}

const rounded = (value: number): number => Math.round(value * 10_000) / 10_000;
