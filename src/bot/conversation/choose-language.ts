import type { Detection } from '../../core/language/detect.ts';
import { baseOf, type LanguageData, type LanguageTag } from '../../core/text/language.ts';
import { remember } from '../../core/text/remember.ts';
import type { Decisions } from '../community/community.ts';
import type { PersonHash } from '../kinds.ts';
import type { Services } from '../services.ts';
import type { Place } from './place.ts';
import { waitedFor } from './turns.ts';

export interface LanguageClues {
  /** The language that the person chose. Default: none. */
  readonly chosen?: LanguageTag;
  /** Default: none, as for commands without text. */
  readonly detection?: Detection;
  /** The language of the person's client, as the platform reports it. Default: none. */
  readonly locale?: LanguageTag;
}

/**
 * The language of an answer: the person's choice, else that of the question if it is certain, else that of the client,
 * else the default if the question may be in it, else the likeliest.
 */
export function chooseLanguage(
  clues: LanguageClues,
  languages: ReadonlyMap<string, LanguageData>,
  defaultLanguage: string,
): string {
  if (clues.chosen !== undefined && languages.has(clues.chosen)) return clues.chosen;
  const hint = clues.locale === undefined ? undefined : matchLocale(clues.locale, [...languages.keys()]);
  const written = clues.detection?.languages ?? [];
  if (!clues.detection?.sure && hint !== undefined) return hint;
  // If the question may be in either script of a language, the client's decides.
  if (hint !== undefined && written.includes(hint)) return hint;
  if (clues.detection?.isUnspoken || written.includes(defaultLanguage)) return defaultLanguage;
  return written[0] ?? defaultLanguage;
}

/** A language by its tag in any form, by its own name, or by its name in any of the bot's languages. */
export function languageNamed(name: string, languages: ReadonlyMap<string, LanguageData>): LanguageData | undefined {
  const wanted = name.trim().toLowerCase();
  const named = [...languages.values()].find((one) =>
    [one.tag, one.name].some((form) => form.toLowerCase() === wanted),
  );
  return (
    named ?? languages.get(matchLocale(name.trim(), [...languages.keys()]) ?? '') ?? namedAnywhere(wanted, languages)
  );
}

/** "Chinese" is the name of a language in two scripts: the first of them is taken. */
function namedAnywhere(wanted: string, languages: ReadonlyMap<string, LanguageData>): LanguageData | undefined {
  const names = [...languages.keys()].map(
    (tag) => new Intl.DisplayNames([tag], { type: 'language', fallback: 'none' }),
  );
  return [...languages.values()].find(({ tag }) =>
    [tag, baseOf(tag)].some((one) => names.some((inLanguage) => inLanguage.of(one)?.toLowerCase() === wanted)),
  );
}

/** The tag that suits a locale best: the same language in the same script, else in any. */
export function matchLocale(locale: string, tags: readonly string[]): string | undefined {
  const wanted = maximized(locale);
  if (wanted === undefined) return undefined;
  const same = tags.filter((tag) => baseOf(tag) === wanted.language);
  return same.find((tag) => tag === locale) ?? same.find((tag) => maximized(tag)?.script === wanted.script) ?? same[0];
}

/** With script and region. Remembered, because every message asks for one of the same few. */
const maximized = remember((locale: string) => likely(locale), 500);

function likely(locale: string): Intl.Locale | undefined {
  try {
    return new Intl.Locale(locale.replaceAll('_', '-')).maximize();
  } catch {
    return undefined;
  }
}

/** The language for people of whom nothing is known: the community's, else the installation's. */
export function homeLanguage({ state }: Decisions, { defaultLanguage }: { readonly defaultLanguage: string }): string {
  const own = state.get('setting', 'language');
  return typeof own === 'string' ? own : defaultLanguage;
}

/**
 * The language in which somebody is answered.
 * @param asked keyed hash of the person, their text (empty if it says nothing about the language), and the client's
 * locale
 */
export async function languageFor(
  services: Pick<Services, 'attempt' | 'detect' | 'languages' | 'defaultLanguage'>,
  community: Decisions,
  asked: { readonly person: string; readonly text?: string | undefined; readonly locale?: string | undefined },
): Promise<string> {
  const { person, text = '', locale } = asked;
  const chosen = await services.attempt.read(({ people }) => people.languageOf(person));
  const detection = await detected(services, text);
  return chooseLanguage({ chosen, detection, locale }, services.languages, homeLanguage(community, services));
}

/**
 * The languages that a text may be in; undefined if it is blank. The first text of a script needs data that is loaded
 * in steps, so that others are answered meanwhile.
 */
export async function detected({ detect }: Pick<Services, 'detect'>, text: string): Promise<Detection | undefined> {
  if (text.trim() === '') return undefined;
  const steps = detect.steps?.(text);
  if (steps && !steps.next().done) await waitedFor.take('languages', steps);
  return detect(text);
}

/** Somebody whom a platform addresses by itself, without a call. */
export interface Spoken {
  readonly services: Pick<Services, 'attempt' | 'languages' | 'communities' | 'defaultLanguage'>;
  readonly person: PersonHash;
  readonly place: Place;
  /** Of the person's client, as the platform reports it. Default: unknown. */
  readonly locale?: string;
}

/** Language for messages that answer no question: the person's choice, else that of their client, else the place's. */
export async function languageOfPerson({ services, person, ...where }: Spoken): Promise<string> {
  // Does not fail with the store, because the message may be about that failure.
  const chosen = await services.attempt.read(({ people }) => people.languageOf(person)).catch(() => undefined);
  return chosen !== undefined && services.languages.has(chosen) ? chosen : languageOfPlace({ services, ...where });
}

/** As `languageOfPerson`, without looking up the person's choice. */
export async function languageOfPlace({
  services,
  place,
  locale,
}: Pick<Spoken, 'place' | 'locale'> & { readonly services: Omit<Spoken['services'], 'attempt'> }): Promise<string> {
  const hint = locale === undefined ? undefined : matchLocale(locale, [...services.languages.keys()]);
  if (hint !== undefined) return hint;
  const community = await services.communities.of(place).catch(() => undefined);
  return community ? homeLanguage(community, services) : services.defaultLanguage;
}
