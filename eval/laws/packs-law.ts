import { answerFrom, LONGEST_QUESTION } from '../../src/core/engine.ts';
import type { Entry } from '../../src/core/entry.ts';
import { buildLibrary, type Library, type LibraryOptions } from '../../src/core/library.ts';

/** A pack, and what is asked about it. */
export interface AskedPack {
  readonly name: string;
  /** Of a pack of that name. */
  readonly entries: readonly Entry[];
  readonly questions: readonly LawQuestion[];
}

interface LawQuestion {
  readonly text: string;
  /** BCP 47 tag of whoever asks. */
  readonly locale: string;
}

/** A question that is answered differently because of a second pack. */
export interface Change {
  readonly text: string;
  /** The kind of answer, and the entry where it is sure. */
  readonly alone: string;
  readonly beside: string;
}

/** Percentage of the decisions that a second pack may change: it may itself answer what the first one leaves alone. */
export const MOST_CHANGED = 1;

/** What a second pack changes about the questions to the first. Its entries whose ids the first has, too, are left out: no two packs may share one. */
export function changesBy(first: AskedPack, second: readonly Entry[], options: LibraryOptions): Change[] {
  const ids = new Set(first.entries.map(({ id }) => id));
  const alone = buildLibrary(first.entries, options);
  const both = buildLibrary([...first.entries, ...second.filter(({ id }) => !ids.has(id))], options);
  return first.questions.flatMap((question) => {
    const change = { text: question.text, alone: decisionOf(alone, question), beside: decisionOf(both, question) };
    return change.alone === change.beside ? [] : [change];
  });
}

function decisionOf(library: Library, { text, locale }: LawQuestion): string {
  const { kind, candidates } = answerFrom(library, text.slice(0, LONGEST_QUESTION), locale);
  return kind === 'sure' ? `sure ${candidates[0]?.entry.id}` : kind;
}

export const isTooMany = (changes: readonly Change[], { questions }: AskedPack): boolean => 100 * changes.length > MOST_CHANGED * questions.length;
