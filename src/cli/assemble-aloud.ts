import { type Assembly, type AssemblyOptions, assemble } from '../assembly.ts';
import { tellUnkept } from '../knowledge/learned/model-cache.ts';
import { logProgress } from '../progress.ts';

/** Puts the bot together for one command, and tells on standard error how far that is, and where what is learned cannot be kept. */
export async function assembleAloud(options: Omit<AssemblyOptions, 'onProgress' | 'onUnkept'>): Promise<Assembly> {
  const progress = logProgress(process.stderr);
  const assembly = await assemble({ ...options, onProgress: progress.show, onUnkept: (unkept) => void process.stderr.write(`${tellUnkept(unkept)}\n`) });
  progress.clear();
  return assembly;
}
