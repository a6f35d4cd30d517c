import type { Entry, Source } from '../../core/entry/entry.ts';
import type { Library } from '../../core/search/library.ts';

/** Knowledge that every community shares: the packs as they are now. */
export interface SharedKnowledge {
  /** The library, as it was learned. */
  readonly library: Library;
  /** Entries that the library does not know as they are now. */
  readonly changed: readonly Entry[];
  /** Ids that the library knows and that are no more. */
  readonly gone: ReadonlySet<string>;
  readonly entries: ReadonlyMap<string, Entry>;
  readonly packs: readonly SharedPack[];
  readonly checks: readonly Check[];
  /** From 1; grows with every change. */
  readonly version: number;
}

export interface SharedPack {
  readonly name: string;
  readonly title: Readonly<Record<string, string>>;
  readonly defaultLanguage: string;
  readonly sources: Readonly<Record<string, Source>>;
  /** Of its texts. Default: unknown. */
  readonly licence?: string;
  /** It shows how the bot works, and is nobody's own. Default: it is somebody's. */
  readonly example?: boolean;
  /** Ids of entries as lists show them. Default: by their ids. */
  readonly order?: readonly string[];
}

/** A question and the entry it must find; null if it must find none. */
export interface Check {
  readonly pack: string;
  readonly language: string;
  readonly text: string;
  readonly entry: string | null;
  /** Its place, for people. */
  readonly file: string;
  /** From 1. */
  readonly line: number;
}

/** Result of reading the folder again. */
export type ReloadResult =
  | { readonly kind: 'unchanged' }
  | {
      readonly kind: 'live';
      readonly added: readonly string[];
      readonly changed: readonly string[];
      readonly removed: readonly string[];
    }
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
