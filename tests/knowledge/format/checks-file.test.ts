import { describe, expect, it } from 'vitest';
import { parseChecks } from '../../../src/knowledge/format/checks-file.ts';
import { formatProblem } from '../../../src/knowledge/format/problem.ts';

const place = {
  pack: 'rules',
  language: 'en',
  file: 'en/checks.md',
  ids: new Set(['questions/why-banned', 'facts/x']),
};
const HEADING_CURE = 'write `## ` and an entry of this pack such as questions/why-banned, or `## silence`';
const LINE_CURE = 'write `## ` and an entry, or `- ` and a question on one line';

describe('checks', () => {
  it('are read with their lines, as they stand', () => {
    const { language, cases, problems } = parseChecks(
      "## questions/why-banned\r\n- why *can't* <they>\r\n* no?  \r\n\r\n## silence\r\n- hello\r\n",
      place,
    );
    expect(problems).toEqual([]);
    expect(language).toBe('en');
    const shared = { pack: 'rules', language: 'en', file: 'en/checks.md' };
    expect(cases).toEqual([
      { ...shared, text: "why *can't* <they>", entry: 'questions/why-banned', line: 2 },
      { ...shared, text: 'no?', entry: 'questions/why-banned', line: 3 },
      { ...shared, text: 'hello', entry: null, line: 6 },
    ]);
  });

  it.each([
    [
      '\n## questions/why-baned\n- x',
      `en/checks.md:2: unknown entry "questions/why-baned" (did you mean "questions/why-banned"? ${HEADING_CURE})`,
    ],
    ['## silense\n- x', `en/checks.md:1: unknown entry "silense" (did you mean "silence"? ${HEADING_CURE})`],
    ['##\n- x', `en/checks.md:1: unknown entry "" (${HEADING_CURE})`],
    [
      '- x\n## silence',
      'en/checks.md:1: a question above the first heading (put `## ` and an entry, or `## silence`, above it)',
    ],
    ['## silence\n-\n- x', 'en/checks.md:2: an empty question (write the question, or leave the line out)'],
    ['## silence\n- x\n  y', `en/checks.md:3: this is neither a heading nor a question: "y" (${LINE_CURE})`],
    ['# Checks', `en/checks.md:1: this is neither a heading nor a question: "# Checks" (${LINE_CURE})`],
    ['### silence', `en/checks.md:1: this is neither a heading nor a question: "### silence" (${LINE_CURE})`],
  ])('%j is refused', (text, problem) =>
    expect(parseChecks(text, place).problems.map(formatProblem)).toEqual([problem]),
  );
});
