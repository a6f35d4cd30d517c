import { assemble } from '../assembly.ts';
import { readConfig } from '../config.ts';
import { showProgress } from '../progress.ts';

/** `wenda knowledge prepare`: learns the knowledge and keeps what was learned. @returns 0 */
export async function prepareCommand(): Promise<number> {
  const progress = showProgress(process.stderr);
  await assemble({ ...readConfig(), onProgress: progress.show });
  progress.clear();
  return 0;
}
