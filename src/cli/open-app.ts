import { type App, type AppOptions, createApp } from '../app.ts';
import { cacheFailureWords } from '../knowledge/learned/model-cache.ts';
import { logProgress } from '../progress.ts';

/** Creates the app for a command. Progress, and trouble with storing models, is reported on standard error. */
export async function openApp(options: Omit<AppOptions, 'onProgress' | 'onCacheFailure'>): Promise<App> {
  const progress = logProgress(process.stderr);
  return createApp({
    ...options,
    onProgress: progress.show,
    onCacheFailure: (cacheFailure) => {
      progress.clear();
      process.stderr.write(`${cacheFailureWords(cacheFailure)}\n`);
    },
  }).finally(progress.clear);
}
