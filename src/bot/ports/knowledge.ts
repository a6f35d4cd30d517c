import type { CheckCase } from '../../knowledge/format/checks-file.ts';
import type { PackInfo } from '../../knowledge/format/pack-json.ts';
import type { FolderKnowledge } from '../../knowledge/live/shared.ts';
import type { StageResult } from '../../knowledge/live/stage.ts';

export type { CheckCase } from '../../knowledge/format/checks-file.ts';

/** The packs as they are now, which all communities share. */
export interface SharedKnowledge extends Pick<FolderKnowledge, 'library' | 'changed' | 'gone' | 'entries' | 'version'> {
  readonly packs: readonly SharedPack[];
  readonly checks: readonly CheckCase[];
}

export interface SharedPack extends PackInfo {
  readonly name: string;
}

export type ReloadResult =
  | Exclude<StageResult, { readonly kind: 'refused' }>
  /** Problems are written as `file:line: what (cure)`. */
  | { readonly kind: 'refused'; readonly problems: readonly string[] }
  /** The newest files could not be fetched. */
  | { readonly kind: 'unreached'; readonly why: string };

export interface LearningState {
  /** Whether an index is still being built: until then fewer questions are answered. */
  readonly isLearning: boolean;
  /** Why built indexes cannot be saved for the next start, such as `EACCES`; undefined if they can. */
  readonly cacheFailure?: string;
}

/** The Git repository from which the packs are fetched. */
export interface KnowledgeRepository {
  /** Why fetching fails, and since when; undefined if it works. */
  readonly unreached: () => { readonly why: string; readonly since: string } | undefined;
  /** Fetches what is new, and uses it if it passes its checks. Never rejects: see `unreached`. */
  readonly fetch: () => Promise<void>;
  /** Address of the page that shows an entry's file on the repository's host; undefined if there is none. */
  readonly pageOf: (pack: string, language: string, id: string) => string | undefined;
}

export interface KnowledgeSource {
  /** Default: the packs are only in the folder. */
  readonly repository?: KnowledgeRepository;
  readonly current: () => SharedKnowledge;
  readonly learning: () => LearningState;
  /** Reads the folder again. Problems in files are in the result; they do not reject. */
  readonly reload: () => Promise<ReloadResult>;
  /** Why the packs in the folder are not in use, each as `file:line: what (cure)`; empty if they are. */
  readonly refused: () => readonly string[];
  /** An entry's file, as text; undefined if there is none. */
  readonly fileOf: (pack: string, language: string, id: string) => Promise<string | undefined>;
}
