import { describe, expect, it } from 'vitest';
import { romanize } from '../../../src/core/text/romanize.ts';

describe('romanize', () => {
  it.each([
    ['чатгпт', 'chatgpt'],
    ['Ελλάδα', 'ellada'],
    ['मुंबई', 'mumbi'],
    ['ChatGPT', 'chatgpt'],
    ['нейросеть', 'neyroset'],
    ['2023', '2023'],
    ['…', ''],
  ])('writes %s as %s', (word, latin) => expect(romanize(word)).toBe(latin));
});
