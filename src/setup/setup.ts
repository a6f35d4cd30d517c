import { randomBytes } from 'node:crypto';
import { open, readFile, realpath, rename, rm } from 'node:fs/promises';
import type { SetValues } from '../bot/platform/chat-platform.ts';
import type { Begun, Setup, SetupDone, SetupPlatform } from '../bot/ports/setup.ts';
import { reasonOf } from '../knowledge/format/files.ts';
import { CHATS } from '../platforms/index.ts';
import { randomCode } from '../secrets.ts';

export interface SetupOptions {
  /** Path of the settings file. */
  readonly file: string;
  /** The variables that are set, such as base URLs of platforms' APIs. Default: none. */
  readonly set?: SetValues;
  /** Whether the dashboard has a token. If not, one is created. */
  readonly hasKey: boolean;
  /** Starts the platforms that some settings configure. */
  readonly start: (settings: Readonly<Record<string, string>>) => Promise<void>;
}

/** Saves the first tokens. Once there is one, further tokens must be written into the settings file. */
export function createSetup({ file, set = {}, hasKey, start }: SetupOptions): Setup {
  const platforms = CHATS.flatMap(({ name, title, token: variable, variables, setup }): SetupPlatform[] => {
    if (!setup) return [];
    const { words, probe } = setup;
    const check: SetupPlatform['check'] = async (token) =>
      variables[variable]?.safeParse(token).success ? probe(token, set) : { kind: 'malformed' };
    return [{ name, title, variable, words, check }];
  });
  let done: SetupDone | undefined;
  let isSaving = false;
  const keep = async (tokens: Readonly<Record<string, string>>): Promise<SetupDone | undefined> => {
    const given = platforms.filter(({ name }) => (tokens[name] ?? '') !== '');
    const checked = await Promise.all(given.map(({ name, check }) => check(tokens[name] ?? '')));
    const started = given.flatMap((platform, at): Begun[] => {
      const found = checked[at];
      return found?.kind === 'good' ? [{ ...found, platform }] : [];
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

/** Settings as lines of `.env`. Values must not contain line breaks or quotes. */
export const envLines = (values: Readonly<Record<string, string>>): string[] =>
  Object.entries(values).map(([name, value]) => `${name}=${value}`);

/**
 * Sets values in a file such as `.env`, which only its owner can read afterwards. All other lines are kept byte for
 * byte. The file is replaced as a whole, so that a power cut cannot damage it; a symbolic link stays one.
 * @throws Error of the file system, with the file unchanged
 */
export async function setInEnvFile(file: string, values: Readonly<Record<string, string>>): Promise<void> {
  const target = await realpath(file).catch(() => file);
  const before = await readFile(target, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return '';
    throw error;
  });
  const passing = `${target}.${randomBytes(6).toString('hex')}`;
  try {
    const handle = await open(passing, 'wx', 0o600);
    try {
      await handle.writeFile(withValues(before, values));
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(passing, target);
  } catch (error) {
    await rm(passing, { force: true }).catch(() => undefined);
    throw error;
  }
}

/** Changes the last line of a name that has several, as that one counts. */
function withValues(text: string, values: Readonly<Record<string, string>>): string {
  const end = text.includes('\r\n') ? '\r\n' : '\n';
  const lines = text.split('\n');
  const added: string[] = [];
  for (const [name, value] of Object.entries(values)) {
    const at = lines.findLastIndex((line) => line.replace(/^\s*(?:export\s+)?/, '').split(/\s*=/)[0] === name);
    const line = `${name}=${value}`;
    if (at < 0) added.push(line);
    else lines[at] = lines[at]?.endsWith('\r') ? `${line}\r` : line;
  }
  const kept = lines.join('\n');
  const gap = kept === '' || kept.endsWith('\n') ? '' : end;
  return added.length === 0 ? kept : `${kept}${gap}${added.join(end)}${end}`;
}
