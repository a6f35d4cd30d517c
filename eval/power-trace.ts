/** Calls of a program to files, in order, as strace saw it; and what it printed. */
export type DiskEvent =
  | { readonly did: 'write'; readonly path: string; readonly offset: number; readonly bytes: Buffer }
  | { readonly did: 'truncate'; readonly path: string; readonly size: number }
  | { readonly did: 'sync' | 'create' | 'unlink'; readonly path: string }
  | { readonly did: 'print'; readonly text: string };

/** Arguments of strace under which `readTrace` can read what it writes to the file. */
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

/** @param trace the file's text. @param folder events below it are wanted, and what is printed */
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

/** The shared memory beside the log (-shm) is rebuilt after a crash; it is left out above. */
function diskEvent(name: string, path: string, list: string): DiskEvent[] {
  const numbers = list.split(', ').map(Number);
  if (name === 'pwrite64') return [{ did: 'write', path, offset: numbers.at(-1) ?? 0, bytes: quotedIn(list) }];
  if (name === 'ftruncate') return [{ did: 'truncate', path, size: numbers.at(-1) ?? 0 }];
  if (name === 'unlink') return [{ did: 'unlink', path }];
  if (name === 'openat') return list.includes('O_CREAT') ? [{ did: 'create', path }] : [];
  return [{ did: 'sync', path }];
}

const quotedIn = (list: string): Buffer => bytesOf(/"([^"]*)"/.exec(list)?.[1] ?? '');

/** With -xx each byte of a string is written as \x and two digits; names of descriptors may be plain. */
function bytesOf(text: string): Buffer {
  return text.startsWith('\\x') ? Buffer.from(text.replaceAll('\\x', ''), 'hex') : Buffer.from(text);
}
