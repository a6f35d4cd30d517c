import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { almostInOrder, filled, HOSTILE_PARTS } from '../../../eval/hostile-files.ts';
import { LONGEST_ID } from '../../../src/knowledge/export/slug.ts';
import { splitFrontMatter } from '../../../src/knowledge/format/front-matter.ts';
import { parseEntry } from '../../../src/knowledge/format/markdown.ts';
import { hasErrors } from '../../../src/knowledge/format/problem.ts';
import { isSeen } from '../../../src/knowledge/import/lines.ts';
import { textLines, withFences } from '../../../src/knowledge/import/markdown-tree.ts';
import { planImport } from '../../../src/knowledge/import/plan-import.ts';
import { readJson } from '../../../src/knowledge/import/read-data.ts';
import { readImport } from '../../../src/knowledge/import/read-import.ts';
import { hostileText } from '../../helpers/markdown-words.ts';
import { runs } from '../../helpers/runs.ts';
import { temporaryFolder } from '../../helpers/temporary-folder.ts';

const NAMES = ['a.md', 'a.csv', 'a.json', 'a.yaml', 'a.html'];
const EMPTY = { packs: [], records: [], own: { title: 'Own', language: 'en' } };

/** Reads a file and fails where what comes out would not be read again. */
async function importHostile(dir: string, name: string, content: string | Uint8Array): Promise<number> {
  const path = join(dir, name);
  writeFileSync(path, content);
  const imported = await readImport([path], { language: 'en' });
  const lines = typeof content === 'string' ? content.split(/\r\n|\r|\n/).length : Number.POSITIVE_INFINITY;
  for (const { line } of imported.problems) expect(line >= 1 && line <= lines).toBe(true);
  const entries = imported.packs.flatMap((pack) => pack.entries);
  expect(entries.length > 0).toBe(!hasErrors(imported.problems));
  for (const { text, title, id } of entries) {
    const { body = '', bodyLine, findings } = splitFrontMatter(text);
    const below = parseEntry(body, bodyLine);
    expect([...findings, ...below.findings].filter(({ level }) => level === 'error')).toEqual([]);
    expect(below.title.text).toBe(title);
    expect(Buffer.byteLength(id)).toBeLessThanOrEqual(LONGEST_ID);
  }
  expect(planImport(EMPTY, imported).edits.filter(({ kind }) => kind === 'entry')).toHaveLength(entries.length);
  return entries.length;
}

/** `npm run fuzz -- import` reads whole ones, of 5 MB. */
const BYTES = 200_000;
/** Milliseconds of processor time: other work on the machine does not count. What grows with the square takes more. */
const MOST_MS = 5000;

describe('a hostile file', () => {
  it.each(Object.keys(HOSTILE_PARTS))('%s is read in time, whatever fills it', async (name) => {
    const dir = temporaryFolder({});
    for (const part of HOSTILE_PARTS[name] ?? []) {
      const start = process.cpuUsage();
      await importHostile(dir, name, filled(part, BYTES));
      expect(process.cpuUsage(start).user / 1000, JSON.stringify(part)).toBeLessThan(MOST_MS);
    }
  });

  it('that is almost in order is read in time, and gives nothing', async () => {
    for (const [at, [name, text]] of almostInOrder(BYTES).entries()) {
      const start = process.cpuUsage();
      expect(await importHostile(temporaryFolder({}), name, text), `${name} ${at}`).toBe(0);
      expect(process.cpuUsage(start).user / 1000, `${name} ${at}`).toBeLessThan(MOST_MS);
    }
  });

  it.each(['- ', '`', '[a', '<!--'])('of megabytes of %j in one line is text', (part) => {
    expect(withFences(textLines(part.repeat(1_000_000))).map(isSeen)).toEqual([true]);
  });

  it('of any bytes is read or refused, never thrown at', async () => {
    const dir = temporaryFolder({});
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...NAMES),
        fc.uint8Array({ maxLength: 300 }),
        async (name, bytes) => void (await importHostile(dir, name, bytes)),
      ),
      runs(100),
    );
  });
});

describe('hostile words', () => {
  const cell = hostileText().map((text) => `"${text.toWellFormed().replaceAll('"', '""')}"`);

  it('in a table come out as they went in, or not at all', async () => {
    const dir = temporaryFolder({});
    const rows = fc
      .array(fc.tuple(cell, cell, cell, cell), { minLength: 1, maxLength: 3 })
      .map((all) => all.map((row) => row.join(',')).join('\n'));
    await fc.assert(
      fc.asyncProperty(
        rows,
        async (text) => void (await importHostile(dir, 'a.csv', `question,answer,phrasings,id\n${text}`)),
      ),
      runs(100),
    );
  });

  it('in a list of questions, too', async () => {
    const dir = temporaryFolder({});
    const block = fc
      .tuple(
        fc.constantFrom('# ', '## ', '### ', ''),
        hostileText(),
        fc.constantFrom('\n', '\n===\n', '\n---\n', '\n\n'),
      )
      .map((block) => block.join(''));
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.oneof(block, hostileText()), { maxLength: 12 }),
        async (blocks) => void (await importHostile(dir, 'a.md', blocks.join('').toWellFormed())),
      ),
      runs(150),
    );
  });

  it('in an export of QnABot, too, where plain answers are always taken', async () => {
    const dir = temporaryFolder({});
    const text = hostileText().map((one) => `a${one}`.replaceAll('{{', '{'));
    await fc.assert(
      fc.asyncProperty(text, text, hostileText(), async (q, a, markdown) => {
        expect(await importHostile(dir, 'a.json', JSON.stringify([{ q: [q], a, alt: { markdown } }]))).toBe(1);
      }),
      {
        ...runs(100),
        examples: [
          ['a question', 'an answer', '#\n> #[a]: x'],
          ['a#<https://a.example>\ud800#', 'a#', '#'],
          ['a https://me@a.example', 'a https://[a', '#'],
          ['a question', 'an answer', '#\t\0'],
        ],
      },
    );
  });

  it('in a page or between marks, too', async () => {
    const dir = temporaryFolder({});
    const part = fc.oneof(
      hostileText(),
      fc.constantFrom(
        '<b>',
        '</b>',
        '<p>',
        '<li>',
        '<h2>a?</h2>',
        '<table><tr><th>',
        '<td>',
        '<details><summary>',
        '</summary>',
        '</details>',
        '<dt>',
        '<dd>',
        '<br>',
        '<pre>',
        '**Q: ',
        'A: ',
        '\n- ',
        '\n::: tip ',
        '\n!!! note\n    ',
        '<!--',
        '-->',
        '<@123456>',
        '|a|\n|-|\n',
        '~~',
        '[a](b) ',
        '\n> ',
      ),
    );
    const text = fc.array(part, { maxLength: 14 }).map((parts) => parts.join('').toWellFormed());
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom('a.md', 'a.html'),
        text,
        async (name, words) =>
          void (await importHostile(dir, name, `${name === 'a.md' ? '# Why?\n' : '<h1>Why?</h1>'}${words}`)),
      ),
      runs(150),
    );
  });

  it('in any JSON are told apart line by line', () => {
    fc.assert(
      fc.property(fc.array(fc.jsonValue(), { maxLength: 6 }), fc.jsonValue(), (list, other) => {
        const text = JSON.stringify({ other, qna: list, more: [other] }, undefined, 1);
        const lines = text.split('\n');
        const read = readJson(text);
        const { qna } = ('value' in read ? read.value : {}) as { qna: unknown[] };
        const places = qna.map((item) => ('lineOf' in read ? read.lineOf(item) : 0));
        const objects = list.filter((item) => typeof item === 'object' && item !== null);
        expect(
          qna.flatMap((item, at) =>
            typeof item === 'object' && item !== null ? [lines[(places[at] ?? 0) - 1]?.trim().replace(/,$/, '')] : [],
          ),
        ).toEqual(objects.map((item) => JSON.stringify(item, undefined, 1).split('\n')[0]));
      }),
    );
  });
});
