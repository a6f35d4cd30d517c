import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { postCorrections } from './bot/delivery/post-corrections.ts';
import type { KnowledgeSource, ReloadResult, SharedKnowledge } from './bot/ports/knowledge.ts';
import type { Store } from './bot/ports/store.ts';
import { formatProblem } from './knowledge/format/problem.ts';
import { type OpenOptions, openKnowledge } from './knowledge/live/live-knowledge.ts';
import type { Folders } from './knowledge/packs/find-packs.ts';

export interface LiveSource extends KnowledgeSource {
  /** Path of an entry's file in its pack, if it has one. */
  readonly pathOf: (pack: string, language: string, id: string) => string | undefined;
  /** Folders of the packs in use. */
  readonly packFolders: () => readonly string[];
  /** See LiveKnowledge. */
  readonly moveTo: (dir: Folders) => void;
  /** Reloads when the folder changes. @returns a function that stops this */
  readonly watch: (onResult: (result: ReloadResult) => void, onError: (error: unknown) => void) => () => void;
  /** Calls the listener now, and each time that other knowledge comes into use. */
  readonly follow: (listener: () => void) => void;
  /**
   * Calls the listener when the reasons for refusing the folder's knowledge change, and without reasons when it is
   * valid again.
   */
  readonly onRefused: (listener: (problems: readonly string[]) => void) => void;
  readonly close: () => Promise<void>;
}

type Result = Awaited<ReturnType<Awaited<ReturnType<typeof openKnowledge>>['reload']>>;

/**
 * The folder's knowledge, as the bot uses it.
 * @param shown converts a file's path for messages. Default: unchanged
 * @throws KnowledgeError
 */
export async function knowledgeSource(
  options: OpenOptions,
  shown: (file: string) => string = (file) => file,
): Promise<LiveSource> {
  const live = await openKnowledge(options);
  const current = mapped(live.current);
  const { noted, ...refusals } = createRefusals();
  const inWords = (result: Result): ReloadResult =>
    result.kind === 'refused'
      ? {
          kind: 'refused',
          problems: result.problems.map((problem) => formatProblem({ ...problem, file: shown(problem.file) })),
        }
      : result;
  const pathOf: LiveSource['pathOf'] = (pack, language, id) => {
    const { knowledge, entries } = live.current();
    const dir = knowledge.packs.find(({ name }) => name === pack)?.dir;
    // People choose the ids of a community's own entries. Only the pack's entries have files.
    const isThere = entries.get(id)?.texts.has(language);
    return dir === undefined || !isThere ? undefined : join(dir, language, `${id}.md`);
  };
  return {
    current,
    learning: () => ({ isLearning: live.isLearning(), cacheFailure: live.cacheFailure()?.why }),
    ...refusals,
    reload: async () => noted(inWords(await live.reload())),
    watch: (onResult) => live.watch((result) => onResult(noted(inWords(result)))),
    pathOf,
    packFolders: () => live.current().knowledge.packs.map(({ dir }) => dir),
    moveTo: live.moveTo,
    fileOf: async (...entry) => {
      const path = pathOf(...entry);
      return path === undefined ? undefined : readFile(path, 'utf8').catch(() => undefined);
    },
    follow: (listener) => {
      live.onSwap(listener);
      listener();
    },
    close: live.close,
  };
}

/** The problems of refused knowledge, no matter who had the folder read. */
function createRefusals(): Pick<LiveSource, 'refused' | 'onRefused'> & {
  readonly noted: (result: ReloadResult) => ReloadResult;
} {
  let refused: readonly string[] = [];
  const listeners: ((problems: readonly string[]) => void)[] = [];
  return {
    refused: () => refused,
    onRefused: (listener) => void listeners.push(listener),
    noted: (result) => {
      const problems = result.kind === 'refused' ? result.problems : [];
      const isNews = problems.join('\n') !== refused.join('\n');
      refused = problems;
      if (isNews) for (const tell of listeners) tell(problems);
      return result;
    },
  };
}

type LiveShared = ReturnType<Awaited<ReturnType<typeof openKnowledge>>['current']>;

/** Makes one object for each version, so that results can be cached by it. */
function mapped(live: () => LiveShared): () => SharedKnowledge {
  let known: { readonly from: LiveShared; readonly shared: SharedKnowledge } | undefined;
  return () => {
    const from = live();
    if (known?.from !== from) {
      const { library, changed, gone, entries, version, knowledge } = from;
      known = {
        from,
        shared: { library, changed, gone, entries, version, packs: knowledge.packs, checks: knowledge.checks },
      };
    }
    return known.shared;
  };
}

/** A source whose reloads also correct the answers that were given before, in every community. */
export function healReloads(source: LiveSource, store: Store, now: () => string): LiveSource {
  const heal = async (result: ReloadResult): Promise<ReloadResult> => {
    if (result.kind === 'live') {
      const entries = [...result.changed, ...result.removed];
      await store.transact((unit) => postCorrections(unit, null, { entries, pins: [] }, now()));
    }
    return result;
  };
  return {
    ...source,
    reload: async () => heal(await source.reload()),
    watch: (onResult, onError) => source.watch((result) => void heal(result).then(onResult).catch(onError), onError),
  };
}
