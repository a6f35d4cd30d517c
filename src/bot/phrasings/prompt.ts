import { frameLikeness } from '../../core/calibration/features.ts';
import { plainText } from '../../core/entry/blocks.ts';
import type { TextReader } from '../../core/text/analyze.ts';
import { groupBy } from '../../core/text/group-by.ts';
import { keyOfText, missingFrom, type PhrasedText } from './phrased-text.ts';

/** A text that asks a person or a language model for phrasings. */
export interface PhrasingPrompt {
  /** Of the entries in it. */
  readonly language: string;
  /** Number of entries in it. */
  readonly count: number;
  readonly prompt: string;
}

export interface PromptOptions {
  /** Phrasings that each entry should have. Entries that have them are left out, unless `least` is set. */
  readonly wanted: number;
  /** Fewest phrasings to request for each entry, even if it has enough. Default: 0. */
  readonly least?: number;
  /** All texts of the knowledge: similar entries are mentioned in the prompt. */
  readonly all: readonly PhrasedText[];
  readonly analyzerOf: (language: string) => TextReader;
  /** Most characters of a prompt. Default: 12,000, which every chat window accepts. */
  readonly mostCharacters?: number;
  /** Most entries in a prompt. Default: as many as there is room for. */
  readonly mostEntries?: number;
}

const MOST_CHARACTERS = 12_000;
/** Most characters of an answer that are quoted. */
const MOST_ANSWER = 300;
/** Most phrasings of an entry that are quoted: more would only fill the window. */
const MOST_SHOWN = 8;
/** Likeness of headings from which an entry is mentioned as similar. */
const ALIKE = 0.6;
const MOST_ALIKE = 3;

/** Prompts for every text that has too few phrasings, language by language; none if each has enough. */
export function promptsFor(texts: readonly PhrasedText[], options: PromptOptions): PhrasingPrompt[] {
  const few = texts.filter((one) => askedFor(one, options) > 0);
  return [...groupBy(few, ({ text }) => text.language)].flatMap(([language, own]) =>
    inOneLanguage(own, language, options),
  );
}

const askedFor = (one: PhrasedText, { wanted, least = 0 }: PromptOptions): number =>
  Math.max(least, missingFrom(one, wanted));

function inOneLanguage(own: readonly PhrasedText[], language: string, options: PromptOptions): PhrasingPrompt[] {
  const { mostCharacters = MOST_CHARACTERS, mostEntries = Number.POSITIVE_INFINITY } = options;
  const neighbours = options.all.filter(({ text }) => text.language === language);
  const hasOthers = options.all.some(({ text }) => text.language !== language);
  const name = (one: PhrasedText): string => (hasOthers ? keyOfText(one) : one.id);
  const introduction = introduce(language, name);
  const blocks = own.map((one) => blockOf(one, name, alikeTo(one, neighbours, options), askedFor(one, options)));
  const parts: string[][] = [];
  let size = 0;
  for (const block of blocks) {
    const last = parts.at(-1);
    if (!last || size + block.length > mostCharacters || last.length >= mostEntries) {
      parts.push([block]);
      size = introduction.length + block.length;
    } else {
      last.push(block);
      size += block.length;
    }
  }
  return parts.map((part) => ({ language, count: part.length, prompt: `${introduction}${part.join('')}` }));
}

const ENGLISH_NAMES = new Intl.DisplayNames(['en'], { type: 'language' });

/** In English, whatever the language of the entries: every model and most people who run a bot read it. */
function introduce(language: string, name: (one: PhrasedText) => string): string {
  const spoken = ENGLISH_NAMES.of(language) ?? language;
  const example = name({ id: 'questions/how-do-i-join', text: { language } as PhrasedText['text'] });
  return `A question-and-answer bot for a chat community answers from the entries below. Members ask in other words than
the headings, so each entry needs phrasings: ways in which members would ask for it.

Write new phrasings for every entry, in ${spoken}, as many as "Wanted" says:
- as members of a chat type them: short, sloppy, mostly without capitals or punctuation, 3 to 12 words
- in the words of somebody who does NOT know the terms of the heading: symptoms, everyday words, abbreviations
- each unlike the heading and unlike the others; another order of the same words adds nothing
- each one a question that this entry answers, and no other entry; take care with entries that are said to be similar
- no names of people, no numbers, dates or products that the entry does not have, no links

Answer with nothing but this form, the id of each entry exactly as it is given, one phrasing a line:

## ${example}
- where do i sign up
- can anyone become a member

The entries:
`;
}

function blockOf(
  one: PhrasedText,
  name: (one: PhrasedText) => string,
  alike: readonly PhrasedText[],
  count: number,
): string {
  const { title, phrasings, answer } = one.text;
  const shown = phrasings.slice(0, MOST_SHOWN).map((phrasing) => `- ${phrasing}\n`);
  const similar = alike.map((other) => `Similar, but another entry: ${name(other)} (${other.text.title})\n`);
  return `
## ${name(one)}
Heading: ${title}
${shown.length > 0 ? `Phrasings that it has:\n${shown.join('')}` : ''}${similar.join('')}Answer: ${beginningOf(plainText(answer))}
Wanted: ${count}
`;
}

function beginningOf(answer: string): string {
  const text = answer.replace(/\s+/g, ' ').trim();
  return text.length <= MOST_ANSWER
    ? text
    : `${text
        .slice(0, MOST_ANSWER)
        .toWellFormed()
        .replace(/\s*\S{0,20}$/, '')}...`;
}

/** Entries whose heading is nearly the same, word by word. */
function alikeTo(one: PhrasedText, all: readonly PhrasedText[], { analyzerOf }: PromptOptions): PhrasedText[] {
  const { read } = analyzerOf(one.text.language);
  const { words } = read(one.text.title);
  return all
    .filter((other) => other.id !== one.id)
    .map((other) => ({ other, likeness: frameLikeness(read(other.text.title).words, words) }))
    .filter(({ likeness }) => likeness >= ALIKE)
    .sort((a, b) => b.likeness - a.likeness)
    .slice(0, MOST_ALIKE)
    .map(({ other }) => other);
}
