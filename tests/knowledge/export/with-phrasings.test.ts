import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { splitEntryText, writeEntryText } from '../../../src/knowledge/export/entry-text.ts';
import { withPhrasings } from '../../../src/knowledge/export/with-phrasings.ts';
import { hostileWords, someAnswer } from '../../helpers/markdown-words.ts';

const HEAD = '---\nsources: [rules]   # kept\n---\n\n#  Why?  \n';
const FILE = `${HEAD}\n> * how come\n> * what for\n\n\nSo.\n\n* * \n`;

describe('phrasings in a file', () => {
  it('are added below the others, in the form of the list', () => {
    expect(withPhrasings(FILE, ['for which reason', '# x'], [])).toBe(
      FILE.replace('what for\n', 'what for\n> * for which reason\n> * \\# x\n'),
    );
  });

  it('are taken out by their exact words', () => {
    expect(withPhrasings(FILE, [], ['how come'])).toBe(FILE.replace('> * how come\n', ''));
    expect(withPhrasings(FILE, [], ['How, come?', 'another'])).toBe(FILE);
  });

  it('are exchanged in one go', () => {
    expect(withPhrasings(FILE, ['what is the reason'], ['how come', 'what for'])).toBe(
      FILE.replace('> * how come\n> * what for\n', '> * what is the reason\n'),
    );
  });

  it('that say the same as another, or as the title, are passed over', () => {
    expect(withPhrasings(FILE, ['why', 'How come?', '', ' ', 'new', 'New?'], [])).toBe(
      FILE.replace('what for\n', 'what for\n> * new\n'),
    );
  });

  it('go with their quote', () => {
    expect(withPhrasings(FILE, [], ['how come', 'what for'])).toBe(`${HEAD}\nSo.\n\n* * \n`);
  });

  it.each(['\n\nSo.\n', '\nSo.\n', '\n', ''])('come where there were none, above %j', (rest) => {
    const file = `---\nsources: [rules]\n---\n# Why?${rest}`;
    const changed = withPhrasings(file, ['how come'], []);
    expect(splitEntryText(changed)).toEqual({ ...splitEntryText(file), phrasings: ['how come'] });
    expect(withPhrasings(changed, [], ['how come']).trim()).toBe(file.trim().replace('# Why?\nSo', '# Why?\n\nSo'));
  });

  it('keep the ends of lines', () => {
    const file = FILE.replaceAll('\n', '\r\n');
    expect(withPhrasings(file, ['new'], ['how come'])).toBe(
      file.replace('> * how come\r\n', '').replace('what for\r\n', 'what for\r\n> * new\r\n'),
    );
  });

  it('may stand on several lines, in several lists, with empty lines between', () => {
    const file = '---\n---\n# T\n> - a\n>   b\n>\n> 1. c\nlazy\n> 2. d\n>\n\nSo.\n';
    expect(withPhrasings(file, ['e'], ['a b', 'c lazy'])).toBe('---\n---\n# T\n>\n> 2. d\n> - e\n>\n\nSo.\n');
  });

  it('leave the title in their place where a quote follows', () => {
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
          matter: 'sources: [a]',
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
      { numRuns: 1000 },
    );
  });
});
