import { expect, it } from 'vitest';
import { remembering } from '../../../src/bot/community/community.ts';
import type { Answer } from '../../../src/core/search/engine.ts';

const ANSWER: Answer = { kind: 'unknown', candidates: [], findings: [] };

it('what was asked lately is worked out once, in each language, until answers may be others', () => {
  const asked: string[] = [];
  let [stamp, basis] = ['a', 'words'];
  const answer = remembering(
    (question, language) => {
      asked.push(`${question} ${language}`);
      return { ...ANSWER };
    },
    () => stamp,
    () => basis,
  );
  expect(answer('why?', 'en')).toBe(answer('why?', 'en'));
  answer('why?', 'de');
  expect(asked).toEqual(['why? en', 'why? de']);
  stamp = 'b';
  answer('why?', 'en');
  expect(asked).toHaveLength(3);
  basis = 'words and meaning';
  answer('why?', 'en');
  expect(asked).toHaveLength(4);
  for (let n = 0; n < 400; n++) answer(`question ${n}`, 'en');
  answer('why?', 'en');
  expect(asked).toHaveLength(405);
});
