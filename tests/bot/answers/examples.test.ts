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

it.each([
  ['en', 'Is this still true today?', 'Why did China ban ChatGPT?'],
  ['es', '¿Sigue siendo cierto hoy en día?', '¿Por qué prohibió China ChatGPT?'],
  ['zh-Hant', '這些內容現在還準嗎？', '中國為什麼禁止 ChatGPT？'],
])('examples name their subject, if any entry does: %s', (tag, vague, clear) => {
  const entries = [entryOf('questions/today', textOf(tag, vague)), entryOf('questions/why', textOf(tag, clear))];
  expect(exampleEntries(entries, tag, languages, 1).map(({ id }) => id)).toEqual(['questions/why']);
  expect(exampleEntries(entries.slice(0, 1), tag, languages, 1)).toEqual(entries.slice(0, 1));
});
