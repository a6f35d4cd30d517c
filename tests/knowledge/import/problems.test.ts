import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { formatProblem } from '../../../src/knowledge/format/problem.ts';
import { planFolder } from '../../../src/knowledge/import/into-folder.ts';
import { readImport } from '../../../src/knowledge/import/read-import.ts';
import { importText } from '../../helpers/import-text.ts';
import { temporaryFolder } from '../../helpers/temporary-folder.ts';

const json = (value: unknown): string => JSON.stringify(value);
const COLUMNS =
  'name the columns: question, answer, phrasings, source, url, language, tags, id; question and answer are needed';

describe('an import tells', () => {
  it.each<[string, string, string | Uint8Array, string]>([
    [
      'a table without questions',
      'a.csv',
      'x1,answer\nWhy?,So.\n',
      `a.csv:1: the first row names no question: "x1,answer" (${COLUMNS})`,
    ],
    [
      'YAML without questions',
      'a.yaml',
      '7\n',
      'a.yaml:1: no questions were found (a list is [{"question": "...", "answer": "..."}], or {"name": "answer"})',
    ],
    [
      'a page without questions',
      'a.html',
      '<p>x</p>',
      'a.html:1: no questions were found (write each question as a heading, a summary or a term, and its answer below it)',
    ],
    [
      'an encoding that is not kept',
      'a.md',
      new Uint8Array([0xff, 0xfe, 0x00, 0xd8, 0x41, 0x00]),
      'a.md:1: the file is not UTF-16LE, as it seems at first (save it as UTF-8)',
    ],
    [
      'a long question',
      'a.csv',
      `question,answer\n${'x'.repeat(1001)},So.\n`,
      'a.csv:2: the question has 1001 characters (shorten it to 1000)',
    ],
    [
      'a long heading',
      'a.md',
      `# ${'x'.repeat(2001)}\nSo.\n`,
      'a.md:1: the heading has 2001 characters (shorten it to 1000)',
    ],
    [
      'a note that says nothing',
      'a.json',
      json({ bot_id: 1, data: { notes: { notes: [{ name: 'hush', text: ' ', type: 0 }] } } }),
      'a.json:1: "hush" is left out: it says nothing (write an entry for it by hand where it is needed)',
    ],
    [
      'Markdown that cannot be shown',
      'a.json',
      json({ qna: [{ qid: 'x', q: ['Why?'], a: 'Plain.', alt: { markdown: `${'> '.repeat(60)}<b>so</b>` } }] }),
      'a.json:1: the Markdown answer of "x" is not imported: it cannot be shown (its plain answer is taken instead)',
    ],
    [
      'a phrasing a second time',
      'a.csv',
      'question,answer,phrasings\nWhy?,So.,how come\nHow?,So so.,how come\n',
      'a.csv:3: the phrasing "how come" is left out, because it is on line 2, too (keep it where the answer fits)',
    ],
    [
      'front matter that cannot be read',
      'a.md',
      '---\ntitle: [x\n---\n# Why?\nSo.\n',
      'a.md:1: the text between the lines `---` cannot be read, and is not imported (put a value with special characters in quotes)',
    ],
    [
      'a text between rules',
      'a.md',
      '---\nNot for members only.\n---\n# Why?\nSo.\n',
      'a.md:1: the text between the lines `---` cannot be read, and is not imported (put a value with special characters in quotes)',
    ],
    [
      'an entry a second time',
      'a.csv',
      'question,answer\nWhy?,So.\nWhy?,So.\n',
      'a.csv:3: "Why?" is left out, because it says the same as on line 2 (keep one of the two)',
    ],
  ])('%s', async (_, name, text, problem) => {
    const { errors, warnings } = await importText(name, text);
    expect([...errors, ...warnings]).toContain(problem);
  });

  it('where the same stands in another file', async () => {
    const dir = temporaryFolder({
      'a.csv': 'question,answer,phrasings\nWhy?,So.,how come\nHow?,So so.,\n',
      'b.csv': 'question,answer,phrasings\nWhy?,So.,\nHow?,Otherwise.,\nWhen?,Now.,how come\n',
    });
    const { problems } = await readImport([join(dir, 'a.csv'), join(dir, 'b.csv')], { language: 'en' });
    expect(problems.map(formatProblem)).toEqual([
      `${dir}/b.csv:2: "Why?" is left out, because it says the same as on line 2 of ${dir}/a.csv (keep one of the two)`,
      `${dir}/b.csv:3: the question "How?" is on line 3 of ${dir}/a.csv, too (keep it where the answer fits)`,
      `${dir}/b.csv:4: the phrasing "how come" is left out, because it is on line 2 of ${dir}/a.csv, too (keep it where the answer fits)`,
    ]);
  });

  it('of an address, which is not fetched', async () => {
    const { problems } = await readImport(['https://club.example/faq.html'], { language: 'en' });
    expect(problems.map(formatProblem)).toEqual([
      'https://club.example/faq.html:1: this is an address, and the import fetches nothing (save the page in your browser, and name the file; of a repository, name a clone)',
    ]);
  });

  it('of a file that is not there, and of a folder that not every system can have', async () => {
    const dir = temporaryFolder({ 'a.md': '# Why?\nSo.\n' });
    const gone = await readImport([join(dir, 'gone.docx')], { language: 'en' });
    expect(gone.problems.map(formatProblem)).toEqual([`${dir}/gone.docx:1: there is no such file (check its name)`]);
    const planned = await planFolder(join(dir, 'a?'), await readImport([join(dir, 'a.md')], { language: 'en' }));
    const misspelt = await readImport([join(dir, 'gone.md')], { language: 'en' });
    expect(misspelt.problems.map(formatProblem)).toEqual([`${dir}/gone.md:1: there is no such file (check its name)`]);
    expect(planned.problems.map(formatProblem)).toEqual([
      `${dir}/a?:1: "a?" is no name for a pack (name a folder that every system can have)`,
    ]);
  });
});
