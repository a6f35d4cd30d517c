import { EventEmitter } from 'node:events';
import fs, { writeFileSync } from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { folderState } from '../../../src/knowledge/live/folder-state.ts';
import { watchFolder } from '../../../src/knowledge/live/watch-folder.ts';
import { temporaryFolder } from '../../helpers/temporary-folder.ts';

class Watcher extends EventEmitter {
  isOpen = true;
  close(): void {
    this.isOpen = false;
  }
}
const watchers: Watcher[] = [];

/**
 * Other files of this worker have loaded the module already: it is the system's function that is another one for a
 * while.
 */
function watchWith(watch: () => Watcher): void {
  const original = fs.watch;
  const put = (one: unknown) => {
    Object.assign(fs, { watch: one });
    syncBuiltinESMExports();
  };
  put(watch);
  onTestFinished(() => put(original));
}

it('a watch that the system ends is closed, and changes are found all the same', async () => {
  const dir = temporaryFolder({ 'x.md': '' });
  let changes = 0;
  watchWith(() => {
    const watcher = new Watcher();
    watchers.push(watcher);
    return watcher;
  });
  onTestFinished(watchFolder({ dir, since: await folderState(dir), onChange: () => void changes++ }));
  await expect.poll(() => watchers.length).toBe(2);
  for (const watcher of watchers) watcher.emit('error', new Error('ended'));
  expect(watchers.map(({ isOpen }) => isOpen)).toEqual([false, false]);
  writeFileSync(join(dir, 'x.md'), 'more');
  // Looks without news are the rarer the longer one takes.
  await expect.poll(() => changes, { timeout: 120_000 }).toBe(1);
  expect(watchers.map(({ isOpen }) => isOpen)).toEqual([false, false, true, true]);
});
