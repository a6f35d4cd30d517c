import { baseOf, type LanguageData, type LanguageTag } from '../../core/text/language.ts';
import { normalizer, phraseKey } from '../../core/text/normalize.ts';
import { smallTalkParter } from '../../core/text/small-talk.ts';
import { isUnspaced, runs } from '../../core/text/tokenize.ts';
import type { Phrasebook, Services } from '../services.ts';

/**
 * A remark to the bot that needs no search: praise, an insult, "be quiet", "who are you", "what can you do", "that is
 * wrong", "says who". Each has a message in `locales/` with its phrases, separated by |.
 */
export type Remark = keyof typeof REMARKS;
export const REMARKS = {
  praise: 'says-praise',
  insult: 'says-insult',
  quiet: 'says-quiet',
  who: 'says-who',
  help: 'says-help',
  wrong: 'says-wrong',
  source: 'says-source',
} as const;

/** The remark that the whole text is, in any language; undefined for any other text. */
export function remarkIn(services: Phrasebook, said: string): Remark | undefined {
  return phrasesOf(services).get(keyOf(said));
}

/** Whether thanks is anywhere in the text, in any language. */
export function saysThanks({ languages, speak }: Phrasebook, said: string): boolean {
  const key = keyOf(said);
  return [...languages.keys()].some((tag) =>
    speak(tag)('says-thanks')
      .split('|')
      .map(keyOf)
      .some((phrase) => (isUnspaced(phrase) ? key.includes(phrase) : ` ${key} `.includes(` ${phrase} `))),
  );
}

/** Read once for each set of languages. */
const READ = new WeakMap<Services['languages'], ReadonlyMap<string, Remark>>();

function phrasesOf({ languages, speak }: Phrasebook): ReadonlyMap<string, Remark> {
  const known = READ.get(languages);
  if (known) return known;
  const read = new Map(
    (Object.keys(REMARKS) as Remark[]).flatMap((remark) =>
      [...languages.keys()].flatMap((tag) =>
        speak(tag)(REMARKS[remark])
          .split('|')
          .map((phrase): [string, Remark] => [keyOf(phrase), remark]),
      ),
    ),
  );
  READ.set(languages, read);
  return read;
}

const keyOf = (said: string): string => phraseKey(said.replace(PICTURES, ' '));

/** "Good bot 😂" means the same with or without the picture. */
const PICTURES = /\p{Extended_Pictographic}|\p{Emoji_Modifier}|\u200d|\ufe0f/gu;

/** A request for the last answer in another language. */
export interface LanguageRequest {
  readonly language: LanguageTag;
  /** Whether it is only the name of the language. */
  readonly isBare: boolean;
}

/** Longer texts say more than that. */
const LONGEST = 120;

/**
 * The language that a text asks for, if it says nothing else: "in Spanish, please", 用中文.
 * @param first language to try first
 */
export function languageRequest(
  text: string,
  languages: ReadonlyMap<string, LanguageData>,
  first: string,
): LanguageRequest | undefined {
  if (text.length > LONGEST) return undefined;
  const own = languages.get(first);
  for (const language of [...(own ? [own] : []), ...languages.values()]) {
    const found = readerOf(language, languages)(text);
    if (found) return found;
  }
  return undefined;
}

type Read = (text: string) => LanguageRequest | undefined;

/** Built once for each language of each set of languages. */
const READERS = new WeakMap<ReadonlyMap<string, LanguageData>, Map<string, Read>>();

function readerOf(language: LanguageData, languages: ReadonlyMap<string, LanguageData>): Read {
  const known = READERS.get(languages) ?? new Map<string, Read>();
  READERS.set(languages, known);
  const read = known.get(language.tag) ?? createReader(language, languages);
  known.set(language.tag, read);
  return read;
}

function createReader(language: LanguageData, languages: ReadonlyMap<string, LanguageData>): Read {
  const normalize = normalizer(language);
  const read = (text: string) => partsOf(normalize(text));
  const { words = [], names = {} } = language.languageRequests ?? {};
  const around = smallTalkParter([...words, ...language.smallTalk].map(read));
  const tags = new Map<string, string>();
  // "Chinese" names a language in two scripts: that of the text is taken, else the first.
  for (const one of [language, ...languages.values()])
    for (const name of [...namesIn(language, one), ...(names[one.tag] ?? [])]) {
      const key = read(name).join(' ');
      if (!tags.has(key)) tags.set(key, one.tag);
    }
  return (text) => {
    const said = read(text);
    const { rest } = around(said);
    const tag = tags.get(rest.join(' '));
    return tag === undefined ? undefined : { language: tag, isBare: rest.length === said.length };
  };
}

/** A language's own name, and its names in another language. */
function namesIn({ tag: speaker }: LanguageData, { tag, name }: LanguageData): string[] {
  const names = new Intl.DisplayNames([speaker], { type: 'language', fallback: 'none' });
  return [name, names.of(tag), names.of(baseOf(tag))].filter((one) => one !== undefined);
}

/** Words; for scripts without spaces single characters, so that a name is found without a dictionary. */
const partsOf = (text: string): string[] => runs(text).flatMap((run) => (run.unspaced ? [...run.text] : [run.text]));
