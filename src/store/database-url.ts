import { StoreError } from '../bot/ports/store.ts';

export type DatabaseUrl = { readonly dialect: 'sqlite'; readonly path: string } | { readonly dialect: 'postgres'; readonly url: string; readonly where: string };

const EXAMPLES = 'Examples: sqlite:./data/wenda.db, postgres://user:password@localhost:5432/wenda';

/** @throws StoreError that repeats no part of a URL that may be a password */
export function readDatabaseUrl(url: string): DatabaseUrl {
  const path = /^sqlite:(.*)$/is.exec(url)?.[1];
  if (path !== undefined) return { dialect: 'sqlite', path: sqlitePath(path) };
  if (/^postgres(?:ql)?:\/\//i.test(url)) return { dialect: 'postgres', url, where: serverOf(url) };
  throw new StoreError(`DATABASE_URL begins neither with sqlite: nor with postgres://. ${EXAMPLES}`);
}

/** In some programs `sqlite:///x` means a file beside the program, in others one at the root: neither is guessed. */
function sqlitePath(path: string): string {
  if (path === '' || path.startsWith('//') || path.includes('\0')) throw new StoreError(`DATABASE_URL names no file after sqlite: (no slashes come before the path). ${EXAMPLES}`);
  return path;
}

function serverOf(text: string): string {
  const url = parse(text);
  const host = decodeURIComponent(url.searchParams.get('host') ?? url.hostname) || 'localhost';
  const port = url.searchParams.get('port') ?? (url.port || '5432');
  return `the PostgreSQL database ${decodeURIComponent(url.pathname.slice(1))} at ${host}:${port}`;
}

/** An @, / or # in a password would make its rest look like the host or the database, and be shown in messages. */
function parse(text: string): URL {
  const unclear = new StoreError(`DATABASE_URL cannot be read. Write special characters of user and password as %40 for @, %2F for /, %3A for :, %23 for #, %3F for ?, %25 for %. ${EXAMPLES}`);
  const [, beforeFirst = ''] = /^[a-z]+:\/\/([^/?#]*)/i.exec(text) ?? [];
  if (text.split('@').length > 2 || (text.includes('@') && !beforeFirst.includes('@'))) throw unclear;
  try {
    const url = new URL(text);
    decodeURIComponent(`${url.pathname}${url.username}${url.password}${url.search}`);
    return url;
  } catch {
    throw unclear;
  }
}
