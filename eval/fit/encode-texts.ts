import { baseOf } from '../../src/core/text/language.ts';
import { sentencesOf } from '../../src/core/text/sentences.ts';
import { openEncoder } from '../../src/encoders/index.ts';
import type { VectorOf } from './observe.ts';
import type { Situation } from './situations.ts';

/** Texts that are encoded between two words of how far it is. */
const PORTION = 500;

/**
 * Encodes every text of the situations in languages that the English encoder knows.
 * @returns of each situation's language, a text's vector; undefined if the encoder's package is not installed.
 */
export async function encodeTexts(
  situations: readonly Situation[],
  onProgress: (done: number, total: number) => void,
): Promise<((language: string) => VectorOf | undefined) | undefined> {
  const encoder = await openEncoder('auto', {
    onProblem: (line) => void process.stderr.write(`${line}\n`),
  });
  if (!encoder) return undefined;
  const isKnown = (language: string) => encoder.languages.includes(baseOf(language));
  const texts = [...new Set(situations.filter(({ language }) => isKnown(language)).flatMap(textsOf))];
  const vectors = new Map<string, Float32Array>();
  for (let at = 0; at < texts.length; at += PORTION) {
    onProgress(at, texts.length);
    const portion = texts.slice(at, at + PORTION);
    const found = await encoder.encode(portion, Number.POSITIVE_INFINITY);
    if (!found) throw new Error('the encoder gave no vectors');
    for (const [n, text] of portion.entries()) vectors.set(text, found[n] ?? new Float32Array(encoder.dimension));
  }
  await encoder.close();
  const vectorOf: VectorOf = (text) => vectors.get(text) ?? new Float32Array(encoder.dimension);
  return (language) => (isKnown(language) ? vectorOf : undefined);
}

const textsOf = ({ entries, questions, language }: Situation): string[] => [
  ...entries.flatMap(({ title, phrasings, answer }) => [title, ...phrasings, ...sentencesOf(answer, language)]),
  ...questions.map(({ text }) => text),
];
