import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Block, type Inline, plainText } from '../../src/core/entry/blocks.ts';
import { splitFrontMatter } from '../../src/knowledge/format/front-matter.ts';
import { parseEntry } from '../../src/knowledge/format/markdown.ts';
import { runs } from '../helpers/runs.ts';

const SIZE = 65_000;
const filled = (part: string, size = SIZE): string => part.repeat(Math.floor(size / part.length));

const PARTS = [
  '[',
  ']',
  '>',
  '> ',
  '*',
  '*a ',
  '*a **b ',
  '_a',
  '`',
  '`a``b',
  '[a](',
  '![',
  '[![',
  '<a ',
  '<a href="',
  '<!--',
  '<',
  '- ',
  '1. ',
  '- > ',
  '|a',
  'a|b\n-|-\n',
  '[a]: x\n',
  '[a]',
  '&',
  '&amp;',
  '\\',
  '\n',
  '# a\n',
  '> - a\n',
  '~~a ',
  '<http:',
  '<http://a.b> ',
  '[a](x) ',
  '"',
  '\u0000',
  '\ud800',
  '\t',
  '  \n',
  '```\n',
];

describe('hostile Markdown', () => {
  it.each(PARTS)('of %j repeated is read in time', (part) => {
    for (const text of [
      filled(part),
      `# Why?\n\n${filled(part)}`,
      `# Why?\n\n> - ${filled(part)}`,
      `# Why?\n\n${filled(part, SIZE / 2)}${filled(']', 9000)}${filled('](x)', 9000)}`,
    ]) {
      // Processor time: other work on the machine does not count. Slow parsers need a minute here.
      const start = process.cpuUsage();
      parseEntry(text, 1);
      expect(process.cpuUsage(start).user / 1000).toBeLessThan(5000);
    }
  });

  it.each(['[', '>', '*a **b '])('of 80 KB of %j is refused before it is read', (part) => {
    const text = `# Why?\n\n${filled(part, 80_000)}`;
    const start = process.cpuUsage();
    expect(parseEntry(text, 1).findings).toMatchObject([
      { line: 1, code: 'long-text', values: { count: text.length } },
    ]);
    expect(process.cpuUsage(start).user / 1000).toBeLessThan(1000);
  });

  it('nested ten thousand times is refused', () => {
    const emphasis = `${filled('*a **b ', 28_000)}${filled('c** d*', 28_000)}`;
    expect(parseEntry(`# Why?\n\n${emphasis}`, 1).findings.map(({ code }) => code)).toContain('nested-words');
    expect(parseEntry(`# Why?\n\nx\n\n${filled('>')} a`, 1).findings.map(({ code }) => code)).toContain(
      'nested-blocks',
    );
  });
});

describe('any text', () => {
  const part = fc.constantFrom(
    ...PARTS,
    'word',
    '# ',
    '\n\n',
    '\n> - ',
    '](https://example.org)',
    '<b>',
    '**',
    '---\n',
    '    ',
    '汉字',
    '🙂',
    '\r\n',
    '</',
  );
  const text = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 300 }),
    fc.array(part, { maxLength: 80 }).map((parts) => parts.join('')),
    fc.array(part, { maxLength: 80 }).map((parts) => `# Why?\n\n${parts.join('')}`),
  );

  it('is read or refused, never thrown at', () => {
    fc.assert(
      fc.property(text, fc.integer({ min: 1, max: 50 }), (markdown, startLine) => {
        const { title, phrasings, answer, findings } = parseEntry(markdown, startLine);
        const last = startLine + markdown.split(/\r\n|\r|\n/).length - 1;
        for (const { line } of [title, ...phrasings, ...findings]) expect(line >= startLine && line <= last).toBe(true);
        if (findings.some(({ level }) => level === 'error')) return;
        expect([title, ...phrasings].every((one) => one.text.trim() !== '' && !one.text.includes('\n'))).toBe(true);
        expect(plainText(answer).trim()).not.toBe('');
        expect(depthOf(answer)).toBeLessThanOrEqual(4);
        expect(linksOf(answer).every((url) => /^https?:\/\//i.test(url))).toBe(true);
      }),
      runs(400),
    );
  });

  it('is split without loss', () => {
    fc.assert(
      fc.property(text, (body) => {
        const split = splitFrontMatter(`---\nsources: [a]\n---\n${body}`);
        expect(split).toMatchObject({ body: body.replace(/\r\n?/g, '\n'), bodyLine: 4, findings: [] });
      }),
    );
  });
});

function depthOf(blocks: readonly Block[]): number {
  const depths = blocks.map((block) => {
    if (block.kind === 'list') return 1 + Math.max(0, ...block.items.map(depthOf));
    return block.kind === 'quote' ? 1 + depthOf(block.children) : 0;
  });
  return Math.max(0, ...depths);
}

function linksOf(blocks: readonly Block[]): string[] {
  return blocks.flatMap((block) => {
    if (block.kind === 'list') return block.items.flatMap(linksOf);
    if (block.kind === 'quote') return linksOf(block.children);
    return block.kind === 'paragraph' ? linksIn(block.children) : [];
  });
}

function linksIn(children: readonly Inline[]): string[] {
  return children.flatMap((child) => {
    if (child.kind === 'link') return [child.url, ...linksIn(child.children)];
    return 'children' in child ? linksIn(child.children) : [];
  });
}
