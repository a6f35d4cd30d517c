import { scriptConverter } from '../core/text/chinese.ts';
import type { LanguageData } from '../core/text/language.ts';
import type { Pack } from './pack.ts';

/** A pack's title in a language, else in the nearest one that it has. */
export function textOfPack(pack: Pick<Pack, 'name' | 'title' | 'defaultLanguage'>, language: string, languages: ReadonlyMap<string, LanguageData>): string {
  const title = (tag: string): string | undefined => pack.title[tag];
  const wanted = languages.get(language);
  const written = wanted?.writtenFrom;
  const converted = written && title(written.language);
  if (title(language) === undefined && written && converted !== undefined) return scriptConverter(written)(converted);
  const order = [language, ...(wanted?.fallback ?? []), pack.defaultLanguage];
  return order.map(title).find((text) => text !== undefined) ?? Object.values(pack.title)[0] ?? pack.name;
}
