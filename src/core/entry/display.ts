import { scriptConverter } from '../text/chinese.ts';
import { baseOf, type LanguageData, type WrittenFrom } from '../text/language.ts';
import { mapText } from './blocks.ts';
import type { Entry, EntryText, Source } from './entry.ts';

/** An entry's text as an asker sees it. */
export interface EntryDisplay {
  readonly text: EntryText;
  /** Language of the text shown: the wanted one, or the nearest available. */
  readonly language: string;
}

/**
 * An entry's text in the wanted language; else in one of its fallbacks, in the entry's default language, or in any. A
 * language that is another one in another script gets that one's text, converted (see LanguageData).
 */
export function textIn(
  entry: Entry,
  language: string,
  languages: ReadonlyMap<string, LanguageData>,
): EntryDisplay | undefined {
  const found = writtenIn(entry, language, languages);
  if (!found) return undefined;
  const text = withSourcesIn(found.text, found.text.language);
  return { text: found.from ? convert(text, scriptConverter(found.from)) : text, language: found.language };
}

/** Only the title: converting all texts of many entries would take long. */
export function titleIn(
  entry: Entry,
  language: string,
  languages: ReadonlyMap<string, LanguageData>,
): string | undefined {
  const found = writtenIn(entry, language, languages);
  return found?.from ? scriptConverter(found.from)(found.text.title) : found?.text.title;
}

/** A text as it was written, and the conversion that it needs. */
interface Written extends EntryDisplay {
  readonly from?: WrittenFrom;
}

/** Like `textIn`, but not converted yet. */
export function writtenIn(
  entry: Entry,
  language: string,
  languages: ReadonlyMap<string, LanguageData>,
): Written | undefined {
  const wanted = languages.get(language);
  const order = [
    language,
    ...(wanted?.fallback ?? []),
    entry.defaultLanguage,
    ...languages.keys(),
    ...entry.texts.keys(),
  ];
  for (const tag of order) {
    const written = exactly(entry, tag, languages.get(tag));
    if (written) return written;
  }
  return undefined;
}

/** Languages in which an entry has a text, including those that are converted. */
export const languagesWith = (entry: Entry, languages: ReadonlyMap<string, LanguageData>): LanguageData[] =>
  [...languages.values()].filter((language) => exactly(entry, language.tag, language) !== undefined);

function exactly(entry: Entry, tag: string, language: LanguageData | undefined): Written | undefined {
  const own = entry.texts.get(tag);
  if (own) return { text: own, language: tag };
  const origin = language?.writtenFrom && entry.texts.get(language.writtenFrom.language);
  return origin && { text: origin, language: tag, from: language?.writtenFrom };
}

/** The text with its sources in its own language, if they are translated. */
function withSourcesIn(text: EntryText, language: string): EntryText {
  const inWords = ({ translations, ...source }: Source): Source => {
    const words = translations?.[language];
    return words ? { ...source, ...words, language } : source;
  };
  return text.sources.some(({ translations }) => translations) ? { ...text, sources: text.sources.map(inWords) } : text;
}

function convert(text: EntryText, change: (text: string) => string): EntryText {
  const source = (one: Source): Source =>
    one.language && baseOf(one.language) === baseOf(text.language)
      ? { ...one, title: change(one.title), publisher: one.publisher && change(one.publisher) }
      : one;
  return {
    ...text,
    title: change(text.title),
    phrasings: text.phrasings.map(change),
    tags: text.tags.map(change),
    answer: mapText(text.answer, change),
    sources: text.sources.map(source),
  };
}
