import { phraseKey } from '../../core/text/normalize.ts';
import { isUnspaced } from '../../core/text/tokenize.ts';
import type { Services } from '../services.ts';

/**
 * Something said to the bot that is no question of what it knows: praise, an insult, that it should be quiet, who it
 * is, what it can do, that it was wrong, what its answer comes from. Each has the key of its phrases in `locales/`,
 * which have | between them.
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

type Spoken = Pick<Services, 'languages' | 'speak'>;

/** The remark that a text is, whole, in any of the languages; undefined for any other text. */
export function remarkIn(services: Spoken, said: string): Remark | undefined {
  return phrasesOf(services).get(keyOf(said));
}

/** Whether a text holds thanks, in any of the languages. */
export function saysThanks({ languages, speak }: Spoken, said: string): boolean {
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

function phrasesOf({ languages, speak }: Spoken): ReadonlyMap<string, Remark> {
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

/** "Good bot 😂" says the same with a picture and without. */
const PICTURES = /\p{Extended_Pictographic}|\p{Emoji_Modifier}|\u200d|\ufe0f/gu;
