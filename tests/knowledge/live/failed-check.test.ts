import { describe, expect, it } from 'vitest';
import type { EngineAnswer } from '../../../src/core/search/engine.ts';
import { failedCheck } from '../../../src/knowledge/format/checks-file.ts';
import { formatProblem } from '../../../src/knowledge/format/problem.ts';
import { entryOf } from '../../helpers/entries.ts';

const answer = (kind: EngineAnswer['kind'], ...ids: string[]): EngineAnswer => ({
  kind,
  findings: [],
  candidates: ids.map((id, at) => ({ entry: entryOf(id), language: 'en', confidence: 0.5 - at / 10 })),
});
const check = (entry: string | null) => ({
  pack: 'p',
  language: 'en',
  text: 'how come',
  entry,
  file: 'p/en/checks.md',
  line: 3,
});
const told = (entry: string | null, given: EngineAnswer) => {
  const problem = failedCheck(check(entry), given);
  return problem && formatProblem(problem);
};

describe('a check', () => {
  it('passes where its entry is answered, or nothing is', () => {
    expect(told('questions/a', answer('sure', 'questions/a', 'questions/b'))).toBeUndefined();
    expect(told(null, answer('unsure', 'questions/a'))).toBeUndefined();
    expect(told(null, answer('unknown'))).toBeUndefined();
  });

  it('that fails says what was found instead, and the cure', () => {
    const begin = 'p/en/checks.md:3: “how come”';
    expect(told('questions/a', answer('sure', 'questions/b'))).toBe(
      `${begin} finds questions/b (it must find questions/a: add a phrasing there)`,
    );
    expect(told('questions/a', answer('unsure', 'questions/a'))).toBe(
      `${begin} finds nothing; the likeliest is questions/a at 0.50 (it must find questions/a: add a phrasing there)`,
    );
    expect(told('questions/a', answer('unknown'))).toBe(
      `${begin} finds nothing; the likeliest is none at 0.00 (it must find questions/a: add a phrasing there)`,
    );
    expect(told(null, answer('sure', 'questions/a'))).toBe(
      `${begin} is answered with questions/a (it must find nothing: sharpen that entry's phrasings)`,
    );
  });
});
