import type { Entry, Source } from '../../core/entry/entry.ts';
import type { Library } from '../../core/search/library.ts';

/** What every community shares: the packs as they are now. */
export interface Shared {
  /** What has been learned. */
  readonly library: Library;
  /** Entries that the library does not know as they are now. */
  readonly changed: readonly Entry[];
  /** Ids that the library knows and that are no more. */
  readonly gone: ReadonlySet<string>;
  readonly entries: ReadonlyMap<string, Entry>;
  readonly packs: readonly SharedPack[];
  readonly checks: readonly Check[];
  /** Grows with every change. */
  readonly version: number;
}

export interface SharedPack {
  readonly name: string;
  readonly title: Readonly<Record<string, string>>;
  readonly defaultLanguage: string;
  readonly sources: Readonly<Record<string, Source>>;
}

/** A question and the entry it must find; null where it must find none. */
export interface Check {
  readonly pack: string;
  readonly language: string;
  readonly text: string;
  readonly entry: string | null;
  /** Where it stands, for people. */
  readonly file: string;
  readonly line: number;
}

/** What came of reading the folder again. */
export type Reloaded =
  | { readonly kind: 'unchanged' }
  | {
      readonly kind: 'live';
      readonly added: readonly string[];
      readonly changed: readonly string[];
      readonly removed: readonly string[];
    }
  /** Each as `file:line: what (cure)`. */
  | { readonly kind: 'refused'; readonly problems: readonly string[] };

/** How far learning is. */
export interface LearningState {
  /** Whether something serves that is still being learned: fewer questions are answered than will be. */
  readonly isLearning: boolean;
  /** Why what is learned cannot be kept for the next start, such as `EACCES`; undefined where it can. */
  readonly cacheFailure?: string | undefined;
}

export interface KnowledgeSource {
  readonly current: () => Shared;
  readonly learning: () => LearningState;
  readonly reload: () => Promise<Reloaded>;
  /** Why what stands in the folder now is not answered from, each as `file:line: what (cure)`; none where it is. */
  readonly refused: () => readonly string[];
  /** The file of an entry as it stands in its pack, if it does. */
  readonly fileOf: (pack: string, language: string, id: string) => Promise<string | undefined>;
}
