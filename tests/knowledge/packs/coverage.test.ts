import { describe, expect, it } from 'vitest';
import { coverageOf, overdueOf } from '../../../src/knowledge/packs/coverage.ts';
import { readPack } from '../../../src/knowledge/packs/pack.ts';
import { entryText, memoryFiles, PACK_JSON } from '../../helpers/memory-files.ts';

const dated = (day: string, title: string): string =>
  entryText({ frontMatter: `sources: [rules]\nreview_by: ${day}`, title });

async function sample() {
  const { pack, entries } = await readPack(
    'rules',
    memoryFiles({
      'pack.json': PACK_JSON,
      'en/questions/a.md': dated('2027-01-01', 'A?'),
      'fr/questions/a.md': dated('2026-12-31', 'A?'),
      'en/questions/b.md': dated('2027-01-02', 'B?'),
      'en/facts/c.md': entryText({ title: 'C' }),
    }),
  );
  return { packs: pack ? [pack] : [], entries };
}

describe('coverage', () => {
  it('counts the entries of each language, and names those that lack', async () => {
    expect(coverageOf(await sample())).toEqual([
      { pack: 'rules', language: 'en', written: 3, total: 3, missing: [] },
      { pack: 'rules', language: 'fr', written: 1, total: 3, missing: ['facts/c', 'questions/b'] },
    ]);
  });

  it.each([
    ['2026-12-30', []],
    ['2026-12-31', ['questions/a']],
    ['2027-01-02', ['questions/a', 'questions/b']],
  ])('on %s, %j are overdue', async (today, ids) => {
    expect(overdueOf((await sample()).entries, today).map(({ id }) => id)).toEqual(ids);
  });
});
