import type { Services } from '../services.ts';

/**
 * A year, month or day of the Gregorian calendar, which sources use everywhere (`2023`, `2023-03`, `2023-03-16`) in
 * words of a language; anything else as it is.
 */
export function sayDate(date: string, language: string): string {
  const [year, month, day] = date.split('-').map(Number);
  if (year === undefined || Number.isNaN(year)) return date;
  const parts = day === undefined ? (month === undefined ? YEAR : MONTH) : DAY;
  return formatOf(language, parts).format(Date.UTC(year, (month ?? 1) - 1, day ?? 1));
}

const YEAR: Intl.DateTimeFormatOptions = { year: 'numeric' };
const MONTH: Intl.DateTimeFormatOptions = { ...YEAR, month: 'long' };
const DAY: Intl.DateTimeFormatOptions = { ...MONTH, day: 'numeric' };
const MINUTE: Intl.DateTimeFormatOptions = { dateStyle: 'medium', timeStyle: 'short' };

const formats = new Map<string, Intl.DateTimeFormat>();

/** Made once: to make one takes longer than to find an answer's words. */
function formatOf(language: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${language} ${JSON.stringify(options)}`;
  const format =
    formats.get(key) ?? new Intl.DateTimeFormat(language, { timeZone: 'UTC', calendar: 'gregory', ...options });
  formats.set(key, format);
  return format;
}

/** A moment (ISO 8601) in words of a language, to the minute, in UTC. */
export function sayMoment(moment: string, language: string): string {
  return formatOf(language, MINUTE).format(new Date(moment));
}

/** A day, or a moment with its time zone, in words of a language. */
export const sayTime = (time: string, language: string): string =>
  time.includes('T') ? `${sayMoment(`${time}Z`, language)} UTC` : sayDate(time, language);

/** The name of a language in words of another: `英语` for `en` in Chinese; its tag if nobody has named it. */
export function sayLanguage(tag: string, language: string): string {
  return new Intl.DisplayNames([language], { type: 'language', fallback: 'code' }).of(tag) ?? tag;
}

/** A part of a whole as a percentage in words of a language: 0.823 is "82%". */
export const sayShare = (share: number, language: string): string =>
  new Intl.NumberFormat(language, { style: 'percent', maximumFractionDigits: 0 }).format(share);

/** Words that keep their own direction among others: signs at their ends stay with them. */
export const isolated = (words: string): string => `\u2068${words}\u2069`;

/** Holds words together in a language that is read from right to left; elsewhere nothing has to. */
export const apartIn = ({ languages }: Pick<Services, 'languages'>, language: string): ((words: string) => string) =>
  languages.get(language)?.direction === 'rtl' ? isolated : (words) => words;
