import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { wrap } from '../../../src/platforms/console/render.ts';

describe('wrap', () => {
  it.each([
    ['one two three', 7, 'one two\nthree'],
    ['one two', 80, 'one two'],
    ['a verylongword b', 6, 'a\nverylongword\nb'],
    ['one\n\ntwo', 80, 'one\n\ntwo'],
    ['网络被封锁了', 6, '网络被\n封锁了'],
    ['网络被封，锁了', 8, '网络被\n封，锁了'],
    ['use 网络 now', 8, 'use 网络\nnow'],
    ['\u001b[1mone\u001b[22m two', 7, '\u001b[1mone\u001b[22m two'],
    ['', 5, ''],
  ])('%j in %i columns', (text, columns, wrapped) => expect(wrap(text, columns)).toBe(wrapped));

  it('keeps all words, and lines within their width', () => {
    const word = fc.string({ unit: fc.constantFrom('a', 'b', 'é'), minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(fc.array(word, { minLength: 1 }), fc.integer({ min: 8, max: 30 }), (list, columns) => {
        const wrapped = wrap(list.join(' '), columns);
        expect(wrapped.split(/\s/)).toEqual(list);
        for (const line of wrapped.split('\n')) expect(line.length).toBeLessThanOrEqual(columns);
      }),
    );
  });

  it('wraps at once what is long', () => {
    const start = process.cpuUsage();
    wrap('字'.repeat(20_000), 80);
    expect(process.cpuUsage(start).user / 1000).toBeLessThan(20_000);
  });
});
