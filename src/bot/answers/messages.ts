import { FluentBundle, FluentResource, type FluentVariable } from '@fluent/bundle';
import type { Inline } from '../../core/entry/blocks.ts';
import { scriptConverter } from '../../core/text/chinese.ts';
import type { LanguageData } from '../../core/text/language.ts';

type Values = Readonly<Record<string, FluentVariable>>;

/** One of the bot's messages, with its variables filled in. */
export interface Say {
  (key: string, values?: Values): string;
  /** In parts: commands that the message itself names can be tapped; those in its variables are mere text. */
  readonly parts: (key: string, values?: Values) => Inline[];
  /** By whose habits dates are written: a BCP 47 tag. */
  readonly locale: string;
}

/** Around commands, until a message is parted. No value may bring it in. */
const MARK = '\u0001';
/** Commands without more to type behind them: a tap would send them as they are. */
const COMMAND = /(?<![\p{L}\p{N}/:.])\/[a-z]+(?![a-z])(?! +$)/gu;

const sayOf = (marked: Marked, locale: string): Say =>
  Object.assign((key: string, values?: Values) => marked(key, values).replaceAll(MARK, ''), {
    locale,
    parts: (key: string, values: Values = {}) =>
      marked(key, unmarked(values))
        .split(MARK)
        .flatMap((words, at): Inline[] =>
          words === '' ? [] : [{ kind: at % 2 === 1 ? 'command' : 'text', text: words }],
        ),
  });

type Marked = (key: string, values?: Values) => string;

const unmarked = (values: Values): Values =>
  Object.fromEntries(
    Object.entries(values).map(([name, value]) => [
      name,
      typeof value === 'string' ? value.replaceAll(MARK, '') : value,
    ]),
  );

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
    const locale = languages.get(language)?.dates ?? language;
    return sayOf((key, values) => convert(format(chain, key, values)), locale);
  };
}

/** @throws Error that lists what is wrong in the source. */
function bundleOf(tag: string, source: string): FluentBundle {
  // Isolation marks would show as boxes in terminals and break copied text.
  const transform = (words: string): string => words.replace(COMMAND, `${MARK}$&${MARK}`);
  const bundle = new FluentBundle(tag, { useIsolating: false, transform });
  const resource = new FluentResource(source);
  const read = new Set(resource.body.map(({ id }) => id));
  // The parser passes over what it cannot read without a word.
  const written = [...source.matchAll(/^([A-Za-z][\w-]*)[ \t]*=/gm)].map(([, id = '']) => id);
  const lost = written.filter((id) => !read.has(id));
  if (lost.length > 0) throw new Error(`locales/${tag}/messages.ftl: cannot be read: ${lost.join(', ')}`);
  bundle.addResource(resource);
  return bundle;
}

function format(bundles: readonly FluentBundle[], key: string, values?: Values): string {
  for (const bundle of bundles) {
    const pattern = bundle.getMessage(key)?.value;
    if (pattern) return bundle.formatPattern(pattern, values);
  }
  throw new Error(`no message "${key}" in locales/`);
}
