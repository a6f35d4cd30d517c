import { describe, expect, it } from 'vitest';
import { importText } from '../../helpers/import-text.ts';

const COLUMNS = 'the columns are question, answer, phrasings, source, url, language, tags, id';
const QUOTES = 'put the whole cell in quotation marks, and write each one inside it twice';

describe('a table', () => {
  it('becomes entries', async () => {
    const { entries, errors, warnings } = await importText('faq.csv', 'question,answer\nWhy?,Because.\n');
    expect([errors, warnings]).toEqual([[], []]);
    expect(entries).toMatchObject([
      {
        language: 'en',
        id: 'questions/why',
        naming: 'derived',
        title: 'Why?',
        line: 2,
        sources: { 'faq-csv-a49b3e': { title: 'faq.csv' } },
      },
    ]);
    expect(entries[0]?.text).toBe('---\nsources: [faq-csv-a49b3e]\n---\n# Why?\n\nBecause.\n');
  });

  it('may have its columns in any order, and all of them', async () => {
    const csv =
      'ID,Tags,Language,URL,Source,Phrasings,Answer,Question\r\nquestions/why,"a, b;c",de,https://a.example/,Handbook,wieso|weshalb,"Weil.\r\n\r\n- ""so""\r\n- [x](https://b.example)",Warum?\r\nx 1,,en,https://c.example/,,"how come\nwhat for",So.,"Why, then?"\r\n';
    const { entries, errors } = await importText('faq.csv', csv);
    expect(errors).toEqual([]);
    expect(entries.map(({ language, id, naming, line }) => [language, id, naming, line])).toEqual([
      ['de', 'questions/why', 'given', 2],
      ['en', 'questions/x-1', 'suggested', 6],
    ]);
    const [first, second] = entries.map(({ text, sources }) => text.replaceAll(Object.keys(sources)[0] ?? '', 's'));
    expect(first).toBe(
      '---\nsources: [s]\ntags: [a, b, c]\n---\n# Warum?\n\n> - wieso\n> - weshalb\n\nWeil.\n\n- "so"\n- [x](https://b.example)\n',
    );
    expect(second).toBe('---\nsources: [s]\n---\n# Why, then?\n\n> - how come\n> - what for\n\nSo.\n');
    expect(entries.map(({ sources }) => Object.values(sources))).toEqual([
      [{ title: 'Handbook', url: 'https://a.example/' }],
      [{ title: 'https://c.example/', url: 'https://c.example/' }],
    ]);
  });

  it.each([
    ['faq.csv', '\uFEFFquestion;answer\n"Why; how?";Because, so.\n'],
    ['faq.tsv', 'question\tanswer\nWhy; how?\tBecause, so.\n'],
    ['faq.csv', '\n\nquestion;answer;;\n\n"Why; how?";Because, so.;;\n;;;\n'.replace(';;;\n', '')],
  ])('in %s may be %j', async (name, csv) => {
    const { entries, errors } = await importText(name, csv);
    expect(errors).toEqual([]);
    expect(entries.map(({ title, text }) => [title, text.split('\n').at(-2)])).toEqual([['Why; how?', 'Because, so.']]);
  });

  it('takes a source and an address from the options where it has none', async () => {
    const { entries } = await importText('faq.csv', 'question,answer,source\nWhy?,So.,\nHow?,So.,Other\n', {
      source: { title: 'Site', url: 'https://a.example/' },
      pack: 'rules',
    });
    expect(entries.map(({ sources }) => Object.values(sources)[0])).toEqual([
      { title: 'Site', url: 'https://a.example/' },
      { title: 'Other' },
    ]);
  });

  it('may hold one entry in several languages', async () => {
    const { entries, errors } = await importText(
      'faq.csv',
      'question,answer,language,id\nWhy?,So.,en,why\nWarum?,So.,de,why\nWhy not?,So.,en,\n',
    );
    expect(errors).toEqual([]);
    expect(entries.map(({ language, id }) => `${language}/${id}`)).toEqual([
      'en/questions/why',
      'de/questions/why',
      'en/questions/why-not',
    ]);
  });

  it('with a question twice is taken, with a warning, for nobody knows which is meant', async () => {
    const { entries, warnings } = await importText('faq.csv', 'question,answer\nWhy?,So.\nwhy,Not so.\n');
    expect(entries.map(({ id }) => id)).toEqual(['questions/why', 'questions/why-2']);
    expect(warnings).toEqual(['faq.csv:3: the question "why" is on line 2, too (keep it where the answer fits)']);
  });

  it.each([
    ['Timestamp,Your question,The answer we give\n2024-01-01,Why?,Because.\n', []],
    ['Question (EN),Answer (EN)\nWhy?,Because.\n', []],
    [
      ',,\nFAQ 2026,,\n,,\nNr.,Question,Answer\n1,Why?,Because.\n',
      ['faq.csv:2: the rows above the names of the columns are not imported (take them out where they say nothing)'],
    ],
    [
      'FAQ;\nFrage des Gastes;Unsere Antwort\nWhy?;Because.\n',
      ['faq.csv:1: the rows above the names of the columns are not imported (take them out where they say nothing)'],
    ],
  ])('may be headed as people do it %#', async (csv, told) => {
    const { entries, errors, warnings } = await importText('faq.csv', csv);
    expect(errors).toEqual([]);
    expect(entries.map(({ title, text }) => [title, text.split('\n').at(-2)])).toEqual([['Why?', 'Because.']]);
    expect(warnings.filter((one) => !one.includes('the column "'))).toEqual(told);
  });

  it('is told of columns that are not known', async () => {
    const { entries, warnings } = await importText('faq.csv', 'question,answer,tagz,\nWhy?,So.,x,\n');
    expect(entries).toHaveLength(1);
    expect(warnings).toEqual([`faq.csv:1: the column "tagz" is not imported (did you mean "tags"? ${COLUMNS})`]);
    const other = await importText('faq.csv', 'question,answer,Status,Page,Type\nWhy?,So.,x,y,z\n');
    expect(other.warnings).toEqual(
      ['Status', 'Page', 'Type'].map((name) => `faq.csv:1: the column "${name}" is not imported (${COLUMNS})`),
    );
  });
});

describe('a row is left out, and the others are taken', () => {
  it.each([
    [
      'question,answer\nHow?,So.\n\n"Why\n?","So.\nMore.\n',
      `faq.csv:4: a quotation mark is opened here and never closed (${QUOTES})`,
    ],
    [
      'question,answer,id\nWhy?,So.,a\nHow?,So so.,a\n',
      'faq.csv:3: the id "a" is on line 2, too (give each entry its own)',
    ],
    [
      'question,answer\n,So.\nHow?,So.\n',
      'faq.csv:2: no question to the answer "So." (write one beside it, or leave the answer out)',
    ],
  ])('%#', async (csv, error) => {
    const { entries, errors } = await importText('faq.csv', csv);
    expect(errors).toEqual([error]);
    expect(entries).toHaveLength(1);
    expect(await importText('faq.csv', csv, { strict: true })).toMatchObject({ entries: [], errors: [error] });
  });
});

it('a table may have a long row, and others below it', async () => {
  const { entries, errors } = await importText(
    'faq.csv',
    `question,answer\nWhy?,"${'So it is.\n'.repeat(20_000)}"\nHow?,So.\n`,
  );
  expect(errors).toEqual(['faq.csv:2: the answer has 199999 characters (shorten it to 3500)']);
  expect(entries.map(({ title }) => title)).toEqual(['How?']);
});

it('a quotation mark inside a cell is a part of it', async () => {
  const { entries, errors } = await importText('faq.csv', 'question,answer\nWhy?,So "so".\nHow?,5" wide.\n');
  expect(errors).toEqual([]);
  expect(entries.map(({ title, text }) => [title, text.split('\n').at(-2)])).toEqual([
    ['Why?', 'So "so".'],
    ['How?', '5" wide.'],
  ]);
});

describe('a table is refused', () => {
  it.each([
    [
      '',
      'faq.csv:1: the first row names no question and no answer: "" (name the columns: question, answer, phrasings, source, url, language, tags, id; question and answer are needed)',
    ],
    [
      'question,so\nWhy?,So.\n',
      'faq.csv:1: the first row names no answer: "question,so" (name the columns: question, answer, phrasings, source, url, language, tags, id; question and answer are needed)',
    ],
    [
      'question,answer\n',
      'faq.csv:1: no questions were found (write each question and its answer in a row below the names of the columns)',
    ],
    ['question,answer,Answer\nWhy?,So.,\n', 'faq.csv:1: the column "Answer" is repeated here (keep one of the two)'],
    [
      'question,answer\nWhy?,So, then.\n',
      'faq.csv:2: the row has 3 cells, the first one 2 (put a cell that holds a separator in quotation marks)',
    ],
    ['question,answer\nWhy?,\n', 'faq.csv:2: no answer to "Why?" (write one, or leave the question out)'],
    [
      'question,answer,url\nWhy?,So.,a.example\n',
      'faq.csv:2: "a.example" is no web address (write a whole address such as https://example.org/page, or leave it out)',
    ],
    [
      'question,answer,language\nWhy?,So.,english\n',
      'faq.csv:2: "english" is not the tag of a language (use a BCP 47 tag such as en, pt-BR or zh-Hans)',
    ],
    [
      'question,answer,id\nWhy?,So.,questions/../../x\n',
      'faq.csv:2: "questions/../../x" is no id for an entry (write one such as questions/why-banned, of at most 48 bytes)',
    ],
    [
      `question,answer\n"${'x'.repeat(2_000_000)}`,
      'faq.csv:2: the row that begins here has more than 1048576 bytes (look for a quotation mark that is not closed)',
    ],
    [
      `question,answer\n${'a,b\n'.repeat(5001)}`,
      'faq.csv:1: the file has 5001 questions (import at most 5000 at once)',
    ],
  ])('%#', async (csv, error) => {
    const { entries, errors } = await importText('faq.csv', csv);
    expect(errors).toContain(error);
    expect(entries).toEqual([]);
  });

  it('for all that is wrong at once', async () => {
    const { errors } = await importText('faq.csv', 'question,answer\n,So.\nHow?,\nWhen?,<i>\n"Why?,So.\n');
    expect(errors.map((error) => error.split(' (')[0])).toEqual([
      'faq.csv:2: no question to the answer "So."',
      'faq.csv:3: no answer to "How?"',
      'faq.csv:4: no answer',
      'faq.csv:5: a quotation mark is opened here and never closed',
    ]);
  });
});
