import { assemble } from '../assembly.ts';
import { matchLocale } from '../bot/conversation/choose-language.ts';
import { sayDiagnosis } from '../bot/platform/diagnose.ts';
import { chatsFor } from '../chats.ts';
import { readConfig } from '../config.ts';
import { createLog } from '../log.ts';
import { diagnose } from '../ops/doctor.ts';
import { clean } from '../platforms/console/render.ts';

/** Looks at the whole installation, and prints what is wrong with what to do. @returns the exit code: 1 where something is wrong */
export async function doctorCommand(): Promise<number> {
  const config = readConfig();
  const assembly = await assemble({ ...config, learning: 'never' });
  const { services } = assembly;
  try {
    const chats = await chatsFor(config, { services, log: createLog({ logLevel: 'silent' }) }, () => undefined);
    const language = matchLocale(config.terminalLocale ?? '', [...services.languages.keys()]) ?? services.defaultLanguage;
    const found = await diagnose(services, chats);
    for (const one of found) for (const [at, line] of sayDiagnosis(one, services.speak(language)).entries()) process.stdout.write(`${at > 0 ? '  ' : ''}${clean(line)}\n`);
    return found.some(({ state }) => state === 'bad') ? 1 : 0;
  } finally {
    await assembly.close();
  }
}
