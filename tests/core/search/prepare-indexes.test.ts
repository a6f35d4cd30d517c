import { expect, it } from 'vitest';
import { answerFrom } from '../../../src/core/search/engine.ts';
import { buildLibrary, prepareIndexes } from '../../../src/core/search/library.ts';
import { entryOf, textOf } from '../../helpers/entries.ts';
import { shippedLocales } from '../../helpers/services.ts';

const BOTH = entryOf(
  'questions/refund',
  textOf('en', 'Can I get a refund for my subscription?'),
  textOf('ru', 'Можно ли вернуть деньги за подписку?'),
);
const ENGLISH = entryOf('questions/discord', textOf('en', 'How do I join the Discord server?'));
const QUESTION = 'как зайти на сервер дискорд';

/** Which languages are built, and in how many steps, before a question in Russian is asked. */
async function prepared(entries: Parameters<typeof buildLibrary>[0]) {
  const library = buildLibrary(entries, { ...(await shippedLocales()), unlearned: 'serve' });
  let steps = 0;
  for (const _ of prepareIndexes(library, QUESTION, 'ru')) steps++;
  return { library, steps, built: library.indexes.flatMap(({ base, isWanted }) => (isWanted ? [base] : [])) };
}

it('an index into whose words a question will be put is built before it is asked, in steps', async () => {
  const { library, built } = await prepared([BOTH, ENGLISH]);
  expect(built).toEqual(['en', 'ru']);
  expect(answerFrom(library, QUESTION, 'ru').candidates[0]?.entry.id).toBe('questions/discord');
});

it('an index of another language is left alone if the asker’s language lacks nothing', async () => {
  const { library, built } = await prepared([BOTH]);
  expect(built).toEqual(['ru']);
  answerFrom(library, QUESTION, 'ru');
  expect(library.indexes.flatMap(({ base, isWanted }) => (isWanted ? [base] : []))).toEqual(['ru']);
});

it('its words are read in steps, too: one for each at least', async () => {
  const words = Array.from({ length: 300 }, (_, at) => `word${at}`).join(' ');
  const many = entryOf('questions/words', textOf('en', words));
  const { library } = await prepared([BOTH, many]);
  const index = library.indexes.find(({ base }) => base === 'en');
  if (!index) throw new Error('there is no English');
  const again = buildLibrary([BOTH, many], { ...(await shippedLocales()), built: () => index });
  expect([...again.translate.steps('ru', index)].length).toBeGreaterThan(300);
  expect([...again.translate.steps('ru', index)]).toHaveLength(0);
});
