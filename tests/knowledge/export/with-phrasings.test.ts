import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { splitEntryText, withPhrasings, writeEntryText } from '../../../src/knowledge/export/entry-text.ts';
import { hostileWords, someAnswer } from '../../helpers/markdown-words.ts';
import { runs } from '../../helpers/runs.ts';

const FILE = '---\nsources: [rules]   # kept\n---\n# Why?\n\n> - how come\n> - what for\n\nSo.\n\n- a\n';

describe('phrasings in a file', () => {
  it.each([
    [
      'are added below the others',
      ['for which reason', '# x'],
      [],
      ['how come', 'what for', 'for which reason', '\\# x'],
    ],
    ['are taken out by their exact words', [], ['how come', 'What, for?'], ['what for']],
    ['are exchanged in one go', ['what is the reason'], ['how come', 'what for'], ['what is the reason']],
    [
      'that say the same as another, or as the title, are passed over',
      ['why', 'How come?', '', ' ', 'new', 'New?'],
      [],
      ['how come', 'what for', 'new'],
    ],
  ])('%s', (_, added, removed, left) => {
    const list = left.map((words) => `> - ${words}\n`).join('');
    expect(withPhrasings(FILE, added, removed)).toBe(FILE.replace('> - how come\n> - what for\n', list));
  });

  it('stay as they are, with the whole file, if nothing changes', () => {
    const file = FILE.replace('> - how', '> * how').replaceAll('\n', '\r\n');
    expect(withPhrasings(file, ['Why'], ['another'])).toBe(file);
  });

  it('go with their quote, and come if there were none', () => {
    const alone = withPhrasings(FILE, [], ['how come', 'what for']);
    expect(alone).toBe(FILE.replace('> - how come\n> - what for\n\n', ''));
    expect(withPhrasings(alone, ['how come', 'what for'], [])).toBe(FILE);
  });

  it('leave the title in their place if a quote follows', () => {
    const file = '---\n---\n# Why?\n\n> - a\n\n> - quote\n';
    expect(withPhrasings(file, [], ['a'])).toBe('---\n---\n# Why?\n\n> - Why?\n\n> - quote\n');
  });

  it('of a file without a title cannot be changed', () => expect(withPhrasings('text', ['a'], ['b'])).toBe('text'));

  it('are what was there, without those that are removed, and with those that are added', () => {
    const words = fc.uniqueArray(hostileWords(), { maxLength: 6 });
    fc.assert(
      fc.property(words, words, someAnswer(), fc.integer(), (before, added, answer, seed) => {
        const removed = before.filter((_, at) => (seed >> at) % 2 === 0);
        const file = writeEntryText({
          frontMatter: 'sources: [a]',
          title: 'A title',
          phrasings: ['first', ...before],
          answer,
        });
        const changed = withPhrasings(file, added, removed);
        const { phrasings, ...others } = splitEntryText(changed);
        expect({ ...splitEntryText(file), ...others }).toEqual(splitEntryText(file));
        const kept = before.filter((one) => !removed.includes(one));
        expect(phrasings.slice(0, kept.length + 1)).toEqual(['first', ...kept]);
        expect(added).toEqual(expect.arrayContaining(phrasings.slice(kept.length + 1)));
        expect(withPhrasings(changed, added, [])).toBe(changed);
      }),
      runs(200),
    );
  });
});
