import { type Analyzer, analyzer } from '../../core/text/analyze.ts';
import { baseOf, type LanguageData, languageOf } from '../../core/text/language.ts';
import { remember } from '../../core/text/remember.ts';
import { isUnspaced } from '../../core/text/tokenize.ts';

/** Content words of a question, and the weight of each (see Analyzer). */
export type Content = ReadonlyMap<string, number>;

/** Share of all content of two questions that they must have in common. */
const SHARED = 0.65;

/** Reads the content of texts. All scripts of a language are read alike. */
export function contentReader(
  languages: ReadonlyMap<string, LanguageData>,
): (text: string, language: string) => Content {
  const analyzerFor = remember((base: string) => analyzer(languageOf(base, languages)));
  return (text, language) => contentOf(text, analyzerFor(baseOf(language)));
}

const MOST_REMEMBERED = 1000;

/** Remembers the content of texts that are read again and again; forgets all of them when it is full. */
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

/** A question without content words, such as "who are you", is about all its words. */
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
 * Text without spaces is compared by characters, because its division into words is a guess that differs from question
 * to question.
 */
const unitsOf = (word: string): string[] => (isUnspaced(word) ? [...word] : [word]);

/**
 * Whether two questions have equal content words, in any order; or one has all of the other's, and few more. If each
 * has a word that the other lacks, they are different: "link my first account", "link my second account".
 */
export function areAlike(a: Content, b: Content): boolean {
  if (says(a, b) || says(b, a))
    return weightOf(a, (word) => b.has(word)) >= SHARED * (weightOf(a) + weightOf(b, (word) => !a.has(word)));
  return false;
}

/** Common words may be missing: without them a question asks the same. */
const says = (a: Content, b: Content): boolean => [...b].every(([word, weight]) => weight < 1 || a.has(word));

function weightOf(content: Content, isCounted: (word: string) => boolean = () => true): number {
  let sum = 0;
  for (const [word, weight] of content) if (isCounted(word)) sum += weight;
  return sum;
}
