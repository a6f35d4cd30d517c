import { existsSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { makeFolder } from '../../../src/knowledge/format/files.ts';
import { temporaryFolder } from '../../helpers/temporary-folder.ts';

describe('a new folder', () => {
  it('is made with those above it, also by two at once', async () => {
    const folder = join(temporaryFolder({}), 'a', 'b', 'c');
    await Promise.all([makeFolder(folder), makeFolder(folder)]);
    await makeFolder(folder);
    expect(statSync(folder).isDirectory()).toBe(true);
  });

  it('does not take the place of a file', async () => {
    const file = join(temporaryFolder({}), 'file');
    writeFileSync(file, '');
    await expect(makeFolder(file)).rejects.toMatchObject({ code: 'EEXIST' });
    await expect(makeFolder(join(file, 'below'))).rejects.toMatchObject({ code: 'ENOTDIR' });
    await expect(makeFolder(join(file, 'below', 'that'))).rejects.toMatchObject({ code: 'ENOTDIR' });
  });

  it.runIf(existsSync('/proc'))('is refused, and not waited for, where the system lets nobody make one', async () => {
    await expect(makeFolder('/proc/wenda/club')).rejects.toMatchObject({ code: 'ENOENT' });
  });
});
