import { expect, it } from 'vitest';
import { ASKING_SETS, askedBy, languagesAsked } from '../../eval/asking-table.ts';
import { packSources, readSet } from '../../eval/sets.ts';
import { readKnowledge } from '../../src/knowledge/packs/read-knowledge.ts';

const lettersOf = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');

it('no line that the included pack is measured with is one of its headings or phrasings: it would find itself', async () => {
  const { entries } = await readKnowledge('knowledge');
  const said = entries.flatMap(({ texts }) =>
    [...texts.values()].flatMap(({ title, phrasings }) => [title, ...phrasings]),
  );
  const letters = new Set(said.map(lettersOf));
  const asked = (await Promise.all(packSources().map(readSet))).flatMap(({ questions }) => questions);
  expect(asked.length).toBeGreaterThan(3000);
  const otherwise = ASKING_SETS.flatMap((set) => languagesAsked().flatMap((language) => askedBy(set, language)));
  expect(otherwise.length).toBe(315);
  expect([...asked, ...otherwise].map(({ text }) => text).filter((text) => letters.has(lettersOf(text)))).toEqual([]);
});
