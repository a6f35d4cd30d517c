import { LONGEST_QUESTION } from '../../src/core/calibration/policy.ts';
import type { Entry } from '../../src/core/entry/entry.ts';
import { answerFrom } from '../../src/core/search/engine.ts';
import { buildLibrary, type Library, type LibraryOptions } from '../../src/core/search/library.ts';
import { offersOf } from '../../src/core/search/offers.ts';

/** A pack, and the questions about it. */
export interface AskedPack {
  readonly name: string;
  /** Entries of the pack with this name. */
  readonly entries: readonly Entry[];
  readonly questions: readonly LawQuestion[];
}

interface LawQuestion {
  readonly text: string;
  /** BCP 47 tag of the asker's language. */
  readonly locale: string;
  /** Ids of the entries that answer it; empty if none in the pack does. */
  readonly gold: readonly string[];
}

/** A question that is answered differently because of a second pack. */
export interface Change {
  readonly text: string;
  /** Whether the first pack answers it. */
  readonly isOwn: boolean;
  /** The direct answer; else whether an entry of the first pack is offered, only others are, or nothing is. */
  readonly alone: Decision;
  readonly beside: Decision;
}

export type Decision = `sure ${string}` | 'offered' | 'others offered' | 'silent';

/**
 * Percentage of decisions about a pack's own questions that a second pack may change. If the first pack has nothing to
 * say, the second one may offer something; that is counted separately.
 */
export const MOST_CHANGED = 1;

/**
 * Changes of answers about the first pack by adding a second one. Entries whose ids the first pack has, too, are left
 * out, as ids are unique among packs.
 */
export function changesBy(first: AskedPack, second: readonly Entry[], options: LibraryOptions): Change[] {
  const ids = new Set(first.entries.map(({ id }) => id));
  const alone = buildLibrary(first.entries, options);
  const both = buildLibrary([...first.entries, ...second.filter(({ id }) => !ids.has(id))], options);
  return first.questions.flatMap((question) => {
    const change = {
      text: question.text,
      isOwn: question.gold.length > 0,
      alone: decisionOf(alone, question, ids),
      beside: decisionOf(both, question, ids),
    };
    return change.alone === change.beside ? [] : [change];
  });
}

function decisionOf(library: Library, { text, locale }: LawQuestion, first: ReadonlySet<string>): Decision {
  const { kind, candidates } = answerFrom(library, text.slice(0, LONGEST_QUESTION), locale);
  if (kind === 'sure') return `sure ${candidates[0]?.entry.id}`;
  if (kind === 'unknown') return 'silent';
  return offersOf(candidates).some(({ entry }) => first.has(entry.id)) ? 'offered' : 'others offered';
}

/** Counts of a pack's own questions, to which the law applies, and of other lines. */
export interface Counted {
  readonly own: {
    readonly asked: number;
    readonly changed: number;
    /** Changes from or to a direct answer. */
    readonly sure: number;
    /** Questions that get nothing from the first pack alone, and an offer of the second one. Not counted as changed. */
    readonly added: number;
  };
  readonly others: { readonly asked: number; readonly changed: number };
  readonly isBroken: boolean;
}

/** Whether a change takes away, adds or replaces a direct answer. */
export const isSure = ({ alone, beside }: Change): boolean =>
  [alone, beside].some((decision) => decision.startsWith('sure'));

const isAdded = ({ alone, beside }: Change): boolean => alone === 'silent' && beside === 'others offered';

export function countChanges(changes: readonly Change[], { questions }: AskedPack): Counted {
  const asked = questions.filter(({ gold }) => gold.length > 0).length;
  const own = changes.filter(({ isOwn }) => isOwn);
  const added = own.filter(isAdded).length;
  const changed = own.length - added;
  return {
    own: { asked, changed, sure: own.filter(isSure).length, added },
    others: { asked: questions.length - asked, changed: changes.length - own.length },
    isBroken: 100 * changed > MOST_CHANGED * asked,
  };
}
