import { rmSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { exportFiles } from '../../../src/knowledge/export/export-files.ts';
import type { CommunityState } from '../../../src/knowledge/export/records.ts';
import { writeExport } from '../../../src/knowledge/export/write-export.ts';
import type { Import } from '../../../src/knowledge/import/imported.ts';
import { planImport } from '../../../src/knowledge/import/plan-import.ts';
import { readImport } from '../../../src/knowledge/import/read-import.ts';
import { applyEdits } from '../../helpers/apply-edits.ts';
import { someState } from '../../helpers/community-state.ts';
import { runs } from '../../helpers/runs.ts';
import { temporaryFolder } from '../../helpers/temporary-folder.ts';

const taken = (state: CommunityState, imported: Import): CommunityState => ({
  ...state,
  records: applyEdits(state.records, planImport(state, imported).edits),
});

/** What was exported, written and read again. */
async function reread(root: string, files: ReadonlyMap<string, string>): Promise<Import> {
  const dir = join(root, 'export');
  await writeExport(dir, files);
  const imported = await readImport([dir], { language: 'en' });
  rmSync(dir, { recursive: true });
  expect(imported.problems.filter(({ level }) => level === 'error')).toEqual([]);
  return imported;
}

describe('an export', () => {
  it('that is imported where it came from changes nothing', async () => {
    const root = temporaryFolder({});
    await fc.assert(
      fc.asyncProperty(someState(), async (state) => {
        const files = exportFiles(state);
        if (files.size === 0) return;
        const plan = planImport(state, await reread(root, files));
        expect(plan).toMatchObject({ edits: [], added: [], changed: [], files: [] });
        expect(plan.unchanged.length).toBe(
          [...files.keys()].filter((path) => /\/(?:questions|facts)\//.test(path)).length,
        );
      }),
      runs(20),
    );
  });

  it('that is imported where nothing is comes out again byte by byte', async () => {
    const root = temporaryFolder({});
    await fc.assert(
      fc.asyncProperty(someState(), someState(), async (state, { own }) => {
        const files = exportFiles(state);
        if (files.size === 0) return;
        const empty: CommunityState = { packs: [], records: [], own };
        expect(exportFiles(taken(empty, await reread(root, files)))).toEqual(files);
      }),
      runs(20),
    );
  });

  it('that is imported where something else is stands there afterwards, and a second import changes nothing', async () => {
    const root = temporaryFolder({});
    await fc.assert(
      fc.asyncProperty(someState(), someState(), async (state, other) => {
        const files = exportFiles(state);
        if (files.size === 0) return;
        const imported = await reread(root, files);
        const plan = planImport(other, imported);
        if (plan.problems.some(({ level }) => level === 'error')) return;
        const result = taken(other, imported);
        const present = exportFiles(result);
        for (const [path, text] of files)
          if (!path.endsWith('/pack.json')) expect([path, present.get(path)]).toEqual([path, text]);
        expect([...plan.added, ...plan.changed, ...plan.unchanged].length).toBe(
          imported.packs.flatMap(({ entries }) => entries).length,
        );
        expect(planImport(result, imported)).toMatchObject({ edits: [], added: [], changed: [], files: [] });
      }),
      runs(20),
    );
  });
});
