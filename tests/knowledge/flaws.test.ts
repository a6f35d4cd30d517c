import { describe, expect, it } from 'vitest';
import { editor } from '../../src/knowledge/export/entry-text.ts';
import { flawOf } from '../../src/knowledge/export/flaws.ts';
import { PROBLEM_WORDS } from '../../src/knowledge/format/problem-words.ts';
import { shippedLocales } from '../helpers/services.ts';

const { messages } = await shippedLocales();
const flawsOf = ({ title = 'Why?', phrasings = ['how come'], answer = 'So.' }) => {
  const file = editor.write({ frontMatter: 'sources: [s]', title, phrasings, answer });
  return editor.readEntry(file, 'en', { s: { title: 'S' } }).problems;
};

describe('what is wrong with a text', () => {
  it.each<[string, Parameters<typeof flawsOf>[0], object]>([
    ['flaw-html', { answer: 'a <b>b' }, { what: '<b>' }],
    ['flaw-image', { answer: '![x](https://a.example/x.png)' }, {}],
    ['flaw-struck', { answer: '~~a~~' }, {}],
    ['flaw-address', { answer: '[x](ftp://a.example)' }, { what: 'ftp://a.example' }],
    ['flaw-link-words', { answer: '[](https://a.example)' }, { what: 'https://a.example' }],
    ['flaw-nested', { answer: '> > > > > a' }, { most: 4 }],
    ['flaw-heading', { answer: '## a' }, {}],
    ['flaw-rule', { answer: 'a\n\n***' }, {}],
    ['flaw-heading', { answer: 'a\n\n> ### b' }, {}],
    ['flaw-long-heading', { answer: `### ${'x'.repeat(201)}\n\na` }, { count: 201, most: 200 }],
    ['flaw-table', { answer: '- a\n\n  |a|\n  |-|\n  |b|' }, {}],
    ['flaw-table-row', { answer: '|a|\n|-|\n|b|c|' }, { count: 2, columns: 1 }],
    ['flaw-empty', { answer: '|a|\n|-|' }, {}],
    ['flaw-empty', { answer: 'a\n\n>' }, {}],
    ['flaw-list-start', { answer: '3. a' }, { what: '3' }],
    ['flaw-long-question', { title: 'x'.repeat(1001) }, { count: 1001, most: 1000 }],
    ['flaw-long-phrasing', { phrasings: ['x'.repeat(1001)] }, { count: 1001, most: 1000 }],
    ['flaw-no-question', { title: '' }, {}],
    ['flaw-no-answer', { answer: '' }, {}],
    ['flaw-long-answer', { answer: 'x'.repeat(3501) }, { count: 3501, most: 3500 }],
  ])('%s is said in every language', (key, parts, values) => {
    expect(flawsOf(parts)).toContainEqual({ key, values });
    for (const [tag, source] of messages) expect(source, tag).toMatch(new RegExp(`^${key} = `, 'm'));
  });

  it.each(Object.keys(PROBLEM_WORDS) as (keyof typeof PROBLEM_WORDS)[])('%s names only what it knows', (code) => {
    const { key } = flawOf({ code, values: {} });
    const said = new RegExp(`^${key} = (.+)`, 'm').exec(messages.get('en') ?? '')?.[1] ?? '';
    const [known, named] = [PROBLEM_WORDS[code].join(' ').matchAll(/\{(\w+)/g), said.matchAll(/\$(\w+)/g)].map((all) =>
      [...all].map(([, name]) => name),
    );
    expect(said).not.toBe('');
    if (key !== 'flaw-other') expect(known).toEqual(expect.arrayContaining(named ?? []));
  });

  it('is said once, and in its own words where a text of people cannot have it', () => {
    expect(flawsOf({ answer: '![a](b) ![c](d)' })).toEqual([{ key: 'flaw-image', values: {} }]);
    expect(editor.readEntry('no front matter', 'en', {}).problems).toContainEqual({
      key: 'flaw-other',
      values: { what: expect.stringContaining('(') },
    });
  });
});

describe('an answer', () => {
  it('may begin with a quote, also one that looks like phrasings', () => {
    expect(editor.readAnswer('> - a\n\nb').value).toMatchObject([{ kind: 'quote' }, { kind: 'paragraph' }]);
    expect(editor.readAnswer('> a').value).toMatchObject([{ kind: 'quote' }]);
    expect(editor.readAnswer(' ').problems).toEqual([{ key: 'flaw-no-answer', values: {} }]);
  });
});
