import { join } from 'node:path';
import { afterEach, expect, it, vi } from 'vitest';
import { IN_MEMORY } from '../../src/app.ts';
import { openApp } from '../../src/cli/open-app.ts';
import { temporaryFolder } from '../helpers/temporary-folder.ts';

afterEach(() => vi.restoreAllMocks());

it('takes its line of progress away before an error is told, too', async () => {
  const written: string[] = [];
  vi.spyOn(process.stderr, 'write').mockImplementation((words) => written.push(String(words)) > 0);
  const isTTY = process.stderr.isTTY;
  process.stderr.isTTY = true;
  try {
    const knowledgeDir = join(temporaryFolder({}), 'none');
    const options = { knowledgeDir, databaseUrl: IN_MEMORY, defaultLanguage: 'en', cacheDir: temporaryFolder({}) };
    await expect(openApp(options)).rejects.toThrow('there is no such folder');
  } finally {
    process.stderr.isTTY = isTTY;
  }
  expect(written.at(-1)).toBe('\r\u001b[K');
});
