import { assemble, IN_MEMORY } from '../assembly.ts';
import { readConfig } from '../config.ts';
import { logProgress } from '../progress.ts';

/** `wenda knowledge prepare`: learns the knowledge and keeps what was learned. @returns 0 */
export async function prepareCommand(): Promise<number> {
  const progress = logProgress(process.stderr);
  const { close } = await assemble({ ...readConfig(), databaseUrl: IN_MEMORY, onProgress: progress.show });
  progress.clear();
  await close();
  return 0;
}
