import { mkdtemp, readdir, readlink, rename, rm, stat, symlink } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { isFolder, makeFolder, reasonOf } from '../format/files.ts';
import { GitError, git, type Remote } from './program.ts';

export interface RepositorySettings extends Remote {
  /** Default: the host's default branch. */
  readonly branch?: string;
  /** The folder of packs in the repository, with `/`. Default: all of it. */
  readonly folder?: string;
  /** The folder of this machine for the repository's files. It is made, and can be deleted at any time. */
  readonly place: string;
}

/** A commit by the first digits of its name. */
export type Commit = string;

const DIGITS = 12;
const GOOD = 'good';
/** Milliseconds for which files stay that are not of the good commit: another process may read them. */
const OLD_MS = 3_600_000;

/** The name of a clone of the repository, as git gives it. */
const nameOf = ({ url }: Pick<RepositorySettings, 'url'>): string =>
  url
    .replace(/\/+$/, '')
    .replace(/\.git$/, '')
    .split(/[/:]/)
    .at(-1) || 'knowledge';

/** The folder of packs as it was last answered from. Before the first fetch it is not there. */
export const goodFolder = (settings: Omit<RepositorySettings, 'environment' | 'token'>): string =>
  join(settings.place, GOOD, nameOf(settings), settings.folder ?? '');

/**
 * The repository's files on this machine: each commit has a folder of its own, which never changes. No copy of the
 * repository itself is kept: a process that is killed leaves nothing behind that is half there, no lock
 * either, and a fetch of one commit of texts is small.
 */
export function createRepository(settings: RepositorySettings) {
  const { url, branch, folder = '', place } = settings;
  const name = nameOf(settings);
  const isHere = (commit: Commit): Promise<boolean> => isFolder(join(place, commit));
  const good = async (): Promise<Commit | undefined> => {
    const commit = await readlink(join(place, GOOD)).catch(() => undefined);
    return commit !== undefined && (await isHere(commit)) ? commit : undefined;
  };
  /** A token has no place in an argument, nor has the user that belongs to it. */
  const address = URL.canParse(url) && /^https?:/.test(url) ? withoutUser(url) : url;

  const newestName = async (signal?: AbortSignal): Promise<Commit> => {
    const ref = branch === undefined ? 'HEAD' : `refs/heads/${branch}`;
    const lines = (await git(['ls-remote', '--', address, ref], settings, signal)).split('\n');
    const hash = lines.map((line) => line.split('\t')).find(([, named]) => named === ref)?.[0];
    if (hash === undefined)
      throw new GitError(`The repository has no ${branch === undefined ? 'commit yet' : `branch ${branch}`}`);
    return hash.slice(0, DIGITS);
  };
  const clone = async (signal?: AbortSignal): Promise<Commit> => {
    await makeFolder(place);
    const work = await mkdtemp(join(place, 'fetching-'));
    try {
      const files = join(work, name);
      const of = branch === undefined ? [] : ['--branch', branch];
      const args = ['clone', '--quiet', '--depth=1', '--no-tags', '--template=', ...of, '--', address, files];
      await git(args, settings, signal);
      const commit = (await git(['-C', files, 'rev-parse', 'HEAD'], settings, signal)).slice(0, DIGITS);
      await rm(join(files, '.git'), { recursive: true });
      await rename(work, join(place, commit)).catch(async (error: unknown) => {
        // Another process was quicker.
        if (!(await isHere(commit))) throw error;
      });
      return commit;
    } finally {
      // Of a git that is being stopped, something may still be written.
      await rm(work, { recursive: true, force: true, maxRetries: 3 });
    }
  };
  const removeOld = async (): Promise<void> => {
    const current = await good();
    for (const one of await readdir(place)) {
      if (one === GOOD || one === current) continue;
      const about = await stat(join(place, one)).catch(() => undefined);
      if (about && about.mtimeMs < Date.now() - OLD_MS) await rm(join(place, one), { recursive: true, force: true });
    }
  };
  return {
    /** The folder of packs as it was in a commit. */
    folderOf: (commit: Commit): string => join(place, commit, name, folder),
    /** The commit to which a file of this machine belongs, and its path in the repository, with `/`. */
    placeOf: (file: string): { readonly commit: Commit; readonly path: string } | undefined => {
      const [commit = '..', within, ...path] = relative(place, file).split(sep);
      return commit === '..' || within !== name ? undefined : { commit, path: path.join('/') };
    },
    /** The commit that was kept last, if its files are there. */
    good,
    /** The newest commit; its files are fetched if they are not there. @throws GitError */
    newest: async (signal?: AbortSignal): Promise<Commit> => {
      try {
        const commit = await newestName(signal);
        return (await isHere(commit)) ? commit : await clone(signal);
      } catch (error) {
        if (error instanceof GitError) throw error;
        throw new GitError(`The repository's files cannot be kept in ${place}: ${reasonOf(error)}`, { cause: error });
      }
    },
    /** Remembers a commit for the next start, and removes the files of old ones. */
    keep: async (commit: Commit): Promise<void> => {
      if ((await good()) === commit) return;
      const link = await mkdtemp(join(place, 'keeping-'));
      await symlink(commit, join(link, GOOD));
      await rename(join(link, GOOD), join(place, GOOD));
      await rm(link, { recursive: true });
      await removeOld();
    },
    /** Removes a commit's files: they are fetched again. */
    forget: (commit: Commit): Promise<void> => rm(join(place, commit), { recursive: true, force: true }),
  };
}

function withoutUser(url: string): string {
  const address = new URL(url);
  address.username = '';
  return address.href;
}
