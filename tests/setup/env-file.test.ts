import {
  chmodSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { envLines, setInEnvFile } from '../../src/setup/setup.ts';
import { temporaryFolder } from '../helpers/temporary-folder.ts';

const VALUES = { DISCORD_TOKEN: 'a.b.c', WEB_TOKEN: 'ff' };
const written = async (before: string | undefined, values = VALUES): Promise<string> => {
  const folder = temporaryFolder(before === undefined ? {} : { '.env': before });
  await setInEnvFile(join(folder, '.env'), values);
  expect(readdirSync(folder)).toEqual(['.env']);
  return readFileSync(join(folder, '.env'), 'utf8');
};

describe('settings in a file', () => {
  it.each([
    [undefined, 'DISCORD_TOKEN=a.b.c\nWEB_TOKEN=ff\n'],
    ['', 'DISCORD_TOKEN=a.b.c\nWEB_TOKEN=ff\n'],
    ['# mine\nA=1', '# mine\nA=1\nDISCORD_TOKEN=a.b.c\nWEB_TOKEN=ff\n'],
    ['A=1\r\n\r\n', 'A=1\r\n\r\nDISCORD_TOKEN=a.b.c\r\nWEB_TOKEN=ff\r\n'],
    ['#DISCORD_TOKEN=\nA="x # y"\n', '#DISCORD_TOKEN=\nA="x # y"\nDISCORD_TOKEN=a.b.c\nWEB_TOKEN=ff\n'],
    ['DISCORD_TOKEN=\r\nB=2\r\n', 'DISCORD_TOKEN=a.b.c\r\nB=2\r\nWEB_TOKEN=ff\r\n'],
    [
      'DISCORD_TOKEN=1\nexport DISCORD_TOKEN = 2\nDISCORD_TOKENS=3\n',
      'DISCORD_TOKEN=1\nDISCORD_TOKEN=a.b.c\nDISCORD_TOKENS=3\nWEB_TOKEN=ff\n',
    ],
  ])('%j becomes %j', async (before, after) => expect(await written(before)).toBe(after));

  it('can be read by their owner alone, and go through a link', async () => {
    const folder = temporaryFolder({ 'real/settings': 'A=1\n' });
    chmodSync(join(folder, 'real/settings'), 0o644);
    symlinkSync('real/settings', join(folder, '.env'));
    await setInEnvFile(join(folder, '.env'), VALUES);
    expect(lstatSync(join(folder, '.env')).isSymbolicLink()).toBe(true);
    expect(statSync(join(folder, 'real/settings')).mode & 0o777).toBe(0o600);
    expect(readFileSync(join(folder, '.env'), 'utf8')).toContain('A=1\nDISCORD_TOKEN=a.b.c\n');
    expect(readdirSync(join(folder, 'real'))).toEqual(['settings']);
  });

  it('leave nothing behind if they cannot be written', async () => {
    const folder = temporaryFolder({});
    await expect(setInEnvFile(join(folder, 'none/.env'), VALUES)).rejects.toMatchObject({ code: 'ENOENT' });
    mkdirSync(join(folder, '.env'));
    writeFileSync(join(folder, '.env/x'), '');
    await expect(setInEnvFile(join(folder, '.env'), VALUES)).rejects.toMatchObject({ code: 'EISDIR' });
    expect([readdirSync(folder), existsSync(join(folder, '.env/x'))]).toEqual([['.env'], true]);
  });

  it('can be shown as lines', () => expect(envLines(VALUES)).toEqual(['DISCORD_TOKEN=a.b.c', 'WEB_TOKEN=ff']));
});
