import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { checkJson } from '../../../src/knowledge/format/json-file.ts';
import { PACK_SHAPE } from '../../../src/knowledge/format/pack-json.ts';
import { formatProblem, inFile } from '../../../src/knowledge/format/problem.ts';

const told = (text: string): string[] => inFile('pack.json', checkJson(text, PACK_SHAPE).findings).map(formatProblem);

/** A pack.json with one line replaced. */
function packJson(line = '', by = ''): string {
  const text =
    '{\n  "title": { "en": "Rules" },\n  "defaultLanguage": "en",\n  "licence": "CC0",\n  "sources": {\n    "rules": {\n      "title": "Our rules",\n      "url": "https://example.org",\n      "published": "2023-03",\n      "language": "en"\n    }\n  }\n}\n';
  if (!text.includes(line)) throw new Error(`no ${line} in the pack`);
  return text.replace(line, by);
}

const SOURCE_KEYS = 'the keys are title, publisher, url, published, language, translations';
const COMMA_CURE = 'look for a comma, bracket or quotation mark too many or missing';

describe('pack.json', () => {
  it('is read', () => {
    expect(told(packJson())).toEqual([]);
    expect(checkJson(`\uFEFF${packJson().replaceAll('\n', '\r\n')}`, PACK_SHAPE).data).toEqual({
      title: { en: 'Rules' },
      defaultLanguage: 'en',
      licence: 'CC0',
      sources: { rules: { title: 'Our rules', url: 'https://example.org', published: '2023-03', language: 'en' } },
    });
  });

  it.each([
    [
      '"licence"',
      '"license"',
      'pack.json:4: unknown key "license" (did you mean "licence"? the keys are title, defaultLanguage, licence, example, order, sources)',
    ],
    ['"published"', '"publishd"', `pack.json:9: unknown key "publishd" (did you mean "published"? ${SOURCE_KEYS})`],
    [
      '"title": "Our rules",',
      '',
      'pack.json:6: sources.rules.title is missing (write the title of the article, book or page)',
    ],
    [
      '"Our rules"',
      '" "',
      'pack.json:7: sources.rules.title must be a text that is not empty, not " " (write the title of the article, book or page)',
    ],
    [
      'https://example.org',
      'javascript:alert(1)',
      'pack.json:8: sources.rules.url must be an http or https address, not "javascript:alert(1)" (write a whole address such as https://example.org/page, or leave it out)',
    ],
    [
      '"2023-03"',
      '"March"',
      'pack.json:9: sources.rules.published must be a date, not "March" (write a year, month or day that exists, e.g. 2023, 2023-03 or 2023-03-16)',
    ],
    [
      '"2023-03"',
      '2023',
      'pack.json:9: sources.rules.published must be a date, not "2023" (write a year, month or day that exists, e.g. 2023, 2023-03 or 2023-03-16)',
    ],
    [
      '"language": "en"',
      '"language": "EN"',
      'pack.json:10: sources.rules.language must be the tag of a language, not "EN" (use a BCP 47 tag such as en, pt-BR or zh-Hans)',
    ],
    [
      '"licence": "CC0"',
      '"example": "yes"',
      'pack.json:4: example must be true or false, not "yes" (write true where the pack is to be passed over beside others, or leave it out)',
    ],
    [
      '{ "en": "Rules" }',
      '{}',
      'pack.json:2: title is missing in every language (write the title by language, e.g. "title": { "en": "Our rules" })',
    ],
    [
      '{ "en": "Rules" }',
      '{ "english": "Rules" }',
      'pack.json:2: title.english must be named by the tag of a language, not "english" (write the title by language, e.g. "title": { "en": "Our rules" })',
    ],
    [
      '{ "en": "Rules" }',
      '"Rules"',
      'pack.json:2: title must be an object, not "Rules" (write the title by language, e.g. "title": { "en": "Our rules" })',
    ],
    [
      '"defaultLanguage": "en",',
      '',
      'pack.json:1: defaultLanguage is missing (name the language for people whose own is missing, e.g. "defaultLanguage": "en")',
    ],
    [
      '"licence": "CC0"',
      '"title": {}, "licence": "CC0"',
      'pack.json:4: the key "title" is repeated here (keep one of the two)',
    ],
    ['"licence": "CC0",', '"licence": "CC0"', 'pack.json:5: this is not JSON'],
    ['"language": "en"', '"language": "en",', 'pack.json:11: this is not JSON'],
  ])('with %s replaced by %s is refused', (line, by, problem) =>
    expect(told(packJson(line, by))[0]?.startsWith(problem)).toBe(true),
  );

  it.each([
    [
      '[]',
      'pack.json:1: the file must be an object, not an empty list (write an object with the keys title, defaultLanguage, licence, example, order, sources)',
    ],
    ['\n\n', `pack.json:3: this is not JSON: Unexpected end of JSON input (${COMMA_CURE})`],
    ['{\n"title": tru\n}', 'pack.json:2: this is not JSON'],
    ['{\n"title": "a\n"}', 'pack.json:2: this is not JSON'],
    ['{\n"title": [1,\n]}', 'pack.json:3: this is not JSON'],
    ['{\n"title": {\n', 'pack.json:3: this is not JSON'],
    ['{}\n\n}', 'pack.json:3: this is not JSON'],
  ])('%j is refused', (text, problem) => expect(told(text)[0]?.startsWith(problem)).toBe(true));

  it('tells all its problems at once', () => {
    expect(told('{ "titel": {}, "sources": { "a": { "url": 1, "x": 2 } } }')).toHaveLength(6);
  });

  it('is never thrown at', () => {
    fc.assert(fc.property(fc.oneof(fc.string(), fc.json()), (text) => void checkJson(text, PACK_SHAPE)));
    expect(told(`${'['.repeat(500_000)}`)).toHaveLength(1);
  });
});

describe('the lines of JSON', () => {
  it('are those of an independent reading', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 4 }), (value) => {
        const lines: string[] = [];
        const paths: { path: (string | number)[]; line: number }[] = [];
        print(value, [], lines, paths);
        const { lineOf, findings } = checkJson(lines.join('\n'), z.unknown());
        expect(JSON.parse(lines.join('\n'))).toEqual(JSON.parse(JSON.stringify(value)));
        expect(findings).toEqual([]);
        for (const { path, line } of paths) expect(lineOf(path)).toBe(line);
      }),
    );
  });
});

/** Prints each value on lines of its own, and notes on which. */
function print(
  value: unknown,
  path: (string | number)[],
  lines: string[],
  paths: { path: (string | number)[]; line: number }[],
): void {
  if (path.length > 0) paths.push({ path, line: lines.length + (typeof path.at(-1) === 'number' ? 1 : 0) });
  if (value === null || typeof value !== 'object') return void lines.push(JSON.stringify(value));
  lines.push(Array.isArray(value) ? '[' : '{');
  Object.entries(value).forEach(([key, child], at) => {
    if (at > 0) lines.push(',');
    if (!Array.isArray(value)) lines.push(`${JSON.stringify(key)}:`);
    print(child, [...path, Array.isArray(value) ? at : key], lines, paths);
  });
  lines.push(Array.isArray(value) ? ']' : '}');
}
