import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { writeFrontMatter } from '../../../src/knowledge/export/entry-text.ts';
import { splitFrontMatter } from '../../../src/knowledge/format/front-matter.ts';
import { hostileText } from '../../helpers/markdown-words.ts';
import { runs } from '../../helpers/runs.ts';

describe('front matter', () => {
  it('is one line a key, without what goes without saying', () => {
    expect(writeFrontMatter({ sources: ['a'], status: 'current', tags: [], related: [] })).toBe('sources: [a]');
    expect(
      writeFrontMatter({
        sources: ['a', 'FAQ.md'],
        asOf: '2023-03',
        status: 'outdated',
        reviewBy: '2027-01-01',
        tags: ['2023', 'a b', 'a: b'],
        related: ['questions/为什么'],
      }),
    ).toBe(
      'sources: [a, FAQ.md]\nas_of: 2023-03\ntags: [2023, a b, "a: b"]\nreview_by: 2027-01-01\nstatus: outdated\nrelated: [questions/为什么]',
    );
  });

  it('comes back as it was written', () => {
    const text = fc
      .oneof(
        hostileText(),
        fc.constantFrom(
          'null',
          'true',
          '~',
          '1.0',
          '...',
          '---',
          ': ',
          ' #',
          "it's",
          '"',
          '\u0085',
          '%',
          '@',
          '&a',
          '*a',
          '!b',
          'x,',
          '{',
          '- ',
        ),
      )
      .map((one) => one.toWellFormed())
      .filter((one) => one.trim() !== '');
    const list = fc.array(text, { maxLength: 4 });
    const status = fc.constantFrom('current' as const, 'outdated' as const, 'disputed' as const);
    fc.assert(
      fc.property(
        fc.array(text, { minLength: 1, maxLength: 4 }),
        list,
        list,
        status,
        (sources, tags, related, state) => {
          const { frontMatter, findings } = splitFrontMatter(
            `---\n${writeFrontMatter({ sources, tags, related, status: state, asOf: '2023' })}\n---\n`,
          );
          expect(findings).toEqual([]);
          expect(frontMatter).toEqual({ sources, tags, related, status: state, as_of: '2023' });
        },
      ),
      runs(400),
    );
  });
});
