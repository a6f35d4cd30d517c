import { expect, it } from 'vitest';
import { SURE } from '../../../src/core/calibration/policy.ts';
import { search } from '../../../src/core/search/search.ts';
import { entryOf, textOf } from '../../helpers/entries.ts';
import { libraryOf } from '../../helpers/library.ts';
import { shippedLocales } from '../../helpers/services.ts';

const locales = await shippedLocales();
const TITLES = [
  'How do I get a refund for my ticket?',
  'When do you open?',
  'Where can I leave my coat?',
  'Who repairs boats?',
];
const QUESTION = 'the organisers cancelled everything so what about my ticket';

/** What is found in a pack whose entries have so many phrasings, as an encoder that means the first entry has it. */
const found = (phrasings: number, meant = 0) => {
  const entries = TITLES.map((title, at) =>
    entryOf(
      `questions/${at}`,
      textOf(
        'en',
        title,
        Array.from({ length: phrasings }, (_, n) => `${title.replace('?', '')} ${'abcdefgh'[n]}?`),
      ),
    ),
  );
  const [index] = libraryOf(entries, locales).indexes;
  if (!index) throw new Error('there is no index');
  const meaning = { top: [meant], likeness: (entry: number) => (entry === meant ? 0.95 : 0) };
  const ask = (one?: typeof meaning) => search(index, QUESTION, () => false, one);
  return { plain: ask(), encoded: ask(meaning) };
};

it('makes nothing sure by meaning alone if phrasings are few, and may if they are many', () => {
  expect(found(0).plain.confidence).toBeLessThan(SURE);
  expect(found(0).encoded.confidence).toBeLessThan(SURE);
  expect(found(0).encoded.confidence).toBeGreaterThanOrEqual(found(0).plain.confidence);
  expect(found(8).encoded.confidence).not.toBe(found(8).plain.confidence);
});

it('keeps the entry that the words find among the first', () => {
  const { plain, encoded } = found(0, 3);
  expect(encoded.ranked[0]?.id).toBe('questions/3');
  expect(encoded.ranked.slice(0, 3).map(({ id }) => id)).toContain(plain.ranked[0]?.id);
  expect(new Set(encoded.ranked.map(({ id }) => id)).size).toBe(encoded.ranked.length);
});
