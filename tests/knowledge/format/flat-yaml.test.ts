import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readPlain, readYaml } from '../../../src/knowledge/format/flat-yaml.ts';

const someWord = fc.string({
  unit: fc.constantFrom(...Array.from('abz09_-/. :,[]#&*!?%\'"{}|>@`~\\\t年ف')),
  minLength: 0,
  maxLength: 5,
});
const someValue = fc.oneof(
  someWord,
  fc.array(someWord, { maxLength: 3 }).map((words) => `[${words.join(', ')}]`),
  fc.constantFrom(
    '2023-03',
    '[ban, political propaganda]',
    '[]',
    'true',
    'null',
    '~',
    '1.0',
    '0x1',
    '2023-03-16',
    '[a,b]',
    '[a, ]',
    '- a',
    '',
  ),
);
const someText = fc
  .array(
    fc.tuple(
      fc.constantFrom('sources', 'as_of', 'tags', 'status', 'x y', '1'),
      fc.constantFrom(': ', ':', ':  '),
      someValue,
    ),
    { maxLength: 4 },
  )
  .map((lines) => lines.map((parts) => parts.join('')).join('\n'));

describe('plain lines of front matter', () => {
  it('are read as the library reads them, or left to it', () => {
    let plain = 0;
    fc.assert(
      fc.property(someText, (text) => {
        const quick = readPlain(text, 2);
        if (!quick) return;
        plain++;
        const whole = readYaml(text, 2);
        expect([quick.value, quick.findings]).toEqual([whole.value, whole.findings]);
        for (const key of Object.keys(quick.value ?? {}))
          for (const path of [[key], [key, 0], ['none']]) expect(quick.lineOf(path)).toBe(whole.lineOf(path));
      }),
      { numRuns: 3000 },
    );
    expect(plain).toBeGreaterThan(50);
  });

  it.each([
    'sources: [a]\nsources: [b]',
    'tags: [[a]]',
    'tags: &a [x]',
    'as_of: "2023"',
    'tags:\n  - a',
    'a: b: c',
    '',
  ])('leave %j to the library', (text) => expect(readPlain(text, 2)).toBeUndefined());
});
