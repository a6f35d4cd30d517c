import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';
import { temporaryFolder } from './temporary-folder.ts';

export const GIT_TOKEN = 'token-of-a-reader';

/** A person's configuration is no part of a test. */
export const ENVIRONMENT = {
  PATH: process.env.PATH ?? '',
  HOME: '/nonexistent',
  GIT_CONFIG_GLOBAL: '/dev/null',
  GIT_CONFIG_SYSTEM: '/dev/null',
  GIT_AUTHOR_NAME: 'Somebody',
  GIT_AUTHOR_EMAIL: 'somebody@example.org',
  GIT_COMMITTER_NAME: 'Somebody',
  GIT_COMMITTER_EMAIL: 'somebody@example.org',
};

/** A repository in a folder. */
export interface Workplace {
  readonly dir: string;
  readonly git: (...args: readonly string[]) => string;
  /** Writes files and commits them; one without text is removed. */
  readonly commit: (files: Readonly<Record<string, string | undefined>>) => void;
}

export function workplace(files: Readonly<Record<string, string>>): Workplace {
  const dir = join(temporaryFolder({}), 'club.git');
  mkdirSync(dir);
  const git = (...args: readonly string[]): string =>
    execFileSync('git', args, { cwd: dir, env: ENVIRONMENT, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
  const commit: Workplace['commit'] = (changed) => {
    for (const [path, text] of Object.entries(changed)) {
      mkdirSync(dirname(join(dir, path)), { recursive: true });
      if (text === undefined) rmSync(join(dir, path));
      else writeFileSync(join(dir, path), text);
    }
    git('add', '--all');
    git('commit', '--quiet', '--message=change');
  };
  git('init', '--quiet', '--initial-branch=main', '--template=');
  commit(files);
  return { dir, git, commit };
}

/** A host on the loopback. */
export interface GitHost {
  readonly url: string;
  /** What was asked, in order. */
  readonly asked: { readonly path: string; readonly authorization: string | undefined }[];
  /** May take a request in Git's place. @returns whether it did */
  answer: (request: IncomingMessage, response: ServerResponse) => boolean;
}

/** An answer that says only this. */
export const status =
  (code: number, headers: Readonly<Record<string, string>> = {}): GitHost['answer'] =>
  (_, response) => {
    response.writeHead(code, headers).end();
    return true;
  };

/** Serves a repository as hosts do, by git's own program. @param token lets somebody in. Default: anyone is let in */
export async function gitHost({ dir }: Pick<Workplace, 'dir'>, token?: string): Promise<GitHost> {
  const right = token && `Basic ${Buffer.from(`git:${token}`).toString('base64')}`;
  const host: GitHost = { url: '', asked: [], answer: () => false };
  const server = createServer((request, response) => {
    const { url: path = '', headers } = request;
    host.asked.push({ path, authorization: headers.authorization });
    if (host.answer(request, response)) return;
    if (right !== undefined && headers.authorization !== right)
      return void response.writeHead(401, { 'www-authenticate': 'Basic realm="git"' }).end();
    backend(dir, request, response);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return Object.assign(host, { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/club.git` });
}

/** What is asked before files are sent: by which commit there is, and by the beginning of a fetch. */
const ASKED_BEFORE = 4;

/** Leaves the next fetch without an answer once it has begun. */
export function holdFetch(host: GitHost): void {
  let asked = 0;
  host.answer = () => ++asked > ASKED_BEFORE;
}

/** CGI, as far as this program speaks it. */
function backend(dir: string, request: IncomingMessage, response: ServerResponse): void {
  const { pathname, search } = new URL(request.url ?? '', 'http://x');
  const child = spawn('git', ['http-backend'], {
    env: {
      ...ENVIRONMENT,
      GIT_PROJECT_ROOT: dirname(dir),
      GIT_HTTP_EXPORT_ALL: '1',
      PATH_INFO: pathname.replace(/^\/club\.git/, '/club.git/.git'),
      QUERY_STRING: search.slice(1),
      REQUEST_METHOD: request.method ?? '',
      CONTENT_TYPE: request.headers['content-type'] ?? '',
      HTTP_CONTENT_ENCODING: request.headers['content-encoding'] ?? '',
      GIT_PROTOCOL: String(request.headers['git-protocol'] ?? ''),
    },
    stdio: ['pipe', 'pipe', 'ignore'],
  });
  request.pipe(child.stdin);
  child.stdin.on('error', () => undefined);
  const parts: Buffer[] = [];
  child.stdout.on('data', (part: Buffer) => void parts.push(part));
  child.on('close', () => {
    const whole = Buffer.concat(parts);
    const end = whole.indexOf('\r\n\r\n');
    const lines = whole.subarray(0, end).toString().split('\r\n');
    const headers = Object.fromEntries(lines.map((line) => line.split(': ', 2)));
    response.writeHead(Number.parseInt(headers.Status ?? '200', 10), headers).end(whole.subarray(end + 4));
  });
}
