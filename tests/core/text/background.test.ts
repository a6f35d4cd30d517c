import { describe, expect, it } from 'vitest';
import { nearMisses } from '../../../src/core/text/background.ts';

describe('nearMisses', () => {
  it('puts names in turn into every place of a template', () => {
    const lines = nearMisses(['{} or not {}', 'who is {}'], ['a', 'b', 'c']);
    expect(lines.slice(0, 2)).toEqual(['a or not a', 'b or not b']);
    for (const line of lines) expect(line).toMatch(/^(?:([abc]) or not \1|who is [abc])$/);
  });

  it('uses all names', () => {
    const names = Array.from({ length: 8 }, (_, at) => `n${at}`);
    expect(
      [
        ...new Set(
          nearMisses(
            Array.from({ length: 8 }, () => '{}'),
            names,
          ),
        ),
      ].sort(),
    ).toEqual(names);
  });

  it('makes nothing without names or templates', () => {
    expect(nearMisses(['who is {}'], [])).toEqual([]);
    expect(nearMisses([], ['a'])).toEqual([]);
  });
});
