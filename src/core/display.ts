import { mapText } from './blocks.ts';
import { scriptConverter } from './chinese.ts';
import type { Entry, EntryText, Source } from './entry.ts';
import { baseOf, type LanguageData } from './language.ts';

/** An entry's text as an asker sees it. */
export interface Shown {
  readonly text: EntryText;
  /** The language it is shown in: the wanted one, or what came nearest. */
  readonly language: string;
}

/**
 * An entry in the wanted language; else along that language's fallbacks, then in the entry's default language, then in any.
 * A language written from another one (see LanguageData) is converted.
 */
export function textIn(entry: Entry, language: string, languages: ReadonlyMap<string, LanguageData>): Shown | undefined {
  const wanted = languages.get(language);
  const order = [language, ...(wanted?.fallback ?? []), entry.defaultLanguage, ...languages.keys(), ...entry.texts.keys()];
  for (const tag of order) {
    const shown = exactly(entry, tag, languages.get(tag));
    if (shown) return shown;
  }
  return undefined;
}

function exactly(entry: Entry, tag: string, language: LanguageData | undefined): Shown | undefined {
  const own = entry.texts.get(tag);
  if (own) return { text: own, language: tag };
  const origin = language?.writtenFrom && entry.texts.get(language.writtenFrom.language);
  if (!origin || !language?.writtenFrom) return undefined;
  return { text: convert(origin, scriptConverter(language.writtenFrom)), language: tag };
}

function convert(text: EntryText, change: (text: string) => string): EntryText {
  const source = (one: Source): Source => (one.language && baseOf(one.language) === baseOf(text.language) ? { ...one, title: change(one.title) } : one);
  return { ...text, title: change(text.title), phrasings: text.phrasings.map(change), tags: text.tags.map(change), answer: mapText(text.answer, change), sources: text.sources.map(source) };
}
