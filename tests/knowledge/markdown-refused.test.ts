import { describe, expect, it } from 'vitest';
import { parseEntry } from '../../src/knowledge/format/markdown.ts';
import { formatProblem, inFile } from '../../src/knowledge/format/problem.ts';

const told = (text: string): string[] => inFile('a.md', parseEntry(text, 5).findings).map(formatProblem);

/** Problems of an answer whose first line is the file's line 7. */
const toldOfAnswer = (answer: string): string[] => told(`# Why?\n\n${answer}`);

const LINK_CURE = 'link to a whole address: http:// or https://, and no user name';
const HTML_CURE = 'use Markdown; to show a < put \\ before it, or the text in `backticks`';
const HEADING_CURE =
  'keep the one `#` heading at the top and write `### ` here; a line of dashes under text makes a heading, too';
const QUOTE_CURE =
  'write each phrasing as a line `> - ...`; an answer that begins with a quote needs a sentence before it';

describe('an entry is refused', () => {
  it.each([
    ['So.', ['a.md:5: no heading (begin the text with a line `# ` and the question)']],
    [
      '\n## Why?\n\nSo.',
      [
        'a.md:6: no heading (begin the text with a line `# ` and the question)',
        `a.md:6: another heading (${HEADING_CURE})`,
      ],
    ],
    ['So.\n\n# Why?\n\nSo.', ['a.md:5: text above the heading (move it below the `#` heading)']],
    ['#\n\nSo.', ['a.md:5: an empty heading (write the question, or leave the line out)']],
    ['# &nbsp;\n\nSo.', ['a.md:5: an empty heading (write the question, or leave the line out)']],
    [`# ${'x'.repeat(1001)}\n\nSo.`, ['a.md:5: the heading has 1001 characters (shorten it to 1000)']],
    ['# Why?', ['a.md:5: no answer (write the answer below the heading and the phrasings)']],
    ['\n# Why?\n\n> - how come', ['a.md:6: no answer (write the answer below the heading and the phrasings)']],
    ['# Why?\n\n&nbsp;', ['a.md:7: no answer (write the answer below the heading and the phrasings)']],
    [
      '',
      [
        'a.md:5: no heading (begin the text with a line `# ` and the question)',
        'a.md:5: no answer (write the answer below the heading and the phrasings)',
      ],
    ],
  ])('%j', (text, problems) => expect(told(text)).toEqual(problems));

  it('above 64 KB, unparsed', () => {
    expect(told(`# Why?\n\n${'a'.repeat(65_536)}`)).toEqual(['a.md:5: the text has 65544 bytes (shorten it to 65536)']);
  });
});

describe('phrasings are refused', () => {
  it.each([
    [
      '> -\n> -',
      [
        'a.md:7: an empty phrasing (write the question, or leave the line out)',
        'a.md:8: an empty phrasing (write the question, or leave the line out)',
      ],
    ],
    ['> - ok\n> -\n> - fine', ['a.md:8: an empty phrasing (write the question, or leave the line out)']],
    [`> - ok\n> - ${'x'.repeat(1001)}`, ['a.md:8: the phrasing has 1001 characters (shorten it to 1000)']],
    ['> how come', [`a.md:7: the quote under the heading holds something other than a list (${QUOTE_CURE})`]],
    [
      '> - how come\n>\n> text',
      [`a.md:9: the quote under the heading holds something other than a list (${QUOTE_CURE})`],
    ],
    ['>', [`a.md:7: a quote without phrasings (${QUOTE_CURE})`]],
    [
      '> - a\n>   - b',
      ['a.md:7: a phrasing that is more than one line of text (write each phrasing as one line `> - ...`)'],
    ],
    [
      '> - a\n> - # b',
      ['a.md:8: a phrasing that is more than one line of text (write each phrasing as one line `> - ...`)'],
    ],
    [
      '> - <b>a</b>',
      [`a.md:7: HTML cannot be shown: "<b>" (${HTML_CURE})`, `a.md:7: HTML cannot be shown: "</b>" (${HTML_CURE})`],
    ],
  ])('%j', (quote, problems) => expect(toldOfAnswer(`${quote}\n\nSo.`)).toEqual(problems));

  it('but repeated ones only warn', () => {
    const { findings } = parseEntry('# Why?\n\n> - how come\n> - why\n> - How come?!\n\nSo.', 5);
    expect(inFile('a.md', findings).map(formatProblem)).toEqual([
      'a.md:8: the phrasing "why" repeats the heading (leave it out)',
      'a.md:9: the phrasing "How come?!" repeats one above (leave it out)',
    ]);
    expect(findings.every(({ level }) => level === 'warning')).toBe(true);
  });
});

describe('an answer is refused', () => {
  it.each([
    ['x\n\n# y', [`a.md:9: another heading (${HEADING_CURE})`]],
    ['## y\n\nx', [`a.md:7: another heading (${HEADING_CURE})`]],
    ['x\n\n##### y', ['a.md:9: the heading is too deep (write `### `, or `#### ` below such a heading)']],
    ['x\n\n###', ['a.md:9: an empty heading (write its words, or leave the line out)']],
    [`x\n\n### ${'y'.repeat(201)}`, ['a.md:9: the heading has 201 characters (shorten it to 200)']],
    ['x\n\n### <b>y', [`a.md:9: HTML cannot be shown: "<b>" (${HTML_CURE})`]],
    ['### y', ['a.md:7: no answer (write the answer below the heading and the phrasings)']],
    ['x\n---\ny', [`a.md:7: another heading (${HEADING_CURE})`]],
    ['- x\n\n  # y', ['a.md:9: a heading in a list or quote (move it out, or write **bold** here)']],
    ['x\n\n> ### y', ['a.md:9: a heading in a list or quote (move it out, or write **bold** here)']],
    ['x\n\n---\n\ny', ['a.md:9: a horizontal rule cannot be shown (leave it out; an empty line parts paragraphs)']],
    ['x\n\n> | a |\n> |---|\n> | b |', ['a.md:9: a table in a list or quote (move it out, or write a list)']],
    ['x\n\n| a |\n|---|', ['a.md:9: a table without rows (write some below the line of dashes, or leave it out)']],
    [
      '| a | b |\n|---|---|\n| | |',
      ['a.md:7: a table without rows (write some below the line of dashes, or leave it out)'],
    ],
    [
      `${'|a'.repeat(11)}|\n${'|-'.repeat(11)}|\n${'|b'.repeat(11)}|`,
      ['a.md:7: the table has 11 columns (write at most 10, or a list)'],
    ],
    [
      `|a|b|\n|-|-|\n${'|1|2|\n'.repeat(101)}`,
      ['a.md:7: the table has 101 rows (write at most 100, and link to the rest)'],
    ],
    [
      '| a | b |\n|---|---|\n| c | d |\n| `e | f` | g \\| h |',
      [
        'a.md:10: this row has 3 cells, but the table has 2 columns (put \\ before a | that is part of the text, or take cells out)',
      ],
    ],
    [
      'x\n| a | b |\n|---|---|---|\n| c | d |',
      [
        'a.md:9: the line of dashes has 3 cells, but the line above it 2, so that this is no table (give both lines the same number; put \\ before a | that is part of the text)',
      ],
    ],
    [
      '| a |\n|---|\n| b |\n| ![c](https://a.example/c.png) <i> |',
      [
        'a.md:10: images cannot be shown (say in words what it shows)',
        `a.md:10: HTML cannot be shown: "<i>" (${HTML_CURE})`,
      ],
    ],
    ['x\ny ![z](https://example.org/a.png)', ['a.md:8: images cannot be shown (say in words what it shows)']],
    [
      'x\n![*y*\nz](/a) ![](/b)\n\n![](/c)',
      [
        'a.md:8: images cannot be shown (say in words what it shows)',
        'a.md:9: images cannot be shown (say in words what it shows)',
        'a.md:11: images cannot be shown (say in words what it shows)',
      ],
    ],
    ['x ~~y~~', ['a.md:7: text that is struck through cannot be shown (leave it out)']],
    ['x\n`y\nz` <br>', [`a.md:9: HTML cannot be shown: "<br>" (${HTML_CURE})`]],
    ['x <a\nhref="y">', [`a.md:7: HTML cannot be shown: "<a\\u{a}href="y">" (${HTML_CURE})`]],
    [
      'x\n\n<div>\ny\n\n</div>',
      [
        `a.md:9: HTML cannot be shown: "<div>" (${HTML_CURE})`,
        `a.md:12: HTML cannot be shown: "</div>" (${HTML_CURE})`,
      ],
    ],
    ['x <!-- y -->', [`a.md:7: HTML cannot be shown: "<!--" (${HTML_CURE})`]],
    ['x <?php ?>', [`a.md:7: HTML cannot be shown: "<?" (${HTML_CURE})`]],
    ['x <!DOCTYPE html>', [`a.md:7: HTML cannot be shown: "<!D" (${HTML_CURE})`]],
    ['x <![CDATA[y]]>', [`a.md:7: HTML cannot be shown: "<![CDATA" (${HTML_CURE})`]],
    ['x **[<i>y](https://example.org)**', [`a.md:7: HTML cannot be shown: "<i>" (${HTML_CURE})`]],
    ['x\n[y](javascript:alert(1))', [`a.md:8: the link to "javascript:alert(1)" is no web address (${LINK_CURE})`]],
    [
      '[x\ny](/page) and [z](<\nq>) [z](ftp://a)',
      [
        `a.md:7: the link to "/page" is no web address (${LINK_CURE})`,
        `a.md:9: the link to "ftp://a" is no web address (${LINK_CURE})`,
      ],
    ],
    ['[x][1]\n\n[1]: data:text/html,y', [`a.md:7: the link to "data:text/html,y" is no web address (${LINK_CURE})`]],
    ['<mailto:a@example.org>', [`a.md:7: the link to "mailto:a@example.org" is no web address (${LINK_CURE})`]],
    [
      '[bank.com](https://bank.com@example.org/)',
      [`a.md:7: the link to "https://bank.com@example.org/" is no web address (${LINK_CURE})`],
    ],
    [
      'x [](https://example.org)',
      ['a.md:7: the link to "https://example.org" has no words (write the words between [ and ])'],
    ],
    [
      'x\n\n3. y',
      [
        'a.md:9: the list begins with 3, but lists are counted from 1 (begin with 1, or write \\ before the dot where no list is meant)',
      ],
    ],
    ['- x\n-', ['a.md:8: an empty list item (leave it out)']],
    ['x\n\n>', ['a.md:9: an empty quote (leave it out)']],
    ['x\n\n```\n\n```', ['a.md:9: an empty code block (leave it out)']],
    ['x\n\n- > - > x\n    >   > - y', ['a.md:10: lists and quotes are nested too deeply (nest at most 4)']],
    ['*a **b *c **d *e* d** c* b** a*', ['a.md:7: strong, emphasis and links are nested too deeply (nest at most 4)']],
  ])('%j', (answer, problems) => expect(toldOfAnswer(answer)).toEqual(problems));

  it('with a thousand rows by two problems only', () => {
    const rows = '| <i> | 12 | 3 |\n'.repeat(1000);
    expect(toldOfAnswer(`| a | b |\n|---|---|\n${rows}`).filter((one) => /rows|characters/.test(one))).toEqual([
      'a.md:7: the table has 1000 rows (write at most 100, and link to the rest)',
    ]);
    expect(toldOfAnswer(`| a | b |\n|---|---|\n${rows}`).length).toBeLessThan(1200);
  });

  it('above 3,500 characters of plain text; the addresses of links do not count', () => {
    const link = `[y](https://example.org/${'z'.repeat(500)})`;
    expect(toldOfAnswer(`${'x'.repeat(3498)} ${link}`)).toEqual([]);
    expect(toldOfAnswer(`${'x'.repeat(3499)} ${link}`)).toEqual([
      'a.md:7: the answer has 3501 characters (shorten it to 3500)',
    ]);
  });
});
