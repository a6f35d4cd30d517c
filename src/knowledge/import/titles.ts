import { asksIn } from './lines.ts';

/** Names of chapters that add nothing to a title, such as "FAQ" or "Other". */
const NO_CHAPTER = new RegExp(
  'faq|q ?& ?a|question|general|other|misc|common|frage|allgemein|вопрос|общ|проч|друг|问题|問題|其他|其它|常见|常見|一般|' +
    '질문|일반|기타|pregunta|domand|pergunta|otr[ao]s|altr[eio]|سؤال|أسئلة|أخرى|عام|پرسش|سوال|دیگر|عمومی',
  'i',
);
/** Up to this many words and letters (or characters of Chinese and Japanese) a title says too little on its own. */
const FEW = { words: 2, letters: 24, signs: 6 };

/**
 * Whether a title says too little without its chapter: it asks nothing, is short, and shares no word with the chapter.
 */
export function isShort(title: string, chapter: string): boolean {
  if (asksIn(title) || chapter === '' || NO_CHAPTER.test(chapter)) return false;
  const isDense = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u.test(title);
  const wordsOf = (text: string) => text.toLowerCase().match(isDense ? /\p{L}/gu : /[\p{L}\p{N}]+/gu) ?? [];
  const words = wordsOf(title);
  const known = new Set(wordsOf(chapter));
  const isFew = isDense ? words.length <= FEW.signs : words.length <= FEW.words && title.length <= FEW.letters;
  return isFew && words.length > 0 && !words.some((word) => known.has(word));
}

/** Decoration at the ends of a heading: emoji, or their names as in `:warning: How ...`. */
const SIGN =
  '(?:\\p{Extended_Pictographic}[\\uFE0F\\u200D\\u{1F3FB}-\\u{1F3FF}]*|[\\u{1F1E6}-\\u{1F1FF}]{2}|:[a-z][a-z0-9_+-]{1,30}:)';
const SIGNS = new RegExp(`^(?:${SIGN}\\s*)+(?=[\\p{L}\\p{N}¿"«“(])|(?<=\\S)(?:\\s+${SIGN})+\\s*$`, 'gu');

/** A heading without the decoration at its ends. */
export const withoutSigns = (words: string): string => words.replace(SIGNS, '');

/** The words of a summary of a part that folds out, which pages often write in bold or as a heading. */
export const summaryWords = (html: string): string =>
  withoutSigns(html.replace(/<\/?(?:h[1-6]|b|strong|br)\b[^>]{0,200}>/gi, '').trim());

/**
 * Words that refer to the heading above: "How do I move them?". A word that often refers to nothing ("is it possible")
 * counts only if it plainly does.
 */
const POINTING = new RegExp(
  '(?<!\\b(?:is|was|does|did|will|would|can|should|if|that|because) )\\bit\\b(?! (?:possible|safe|ok|okay|legal|true|necessary|worth|take)\\b)|' +
    '\\b(?:its|them|they|these|those)\\b(?! \\w+s\\b)|\\bthis(?=\\?|$)|' +
    '(?<!\\p{L})(?:его|её|их|ими|него|неё|них|этого|этим)(?!\\p{L})|\\w(?:lo|la|los|las|li|le)(?=\\?)|\\b(?:ellos|ellas|esto|eso|questo|esso)\\b|' +
    '它们?|這個|这个|그것|이것|(?<!\\p{L})(?:آن|این|آنها|آن‌ها)(?=[؟?]| را)|(?<!\\p{L})(?:هذا|ذلك)(?=[؟?])',
  'iu',
);

/** Adds the heading above in brackets to a question that refers to it; other titles stay as they are. */
export function withParent(title: string, parent: string | undefined): string {
  const words = (parent ?? '').trim();
  if (words === '' || NO_CHAPTER.test(words) || !asksIn(title) || !POINTING.test(title)) return title;
  return `${title} (${words.replace(/[\s?？؟]+$/, '')})`;
}

/** Removes the number, or an emoji, before a question in a list. */
export const unnumbered = (words: string): string => (asksIn(words) ? words.replace(NUMBER, '') : words);

const NUMBER =
  /^(?:\p{Nd}{1,3}(?:[.)][ \t]+|[、．)）][ \t]*)|\p{Nd}\uFE0F?\u20E3[ \t]*|[\u2460-\u2473][ \t]*|[一二三四五六七八九十]{1,3}、[ \t]*|\p{Extended_Pictographic}\uFE0F?[ \t]*)(?=\p{L}|[¿"«“(])/u;
