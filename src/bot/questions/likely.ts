import { UNSURE } from '../../core/calibration/policy.ts';
import type { Entry, EntryText } from '../../core/entry/entry.ts';
import type { Candidate } from '../../core/search/pool.ts';
import { analyzer } from '../../core/text/analyze.ts';
import { plainLanguage } from '../../core/text/language.ts';
import type { Call, CommunityCall } from '../command.ts';
import type { Wording } from './put-question.ts';

/** An entry that may answer a question, and why. */
export interface Likely {
  readonly entry: Entry;
  /** 0 to 1. */
  readonly confidence: number;
  /**
   * Words of the question, as typed, that are in the entry's title or a phrasing; without common words, the rarest
   * first.
   */
  readonly words: readonly string[];
}

const MOST = 3;
const MOST_WORDS = 3;
/** Most phrasings that are compared. */
const MOST_PHRASINGS = 20;

/** Up to three entries, the likeliest first, without mere guesses that have no word in common. */
export function likelyEntries({ services, community }: CommunityCall, { text, language }: Wording): Likely[] {
  const { entries } = community.knowledge();
  return community
    .answer(text, language)
    .candidates.filter(({ entry, hidden }) => !hidden && entries.has(entry.id))
    .slice(0, MOST)
    .map((candidate) => likely(services, text, candidate))
    .filter(({ confidence, words }) => confidence >= UNSURE || words.length > 0);
}

function likely(services: Call['services'], question: string, { entry, confidence, language }: Candidate): Likely {
  const text = entry.texts.get(language);
  return { entry, confidence, words: text ? sharedWords(services, question, text) : [] };
}

function sharedWords({ languages }: Call['services'], question: string, text: EntryText): string[] {
  const { analyze, weightOf } = analyzer(languages.get(text.language) ?? plainLanguage(text.language));
  const asked = analyze(question);
  const own = new Set(
    [text.title, ...text.phrasings.slice(0, MOST_PHRASINGS)].flatMap((words) => analyze(words).words),
  );
  const shared = asked.words
    .map((stem, at) => ({ stem, word: asked.surface[at] ?? stem }))
    .filter(({ stem }) => weightOf(stem) >= 1 && own.has(stem))
    .sort((a, b) => weightOf(b.stem) - weightOf(a.stem));
  return [...new Map(shared.map(({ stem, word }) => [stem, word])).values()].slice(0, MOST_WORDS);
}
