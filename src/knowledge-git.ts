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
 * Knowledge whose folder is fetched from a repository. It begins with the commit that was answered from last, so that a
 * start waits for no host; only the first start fetches before it answers. A new commit is read and checked as a
 * changed folder is.
 * @param options their `dir` has `goodFolder(settings)`, in whose place each commit's own folder is read
 * @throws KnowledgeError; GitError if nothing is there yet and nothing can be fetched
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
    // Damaged since, or refused by a newer version of the bot: there may be something better by now.
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
      // A host that is away is told once.
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
