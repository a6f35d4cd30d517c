import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { createApp, IN_MEMORY } from '../app.ts';
import { sayDiagnosis } from '../bot/platform/diagnose.ts';
import { readConfig } from '../config.ts';
import { createLog } from '../log.ts';
import { diagnose } from '../ops/doctor.ts';
import { VERSION } from '../package.ts';
import { clean } from '../platforms/console/render.ts';
import { languageOf, openChats } from '../serving.ts';
import { databaseFile } from '../store/index.ts';
import { typedAs } from './typed-as.ts';

/** Checks the installation, and prints each problem with its cure. @returns 1 if something is wrong, else 0 */
export async function doctorCommand(): Promise<number> {
  const config = readConfig();
  const path = databaseFile(config.databaseUrl);
  const file =
    path === undefined ? undefined : { path: resolve(path), isThere: existsSync(path), command: typedAs('doctor') };
  // The check must not create a database: a new, empty one in a wrong place would look healthy.
  const databaseUrl = file?.isThere === false ? IN_MEMORY : config.databaseUrl;
  const app = await createApp({ ...config, databaseUrl, learning: 'never' });
  const { services } = app;
  try {
    const chats = await openChats(config, { services, log: createLog({ logLevel: 'silent' }) }, () => undefined);
    const language = languageOf(app, config);
    const found = await diagnose({ ...services, file, version: VERSION }, chats);
    const direction = services.languages.get(language)?.direction;
    for (const one of found)
      for (const [at, line] of sayDiagnosis(one, services.speak(language), direction).entries())
        process.stdout.write(`${at > 0 ? '  ' : ''}${clean(line)}\n`);
    return found.some(({ state }) => state === 'bad') ? 1 : 0;
  } finally {
    await app.close();
  }
}
