import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isDate, isDay } from '../../src/core/entry/dates.ts';
import { phraseKey } from '../../src/core/text/normalize.ts';
import { inBatches } from '../../src/knowledge/format/files.ts';
import { isProperTag, tagCure } from '../../src/knowledge/format/language-tag.ts';
import { nearest, suggester } from '../../src/knowledge/format/nearest.ts';
import { isWebAddress } from '../../src/knowledge/format/web-address.ts';

describe('dates', () => {
  it.each(['2023', '2023-03', '2023-03-16', '2024-02-29'])('%s exists', (date) => expect(isDate(date)).toBe(true));
  it.each(['', '23', '2023-13', '2023-00', '2023-02-30', '2023-02-29', '2023-3', '2023-03-16T00:00', ' 2023'])(
    '%j does not',
    (date) => expect(isDate(date)).toBe(false),
  );

  it('are days with all three parts only', () => {
    expect([isDay('2027-01-01'), isDay('2027-01'), isDay('2027-01-32')]).toEqual([true, false, false]);
  });
});

describe('language tags', () => {
  it.each(['en', 'pt-BR', 'zh-Hans', 'fa'])('%s is proper', (tag) => expect(isProperTag(tag)).toBe(true));
  it.each(['english', 'images', 'docs', 'zh-hans', 'en_US', 'iw', 'x-private', '', 'EN'])('%j is not', (tag) =>
    expect(isProperTag(tag)).toBe(false),
  );

  it('are put right where that is possible', () => {
    expect(tagCure('zh-hans')).toBe('did you mean "zh-Hans"?');
    expect(tagCure('pt_br')).toBe('did you mean "pt-BR"?');
    expect(tagCure('english')).toBe('use a BCP 47 tag such as en, pt-BR or zh-Hans');
  });
});

describe('web addresses', () => {
  it.each(['https://example.org', 'http://example.org/a?b#c', 'HTTPS://EXAMPLE.ORG'])('%s is one', (url) =>
    expect(isWebAddress(url)).toBe(true),
  );
  it.each([
    'javascript:alert(1)',
    'mailto:a@b.c',
    '//example.org',
    '/page',
    'https:example.org',
    'https://',
    'https://bank.com@example.org/',
    'data:text/html,x',
    'ftp://example.org',
  ])('%s is none', (url) => expect(isWebAddress(url)).toBe(false));
});

describe('the nearest word', () => {
  it('has the fewest letters to change', () => {
    expect(nearest('clampdwn', ['clamp', 'clampdown', 'ernie'])).toBe('clampdown');
    expect(nearest('Sources', ['source', 'sources'])).toBe('sources');
  });

  it('is none where more than two of five would change', () => {
    expect(nearest('abcdef', ['abxyzf'])).toBeUndefined();
    expect(nearest('x'.repeat(101), ['x'.repeat(101)])).toBeUndefined();
  });

  it('is the one of a naive search', () => {
    const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 7 });
    fc.assert(
      fc.property(word, fc.array(word, { maxLength: 6 }), (asked, known) => {
        const distances = known.map((other) => naiveDistance(asked, other));
        const best = Math.min(...distances);
        const expected =
          best <= Math.max(1, Math.floor(asked.length * 0.4)) ? known[distances.indexOf(best)] : undefined;
        expect(nearest(asked, known)).toBe(expected);
      }),
    );
  });

  it('is named twenty times, then no more', () => {
    const suggest = suggester(['alpha']);
    const cures = Array.from({ length: 21 }, () => suggest('alpa', 'look it up'));
    expect(cures[19]).toBe('did you mean "alpha"? look it up');
    expect(cures[20]).toBe('look it up');
  });
});

describe('phrasings', () => {
  it.each([
    ['What’s  THIS?', 'whats this'],
    ['ＡＢＣ！', 'abc'],
    ['为什么？', '为什么'],
    ['a-b', 'A b.'],
  ])('%j and %j are the same', (a, b) => expect(phraseKey(a)).toBe(phraseKey(b)));

  it('of nothing but signs stay apart', () => {
    expect(phraseKey('???')).not.toBe(phraseKey('!!!'));
    expect(phraseKey('c++')).not.toBe(phraseKey('c'));
  });
});

describe('batches', () => {
  it('keep the order and the bound', async () => {
    let open = 0;
    let most = 0;
    const work = async (n: number) => {
      most = Math.max(most, ++open);
      await new Promise((done) => setTimeout(done, n % 3));
      open--;
      return n * 2;
    };
    const numbers = Array.from({ length: 25 }, (_, at) => at);
    expect(await inBatches(numbers, work, 10)).toEqual(numbers.map((n) => n * 2));
    expect(most).toBe(10);
  });
});

function naiveDistance(a: string, b: string): number {
  if (a === '' || b === '') return a.length + b.length;
  const replaced = naiveDistance(a.slice(1), b.slice(1)) + (a[0] === b[0] ? 0 : 1);
  return Math.min(replaced, naiveDistance(a.slice(1), b) + 1, naiveDistance(a, b.slice(1)) + 1);
}
