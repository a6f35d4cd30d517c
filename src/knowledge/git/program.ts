import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { reasonOf } from '../format/files.ts';

/** A repository at its host, and how the program git gets there. */
export interface Remote {
  /** An https, http, ssh or file address, or `user@host:path`; without a password. */
  readonly url: string;
  /** A token that may read it. Default: none is sent. */
  readonly token?: string;
  /** Variables that the program inherits, such as PATH, HOME and proxies. */
  readonly environment: Readonly<NodeJS.ProcessEnv>;
}

/** Says why the newest files could not be fetched, for an operator. */
export class GitError extends Error {
  override readonly name = 'GitError';
  /** Whether a retry is useless until somebody changes something. */
  readonly isLasting: boolean;

  constructor(message: string, { isLasting = false, cause }: { isLasting?: boolean; cause?: unknown } = {}) {
    super(message, { cause });
    this.isLasting = isLasting;
  }
}

/** Milliseconds for one call; a host that takes longer counts as down. */
const PATIENCE_MS = 120_000;

const execute = promisify(execFile);

/** @returns what git prints @throws GitError with git's own words */
export async function git(args: readonly string[], remote: Remote, signal?: AbortSignal): Promise<string> {
  try {
    const options = { env: environmentFor(remote), timeout: PATIENCE_MS, signal };
    return (await execute('git', args, options)).stdout;
  } catch (error) {
    throw explained(error);
  }
}

/**
 * The token reaches git as a header in an environment variable, so that no argument, file or trace holds it. Git would
 * send the header to any host that it is redirected to, so with a token it follows no redirects.
 */
function environmentFor({ url, token, environment }: Remote): NodeJS.ProcessEnv {
  const user = URL.canParse(url) ? decodeURIComponent(new URL(url).username) : '';
  const credentials = Buffer.from(`${user || 'git'}:${token}`).toString('base64');
  const settings =
    token === undefined
      ? []
      : [
          ['http.extraHeader', `Authorization: Basic ${credentials}`],
          ['http.followRedirects', 'false'],
        ];
  const before = Number(environment.GIT_CONFIG_COUNT ?? 0);
  const named = settings.flatMap(([key, value], at) => [
    [`GIT_CONFIG_KEY_${before + at}`, key],
    [`GIT_CONFIG_VALUE_${before + at}`, value],
  ]);
  return {
    GIT_SSH_COMMAND: 'ssh -o BatchMode=yes',
    ...environment,
    ...Object.fromEntries(named),
    GIT_CONFIG_COUNT: String(before + settings.length),
    LC_ALL: 'C',
    // Nobody is there to type a password.
    GIT_TERMINAL_PROMPT: '0',
    GIT_ASKPASS: '',
  };
}

function explained(error: unknown): GitError {
  const { code, killed, stderr = '' } = error as { code?: unknown; killed?: boolean; stderr?: string };
  if (code === 'ENOENT')
    return new GitError('The program git is not installed; KNOWLEDGE_GIT needs it (Debian: apt install git)', {
      isLasting: true,
      cause: error,
    });
  if (killed) return new GitError(`The repository's host did not answer within ${PATIENCE_MS / 1000} seconds`);
  const lines = stderr.split('\n').filter((line) => line.trim() !== '');
  const words = lines.find((line) => line.startsWith('fatal: ')) ?? lines.at(-1) ?? reasonOf(error);
  const cure = /could not read (?:Username|Password)|Authentication failed/.test(words)
    ? ' (the host lets in nobody without a token that may read this repository: KNOWLEDGE_GIT_TOKEN)'
    : '';
  // Without `cause`, which would repeat the command and the host's words.
  return new GitError(`git: ${words.replace(/^fatal: /, '')}${cure}`);
}
