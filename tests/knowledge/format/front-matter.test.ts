import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { splitFrontMatter } from '../../../src/knowledge/format/front-matter.ts';
import { formatProblem, inFile } from '../../../src/knowledge/format/problem.ts';
import { runs } from '../../helpers/runs.ts';

/** All problems of a file with these lines of front matter. */
const told = (frontMatter: string): string[] => toldOf(`---\n${frontMatter}\n---\n# Why?\n`);

const toldOf = (text: string): string[] => inFile('a.md', splitFrontMatter(text).findings).map(formatProblem);

const KEYS = 'the keys are sources, as_of, tags, review_by, status, related';
const YAML_CURE = 'write `key: value` lines; put a value with special characters in quotes';
const PLAIN_CURE = 'write plain `key: value` lines; put a value with special characters in quotes';

describe('front matter', () => {
  it('is read in full', () => {
    const text =
      '---\nsources: [a, b]\nas_of: 2023-03\ntags: [2023, 1.0]\nreview_by: 2027-01-01\nstatus: disputed\nrelated:\n  - questions/x\n---\n# Why?\n';
    const { frontMatter, body, bodyLine, findings } = splitFrontMatter(text);
    expect(findings).toEqual([]);
    expect(frontMatter).toEqual({
      sources: ['a', 'b'],
      as_of: '2023-03',
      tags: ['2023', '1.0'],
      review_by: '2027-01-01',
      status: 'disputed',
      related: ['questions/x'],
    });
    expect([body, bodyLine]).toEqual(['# Why?\n', 10]);
  });

  it('needs sources only', () => {
    expect(splitFrontMatter('---\nsources: [a]\n---\n').frontMatter).toEqual({
      sources: ['a'],
      tags: [],
      status: 'current',
      related: [],
    });
  });

  it.each(['2023', '"2023"', '2023-03', '2023-03-16'])('takes as_of: %s', (date) => {
    expect(splitFrontMatter(`---\nsources: [a]\nas_of: ${date}\n---\n`).frontMatter?.as_of).toBe(
      date.replaceAll('"', ''),
    );
  });

  it('tolerates CRLF, a byte order mark and spaces behind the fences', () => {
    const { frontMatter, body, bodyLine } = splitFrontMatter(
      '\uFEFF--- \r\nsources: [a]\r\n---\t\r\n# Why?\r\n\r\nSo.',
    );
    expect([frontMatter?.sources, body, bodyLine]).toEqual([['a'], '# Why?\n\nSo.', 4]);
  });

  it('tells the line of keys and items', () => {
    const { lineOf } = splitFrontMatter('---\n# note\nsources:\n  - a\n  - b\ntags: [x,\n  y]\n---\n');
    expect([lineOf(['sources']), lineOf(['sources', 1]), lineOf(['tags', 1]), lineOf(['status'])]).toEqual([
      3, 5, 7, 1,
    ]);
  });
});

describe('front matter is refused', () => {
  it('where it is missing; the whole text is then the body', () => {
    expect(toldOf('# Why?\n\nSo.\n')).toEqual([
      'a.md:1: the front matter is missing (begin the file with a line `---`, then `sources: [...]`, then another `---`)',
    ]);
    expect(splitFrontMatter('# Why?').body).toBe('# Why?');
    expect(toldOf('')).toHaveLength(1);
    expect(toldOf(' ---\nsources: [a]\n---\n')).toHaveLength(1);
  });

  it('where it does not end; there is then no body', () => {
    expect(toldOf('---\nsources: [a]\n# Why?\n')).toEqual([
      'a.md:1: the front matter does not end (write a line `---` below it)',
    ]);
    expect(splitFrontMatter('---\n').body).toBeUndefined();
  });

  it('above 4,096 bytes, counted as bytes', () => {
    const frontMatter = (letters: string) => `sources: [a]\n# ${letters}`;
    expect(told(frontMatter('x'.repeat(4096 - 15)))).toEqual([]);
    expect(told(frontMatter('x'.repeat(4096 - 14)))).toEqual([
      'a.md:1: the front matter has 4097 bytes (shorten it to 4096 bytes)',
    ]);
    expect(told(frontMatter('汉'.repeat(1400)))).toEqual([
      'a.md:1: the front matter has 4215 bytes (shorten it to 4096 bytes)',
    ]);
  });

  it.each([
    ['tags: [x]', 'a.md:1: sources is missing (list ids from pack.json, e.g. sources: [clampdown])'],
    ['', 'a.md:1: sources is missing (list ids from pack.json, e.g. sources: [clampdown])'],
    [
      'sources: []',
      'a.md:2: sources must name a source, not an empty list (list ids from pack.json, e.g. sources: [clampdown])',
    ],
    [
      'tags: [x]\nsources: a',
      'a.md:3: sources must be a list, not "a" (list ids from pack.json, e.g. sources: [clampdown])',
    ],
    ['sources:', 'a.md:2: sources must be a list, not empty (list ids from pack.json, e.g. sources: [clampdown])'],
    [
      'sources:\n - a\n - " "',
      'a.md:4: sources, item 2 must be a text that is not empty, not " " (list ids from pack.json, e.g. sources: [clampdown])',
    ],
    [
      'sources: [a, [b]]',
      'a.md:2: sources, item 2 must be a text that is not empty, not a list (list ids from pack.json, e.g. sources: [clampdown])',
    ],
    [
      'sources: {a: b}',
      'a.md:2: sources must be a list, not an object (list ids from pack.json, e.g. sources: [clampdown])',
    ],
    [
      'sources: [a]\nas_of: 2023-13',
      'a.md:3: as_of must be a date, not "2023-13" (write a year, month or day that exists, e.g. 2023, 2023-03 or 2023-03-16)',
    ],
    [
      'sources: [a]\nreview_by: 2027-01',
      'a.md:3: review_by must be a day, not "2027-01" (write a day that exists, e.g. 2027-01-01)',
    ],
    [
      'sources: [a]\nstatus: old',
      'a.md:3: status must be current, outdated or disputed, not "old" (leave it out where the entry is current)',
    ],
    [
      'sources: [a]\ntags: ban',
      'a.md:3: tags must be a list, not "ban" (write a list of words, e.g. tags: [ban, reasons])',
    ],
    [
      'sources: [a]\nrelated: x',
      'a.md:3: related must be a list, not "x" (write a list of entries, e.g. related: [questions/why-banned])',
    ],
    ['sources: [a]\n\nsource: b', `a.md:4: unknown key "source" (did you mean "sources"? ${KEYS})`],
    ['sources: [a]\n__proto__: b', `a.md:3: unknown key "__proto__" (${KEYS})`],
    ['sources: [a]\nzzzzzzzz: b', `a.md:3: unknown key "zzzzzzzz" (${KEYS})`],
    ['sources: [a]\ntags: [x]\nsources: [b]', 'a.md:4: the key is repeated here (keep one of the two)'],
    [
      'sources: [a]\ntags: [[[x]]]',
      'a.md:3: the front matter is nested too deeply (write flat lists such as [ban, reasons])',
    ],
    [
      'sources: [a]\ntags:\n  - - - x',
      'a.md:4: the front matter is nested too deeply (write flat lists such as [ban, reasons])',
    ],
    ['sources: &a [x]', `a.md:2: the front matter holds an anchor (&) (${PLAIN_CURE})`],
    ['sources: [a]\ntags: *a', `a.md:3: the front matter holds an alias (*) (${PLAIN_CURE})`],
    ['sources: !!set [a]', `a.md:2: the front matter holds a tag (!) (${PLAIN_CURE})`],
    ['? sources\n: [a]', `a.md:2: the front matter holds a complex key (?) (${PLAIN_CURE})`],
    ['sources: [a]\n...\ntags: [x]', `a.md:3: the front matter holds the end of a document (...) (${PLAIN_CURE})`],
    ['- a', 'a.md:2: the front matter has no keys (write `key: value` lines)'],
    [
      'sources: [a]\ntags: [x',
      `a.md:3: the front matter cannot be read: Flow sequence in block collection must be sufficiently indented and end with a ] (${YAML_CURE})`,
    ],
  ])('%j', (frontMatter, problem) => expect(told(frontMatter)).toEqual([problem]));

  it('with one problem where it cannot be read, for what follows is guessed', () => {
    expect(told('foo: [x')).toEqual([
      `a.md:2: the front matter cannot be read: Flow sequence in block collection must be sufficiently indented and end with a ] (${YAML_CURE})`,
    ]);
  });

  it('with all its problems at once', () => {
    expect(told('as_off: 2023\nstatus: old\ntags: x')).toHaveLength(4);
  });

  it('but dots alone are text', () => {
    expect(splitFrontMatter('---\nsources: [a]\ntags: [...]\n---\n').frontMatter?.tags).toEqual(['...']);
  });

  it('but brackets, stars and marks in quotes are text', () => {
    const { frontMatter, findings } = splitFrontMatter(
      '---\nsources: ["[[[[a]]]]", \'*b\', "&c"]\n# [[[[ &x *y\ntags: [it\'s]\n---\n',
    );
    expect(findings).toEqual([]);
    expect(frontMatter?.sources).toEqual(['[[[[a]]]]', '*b', '&c']);
  });
});

describe('hostile front matter', () => {
  it.each([
    '[',
    '{a: ',
    '- ',
    '? ',
    ': ',
    'a: [\n',
    '[{',
    '&a ',
    '!',
    '*a ',
    '"',
    "'",
    '|\n',
    '- [',
    '[a "b [[["]',
    '%',
  ])('of %j repeated is refused at once', (part) => {
    const start = process.cpuUsage();
    expect(told(part.repeat(Math.floor(4000 / part.length))).length).toBeGreaterThan(0);
    expect(process.cpuUsage(start).user / 1000).toBeLessThan(10_000);
  });

  it('never throws', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => void splitFrontMatter(text)));
    const part = fc.constantFrom(
      '---',
      '\n',
      '\r\n',
      'sources',
      ': ',
      '[',
      ']',
      '{',
      '}',
      '- ',
      '"',
      "'",
      '&a',
      '*a',
      '!t',
      '#',
      '|',
      '>',
      '?',
      '%',
      '...',
      ',',
      ' ',
      'a',
      '2023',
      '\t',
      '\u0000',
      '__proto__',
    );
    fc.assert(
      fc.property(fc.array(part, { maxLength: 60 }), (parts) => {
        const { frontMatter, findings } = splitFrontMatter(`---\n${parts.join('')}\n---\n`);
        expect(frontMatter === undefined).toBe(findings.length > 0);
        expect(findings.every(({ line }) => line >= 1)).toBe(true);
      }),
      runs(300),
    );
  });
});
