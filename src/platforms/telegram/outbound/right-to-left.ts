import { type Entity, type Insertion, insert, isIn, type Rich } from './rich.ts';

/** A stretch of a text, in UTF-16 units. */
type Stretch = Pick<Entity, 'offset' | 'length'>;

export const ISOLATE = '\u2068';
export const END = '\u2069';
/** Makes a line run from right to left, whatever its first character. */
const RIGHT_TO_LEFT = '\u200f';

const RTL = '\\p{Script=Arabic}\\p{Script=Hebrew}\\p{Script=Syriac}\\p{Script=Thaana}\\p{Script=Nko}';
const LETTER = `(?![${RTL}])\\p{L}`;
/**
 * Left-to-right words with the punctuation between them, and numbers with punctuation, which would otherwise be
 * reordered.
 */
const FOREIGN = new RegExp(
  [
    `(?:${LETTER}|[0-9])`,
    `(?:(?:${LETTER}|[\\p{M}\\p{N}\\p{Pc}\\p{Pd}\\p{Po}\\p{Pi}\\p{Pf}\\p{S}\\u2060 ()])*(?:${LETTER}|[\\p{N}%+#]))?`,
  ].join(''),
  'gu',
);
const HAS_SIGN = /\p{L}|[^\p{N}]/u;

/** Right-to-left text in which left-to-right words and code are isolated, so that neither is broken up. */
export function rightToLeft(rich: Rich): Rich {
  const code = rich.entities.filter(({ type }) => type === 'code' || type === 'bot_command');
  const blocks = rich.entities.filter(({ type }) => type === 'pre');
  const whole = apartIn(rich.text);
  const isolated = [
    ...runsOf(rich.text, [...code, ...blocks, ...whole]),
    ...code.map(({ offset, length }) => [offset, offset + length] as const),
  ];
  const lines = [...rich.text.matchAll(/^(?=.)/gm)]
    .filter(({ index }) => !isIn(index, blocks))
    .map(({ index }): Insertion => ({ at: index, words: RIGHT_TO_LEFT }));
  const marks = isolated.flatMap(([from, to]): Insertion[] => [
    { at: from, words: ISOLATE },
    { at: to, words: END },
  ]);
  return insert(
    rich,
    [...lines, ...marks]
      .map((one, order) => ({ ...one, order }))
      .sort((a, b) => a.at - b.at || rank(a) - rank(b) || a.order - b.order),
  );
}

/** Order at the same offset: closing marks, then the line's direction mark, then opening marks. */
const rank = ({ words }: Insertion): number => [END, RIGHT_TO_LEFT, ISOLATE].indexOf(words);

function runsOf(text: string, apart: readonly Stretch[]): (readonly [number, number])[] {
  const runs: (readonly [number, number])[] = [];
  for (const { 0: words, index } of text.matchAll(FOREIGN)) {
    if (
      !HAS_SIGN.test(words) ||
      apart.some(({ offset, length }) => index < offset + length && index + words.length > offset)
    )
      continue;
    runs.push([isOpenedBefore(text, index, words) ? index - 1 : index, index + words.length]);
  }
  return runs;
}

const QUOTES = { '‘': '’', '“': '”', '«': '»', '(': ')', '[': ']' } as const;

/** Whether a closing quotation mark or bracket was opened among these words, and so belongs to them. */
function isOpenedBefore(text: string, index: number, words: string): boolean {
  const open = text[index - 1] ?? '';
  const close = Object.entries(QUOTES).find(([mark]) => mark === open)?.[1];
  return close !== undefined && words.split(close).length > words.split(open).length;
}

/** Parts that are isolated already, such as a title with its punctuation. */
const APART = /\u2068[^\u2066-\u2069]*\u2069/g;

/** Offsets and lengths of such parts in a text. */
export const apartIn = (text: string): Stretch[] =>
  [...text.matchAll(APART)].map(({ 0: words, index }) => ({ offset: index, length: words.length }));
