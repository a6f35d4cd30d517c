import { expect, it } from 'vitest';
import { exampleEntries } from '../../../src/bot/answers/examples.ts';
import { entryOf, textOf } from '../../helpers/entries.ts';
import { shippedLocales } from '../../helpers/services.ts';

const { languages } = await shippedLocales();
const CLUB = [
  entryOf('questions/join', textOf('en', 'How do I join?')),
  entryOf('questions/leave', textOf('en-US', 'How do I leave?')),
  entryOf('questions/rejoin', textOf('ar', 'كيف أسجل؟')),
];
const examplesIn = (language: string) => exampleEntries(CLUB, language, languages, 3).map(({ id }) => id);

it('examples are in the language of whoever reads them, where there are any', () => {
  expect(examplesIn('en')).toEqual(['questions/join', 'questions/leave']);
  expect(examplesIn('ar')).toEqual(['questions/rejoin']);
  expect(examplesIn('ko')).toHaveLength(3);
});
