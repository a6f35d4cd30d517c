import { phraseKey } from '../../core/text/phrase-key.ts';

/**
 * A heading as somebody in a hurry would put it: without its stop words, and with its two halves exchanged. What is the heading
 * again, or has fewer than two words, is left out.
 * @param stopWords in lower case.
 */
export function rewordings(heading: string, language: string, stopWords: readonly string[]): string[] {
  const segments = [...new Intl.Segmenter(language, { granularity: 'word' }).segment(heading)];
  const words = segments.filter(({ isWordLike }) => isWordLike).map(({ segment }) => segment);
  // In scripts without spaces words stand side by side; what is turned round there is no text that anybody types.
  const isSpaced = !segments.some(({ isWordLike }, at) => isWordLike && segments[at + 1]?.isWordLike);
  const joined = (chosen: readonly string[]): string => chosen.join(isSpaced ? ' ' : '');
  const stops = new Set(stopWords);
  const short = words.filter((word) => !stops.has(word.toLowerCase()));
  const half = Math.ceil(words.length / 2);
  const turned = isSpaced ? [...words.slice(half), ...words.slice(0, half)] : [];
  const known = new Set([phraseKey(heading)]);
  return [short, turned].flatMap((chosen) => {
    const text = joined(chosen);
    if (chosen.length < 2 || known.has(phraseKey(text))) return [];
    known.add(phraseKey(text));
    return [text];
  });
}
