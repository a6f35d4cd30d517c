import { editDistance } from './core/text/spelling.ts';
import { VARIABLES } from './variables.ts';

/** A mistyped name has one wrong letter of so many. */
const LETTERS_A_MISTAKE = 6;

/**
 * Names that are no settings, and so near one that nobody has set that it was meant: `KNOWLEDGE_DIRECTORY`. What other
 * programs read is in the same environment, so a setting that is set keeps a name beside it from being told.
 * @param set variables that are not empty @returns a sentence each
 */
export function unknownSettings(set: Readonly<Record<string, string | undefined>>): string[] {
  const unset = Object.keys(VARIABLES).filter((name) => set[name] === undefined);
  return Object.keys(set).flatMap((name) => {
    if (name in VARIABLES || name in FORMER) return [];
    const meant = unset.find((known) => saysTheSame(name, known)) ?? mistyped(name, unset);
    return meant === undefined ? [] : [`${name} is no setting (did you mean ${meant}?)`];
  });
}

/** Settings of earlier versions, and why they are none any more. */
const FORMER: Readonly<Record<string, string>> = {
  ENCODER: 'there is no sentence encoder, and answers are found by words',
  DISCORD_PUBLIC_KEY: 'interactions come over the gateway alone, so clear Interactions Endpoint URL at Discord',
};

/** @param set variables that are not empty @returns a sentence for each that does nothing any more */
export const formerSettings = (set: Readonly<Record<string, string | undefined>>): string[] =>
  Object.keys(FORMER)
    .filter((name) => set[name] !== undefined)
    .map((name) => `${name} means nothing any more: ${FORMER[name]} (remove it from .env)`);

/** Its words are those of the setting, some written out, left out or added: `DISCORD_BOT_TOKEN`, `TELEGRAM_WEBHOOK`. */
function saysTheSame(name: string, known: string): boolean {
  const [words, meant] = [name.toUpperCase().split('_'), known.split('_')];
  if (words[0] !== meant[0] || words.length < 2 || meant.length < 2) return false;
  return holdsInOrder(words, meant) || holdsInOrder(meant, words);
}

/** Whether each of the parts begins one of the words, in their order. */
function holdsInOrder(words: readonly string[], parts: readonly string[]): boolean {
  let at = 0;
  for (const word of words) if (word.startsWith(parts[at] ?? '\0')) at++;
  return at === parts.length;
}

const mistyped = (name: string, known: readonly string[]): string | undefined =>
  known.find((one) => {
    const most = one.length / LETTERS_A_MISTAKE;
    return editDistance(name.toUpperCase(), one, most) <= most;
  });
