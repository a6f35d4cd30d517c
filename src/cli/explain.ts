import { SURE, UNSURE } from '../core/calibration/policy.ts';
import type { Answer } from '../core/search/engine.ts';
import type { Finding } from '../core/search/search.ts';

const SHOWN = 3;
const number = (value: number): string => value.toFixed(2);

/** Why an answer came out as it did, for editors and developers. */
export function explain(answer: Answer, language: string): string {
  const confidence = number(answer.candidates[0]?.confidence ?? 0);
  const scale = `sure from ${SURE}, unsure from ${UNSURE}`;
  const outcome = `${answer.kind}: confidence ${confidence} (${scale}); answered in ${language}`;
  const candidates = answer.candidates
    .slice(0, SHOWN)
    .map(({ entry, language: found, confidence }, at) => `  ${at + 1}. ${entry.id} (${found}) ${number(confidence)}`);
  return [outcome, ...candidates, ...answer.findings.flatMap(explainFinding)].join('\n');
}

const listed = (values: object): string =>
  Object.entries(values)
    .map(([name, value]) => `${name} ${number(Number(value))}`)
    .join(', ');

function explainFinding(finding: Finding): string[] {
  const ranked = finding.ranked
    .slice(0, SHOWN)
    .map(({ id, score, features: { words, grams, concepts, wordUnit, probability, nearest } }) => {
      const parts = { score, words, grams, concepts, 'best part': wordUnit, probability, 'nearest phrasing': nearest };
      return `    ${id}: ${listed(parts)}`;
    });
  return [
    `index ${finding.language}: confidence ${number(finding.confidence)}`,
    `  words: ${finding.words.join(' ')}`,
    ...(finding.corrected.length > 0 ? [`  read as: ${finding.corrected.join(' ')}`] : []),
    ...(finding.unknown.length > 0 ? [`  unknown: ${finding.unknown.join(' ')}`] : []),
    `  features: ${listed(finding.features ?? {})}`,
    ...ranked,
  ];
}
