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
  /** Ids of the entries that answer it; none where nothing in the pack does. */
  readonly gold: readonly string[];
}

/** A question that is answered differently because of a second pack. */
export interface Change {
  readonly text: string;
  /** Whether the first pack answers it. */
  readonly isOwn: boolean;
  /** The kind of answer, and the entry where it is sure. */
  readonly alone: string;
  readonly beside: string;
}

/** Percentage of the decisions about a pack's own questions that a second pack may change. What the first one does not answer, the second one may. */
export const MOST_CHANGED = 1;

/** What a second pack changes about the questions to the first. Its entries whose ids the first has, too, are left out: no two packs may share one. */
export function changesBy(first: AskedPack, second: readonly Entry[], options: LibraryOptions): Change[] {
  const ids = new Set(first.entries.map(({ id }) => id));
  const alone = buildLibrary(first.entries, options);
  const both = buildLibrary([...first.entries, ...second.filter(({ id }) => !ids.has(id))], options);
  return first.questions.flatMap((question) => {
    const change = { text: question.text, isOwn: question.gold.length > 0, alone: decisionOf(alone, question), beside: decisionOf(both, question) };
    return change.alone === change.beside ? [] : [change];
  });
}

function decisionOf(library: Library, { text, locale }: LawQuestion): string {
  const { kind, candidates } = answerFrom(library, text.slice(0, LONGEST_QUESTION), locale);
  return kind === 'sure' ? `sure ${candidates[0]?.entry.id}` : kind;
}

/** What came of a pack's own questions, of which the law speaks, and of the other lines. */
export interface Counted {
  readonly own: { readonly asked: number; readonly changed: number /** From or to a sure answer. */; readonly sure: number };
  readonly others: { readonly asked: number; readonly changed: number };
  readonly isBroken: boolean;
}

/** Whether it takes, gives or replaces a sure answer. */
export const isSure = ({ alone, beside }: Change): boolean => [alone, beside].some((decision) => decision.startsWith('sure'));

export function countChanges(changes: readonly Change[], { questions }: AskedPack): Counted {
  const asked = questions.filter(({ gold }) => gold.length > 0).length;
  const own = changes.filter(({ isOwn }) => isOwn);
  const sure = own.filter(isSure).length;
  return {
    own: { asked, changed: own.length, sure },
    others: { asked: questions.length - asked, changed: changes.length - own.length },
    isBroken: 100 * own.length > MOST_CHANGED * asked,
  };
}
