import type { Answer } from '../core/search/engine.ts';
import type { CheckCase } from './checks-file.ts';
import { fault, type Problem } from './problem.ts';

/** What a check's question finds instead of what it must find, and the cure; undefined where it passes. */
export function failedCheck({ file, line, text, entry }: CheckCase, answer: Answer): Problem | undefined {
  const best = answer.candidates[0];
  const found = answer.kind === 'sure' && best ? best.entry.id : null;
  if (found === entry) return undefined;
  if (entry === null) return { file, ...fault(line, 'check-not-silent', { question: text, found: found ?? '' }) };
  if (found !== null) return { file, ...fault(line, 'check-finds-other', { question: text, found, entry }) };
  const likeliest = { likeliest: best?.entry.id ?? 'none', confidence: (best?.confidence ?? 0).toFixed(2) };
  return { file, ...fault(line, 'check-finds-nothing', { question: text, entry, ...likeliest }) };
}
