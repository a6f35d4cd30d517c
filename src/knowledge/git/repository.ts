import { mkdtemp, readdir, readlink, rename, rm, stat, symlink } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { isFolder, makeFolder, reasonOf } from '../format/files.ts';
import { GitError, git, type Remote } from './program.ts';

export interface RepositorySettings extends Remote {
  /** Default: the host's default branch. */
  readonly branch?: string;
  /** The folder of packs in the repository, with `/`. Default: all of it. */
  readonly folder?: string;
  /** Local folder for the repository's files. It is made if it is missing, and can be deleted at any time. */
  readonly place: string;
}

/** The first 12 digits of a commit's hash. */
export type Commit = string;

const DIGITS = 12;
const GOOD = 'good';
/** Milliseconds for which files of other commits stay, because another process may still read them. */
const OLD_MS = 3_600_000;

/** The folder's name that `git clone` would choose. */
const nameOf = ({ url }: Pick<RepositorySettings, 'url'>): string =>
  url
    .replace(/\/+$/, '')
    .replace(/\.git$/, '')
    .split(/[/:]/)
    .at(-1) || 'knowledge';

/** The folder of packs of the commit that was kept last. It is missing before the first fetch. */
export const goodFolder = (settings: Omit<RepositorySettings, 'environment' | 'token'>): string =>
  join(settings.place, GOOD, nameOf(settings), settings.folder ?? '');

/**
 * The repository's files on this machine: each commit has a folder of its own, which never changes. The repository
 * itself is not kept: a killed process then leaves neither half of one nor a lock, and to fetch one commit of texts is
 * cheap.
 */
export function createRepository(settings: RepositorySettings) {
  const { url, branch, folder = '', place } = settings;
  const name = nameOf(settings);
  const isHere = (commit: Commit): Promise<boolean> => isFolder(join(place, commit));
  const good = async (): Promise<Commit | undefined> => {
    const commit = await readlink(join(place, GOOD)).catch(() => undefined);
    return commit !== undefined && (await isHere(commit)) ? commit : undefined;
  };
  /** Without the user's name, which goes to git together with the token. */
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
      // A git that is being stopped may still write.
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
    /** The commit that a local file belongs to, and its path in the repository, with `/`; undefined for other files. */
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
    /** Removes a commit's files, so that they are fetched again. */
    forget: (commit: Commit): Promise<void> => rm(join(place, commit), { recursive: true, force: true }),
  };
}

function withoutUser(url: string): string {
  const address = new URL(url);
  address.username = '';
  return address.href;
}
