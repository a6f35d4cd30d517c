import { setTimeout } from 'node:timers/promises';
import { KnowledgeError } from './knowledge/format/problem.ts';
import { pageOfFile } from './knowledge/git/file-page.ts';
import { GitError } from './knowledge/git/program.ts';
import { type Commit, createRepository, goodFolder, type RepositorySettings } from './knowledge/git/repository.ts';
import { inTurn, onceInTurn } from './knowledge/live/in-turn.ts';
import type { OpenOptions } from './knowledge/live/live-knowledge.ts';
import { knowledgeSource, type LiveSource } from './knowledge-source.ts';

export interface GitSettings extends RepositorySettings {
  /** See pageOfFile. */
  readonly page?: string;
  /** Milliseconds between two fetches. Default: five minutes. */
  readonly every?: number;
}

const EVERY_MS = 300_000;

/**
 * Knowledge from a repository. A start uses the commit that was used last, so that only the very first one waits for
 * the host. New commits are read and checked like changes of a folder.
 * @param options their `dir` contains `goodFolder(settings)`, in place of which each commit's folder is used
 * @throws KnowledgeError, or GitError if nothing was fetched before and fetching fails
 */
export async function gitSource(options: OpenOptions, settings: GitSettings): Promise<LiveSource> {
  const { onError = () => undefined } = options;
  const repository = createRepository(settings);
  const foldersAt = (commit: Commit): readonly string[] =>
    [options.dir].flat().map((dir) => (dir === goodFolder(settings) ? repository.folderOf(commit) : dir));
  const openAt = async (commit: Commit): Promise<LiveSource> =>
    knowledgeSource({ ...options, dir: foldersAt(commit) }, (file) => repository.placeOf(file)?.path ?? file);
  const closing = new AbortController();
  let unreached: { readonly why: string; readonly since: string } | undefined;
  let read: Commit;
  let source: LiveSource;
  const good = await repository.good();
  try {
    read = good ?? (await repository.newest());
    source = await openAt(read);
  } catch (error) {
    if (good === undefined || !(error instanceof KnowledgeError)) throw error;
    // The commit used last is damaged, or invalid for this version of the bot. A newer one may be valid.
    await repository.forget(good);
    read = await repository.newest();
    source = await openAt(read);
  }
  const turn = inTurn();
  source.follow(() => {
    const [one] = source.packFolders().flatMap((folder) => repository.placeOf(folder) ?? []);
    if (one) void turn(() => repository.keep(one.commit)).catch(onError);
  });
  const fetch = onceInTurn(turn, async () => {
    try {
      const newest = await repository.newest(closing.signal);
      unreached = undefined;
      if (newest !== read) source.moveTo(foldersAt(newest));
      read = newest;
    } catch (error) {
      if (closing.signal.aborted) return;
      // An unreachable host is reported only once.
      if (unreached === undefined) onError(error);
      const why = error instanceof GitError ? error.message : String(error);
      unreached = { why, since: unreached?.since ?? new Date().toISOString() };
    }
  });
  const fetchEvery = async (signal: AbortSignal): Promise<void> => {
    while (!signal.aborted) {
      await fetch();
      await setTimeout(settings.every ?? EVERY_MS, undefined, { signal, ref: false }).catch(() => undefined);
    }
  };
  return {
    ...source,
    repository: {
      unreached: () => unreached,
      fetch,
      pageOf: (...entry) => {
        const path = source.pathOf(...entry);
        const one = path === undefined ? undefined : repository.placeOf(path);
        return one && pageOfFile(settings, one.path, settings.page);
      },
    },
    reload: async () => {
      await fetch();
      return unreached ? { kind: 'unreached', why: unreached.why } : source.reload();
    },
    watch: (onResult, onWatchError) => {
      const ending = new AbortController();
      const end = source.watch(onResult, onWatchError);
      void fetchEvery(AbortSignal.any([ending.signal, closing.signal]));
      return () => {
        ending.abort();
        end();
      };
    },
    close: async () => {
      closing.abort();
      await source.close();
    },
  };
}
