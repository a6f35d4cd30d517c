import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { makeChat } from '../made-chat.ts';
import type { Row } from './measuring.ts';

const MESSAGES = 100_000;

/** What a process took that mined a chat. */
export interface MinedChat {
  readonly ms: number;
  readonly megabytes: number;
}

/** Mines the export of a large group in a process of its own. */
export async function benchMining(): Promise<Row[]> {
  const folder = mkdtempSync(join(tmpdir(), 'wenda-bench-'));
  try {
    const file = join(folder, 'result.json');
    writeFileSync(file, JSON.stringify(await makeChat(MESSAGES), undefined, 1));
    const child = fork(fileURLToPath(new URL('./mining-child.js', import.meta.url)), [file, join(folder, 'mined')]);
    const failed = once(child, 'exit').then(([code]) => {
      throw new Error(`mining ended with ${code}`);
    });
    const [{ ms, megabytes }] = (await Promise.race([once(child, 'message'), failed])) as [MinedChat];
    const what = `mining ${MESSAGES.toLocaleString('en')} messages`;
    return [
      { what, unit: 'ms', bound: 180_000, measured: ms },
      { what: `${what}, memory`, unit: 'MB', bound: 1024, measured: megabytes },
    ];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
