import { FluentBundle, FluentResource, type FluentVariable } from '@fluent/bundle';
import { scriptConverter } from '../../core/text/chinese.ts';
import type { LanguageData } from '../../core/text/language.ts';

/** One of the bot's messages, with its variables filled in. */
export type Say = (key: string, values?: Readonly<Record<string, FluentVariable>>) => string;

/**
 * The bot's words in every language.
 * @param messages Fluent text by language tag.
 * @param defaultLanguage spoken if a language, or a message in it, is missing.
 * @returns a function from a language to its words; they throw an Error that names a key nobody wrote.
 */
export function speakers(
  messages: ReadonlyMap<string, string>,
  languages: ReadonlyMap<string, LanguageData>,
  defaultLanguage: string,
): (language: string) => Say {
  const bundles = new Map([...messages].map(([tag, source]) => [tag, bundleOf(tag, source)]));
  return (language) => {
    const written = languages.get(language)?.writtenFrom;
    const convert = written && !bundles.has(language) ? scriptConverter(written) : (words: string) => words;
    const own = bundles.get(written && !bundles.has(language) ? written.language : language);
    const chain = [own, bundles.get(defaultLanguage)].filter((bundle) => bundle !== undefined);
    return (key, values) => convert(format(chain, key, values));
  };
}

/** @throws Error that lists what is wrong in the source. */
function bundleOf(tag: string, source: string): FluentBundle {
  // Isolation marks would show as boxes in terminals and break copied text.
  const bundle = new FluentBundle(tag, { useIsolating: false });
  const resource = new FluentResource(source);
  const read = new Set(resource.body.map(({ id }) => id));
  // The parser passes over what it cannot read without a word.
  const written = [...source.matchAll(/^([A-Za-z][\w-]*)[ \t]*=/gm)].map(([, id = '']) => id);
  const lost = written.filter((id) => !read.has(id));
  if (lost.length > 0) throw new Error(`locales/${tag}/messages.ftl: cannot be read: ${lost.join(', ')}`);
  bundle.addResource(resource);
  return bundle;
}

function format(
  bundles: readonly FluentBundle[],
  key: string,
  values?: Readonly<Record<string, FluentVariable>>,
): string {
  for (const bundle of bundles) {
    const pattern = bundle.getMessage(key)?.value;
    if (pattern) return bundle.formatPattern(pattern, values);
  }
  throw new Error(`no message "${key}" in locales/`);
}
