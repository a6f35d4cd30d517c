import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { folderState } from '../../../src/knowledge/live/folder-state.ts';
import { readStill } from '../../../src/knowledge/live/live-knowledge.ts';
import { readKnowledge } from '../../../src/knowledge/packs/read-knowledge.ts';
import { temporaryFolder } from '../../helpers/temporary-folder.ts';
import { FILES, REFUND } from './folder.ts';

const whole = FILES[REFUND] ?? '';

describe('a folder', () => {
  it('that is written to while it is read is read again', async () => {
    const dir = temporaryFolder({ ...FILES, [REFUND]: whole.slice(0, 30) });
    const problems: number[] = [];
    const { knowledge, state } = await readStill(dir, async () => {
      const read = await readKnowledge(dir);
      problems.push(read.problems.length);
      // The editor goes on.
      if (problems.length === 1) writeFileSync(join(dir, REFUND), whole);
      return read;
    });
    expect(problems).toEqual([expect.any(Number), 0]);
    expect(problems[0]).toBeGreaterThan(0);
    expect(knowledge.problems).toEqual([]);
    expect(knowledge.entries).toHaveLength(3);
    expect(state).toEqual(await folderState(dir));
  });

  it('that an editor has emptied to write it anew is read again', async () => {
    const dir = temporaryFolder({ ...FILES, [REFUND]: '' });
    let reads = 0;
    const { knowledge } = await readStill(dir, async () => {
      if (++reads === 1) setTimeout(() => writeFileSync(join(dir, REFUND), whole), 20);
      return readKnowledge(dir);
    });
    expect(reads).toBe(2);
    expect(knowledge.problems).toEqual([]);
  });

  it('that is never still is read all the same', async () => {
    const dir = temporaryFolder(FILES);
    let reads = 0;
    await readStill(dir, async () => {
      writeFileSync(join(dir, REFUND), `${whole}${'x'.repeat(++reads)}`);
      return readKnowledge(dir);
    });
    expect(reads).toBe(20);
  });
});
