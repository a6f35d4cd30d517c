import { expect, it } from 'vitest';
import { readKnowledge } from '../../../src/knowledge/packs/read-knowledge.ts';

/** More cannot be kept by a person. */
const MOST = 25;

it('no entry of an included pack has more phrasings than a person can keep, in any language', async () => {
  const { entries } = await readKnowledge('./knowledge');
  expect(entries.length).toBeGreaterThan(0);
  const crowded = entries.flatMap(({ id, texts }) =>
    [...texts.values()].filter(({ phrasings }) => phrasings.length > MOST).map(({ language }) => `${language}/${id}`),
  );
  expect(crowded).toEqual([]);
});
