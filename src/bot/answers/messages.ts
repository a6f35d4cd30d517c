import { FluentBundle, FluentResource, type FluentVariable } from '@fluent/bundle';
import type { Inline } from '../../core/entry/blocks.ts';
import { scriptConverter } from '../../core/text/chinese.ts';
import type { LanguageData, LanguageTag } from '../../core/text/language.ts';
import type { Moment } from '../kinds.ts';
import type { WithLanguages } from '../services.ts';

type Values = Readonly<Record<string, FluentVariable>>;

/** A message of `locales/` in one language, with its variables filled in. */
export interface Say {
  (key: string, values?: Values): string;
  /**
   * The message in parts. Commands in the message's own words can be tapped; those in its variables stay plain text.
   */
  readonly parts: (key: string, values?: Values) => Inline[];
  /** BCP 47 tag by which dates and times are written. */
  readonly locale: string;
}

/**
 * Put around each command of a formatted message, to split it there. Taken out of variables, so that nobody can fake
 * one.
 */
const MARK = '\u0001';
/** Commands that need nothing typed after them: a tap sends them at once. */
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
 * @param defaultLanguage used if a language or a message is missing.
 * @returns for each language its messages; an unknown key throws an Error that names it.
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

/** @throws Error that lists the messages that cannot be parsed */
function bundleOf(tag: string, source: string): FluentBundle {
  const transform = (words: string): string => words.replace(COMMAND, `${MARK}$&${MARK}`);
  const bundle = new FluentBundle(tag, { useIsolating: false, transform });
  const resource = new FluentResource(source);
  const read = new Set(resource.body.map(({ id }) => id));
  // The parser silently skips what it cannot parse.
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

/**
 * A year, month or day (`2023`, `2023-03`, `2023-03-16`) as a language writes it, always in the Gregorian calendar, as
 * sources do; anything else stays as it is.
 */
export function sayDate(date: string, locale: LanguageTag): string {
  const [year, month, day] = date.split('-').map(Number);
  if (year === undefined || Number.isNaN(year)) return date;
  const parts = day === undefined ? (month === undefined ? YEAR : MONTH) : DAY;
  return formatOf(locale, parts).format(Date.UTC(year, (month ?? 1) - 1, day ?? 1));
}

const YEAR: Intl.DateTimeFormatOptions = { year: 'numeric' };
const MONTH: Intl.DateTimeFormatOptions = { ...YEAR, month: 'long' };
const DAY: Intl.DateTimeFormatOptions = { ...MONTH, day: 'numeric' };
const MINUTE: Intl.DateTimeFormatOptions = { dateStyle: 'medium', timeStyle: 'short' };

const formats = new Map<string, Intl.DateTimeFormat>();

/** Kept: making one takes longer than finding an answer. */
function formatOf(locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${locale} ${JSON.stringify(options)}`;
  const format =
    formats.get(key) ?? new Intl.DateTimeFormat(locale, { timeZone: 'UTC', calendar: 'gregory', ...options });
  formats.set(key, format);
  return format;
}

/** @returns it to the minute, in UTC, as a language writes it */
export function sayMoment(moment: Moment, locale: string): string {
  return formatOf(locale, MINUTE).format(new Date(moment));
}

/** @param time a day (`2023-03-16`), or a moment in UTC without its `Z` (`2023-03-16T12:00`) */
export const sayTime = (time: string, locale: string): string =>
  time.includes('T') ? `${sayMoment(`${time}Z`, locale)} UTC` : sayDate(time, locale);

/** The name of a language in another: `英语` for `en` in Chinese. Falls back to its own name, then to the tag. */
export function sayLanguage(tag: string, { language, services: { languages } }: Reader): string {
  const own = languages.get(tag)?.name ?? tag;
  try {
    return new Intl.DisplayNames([language], { type: 'language', fallback: 'none' }).of(tag) ?? own;
  } catch {
    return own; // Somebody may have typed something that is no tag.
  }
}

interface Reader {
  readonly language: string;
  readonly services: WithLanguages;
}

/** A percentage as a language writes it: 0.823 is "82%". */
export const sayShare = (share: number, language: string): string =>
  new Intl.NumberFormat(language, { style: 'percent', maximumFractionDigits: 0 }).format(share);

/** Keeps punctuation with its text amid text of the other direction (Unicode isolates). */
export const isolated = (words: string): string => `\u2068${words}\u2069`;

/**
 * Isolates quotations in letters of the other direction: otherwise the opening sign of «‘Title’ of a page» would jump
 * to the words around it.
 */
export const withQuotesApart = (words: string): string =>
  words.replace(/(?<=[«“])[^«»“”]+(?=[»”])/g, (quoted) => (RIGHT_TO_LEFT.test(quoted) ? quoted : isolated(quoted)));

const RIGHT_TO_LEFT = /[\p{Script=Arabic}\p{Script=Hebrew}]/u;

/** Isolates words for a language that is read from right to left; for others returns them as they are. */
export const apartIn = ({ languages }: WithLanguages, language: string): ((words: string) => string) =>
  languages.get(language)?.direction === 'rtl' ? isolated : (words) => words;
