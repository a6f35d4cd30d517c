import { IN_MEMORY } from '../app.ts';
import { readConfig } from '../config.ts';
import { warm } from '../core/search/library.ts';
import { backupStore, restoreStore } from '../store/index.ts';
import { openApp } from './open-app.ts';

/** `wenda data backup`: copies the database while the bot runs. @returns 0 */
export async function backupCommand(file: string): Promise<number> {
  const { acts } = await backupStore(readConfig().databaseUrl, file);
  process.stdout.write(`${file} holds the database as it is now, with ${countOf(acts)}\n`);
  return 0;
}

/** `wenda data restore`: replaces the database by a backup. @returns 0 */
export function restoreCommand(file: string): number {
  const { acts, former } = restoreStore(readConfig().databaseUrl, file, new Date().toISOString());
  process.stdout.write(`the database is that of ${file} again, with ${countOf(acts)}\n`);
  if (former !== undefined)
    process.stdout.write(
      `what stood there before is kept as ${former}; remove it once all is well, ` +
        'for it holds what people may have erased since\n',
    );
  return 0;
}

const countOf = (acts: number): string => (acts === 1 ? 'one act of a moderator' : `${acts} acts of moderators`);

/**
 * `wenda knowledge prepare`: trains the knowledge and stores the models.
 * @returns 0, or 1 if they could not be stored
 */
export async function prepareCommand(): Promise<number> {
  const { services, close } = await openApp({ ...readConfig(), databaseUrl: IN_MEMORY });
  warm(services.knowledge.current().library);
  await close();
  return services.knowledge.learning().cacheFailure === undefined ? 0 : 1;
}
