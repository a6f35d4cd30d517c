import { describe, expect, it } from 'vitest';
import { nearMisses } from '../../../src/core/text/background.ts';

describe('nearMisses', () => {
  it('puts names in turn into every place of a template', () => {
    const lines = nearMisses(['{} or not {}', 'who is {}'], ['a', 'b', 'c']);
    expect(lines.slice(0, 2)).toEqual([
      { template: 0, text: 'a or not a' },
      { template: 0, text: 'b or not b' },
    ]);
    for (const { text } of lines) expect(text).toMatch(/^(?:([abc]) or not \1|who is [abc])$/);
  });

  it('uses all names', () => {
    const names = Array.from({ length: 8 }, (_, at) => `n${at}`);
    expect(
      [
        ...new Set(
          nearMisses(
            Array.from({ length: 8 }, () => '{}'),
            names,
          ).map(({ text }) => text),
        ),
      ].sort(),
    ).toEqual(names);
  });

  it('makes nothing without names or templates', () => {
    expect(nearMisses(['who is {}'], [])).toEqual([]);
    expect(nearMisses([], ['a'])).toEqual([]);
  });
});
