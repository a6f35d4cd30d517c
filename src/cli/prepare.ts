import { IN_MEMORY } from '../app.ts';
import { readConfig } from '../config.ts';
import { openApp } from './open-app.ts';

/**
 * `wenda knowledge prepare`: learns the knowledge and keeps what was learned. @returns 0, or 1 if it cannot be kept
 */
export async function prepareCommand(): Promise<number> {
  const { services, close } = await openApp({ ...readConfig(), databaseUrl: IN_MEMORY });
  await close();
  return services.knowledge.learning().cacheFailure === undefined ? 0 : 1;
}
