import { asksIn } from './lines.ts';

/** Names of lists and of what is left over: a title below one says as much without it. */
const NO_CHAPTER = new RegExp(
  'faq|q ?& ?a|question|general|other|misc|common|frage|allgemein|вопрос|общ|проч|друг|问题|問題|其他|其它|常见|常見|一般|' +
    '질문|일반|기타|pregunta|domand|pergunta|otr[ao]s|altr[eio]|سؤال|أسئلة|أخرى|عام|پرسش|سوال|دیگر|عمومی',
  'i',
);
/** Words that say too little on their own, and characters of them. */
const FEW = { words: 2, letters: 24, signs: 6 };

/** Whether a title asks nothing, is short, and shares no word with its chapter. */
export function isShort(title: string, chapter: string): boolean {
  if (asksIn(title) || chapter === '' || NO_CHAPTER.test(chapter)) return false;
  const isDense = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u.test(title);
  const wordsOf = (text: string) => text.toLowerCase().match(isDense ? /\p{L}/gu : /[\p{L}\p{N}]+/gu) ?? [];
  const words = wordsOf(title);
  const known = new Set(wordsOf(chapter));
  const isFew = isDense ? words.length <= FEW.signs : words.length <= FEW.words && title.length <= FEW.letters;
  return isFew && words.length > 0 && !words.some((word) => known.has(word));
}

/** Signs for the eye at the ends of a heading, as pictures or by their names: `:warning: How ...`. */
const SIGN =
  '(?:\\p{Extended_Pictographic}[\\uFE0F\\u200D\\u{1F3FB}-\\u{1F3FF}]*|[\\u{1F1E6}-\\u{1F1FF}]{2}|:[a-z][a-z0-9_+-]{1,30}:)';
const SIGNS = new RegExp(`^(?:${SIGN}\\s*)+(?=[\\p{L}\\p{N}¿"«“(])|(?<=\\S)(?:\\s+${SIGN})+\\s*$`, 'gu');

/** A heading without the signs at its ends. */
export const withoutSigns = (words: string): string => words.replace(SIGNS, '');

/**
 * Words that point to what a heading above names: "How do I move them?". Of those that may mean nothing ("is it
 * possible"), only such as plainly point.
 */
const POINTING = new RegExp(
  '(?<!\\b(?:is|was|does|did|will|would|can|should|if|that|because) )\\bit\\b(?! (?:possible|safe|ok|okay|legal|true|necessary|worth|take)\\b)|' +
    '\\b(?:its|them|they|these|those)\\b(?! \\w+s\\b)|\\bthis(?=\\?|$)|' +
    '(?<!\\p{L})(?:его|её|их|ими|него|неё|них|этого|этим)(?!\\p{L})|\\w(?:lo|la|los|las|li|le)(?=\\?)|\\b(?:ellos|ellas|esto|eso|questo|esso)\\b|' +
    '它们?|這個|这个|그것|이것|(?<!\\p{L})(?:آن|این|آنها|آن‌ها)(?=[؟?]| را)|(?<!\\p{L})(?:هذا|ذلك)(?=[؟?])',
  'iu',
);

/** A question that points to the heading above it, with that behind it; otherwise as it is. */
export function withParent(title: string, parent: string | undefined): string {
  const words = (parent ?? '').trim();
  if (words === '' || NO_CHAPTER.test(words) || !asksIn(title) || !POINTING.test(title)) return title;
  return `${title} (${words.replace(/[\s?？؟]+$/, '')})`;
}

/** The place of a question in a list, or a sign before it, is no part of it. */
export const unnumbered = (words: string): string => (asksIn(words) ? words.replace(NUMBER, '') : words);

const NUMBER =
  /^(?:\p{Nd}{1,3}(?:[.)][ \t]+|[、．)）][ \t]*)|\p{Nd}\uFE0F?\u20E3[ \t]*|[\u2460-\u2473][ \t]*|[一二三四五六七八九十]{1,3}、[ \t]*|\p{Extended_Pictographic}\uFE0F?[ \t]*)(?=\p{L}|[¿"«“(])/u;
