import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseEntry, parseMarkdown } from '../../../src/knowledge/format/markdown.ts';
import { readPlainText } from '../../../src/knowledge/format/plain-markdown.ts';

const words = (unit: string) => fc.string({ unit: fc.constantFrom(...Array.from(unit)), maxLength: 8 });
/** Mostly plain, now and then with what may be a mark, a space of another kind, a letter that nobody sees, or half a letter. */
const someWords = fc.oneof(
  { arbitrary: words('aé禁می ?.'), weight: 5 },
  { arbitrary: words('ab1 \\`~*_[]()<>&|#=-+:/!.;\t\u00a0\u2028\u200c\ufeff\u0000\u3164😀'), weight: 1 },
  { arbitrary: fc.constantFrom('\ud800', '&amp;', 'https://a.b', 'a\\'), weight: 1 },
);
const line = fc.tuple(fc.constantFrom('', '', '', 'a', 'б', '# ', '> - ', '> ', '- ', '1. ', '    '), someWords).map((parts) => parts.join(''));
const breaks = fc.constantFrom('\n', '\n\n', '\n\n', '\n\n\n');
const someText = fc
  .tuple(
    fc.constantFrom('', '\n'),
    someWords,
    fc.array(fc.tuple(fc.constantFrom('\n', '\n', '\n\n'), someWords), { maxLength: 2 }),
    fc.array(fc.tuple(breaks, line), { maxLength: 3 }),
    fc.constantFrom('', '\n'),
  )
  .map(([above, title, phrasings, paragraphs, below]) => `${above}# a${title}\n${phrasings.map(([gap, one]) => `${gap}> - b${one}`).join('')}${paragraphs.flat().join('')}${below}`);

describe('plain entries', () => {
  it('are read as the parser reads them, or left to it', () => {
    let plain = 0;
    fc.assert(
      fc.property(someText, (text) => {
        if (!readPlainText(text)) return;
        plain++;
        expect(parseEntry(text, 3)).toEqual(parseMarkdown(text, 3));
      }),
      { numRuns: 10_000 },
    );
    expect(plain).toBeGreaterThan(100);
  });

  it('are read with their phrasings and paragraphs', () => {
    expect(readPlainText('\n# Why is it closed?\n\n> - shut why\n> - not open\n\nBecause of the snow.\n\nIt opens in May.\n')).toEqual({
      title: { text: 'Why is it closed?', line: 1 },
      phrasings: [
        { text: 'shut why', line: 3 },
        { text: 'not open', line: 4 },
      ],
      paragraphs: ['Because of the snow.', 'It opens in May.'],
    });
  });

  it.each(['# a\n\n> - b\nc\n', '# a\n\nb\nc\n', '# a\n\nb\n---\n', '# a\n\n> - b\n\n> - c\n\nd\n', '# a\n\n1. b\n', '# a\n\nb *c*\n', '# a\n\nb  \n', '# a #\n\nb\n', '# a\n', 'a\n'])(
    'leave %j to the parser',
    (text) => expect(readPlainText(text)).toBeUndefined(),
  );

  it('leave what may be too long to the parser', () => {
    for (const [title, answer] of [
      [1001, 1],
      [1, 3000],
    ] as const)
      expect(readPlainText(`# ${'a'.repeat(title)}\n\n${'b'.repeat(answer)}\n`)).toBeUndefined();
  });
});
