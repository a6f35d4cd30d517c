import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  fault,
  formatProblem,
  KnowledgeError,
  type Problem,
  quoted,
  sortProblems,
  wordsOf,
} from '../../../src/knowledge/format/problem.ts';
import { PROBLEM_WORDS } from '../../../src/knowledge/format/problem-words.ts';

const PROBLEM: Problem = {
  file: 'a.md',
  line: 3,
  code: 'unknown-source',
  values: { id: 'x', cure: 'did you mean "y"?' },
  level: 'error',
};

describe('problems', () => {
  it('name file, line, what is wrong and what to do', () => {
    expect(formatProblem(PROBLEM)).toBe('a.md:3: unknown source "x" (did you mean "y"?)');
  });

  it('stay on one line whatever a file is called', () => {
    expect(formatProblem({ ...PROBLEM, file: 'a\nb:1: all is well\u2028.md' })).toBe(
      'a\\u{a}b:1: all is well\\u{2028}.md:3: unknown source "x" (did you mean "y"?)',
    );
  });

  it('name their values as they are, whatever stands in them', () => {
    expect(wordsOf(fault(1, 'unknown-source', { id: '{cure} $& {count}', cure: '{id}' }))).toEqual({
      message: 'unknown source "{cure} $& {count}"',
      cure: '{id}',
    });
    expect(wordsOf(fault(1, 'unexpected-in-pack', { kind: 'file' })).cure).toContain('{questions,facts}');
  });

  it('are all told by the error, one a line', () => {
    const error = new KnowledgeError([PROBLEM, { ...PROBLEM, line: 4 }]);
    expect(error.message).toBe(
      'a.md:3: unknown source "x" (did you mean "y"?)\na.md:4: unknown source "x" (did you mean "y"?)',
    );
    expect(error.problems).toHaveLength(2);
    expect(error.name).toBe('KnowledgeError');
  });

  it('are sorted by file, then by line as a number', () => {
    const places = [
      ['b.md', 2],
      ['a.md', 10],
      ['a.md', 9],
    ] as const;
    const sorted = sortProblems(places.map(([file, line]) => ({ ...PROBLEM, file, line })));
    expect(sorted.map(({ file, line }) => `${file}:${line}`)).toEqual(['a.md:9', 'a.md:10', 'b.md:2']);
  });

  it('quote at most 60 characters, and never half of one', () => {
    expect(quoted('x'.repeat(60))).toBe(`"${'x'.repeat(60)}"`);
    expect(quoted('x'.repeat(61))).toBe(`"${'x'.repeat(59)}…"`);
    expect(quoted(`${'x'.repeat(58)}😀😀`).isWellFormed()).toBe(true);
  });
});

describe('the words of problems', () => {
  const sources = ['src', 'commands', 'eval'].flatMap((dir) =>
    readdirSync(dir, { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.ts'))
      .map((name) => ({ file: join(dir, name), code: readFileSync(join(dir, name), 'utf8') })),
  );

  it('are asked for only where people read them: in what is printed, and in a flaw', () => {
    const users = sources.filter(({ code }) => /^import [^;]*\bwordsOf\b[^;]*\/problem\.ts'/m.test(code));
    const makers = sources.filter(({ code }) => /\bPROBLEM_WORDS\b/.test(code));
    expect(users.map(({ file }) => file).sort()).toEqual(['src/knowledge/export/flaws.ts']);
    expect(makers.map(({ file }) => file).sort()).toEqual([
      'src/knowledge/format/problem-words.ts',
      'src/knowledge/format/problem.ts',
    ]);
  });

  it('are all said somewhere', () => {
    const all = sources
      .flatMap(({ file, code }) => (file.startsWith('src') && !file.endsWith('problem-words.ts') ? [code] : []))
      .join('\n');
    expect(Object.keys(PROBLEM_WORDS).filter((code) => !all.includes(`'${code}'`))).toEqual([]);
  });
});
