import { expect, it } from 'vitest';
import { rewordings } from '../../../src/knowledge/packs/advise.ts';

it.each([
  [
    'How can I renew my membership?',
    'en',
    ['how', 'can', 'i', 'my'],
    ['renew membership', 'renew my membership How can I'],
  ],
  ['ChatGPT 什么时候被禁的？', 'zh-Hans', ['的', '什么时候'], ['ChatGPT被禁']],
  ['Rules', 'en', [], []],
  ['What is it?', 'en', ['what', 'is', 'it'], ['it What is']],
  ['Membership fee', 'en', [], ['fee Membership']],
])('%s is asked in other words', (heading, language, stopWords, asked) =>
  expect(rewordings(heading, language, stopWords)).toEqual(asked),
);
