import type { Services } from '../services.ts';

/**
 * A year, month or day of the Gregorian calendar, which sources use everywhere (`2023`, `2023-03`, `2023-03-16`) in
 * words of a language; anything else as it is.
 * @param locale by whose habits: a BCP 47 tag, such as that of the bot's words
 */
export function sayDate(date: string, locale: string): string {
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

/** Made once: to make one takes longer than to find an answer's words. */
function formatOf(locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${locale} ${JSON.stringify(options)}`;
  const format =
    formats.get(key) ?? new Intl.DateTimeFormat(locale, { timeZone: 'UTC', calendar: 'gregory', ...options });
  formats.set(key, format);
  return format;
}

/** A moment (ISO 8601) in words of a language, to the minute, in UTC. */
export function sayMoment(moment: string, locale: string): string {
  return formatOf(locale, MINUTE).format(new Date(moment));
}

/** A day, or a moment with its time zone, in words of a language. */
export const sayTime = (time: string, locale: string): string =>
  time.includes('T') ? `${sayMoment(`${time}Z`, locale)} UTC` : sayDate(time, locale);

/** The name of a language inside a sentence of another: `英语` for `en` in Chinese; its own if that has none for it. */
export function sayLanguage(tag: string, { language, services: { languages } }: Reader): string {
  const own = languages.get(tag)?.name ?? tag;
  try {
    return new Intl.DisplayNames([language], { type: 'language', fallback: 'none' }).of(tag) ?? own;
  } catch {
    return own; // People may have typed something else than a tag.
  }
}

interface Reader {
  readonly language: string;
  readonly services: Pick<Services, 'languages'>;
}

/** A part of a whole as a percentage in words of a language: 0.823 is "82%". */
export const sayShare = (share: number, language: string): string =>
  new Intl.NumberFormat(language, { style: 'percent', maximumFractionDigits: 0 }).format(share);

/** Words that keep their own direction among others: signs at their ends stay with them. */
export const isolated = (words: string): string => `\u2068${words}\u2069`;

/**
 * Isolates quotations in letters of the other direction: «‘Title’ of a page» would lose the sign at its beginning to
 * the words around it.
 */
export const withQuotesApart = (words: string): string =>
  words.replace(/(?<=[«“])[^«»“”]+(?=[»”])/g, (quoted) => (RIGHT_TO_LEFT.test(quoted) ? quoted : isolated(quoted)));

const RIGHT_TO_LEFT = /[\p{Script=Arabic}\p{Script=Hebrew}]/u;

/** Holds words together in a language that is read from right to left; elsewhere nothing has to. */
export const apartIn = ({ languages }: Pick<Services, 'languages'>, language: string): ((words: string) => string) =>
  languages.get(language)?.direction === 'rtl' ? isolated : (words) => words;
