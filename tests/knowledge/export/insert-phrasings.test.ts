import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { splitEntryText, writeEntryText } from '../../../src/knowledge/export/entry-text.ts';
import { insertPhrasings } from '../../../src/knowledge/export/insert-phrasings.ts';
import { hostileWords, someAnswer } from '../../helpers/markdown-words.ts';
import { runs } from '../../helpers/runs.ts';

const HEAD = '---\n# Ours\nas_of: 2026-11\nsources: [own]   # the rules\n---\n';

describe('phrasings are put into a file', () => {
  it.each([
    [
      'below those that are there',
      `${HEAD}# A?\n\n> - b\n> - c\n\nSo.\n`,
      `${HEAD}# A?\n\n> - b\n> - c\n> - new\n\nSo.\n`,
    ],
    ['below the heading', `${HEAD}# A?\n\nSo.\n`, `${HEAD}# A?\n\n> - new\n\nSo.\n`],
    ['above an answer without a gap', `${HEAD}# A?\nSo.\n`, `${HEAD}# A?\n\n> - new\n\nSo.\n`],
    ['below an item of two lines', `${HEAD}# A?\n> - b\n>   c\n\nSo.`, `${HEAD}# A?\n> - b\n>   c\n> - new\n\nSo.`],
    ['below an underlined heading', `${HEAD}A?\n====\n\nSo.\n`, `${HEAD}A?\n====\n\n> - new\n\nSo.\n`],
    [
      'in lines of Windows',
      `${HEAD}# A?\n\n> - b\n\nSo.\n`.replaceAll('\n', '\r\n'),
      `${HEAD}# A?\n\n> - b\n> - new\n\nSo.\n`.replaceAll('\n', '\r\n'),
    ],
    ['behind a mark of order', `\uFEFF${HEAD}# A?\n\nSo.\n`, `\uFEFF${HEAD}# A?\n\n> - new\n\nSo.\n`],
  ])('%s', (_, before, after) => expect(insertPhrasings(before, ['new'])).toBe(after));

  it('without a heading there is no place', () => expect(insertPhrasings(`${HEAD}So.\n`, ['new'])).toBeUndefined());

  it('and all other lines stay, whatever they hold', () =>
    fc.assert(
      fc.property(
        fc.record({
          title: hostileWords(),
          phrasings: fc.array(hostileWords(), { maxLength: 3 }),
          answer: someAnswer(),
        }),
        fc.array(hostileWords(), { minLength: 1, maxLength: 3 }),
        (parts, added) => {
          const file = writeEntryText({ frontMatter: '# ours\nsources: [own]', ...parts });
          const before = splitEntryText(file);
          fc.pre(before.title !== '');
          const after = insertPhrasings(file, added);
          if (after === undefined) return;
          expect(after.split('\n').filter((line) => line !== '')).toEqual(
            expect.arrayContaining(file.split('\n').filter((line) => line !== '')),
          );
          const read = splitEntryText(after);
          expect({ ...read, phrasings: [] }).toEqual({ ...before, phrasings: [] });
          expect(read.phrasings.slice(0, before.phrasings.length)).toEqual(before.phrasings);
        },
      ),
      runs(60),
    ));
});
