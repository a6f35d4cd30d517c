import type { Answer } from '../core/engine.ts';
import type { CheckCase } from './checks-file.ts';
import type { Problem } from './problem.ts';

/** What a check's question finds instead of what it must find, and the cure; undefined where it passes. */
export function failedCheck({ file, line, text, entry }: CheckCase, answer: Answer): Problem | undefined {
  const best = answer.candidates[0];
  const found = answer.kind === 'sure' && best ? best.entry.id : null;
  if (found === entry) return undefined;
  const failure = { file, line, level: 'error' } as const;
  if (entry === null) return { ...failure, message: `“${text}” is answered with ${found}`, cure: "it must find nothing: sharpen that entry's phrasings" };
  const instead = found ?? `nothing; the likeliest is ${best?.entry.id ?? 'none'} at ${(best?.confidence ?? 0).toFixed(2)}`;
  return { ...failure, message: `“${text}” finds ${instead}`, cure: `it must find ${entry}: add a phrasing there` };
}
