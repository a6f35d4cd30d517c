import { type Analyzer, analyzer } from '../../core/text/analyze.ts';
import { baseOf, type LanguageData, languageOf } from '../../core/text/language.ts';
import { remember } from '../../core/text/remember.ts';
import { isUnspaced } from '../../core/text/tokenize.ts';

/** Content words of a question, and the weight of each (see Analyzer). */
export type Content = ReadonlyMap<string, number>;

/** Share that two questions must have in common of all that they say. */
const SHARED = 0.65;

/** A function that tells what a text is about. Scripts of one language are read alike. */
export function contentReader(
  languages: ReadonlyMap<string, LanguageData>,
): (text: string, language: string) => Content {
  const analyzerFor = remember((base: string) => analyzer(languageOf(base, languages)));
  return (text, language) => contentOf(text, analyzerFor(baseOf(language)));
}

const MOST_REMEMBERED = 1000;

/** For texts that are read again and again; forgets them all when it is full. */
export function remembering(
  read: (text: string, language: string) => Content,
): (text: string, language: string) => Content {
  const known = new Map<string, Content>();
  return (text, language) => {
    const key = `${language} ${text}`;
    const content = known.get(key) ?? read(text, language);
    if (known.size >= MOST_REMEMBERED) known.clear();
    known.set(key, content);
    return content;
  };
}

/** If a question has no content words, such as "who are you", all its words are what it is about. */
function contentOf(text: string, { analyze, weightOf }: Analyzer): Content {
  const { words } = analyze(text);
  const weighed = words
    .filter((word) => weightOf(word) > 0)
    .flatMap((word): [string, number][] =>
      unitsOf(word).map((unit) => [unit, Math.min(weightOf(word), weightOf(unit))]),
    );
  const content = weighed.filter(([, weight]) => weight > 0);
  return new Map(content.length > 0 ? content : words.map((word) => [word, 1]));
}

/**
 * Text without spaces is compared by its characters, as the ends of its words are a guess that differs from question to
 * question.
 */
const unitsOf = (word: string): string[] => (isUnspaced(word) ? [...word] : [word]);

/**
 * Equal content words in any order; or one says all that the other says, and little besides. A word that each has and
 * the other lacks makes two questions of them: "link my first account", "link my second account".
 */
export function areAlike(a: Content, b: Content): boolean {
  if (says(a, b) || says(b, a))
    return weightOf(a, (word) => b.has(word)) >= SHARED * (weightOf(a) + weightOf(b, (word) => !a.has(word)));
  return false;
}

/** Common words count for little: who leaves one out says the same. */
const says = (a: Content, b: Content): boolean => [...b].every(([word, weight]) => weight < 1 || a.has(word));

function weightOf(content: Content, isCounted: (word: string) => boolean = () => true): number {
  let sum = 0;
  for (const [word, weight] of content) if (isCounted(word)) sum += weight;
  return sum;
}
