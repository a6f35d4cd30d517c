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

/** The place of a question in a list, or a sign before it, is no part of it. */
export const unnumbered = (words: string): string => (asksIn(words) ? words.replace(NUMBER, '') : words);

const NUMBER =
  /^(?:\p{Nd}{1,3}(?:[.)][ \t]+|[、．)）][ \t]*)|\p{Nd}\uFE0F?\u20E3[ \t]*|[\u2460-\u2473][ \t]*|[一二三四五六七八九十]{1,3}、[ \t]*|\p{Extended_Pictographic}\uFE0F?[ \t]*)(?=\p{L}|[¿"«“(])/u;
