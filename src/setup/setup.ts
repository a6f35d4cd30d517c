import { randomBytes } from 'node:crypto';
import type { Setup, SetupDone, SetupPlatform, TokenGood } from '../bot/ports/setup.ts';
import { reasonOf } from '../knowledge/format/files.ts';
import { PROBES } from '../platforms/index.ts';
import { randomCode } from '../secrets.ts';
import { VARIABLES } from '../variables.ts';
import { envLines, setInEnvFile } from './env-file.ts';

export interface SetupOptions {
  /** The file of settings. */
  readonly file: string;
  /** Addresses of platforms that are not their own, by name. Default: none. */
  readonly apis?: Readonly<Record<string, string | undefined>>;
  /** Whether the dashboard has a key. If not, one is made. */
  readonly hasKey: boolean;
  /** Starts the platforms of some settings. */
  readonly start: (settings: Readonly<Record<string, string>>) => Promise<void>;
}

const TITLES = [
  ['discord', 'Discord', 'DISCORD_TOKEN'],
  ['telegram', 'Telegram', 'TELEGRAM_TOKEN'],
] as const;

/** Takes the first tokens. Once one is kept, it takes no others: those are for the file of settings. */
export function createSetup({ file, apis = {}, hasKey, start }: SetupOptions): Setup {
  const platforms = TITLES.map(([name, title, variable]): SetupPlatform => {
    const check: SetupPlatform['check'] = async (token) =>
      VARIABLES[variable].safeParse(token).success ? PROBES[name](token, apis[name]) : { kind: 'malformed' };
    return { name, title, variable, check };
  });
  let done: SetupDone | undefined;
  let isSaving = false;
  const keep = async (tokens: Readonly<Record<string, string>>): Promise<SetupDone | undefined> => {
    const given = platforms.filter(({ name }) => (tokens[name] ?? '') !== '');
    const checked = await Promise.all(given.map(({ name, check }) => check(tokens[name] ?? '')));
    const started = given.flatMap(({ name, title }, at): (TokenGood & Pick<SetupPlatform, 'name' | 'title'>)[] => {
      const found = checked[at];
      return found?.kind === 'good' ? [{ ...found, name, title }] : [];
    });
    if (started.length === 0 || started.length < given.length) return undefined;
    const key = hasKey ? undefined : randomBytes(32).toString('hex');
    const settings = {
      ...Object.fromEntries(given.map(({ name, variable }) => [variable, tokens[name] ?? ''])),
      ...(key === undefined ? {} : { WEB_TOKEN: key }),
    };
    const why = await setInEnvFile(file, settings).then(() => undefined, reasonOf);
    const unwritten = why === undefined ? undefined : { lines: envLines(settings), why };
    done = { started, file, unwritten, key };
    await start(settings);
    return done;
  };
  return {
    platforms,
    code: randomCode() + randomCode(),
    done: () => done,
    save: async (tokens) => {
      if (isSaving || done) return undefined;
      isSaving = true;
      return keep(tokens).finally(() => {
        isSaving = false;
      });
    },
  };
}
