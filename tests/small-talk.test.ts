import { expect, it } from 'vitest';
import { answerFrom } from '../src/core/search/engine.ts';
import { readKnowledge } from '../src/knowledge/packs/read-knowledge.ts';
import { libraryOf } from './helpers/library.ts';
import { shippedLocales } from './helpers/services.ts';

it('small talk alone is not guessed at by the included packs', async () => {
  const { entries } = await readKnowledge('./knowledge');
  const english = entries.map((entry) => ({
    ...entry,
    texts: new Map([...entry.texts].filter(([tag]) => tag === 'en')),
  }));
  const library = libraryOf(english, await shippedLocales());
  const said = ['hello', 'thanks', 'hi', 'good morning', 'thank you', 'hey bot', 'ok', 'please help'];
  expect(said.filter((text) => answerFrom(library, text, 'en').kind !== 'unknown')).toEqual([]);
});
