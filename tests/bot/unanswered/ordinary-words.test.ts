import { describe, expect, it } from 'vitest';
import { ordinaryWords } from '../../../src/bot/unanswered/ordinary-words.ts';
import { shippedLocales } from '../../helpers/services.ts';

const { languages } = await shippedLocales();

describe('ordinary words', () => {
  it('are read a word a step, once, and the rest when they are asked for', () => {
    const ordinary = ordinaryWords(languages, () => false);
    const steps = ordinary('en-GB').steps();
    for (let taken = 0; taken < 1000; taken++) expect(steps?.next().done).toBe(false);
    expect(['password', 'margaret'].map((word) => ordinary('en').isOrdinary(word, false))).toEqual([true, false]);
    expect(steps?.next().done).toBe(true);
    expect(ordinary('en').steps()).toBeUndefined();
  });

  it('are those of the packs as well, and those only in a language that nobody has described', () => {
    const ordinary = ordinaryWords(languages, (stem, base) => stem === 'zorvex' && base === 'de');
    expect(['zorvex', 'und'].map((word) => ordinary('de').isOrdinary(word, false))).toEqual([true, false]);
    expect(ordinary('en').isOrdinary('zorvex', false)).toBe(false);
  });
});
