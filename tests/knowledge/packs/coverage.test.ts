import { describe, expect, it } from 'vitest';
import { coverageOf } from '../../../src/knowledge/packs/coverage.ts';
import { readPack } from '../../../src/knowledge/packs/pack.ts';
import { entryText, memoryFiles, PACK_JSON } from '../../helpers/memory-files.ts';

async function sample() {
  const { pack, entries } = await readPack(
    'rules',
    memoryFiles({
      'pack.json': PACK_JSON,
      'en/questions/a.md': entryText({ title: 'A?' }),
      'fr/questions/a.md': entryText({ title: 'A?' }),
      'en/questions/b.md': entryText({ title: 'B?' }),
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
});
