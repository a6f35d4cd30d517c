import { expect, it } from 'vitest';
import { ASKING_SETS, askedBy, askingTable, languagesAsked } from '../../eval/asking-table.ts';
import { readKnowledge } from '../../src/knowledge/packs/read-knowledge.ts';

it('lines that are asked by another word name entries that there are', async () => {
  const { entries } = await readKnowledge('knowledge');
  const ids = new Set(entries.map(({ id }) => id));
  const lines = ASKING_SETS.flatMap((set) => languagesAsked().flatMap((language) => askedBy(set, language)));
  expect(lines.length).toBe(315);
  expect(lines.flatMap((line) => line.expect ?? []).filter((id) => !ids.has(id))).toEqual([]);
});

it('an answer is wrong if another entry is meant, and needless if none is', async () => {
  const [first] = askedBy('seen', 'en');
  const table = await askingTable('seen', () => () => ({ hits: [{ id: first?.expect?.[0] ?? '' }], sure: true }));
  const row = table.split('\n').find((line) => line.startsWith('| en '));
  const lines = askedBy('seen', 'en');
  const right = lines.filter(({ expect: ids }) => ids?.includes(first?.expect?.[0] ?? '')).length;
  expect(row).toBe(`| en | ${lines.length} | ${right} | 0 | ${lines.length - right} |`);
  expect(table).toContain('(expected: no answer)');
  const silent = await askingTable('seen', () => () => ({ hits: [], sure: false }));
  expect(silent).toContain('| all | 135 | 0 | 0 | 0 |');
});
