import { describe, expect, it } from 'vitest';
import { answerFrom } from '../../../src/core/search/engine.ts';
import { buildLibrary } from '../../../src/core/search/library.ts';
import { NO_BACKGROUND } from '../../../src/core/text/background.ts';
import { formatProblem } from '../../../src/knowledge/format/problem.ts';
import { adviseOn } from '../../../src/knowledge/packs/advise.ts';
import { readPack } from '../../../src/knowledge/packs/pack.ts';
import { EN } from '../../helpers/languages.ts';
import { entryText, memoryFiles, PACK_JSON } from '../../helpers/memory-files.ts';

const TEMPLATE = {
  question: 'How do I become a member?',
  phrasings: ['how can I join', 'where do I register'],
  answer: 'This is an example. Replace it with your own answer: what to do. Copy this file for each further question.',
};
const EXAMPLE = { template: () => TEMPLATE, today: '2027-01-01' };
const ASKED = ['three', 'ways', 'to ask'];

/** Advice on the entries of a pack, by name. @param find what the engine would show */
async function advice(
  entries: Readonly<Record<string, Parameters<typeof entryText>[0]>>,
  find: (question: string) => readonly string[] = () => [],
) {
  const texts = Object.fromEntries(
    Object.entries(entries).map(([name, parts]) => [
      `en/questions/${name}.md`,
      entryText({ phrasings: ASKED.map((way) => `${way} ${name}`), ...parts }),
    ]),
  );
  const { files } = await readPack('p', memoryFiles({ 'pack.json': PACK_JSON, ...texts }));
  return adviseOn(files, {
    languages: new Map([['en', EN]]),
    stopgaps: () => ['see above', 'coming soon'],
    find,
    ...EXAMPLE,
  });
}
const told = async (...asked: Parameters<typeof advice>) =>
  (await advice(...asked)).map(({ file, line, code }) => `${file.replace('p/en/questions/', '')}:${line} ${code}`);

describe('advice', () => {
  it('is none where all is well', async () => {
    expect(await told({ a: { answer: 'Write to us.' }, b: { title: 'When?', answer: 'On Friday.' } })).toEqual([]);
  });

  it.each([
    ['the whole example', { title: TEMPLATE.question, phrasings: TEMPLATE.phrasings, answer: TEMPLATE.answer }, 4],
    ['its answer below another heading', { title: 'When is the hut open?', answer: TEMPLATE.answer }, 4],
    ['a sentence of it', { answer: `On Friday.\n\n${TEMPLATE.answer.slice(-43)}` }, 4],
  ])('tells of an answer that is still that of the example: %s', async (_, parts, line) =>
    expect(await told({ a: parts })).toEqual([`a.md:${line} unedited-answer`]),
  );

  it('tells of what is due for review, from that day on', async () => {
    const due = (day: string) => ({ frontMatter: `sources: [rules]\nreview_by: ${day}`, answer: 'Write to us.' });
    expect(await advice({ a: due('2027-01-01'), b: due('2027-01-02') })).toMatchObject([
      { file: 'p/en/questions/a.md', line: 3, code: 'overdue', level: 'advice', values: { date: '2027-01-01' } },
    ]);
  });

  it('tells of a phrasing of the example below a heading about something else', async () => {
    const [one, ...others] = await advice({
      a: { title: 'When is the hut open?', phrasings: ['hut hours', ...TEMPLATE.phrasings], answer: 'On Friday.' },
    });
    expect(others).toEqual([]);
    expect(one).toMatchObject({ line: 7, code: 'unedited-phrasing', values: { what: 'how can I join' } });
  });

  it('leaves phrasings of the example alone below a heading that they fit', async () => {
    const parts = { title: 'How do I register for a course?', phrasings: TEMPLATE.phrasings, answer: 'At the desk.' };
    expect(await told({ a: parts })).toEqual([]);
  });

  it.each([
    ['{{< note >}} Bring a lamp.', '{{< note >}}'],
    ['Bring a lamp. {% include more %}', '{% include more %}'],
    ['Go in pairs.\n\n:::tip Hint', ':::tip Hint'],
    ['Go in pairs.\n\n!!! note', '!!! note'],
    ["import Tabs from '@theme/Tabs'", "import Tabs from '@theme/Tabs'"],
  ])('tells of code that people would read in an answer: %s', async (answer, what) =>
    expect(await advice({ a: { answer } })).toMatchObject([{ line: 4, code: 'code-in-answer', values: { what } }]),
  );

  it.each([
    'Type `{{ name }}`, which is replaced.',
    'Write this:\n\n```\n{% raw %}\n```',
    'Import texts from {old} books.',
  ])('leaves code alone that is marked as code: %s', async (answer) =>
    expect(await told({ a: { answer } })).toEqual([]),
  );

  it.each([
    ['See above.', 'unfinished-answer'],
    ['**Coming soon!** Stay tuned.', 'unfinished-answer'],
    ['TODO: ask the treasurer', 'unfinished-answer'],
    ['[The rules](https://example.org)', 'only-a-link'],
    ['[One](https://example.org/1), [two](https://example.org/2).', 'only-a-link'],
    ['- [One](https://example.org/1)\n- [Two](https://example.org/2)', 'only-a-link'],
    ['Yes.', 'short-answer'],
    ['见?', 'short-answer'],
  ])('tells of an answer that answers nothing: %s', async (answer, code) =>
    expect(await told({ a: { answer } })).toEqual([`a.md:4 ${code}`]),
  );

  it.each([
    'See above all that nobody is alone: go in pairs and take a lamp.',
    'By [this form](https://example.org).',
    'Within 14 days.',
    '周五晚上',
    '- [a](https://example.org)\n- and a word',
    '`npm start`',
  ])('leaves an answer alone that says something: %s', async (answer) =>
    expect(await told({ a: { answer } })).toEqual([]),
  );

  it('tells of phrasings that are almost alike in two entries, at the second one', async () => {
    const answer = 'Write to us.';
    const [alike, ...others] = await advice({
      a: { title: 'How do I renew a membership?', answer },
      b: { title: 'How do I renew a memberships?', answer },
      c: { title: 'Where?', phrasings: ['a membership: how do I renew'], answer },
    });
    expect(alike && formatProblem(alike)).toBe(
      'p/en/questions/b.md:4: “How do I renew a memberships?” is almost the same as p/en/questions/a.md:4, in another entry (keep it where the answer fits, or say in both what sets them apart)',
    );
    expect(others).toMatchObject([{ file: 'p/en/questions/c.md', line: 6, code: 'alike' }]);
  });

  it.each([
    ['another number', 'How do I install version 12?', 'How do I install version 13?'],
    ['another short word', 'Can I cook here?', 'Can I book here?'],
    ['another long word', 'How do I import entries?', 'How do I export entries?'],
    ['another character', '怎么注册', '怎么注销'],
  ])('does not take %s for the same', async (_, one, other) =>
    expect(
      await told({ a: { title: one, answer: 'Write to us.' }, b: { title: other, answer: 'Write to us.' } }),
    ).toEqual([]),
  );

  it('leaves ways to ask the same entry alone', async () => {
    expect(
      await told({
        a: {
          title: 'How to renew memberships?',
          phrasings: ['how to renew membership', 'renew memberships: how to'],
          answer: 'Write to us.',
        },
      }),
    ).toEqual([]);
  });

  it('tells of an entry that its heading in other words does not find', async () => {
    const asked: string[] = [];
    const find = (question: string) => {
      asked.push(question);
      return question.startsWith('renew') ? ['questions/b', 'questions/c'] : ['questions/b', 'questions/a'];
    };
    const [one, ...others] = await advice(
      { a: { title: 'How can I renew the membership?', answer: 'Write to us.' } },
      find,
    );
    expect(others).toEqual([]);
    expect(one).toMatchObject({ code: 'shadowed', line: 4, level: 'advice', values: { other: 'questions/b' } });
    expect(asked).toEqual(expect.arrayContaining(['renew the membership How can I']));
  });

  it('leaves a word that asks where it stands: without it, a heading asks something else', async () => {
    const asked: string[] = [];
    const find = (question: string) => {
      asked.push(question);
      return ['questions/a'];
    };
    const { files } = await readPack(
      'p',
      memoryFiles({
        'pack.json': PACK_JSON,
        'en/questions/a.md': entryText({ title: 'Why is the hut closed?', answer: 'It is too cold.' }),
      }),
    );
    const language = { ...EN, stopWords: [...EN.stopWords, 'why'], questionWords: { first: ['Why', 'since when'] } };
    adviseOn(files, { languages: new Map([['en', language]]), stopgaps: () => [], find, ...EXAMPLE });
    expect(asked[0]).toBe('Why hut closed');
  });

  it('asks the engine', async () => {
    const long = [
      'money back',
      'money back please',
      'get money back',
      'want my money back',
      'money back for a subscription',
    ];
    const pack = {
      a: { title: 'Is the money back?', phrasings: [], answer: 'To the treasurer.' },
      b: { title: 'Do I get my money back?', phrasings: long, answer: 'Within 14 days.' },
    };
    const texts = Object.fromEntries(
      Object.entries(pack).map(([name, parts]) => [`en/questions/${name}.md`, entryText(parts)]),
    );
    const { files, entries } = await readPack('p', memoryFiles({ 'pack.json': PACK_JSON, ...texts }));
    const library = buildLibrary(entries, {
      languages: new Map([['en', EN]]),
      background: new Map([['en', NO_BACKGROUND]]),
    });
    const find = (question: string) =>
      answerFrom(library, question, 'en')
        .candidates.slice(0, 1)
        .map(({ entry }) => entry.id);
    const found = adviseOn(files, { languages: new Map([['en', EN]]), stopgaps: () => [], find, ...EXAMPLE });
    expect(found.map(({ code, values }) => [code, values])).toContainEqual([
      'shadowed',
      { question: 'money back', other: 'questions/b' },
    ]);
  });
});
