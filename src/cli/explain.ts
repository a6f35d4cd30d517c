import { SURE, UNSURE } from '../core/calibration/policy.ts';
import type { Answer } from '../core/search/engine.ts';
import type { Finding } from '../core/search/search.ts';

const SHOWN = 3;
const number = (value: number): string => value.toFixed(2);

/** Why an answer came out as it did, for editors and developers. */
export function explain(answer: Answer, language: string): string {
  const verdict = `${answer.kind}: confidence ${number(answer.candidates[0]?.confidence ?? 0)} (sure from ${SURE}, unsure from ${UNSURE}); answered in ${language}`;
  const candidates = answer.candidates
    .slice(0, SHOWN)
    .map(({ entry, language: found, confidence }, at) => `  ${at + 1}. ${entry.id} (${found}) ${number(confidence)}`);
  return [verdict, ...candidates, ...answer.findings.flatMap(explainFinding)].join('\n');
}

function explainFinding(finding: Finding): string[] {
  const features = Object.entries(finding.features ?? {}).map(([name, value]) => `${name} ${number(value)}`);
  const ranked = finding.ranked
    .slice(0, SHOWN)
    .map(({ id, score, features: { words, grams, concepts, wordUnit, probability, nearest } }) => {
      return `    ${id}: score ${number(score)}, words ${number(words)}, grams ${number(grams)}, concepts ${number(concepts)}, best part ${number(wordUnit)}, probability ${number(probability)}, nearest phrasing ${number(nearest)}`;
    });
  return [
    `index ${finding.language}: confidence ${number(finding.confidence)}`,
    `  words: ${finding.words.join(' ')}`,
    ...(finding.corrected.length > 0 ? [`  read as: ${finding.corrected.join(' ')}`] : []),
    ...(finding.unknown.length > 0 ? [`  unknown: ${finding.unknown.join(' ')}`] : []),
    `  features: ${features.join(', ')}`,
    ...ranked,
  ];
}
