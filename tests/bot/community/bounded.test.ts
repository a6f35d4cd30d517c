import { describe, expect, it } from 'vitest';
import { bounded } from '../../../src/bot/community/bounded.ts';

describe('bounded memory', () => {
  it('lets go of what was not used for longest', () => {
    const kept = bounded<string>(10);
    kept.set('a', 'A', 4);
    kept.set('b', 'B', 4);
    expect(kept.get('a')).toBe('A');
    kept.set('c', 'C', 4);
    expect(['a', 'b', 'c'].map(kept.get)).toEqual(['A', undefined, 'C']);
  });

  it('counts what stands there anew once', () => {
    const kept = bounded<string>(10);
    for (let n = 0; n < 5; n++) kept.set('a', `A${n}`, 6);
    kept.set('b', 'B', 4);
    expect(['a', 'b'].map(kept.get)).toEqual(['A4', 'B']);
  });

  it('makes room for what grows, and gives none to what was let go', () => {
    const kept = bounded<string>(10);
    kept.set('a', 'A', 4);
    kept.set('b', 'B', 4);
    kept.resize('b', 7);
    kept.resize('a', 1);
    expect([kept.get('a'), kept.get('b'), kept.taken()]).toEqual([undefined, 'B', 7]);
  });

  it('keeps alone what takes more than all of it', () => {
    const kept = bounded<string>(10);
    kept.set('a', 'A', 4);
    kept.set('b', 'B', 40);
    expect(['a', 'b'].map(kept.get)).toEqual([undefined, 'B']);
  });
});
