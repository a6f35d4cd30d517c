import MiniSearch from 'minisearch';
import { sentencesIn } from '../core/search/learn.ts';
import { type Analyzer, analyzer } from '../core/text/analyze.ts';
import { baseOf, type LanguageData, languageOf } from '../core/text/language.ts';
import type { Edition } from './edition.ts';
import { optionsFor, type SearchData, type SearchDocument } from './tokens.ts';

/** The index of an edition, and how its language is read. */
export function searchData(
  { pages, language: { tag } }: Edition,
  languages: ReadonlyMap<string, LanguageData>,
): string {
  const documents = pages.map(
    ({ entry, text }): SearchDocument => ({
      id: entry.id,
      title: text.title,
      phrasings: text.phrasings.join('\n'),
      answer: sentencesIn(text, tag).join('\n'),
    }),
  );
  const language = inShort(languageOf(baseOf(tag), languages), documents);
  const index = new MiniSearch(optionsFor(analyzer(language)));
  index.addAll(documents);
  const data: SearchData = { language, index: index.toJSON() };
  return JSON.stringify(data);
}

/** Only what the words of these texts need: names and frequent words tell nothing here, nor do most synonyms. */
function inShort(whole: LanguageData, documents: readonly SearchDocument[]): LanguageData {
  const { tag, name, direction, fallback, scripts, stemmer, prefixes, suffixes, toSimplified, replace } = whole;
  const { stopWords, commonWords, pointingWords, smallTalk, synonyms = [], kin = [] } = whole;
  const reader = analyzer(whole);
  const known = wordsOf(documents, reader);
  const isKnown = (phrase: string): boolean => reader.read(phrase).words.every((word) => known.has(word));
  return {
    ...{ tag, name, direction, fallback, scripts, stemmer, prefixes, suffixes, toSimplified, replace },
    ...{ stopWords, commonWords, pointingWords, smallTalk },
    synonyms: synonyms.filter((group) => group.some(isKnown)),
    kin: kin.filter(({ drawer, things }) => [...drawer, ...things.flat()].some(isKnown)),
  };
}

const wordsOf = (documents: readonly SearchDocument[], { read }: Analyzer): ReadonlySet<string> =>
  new Set(
    documents.flatMap(({ title, phrasings, answer }) =>
      `${title}\n${phrasings}\n${answer}`.split('\n').flatMap((line) => read(line).words),
    ),
  );
