import type { CheckCase } from '../../knowledge/format/checks-file.ts';
import type { PackInfo } from '../../knowledge/format/pack-json.ts';
import type { FolderKnowledge } from '../../knowledge/live/shared.ts';
import type { StageResult } from '../../knowledge/live/stage.ts';

export type { CheckCase } from '../../knowledge/format/checks-file.ts';

/** Knowledge that every community shares: the packs as they are now. */
export interface SharedKnowledge extends Pick<FolderKnowledge, 'library' | 'changed' | 'gone' | 'entries' | 'version'> {
  readonly packs: readonly SharedPack[];
  readonly checks: readonly CheckCase[];
}

export interface SharedPack extends PackInfo {
  readonly name: string;
}

/** Result of reading the folder again. */
export type ReloadResult =
  | Exclude<StageResult, { readonly kind: 'refused' }>
  /** Each as `file:line: what (cure)`. */
  | { readonly kind: 'refused'; readonly problems: readonly string[] }
  /** The newest files could not be fetched. */
  | { readonly kind: 'unreached'; readonly why: string };

/** How far learning is. */
export interface LearningState {
  /** Whether something serves that is still being learned: fewer questions are answered than will be. */
  readonly isLearning: boolean;
  /** Why models cannot be kept for the next start, such as `EACCES`; undefined if they can. */
  readonly cacheFailure?: string;
}

/** The repository from which the folder's files are fetched. */
export interface KnowledgeRepository {
  /** Why the last fetch failed, and since when fetches have; undefined if it did not. */
  readonly unreached: () => { readonly why: string; readonly since: string } | undefined;
  /** Fetches what is new there, and puts it live if it passes its checks. Never rejects: see unreached. */
  readonly fetch: () => Promise<void>;
  /** Address of the page on which the repository's host shows an entry's file, if there is one. */
  readonly pageOf: (pack: string, language: string, id: string) => string | undefined;
}

export interface KnowledgeSource {
  /** Default: the folder is all there is. */
  readonly repository?: KnowledgeRepository;
  readonly current: () => SharedKnowledge;
  readonly learning: () => LearningState;
  /** Reads the folder again. Never rejects for its content: see Reloaded. */
  readonly reload: () => Promise<ReloadResult>;
  /** Why the folder's present knowledge is not answered from, each as `file:line: what (cure)`; empty if it is. */
  readonly refused: () => readonly string[];
  /** The file of an entry in its pack, if there is one. */
  readonly fileOf: (pack: string, language: string, id: string) => Promise<string | undefined>;
}
