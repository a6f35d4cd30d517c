import { describe, expect, it } from 'vitest';
import { analyzer } from '../../../src/core/text/analyze.ts';
import { namesIn } from '../../../src/core/text/names.ts';
import { EN, HANS } from '../../helpers/languages.ts';

const english = analyzer(EN);
const namesOf = (...texts: string[]) =>
  namesIn(
    texts.map((text) => english.analyze(text)),
    english,
  );

describe('namesIn', () => {
  it('are the words and pairs used again and again, the most frequent first', () => {
    expect(namesOf('phone number rules', 'phone number', 'phone')).toEqual(['phone', 'phone number', 'number']);
  });

  it('are written as people write them', () =>
    expect(namesOf('Phones banned', 'phones banned')).toEqual(['phones', 'phones banned', 'banned']));

  it('are no everyday words, no short words, and not used once only', () => {
    expect(namesOf('the the', 'get get', 'ab ab', 'lonely word')).toEqual([]);
    expect(namesOf('phone the number', 'phone the number')).not.toContain('phone number');
  });

  it('stand together without a space where the script has none', () => {
    const chinese = analyzer(HANS);
    expect(
      namesIn(
        ['网络电话', '网络电话'].map((text) => chinese.analyze(text)),
        chinese,
      ),
    ).toContain('网络电话');
  });
});
