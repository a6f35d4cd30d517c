import type { z } from 'zod';
import { isDate } from '../../core/entry/dates.ts';
import type { Source } from '../../core/entry/entry.ts';
import { scriptConverter } from '../../core/text/chinese.ts';
import type { LanguageData } from '../../core/text/language.ts';
import type { Pack } from '../packs/pack.ts';
import { isProperTag } from './language-tag.ts';
import { isTrue, listOf, objectOf, properTag, recordOf, someText, textThat } from './shape.ts';
import { isWebAddress } from './web-address.ts';

/** Content of pack.json. */
export interface PackInfo {
  /** By language; at least one. */
  readonly title: Readonly<Record<string, string>>;
  readonly defaultLanguage: string;
  /** E.g. `CC-BY-4.0`. Default: unknown. */
  readonly licence?: string;
  /** Whether it is ignored if there are other packs. Default: false. */
  readonly example?: boolean;
  /** Ids of entries in the order in which lists show them. Default: questions, then facts, by their ids. */
  readonly order?: readonly string[];
  /** By id. */
  readonly sources: Readonly<Record<string, Source>>;
}

const source: z.ZodType<Source> = objectOf({
  title: someText.describe('write the title of the article, book or page'),
  publisher: someText.optional().describe('write who published it, or leave it out'),
  url: textThat('be an http or https address', isWebAddress)
    .optional()
    .describe('write a whole address such as https://example.org/page, or leave it out'),
  published: textThat('be a date', isDate)
    .optional()
    .describe('write a year, month or day that exists, e.g. 2023, 2023-03 or 2023-03-16'),
  language: properTag.optional().describe('use a BCP 47 tag such as en, pt-BR or zh-Hans'),
  translations: recordOf(
    textThat('be named by the tag of a language', isProperTag),
    objectOf({ title: someText, publisher: someText.optional() }),
  )
    .optional()
    .describe('write title and publisher by language, e.g. "translations": { "es": { "title": "Las reglas" } }'),
});

export const PACK_SHAPE: z.ZodType<PackInfo> = objectOf({
  title: recordOf(textThat('be named by the tag of a language', isProperTag), someText)
    .refine((title) => Object.keys(title).length > 0, { error: 'is missing in every language' })
    .describe('write the title by language, e.g. "title": { "en": "Our rules" }'),
  defaultLanguage: properTag.describe(
    'name the language for people whose own is missing, e.g. "defaultLanguage": "en"',
  ),
  licence: someText.optional().describe('write the licence of the texts, e.g. CC-BY-4.0, or leave it out'),
  example: isTrue.optional().describe('write true where the pack is to be passed over beside others, or leave it out'),
  order: listOf(someText)
    .optional()
    .describe('list entries as pages show them, e.g. "order": ["questions/how-to-join"], or leave it out'),
  sources: recordOf(someText, source).describe(
    'write the sources by id, e.g. "sources": { "rules": { "title": "Our rules" } }',
  ),
});

/** A pack's title in a language, else in the nearest one that it has. */
export function textOfPack(
  pack: Pick<Pack, 'name' | 'title' | 'defaultLanguage'>,
  language: string,
  languages: ReadonlyMap<string, LanguageData>,
): string {
  const title = (tag: string): string | undefined => pack.title[tag];
  const wanted = languages.get(language);
  const written = wanted?.writtenFrom;
  const converted = written && title(written.language);
  if (title(language) === undefined && written && converted !== undefined) return scriptConverter(written)(converted);
  const order = [language, ...(wanted?.fallback ?? []), pack.defaultLanguage];
  return order.map(title).find((text) => text !== undefined) ?? Object.values(pack.title)[0] ?? pack.name;
}
