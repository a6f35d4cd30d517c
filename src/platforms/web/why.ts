import { answerTo } from '../../bot/answers/answer-to.ts';
import { sayLanguage } from '../../bot/answers/formats.ts';
import { findingFor, whyLines } from '../../bot/answers/why-answer.ts';
import { callOf } from '../../bot/command.ts';
import { chooseLanguage, homeLanguage } from '../../bot/conversation/choose-language.ts';
import { smallTalkIn } from '../../bot/conversation/small-talk.ts';
import { LONGEST_QUESTION } from '../../core/calibration/policy.ts';
import { textIn } from '../../core/entry/display.ts';
import type { Answer } from '../../core/search/engine.ts';
import type { Finding } from '../../core/search/search.ts';
import { type Analyzer, analyzer } from '../../core/text/analyze.ts';
import { plainLanguage } from '../../core/text/language.ts';
import type { Context, Reader } from './context.ts';
import type { Speaker } from './receive.ts';

/** A part of a text, and whether it speaks for the answer. */
export interface Mark {
  readonly text: string;
  readonly isMatched: boolean;
}

export interface Considered {
  readonly title: readonly Mark[];
  /** Its name in words of the reader's. */
  readonly language: string;
  readonly confidence: number;
}

/** Why a question came out as it did. */
export interface Why {
  readonly kind: Answer['kind'];
  readonly confidence: number;
  readonly question: readonly Mark[];
  readonly lines: readonly string[];
  readonly candidates: readonly Considered[];
  readonly finding: Finding | undefined;
}

const MOST_CANDIDATES = 5;

/** Nothing for what is no question. */
export async function whyOf(
  context: Context,
  speaker: Speaker,
  { language }: Reader,
  question: string | undefined,
): Promise<Why | undefined> {
  const { services } = context;
  if (question === undefined || question.startsWith('/') || question === '' || question.length > LONGEST_QUESTION)
    return undefined;
  const community = await services.communities.prepared(speaker.place);
  const person = services.hash(speaker.person);
  const chosen = await services.attempt.read(({ people }) => people.languageOf(person));
  const asked = chooseLanguage(
    { chosen, detection: services.detect(question), locale: language },
    services.languages,
    homeLanguage(community, services),
  );
  const answer = await answerTo({ community, services }, question, asked);
  if (answer.kind === 'unknown' && smallTalkIn(question, [...services.languages.values()])) return undefined;
  const { place, isModerator } = speaker;
  const call = callOf(services, { person, place, community, language, isModerator: async () => isModerator });
  return { ...pictured(context, answer, question, asked, language), lines: whyLines(call, question, answer, asked) };
}

function pictured(
  { services }: Context,
  { kind, candidates, findings }: Answer,
  question: string,
  asked: string,
  shownIn: string,
): Omit<Why, 'lines'> {
  const best = candidates[0];
  const finding = findingFor(findings, best?.language ?? asked);
  const analyze = analyzer(services.languages.get(finding?.language ?? asked) ?? plainLanguage(asked));
  const matched = new Set(
    finding?.words.filter((word) => analyze.weightOf(word) > 0 && !finding.unknown.includes(word)),
  );
  const considered = candidates.slice(0, MOST_CANDIDATES).map(({ entry, language, confidence }): Considered => {
    const title = textIn(entry, shownIn, services.languages)?.text.title ?? entry.id;
    return {
      title: marked(title, matched, analyze),
      language: sayLanguage(language, { language: shownIn, services }),
      confidence,
    };
  });
  return {
    kind,
    confidence: best?.confidence ?? 0,
    question: marked(question, matched, analyze),
    candidates: considered,
    finding,
  };
}

/** A text with the found words marked, in whatever form. */
function marked(text: string, matched: ReadonlySet<string>, { analyze }: Pick<Analyzer, 'analyze'>): Mark[] {
  const marks: { text: string; isMatched: boolean }[] = [];
  for (const { segment, isWordLike } of new Intl.Segmenter(undefined, { granularity: 'word' }).segment(text)) {
    const isMatched = isWordLike === true && analyze(segment).words.some((word) => matched.has(word));
    const last = marks.at(-1);
    if (last?.isMatched === isMatched) last.text += segment;
    else marks.push({ text: segment, isMatched });
  }
  return marks;
}
