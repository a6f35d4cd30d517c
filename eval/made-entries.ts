import type { DataEntry } from './datasets.ts';
import { seeded } from './seeded.ts';

/** Any number of entries of made-up words, and questions to them: to measure speed, not quality. */
export interface MadeSet {
  readonly entries: readonly DataEntry[];
  readonly questions: readonly { readonly text: string; readonly gold: string }[];
}

const SYLLABLES = [
  'ba',
  'ker',
  'lon',
  'mi',
  'tra',
  'so',
  'ven',
  'du',
  'pil',
  'ra',
  'ste',
  'no',
  'gal',
  'fi',
  'que',
  'or',
  'hin',
  'tu',
  'wes',
  'ly',
];
const EVERYDAY = [
  'how',
  'do',
  'i',
  'the',
  'a',
  'what',
  'is',
  'can',
  'my',
  'when',
  'to',
  'in',
  'of',
  'for',
  'why',
  'with',
  'it',
  'does',
  'on',
  'you',
];
const VOCABULARY = 30_000;
/** Words in a title, and sentences in an answer. */
const [TITLE, SENTENCES] = [8, 4];

/**
 * The same numbers give the same entries. Words are as frequent as in real languages: the n-th is used in proportion to
 * 1/n.
 * @param phrasings of each entry
 */
export function makeEntries(count: number, questions: number, phrasings = 3): MadeSet {
  const random = seeded(1);
  const upTo = (most: number) => Math.floor(random() * most);
  const rare = () => wordOf(Math.floor(VOCABULARY ** random()));
  const sentence = (length: number) =>
    Array.from({ length }, () => (random() < 0.45 ? (EVERYDAY[upTo(EVERYDAY.length)] ?? '') : rare())).join(' ');
  const entries = Array.from({ length: count }, (_, at): DataEntry => {
    const title = sentence(TITLE);
    const answer = Array.from({ length: SENTENCES }, () => `${sentence(12)}.`).join(' ');
    return {
      id: `questions/e${at}`,
      title: `${title}?`,
      phrasings: Array.from({ length: phrasings }, () => vary(title, random, rare)),
      answer,
    };
  });
  return { entries, questions: Array.from({ length: questions }, () => ask(entries[upTo(count)], random, rare)) };
}

function ask(entry: DataEntry | undefined, random: () => number, rare: () => string): { text: string; gold: string } {
  return { text: vary(entry?.title ?? '', random, rare), gold: entry?.id ?? '' };
}

/** The text with some words left out, one added, and sometimes one mistyped. */
function vary(text: string, random: () => number, rare: () => string): string {
  const words = text
    .replace('?', '')
    .split(' ')
    .filter(() => random() > 0.25);
  const mistyped = random() < 0.2 ? words.findIndex((word) => word.length > 6) : -1;
  return [...words.map((word, at) => (at === mistyped ? `${word.slice(0, 3)}${word.slice(4)}` : word)), rare()].join(
    ' ',
  );
}

/** The n-th word of the vocabulary. */
function wordOf(n: number): string {
  const base = SYLLABLES.length;
  return [n % base, Math.floor(n / base) % base, Math.floor(n / base ** 2) % base, Math.floor(n / base ** 3) % base]
    .map((digit) => SYLLABLES[digit])
    .join('')
    .slice(0, 4 + (n % 7));
}
