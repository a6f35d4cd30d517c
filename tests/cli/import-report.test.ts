import { join } from 'node:path';
import { expect, it } from 'vitest';
import { reportLines } from '../../src/cli/import-report.ts';
import { readImport } from '../../src/knowledge/import/read-import.ts';
import { temporaryFolder } from '../helpers/temporary-folder.ts';

it('an import counts each thing that is skipped, also where all stand on one line', async () => {
  const dir = temporaryFolder({ 'faq.json': '[{"q":"Why?","a":"So."},{"q":"How?"},{"a":"Only on Mondays."}]' });
  const imported = await readImport([join(dir, 'faq.json')], { language: 'en' });
  const lines = reportLines(imported, {
    added: ['en/questions/why'],
    changed: [],
    unchanged: [],
    files: [],
    problems: [],
  });
  expect(lines.filter((line) => line.startsWith('skipped: '))).toHaveLength(2);
  expect(lines.slice(-2)).toEqual([
    '1 added, 0 changed, 0 unchanged, 2 skipped',
    'questions found: 3, entries made: 1, named: 2',
  ]);
});
