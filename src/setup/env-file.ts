import { randomBytes } from 'node:crypto';
import { open, readFile, realpath, rename, rm } from 'node:fs/promises';

/** Settings, as lines of `.env`. No value may hold a line break or a quote. */
export const envLines = (values: Readonly<Record<string, string>>): string[] =>
  Object.entries(values).map(([name, value]) => `${name}=${value}`);

/**
 * Sets values in a file such as `.env`, which only its owner can read then. All other lines stay, byte for byte. The
 * file is the old one or the new one at any moment, also if the power fails; a link stays a link.
 * @throws Error of the file system; then nothing has changed
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

/** Of several lines for one name the last one counts, as for those who read the file. */
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
