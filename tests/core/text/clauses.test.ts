import { describe, expect, it } from 'vitest';
import { clausesOf } from '../../../src/core/text/question-form.ts';

describe('clauses', () => {
  it('end at marks', () =>
    expect(clausesOf('I tried it, twice; now what? 好，然后呢。')).toEqual([
      'I tried it',
      ' twice',
      ' now what',
      ' 好',
      '然后呢',
    ]));

  it('do not end inside a number', () => {
    expect(clausesOf('do I need version 1.20 at 14:30, or 3,5?')).toEqual([
      'do I need version 1.20 at 14:30',
      ' or 3,5',
    ]);
    expect(clausesOf('is it 2019. 20 people ask')).toEqual(['is it 2019', ' 20 people ask']);
  });
});
