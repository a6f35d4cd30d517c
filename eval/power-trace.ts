/** A call of a program to a file, as strace recorded it, or a text that it printed. */
export type DiskEvent =
  | { readonly did: 'write'; readonly path: string; readonly offset: number; readonly bytes: Buffer }
  | { readonly did: 'truncate'; readonly path: string; readonly size: number }
  | { readonly did: 'sync' | 'create' | 'unlink'; readonly path: string }
  | { readonly did: 'print'; readonly text: string };

/** The call of strace that makes `file` readable for `readTrace`. */
export const straceTo = (file: string): string[] => [
  'strace',
  '-f',
  '-y',
  '-xx',
  '-s',
  '1000000',
  '-e',
  'trace=pwrite64,write,fsync,fdatasync,ftruncate,unlink,openat',
  '-o',
  file,
];

/** @param trace text of the file @param folder only events in this folder are returned, and printed texts */
export function readTrace(trace: string, folder: string): DiskEvent[] {
  const begun = new Map<string, string>();
  return trace.split('\n').flatMap((line) => {
    const [, thread = '', call = ''] = /^(\d+)\s+(.*)$/.exec(line) ?? [];
    const unfinished = /^(.*) <unfinished \.\.\.>$/.exec(call)?.[1];
    if (unfinished !== undefined) begun.set(thread, unfinished);
    const end = /^<\.\.\. \w+ resumed>(.*)$/.exec(call)?.[1];
    const whole = end === undefined ? call : `${begun.get(thread) ?? ''}${end}`;
    return unfinished === undefined ? eventOf(whole, folder) : [];
  });
}

function eventOf(call: string, folder: string): DiskEvent[] {
  const [, name = '', list = '', result = ''] = /^(\w+)\((.*)\)\s+= (-?\d+)/.exec(call) ?? [];
  if (name === '' || Number(result) < 0) return [];
  const [, descriptor = '', path = ''] = /^(\d+)<([^>]*)>/.exec(list) ?? [];
  if (name === 'write') return descriptor === '1' ? [{ did: 'print', text: quotedIn(list).toString() }] : [];
  const named = name === 'openat' || name === 'unlink' ? quotedIn(list).toString() : bytesOf(path).toString();
  if (!named.startsWith(folder) || named.endsWith('-shm')) return [];
  return diskEvent(name, named, list);
}

/** The shared memory beside the log (-shm) is rebuilt after a crash, so it was left out before. */
function diskEvent(name: string, path: string, list: string): DiskEvent[] {
  const numbers = list.split(', ').map(Number);
  if (name === 'pwrite64') return [{ did: 'write', path, offset: numbers.at(-1) ?? 0, bytes: quotedIn(list) }];
  if (name === 'ftruncate') return [{ did: 'truncate', path, size: numbers.at(-1) ?? 0 }];
  if (name === 'unlink') return [{ did: 'unlink', path }];
  if (name === 'openat') return list.includes('O_CREAT') ? [{ did: 'create', path }] : [];
  return [{ did: 'sync', path }];
}

const quotedIn = (list: string): Buffer => bytesOf(/"([^"]*)"/.exec(list)?.[1] ?? '');

/** With -xx, each byte of a string is `\x` and two digits. Names of descriptors may be plain. */
function bytesOf(text: string): Buffer {
  return text.startsWith('\\x') ? Buffer.from(text.replaceAll('\\x', ''), 'hex') : Buffer.from(text);
}
