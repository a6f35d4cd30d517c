import { setImmediate } from 'node:timers/promises';
import { isDeepStrictEqual } from 'node:util';
import { answerFrom } from '../../core/search/engine.ts';
import { buildLibrary, type Library } from '../../core/search/library.ts';
import type { OverlayOptions } from '../../core/search/overlay.ts';
import { type CheckCase, failedCheck } from '../format/checks-file.ts';
import { KnowledgeError, type Problem } from '../format/problem.ts';
import type { Locales } from '../languages/locales.ts';
import type { Knowledge } from '../packs/read-knowledge.ts';
import { byId, type Differences, differencesOf, isNone } from './differences.ts';
import { type InTurn, inSlices } from './in-turn.ts';
import { type Hear, type Learn, type Lesson, type Models, takeFrom } from './learn.ts';
import { createLearning } from './learning.ts';
import { type Shared, sharedOf } from './shared.ts';

/** Result of reading the folder again. */
export type Reloaded =
  | { readonly kind: 'unchanged' }
  /** Ids, compared with the knowledge before; none if only packs or checks have changed. */
  | ({ readonly kind: 'live' } & Differences)
  /** The knowledge before is still answered from. Errors only. */
  | { readonly kind: 'refused'; readonly problems: readonly Problem[] };

export interface StageOptions extends Omit<Lesson, 'entries' | 'locales'> {
  readonly locales: Pick<Locales, 'languages' | 'background' | 'detect' | 'glosses'>;
  readonly learn: Learn;
  readonly hear: Hear;
  /** The turn in which `put` is called. */
  readonly turn: InTurn;
  readonly onSwap: (shared: Shared) => void;
  readonly onError: (error: unknown) => void;
}

interface Waiting extends Candidate {
  readonly problems: readonly Problem[];
  readonly resolve: (result: Reloaded | Promise<Reloaded>) => void;
}

/**
 * The knowledge that is answered from, and the one that waits to be. Knowledge that passes its checks unlearned goes
 * live at once, and is learned afterwards. Any other is learned first: an untrained index is the worse one, so that
 * only what was learned can tell whether the knowledge is wrong. Meanwhile the old answers.
 */
export function createStage(first: Shared, { locales, learn, hear, turn, onSwap, onError, ...place }: StageOptions) {
  let served = first;
  let waiting: Waiting | undefined;
  let isClosed = false;
  const swap = (next: Shared): void => {
    served = next;
    onSwap(next);
  };
  const resolve = (result: Reloaded | Promise<Reloaded>): void => {
    const before = waiting;
    waiting = undefined;
    before?.resolve(result);
  };
  const onLearned = async (models: Models): Promise<void> => {
    const candidate = waiting;
    const next = await adopt(served, candidate?.next ?? served, models, locales);
    // Answers of an untrained index are no measure of what was learned since; and asking it would build it.
    const problems = candidate || served.isTrained ? await regressions(served, next) : [];
    if (isClosed) return;
    if (problems.length === 0) {
      swap(next);
      if (candidate) resolve({ kind: 'live', ...candidate.differences });
    } else if (candidate) {
      resolve({ kind: 'refused', problems });
      void learning.stop();
    } else onError(new KnowledgeError(problems.map((problem) => ({ ...problem, level: 'warning' }))));
    learning.follow(served);
  };
  const onFailure = (error: unknown): void => {
    onError(error);
    if (waiting) resolve({ kind: 'refused', problems: waiting.problems });
    learning.follow(served);
  };
  const learning = createLearning({
    ...place,
    locales,
    learn,
    hear,
    onError: onFailure,
    onLearned: (models, isWanted) => turn(async () => (isWanted() ? onLearned(models) : undefined)),
  });
  const decide = (renewal: Renewal): Promise<Reloaded> => {
    if (isClosed) return Promise.resolve({ kind: 'unchanged' });
    if (renewal.kind === 'failed' && learning.follow(renewal.next)) {
      return new Promise((resolve) => {
        waiting = { ...renewal, resolve };
      });
    }
    if (renewal.kind === 'passed') swap(renewal.next);
    learning.follow(served);
    return Promise.resolve(resultOf(renewal));
  };
  return {
    current: (): Shared => served,
    /** Learns what serves untrained. @param isDamaged if that has only turned out now. */
    learn: (isDamaged: boolean): void => {
      if (isClosed) return;
      if (isDamaged) served = { ...served, isTrained: false };
      learning.follow(served);
    },
    isLearning: learning.isRunning,
    /**
     * Answers from new knowledge if it passes its checks. The result can come later: see `failed` in renew.ts. One call
     * at a time.
     */
    put: async (knowledge: Knowledge): Promise<{ readonly result: Promise<Reloaded> }> => {
      const renewal = await renew(served, knowledge, locales);
      const before = waiting;
      waiting = undefined;
      const result = decide(renewal);
      // Callers that wait for an older state of the folder are told the result of the newer one.
      before?.resolve(result);
      return { result };
    },
    close: async (): Promise<void> => {
      isClosed = true;
      resolve({ kind: 'unchanged' });
      await learning.stop();
    },
  };
}

function resultOf(renewal: Renewal): Reloaded {
  switch (renewal.kind) {
    case 'unchanged':
      return { kind: 'unchanged' };
    case 'passed':
      return { kind: 'live', ...renewal.differences };
    case 'refused':
    case 'failed':
      return { kind: 'refused', problems: renewal.problems };
  }
}

/**
 * Puts what was learned in the place of an older library and of what differed from it. @param target whose entries were
 * learned.
 */
async function adopt(
  served: Shared,
  target: Shared,
  models: Models,
  options: OverlayOptions & Pick<Locales, 'detect' | 'glosses'>,
): Promise<Shared> {
  const library = buildLibrary([...target.entries.values()], { ...options, learned: takeFrom(models) });
  await buildIndexes(library);
  return sharedOf(
    { library, isTrained: true, learned: library.entries },
    target.knowledge,
    served.version + 1,
    options,
  );
}

/** The folder's present knowledge, and whether it may be answered from. */
type Renewal =
  | { readonly kind: 'unchanged' }
  /** It has errors, or has no pack any longer. */
  | { readonly kind: 'refused'; readonly problems: readonly Problem[] }
  /** It may. */
  | ({ readonly kind: 'passed' } & Candidate)
  /** Checks fail, with what is not yet learned. */
  | ({ readonly kind: 'failed'; readonly problems: readonly Problem[] } & Candidate);

interface Candidate {
  readonly next: Shared;
  /** Compared with what is answered. */
  readonly differences: Differences;
}

async function renew(served: Shared, knowledge: Knowledge, options: OverlayOptions): Promise<Renewal> {
  const errors = knowledge.problems.filter(({ level }) => level === 'error');
  if (errors.length > 0) return { kind: 'refused', problems: errors };
  // A folder that is emptied or gone for a moment must not silence the bot.
  if (knowledge.packs.length === 0 && served.knowledge.packs.length > 0)
    return { kind: 'refused', problems: knowledge.problems };
  const differences = await differencesOf(served.entries, byId(knowledge.entries));
  if (isNone(differences) && isDeepStrictEqual(besidesEntries(served.knowledge), besidesEntries(knowledge)))
    return { kind: 'unchanged' };
  await buildIndexes(served.library);
  const next = await sharedOf(served, knowledge, served.version + 1, options);
  const problems = await regressions(served, next);
  return problems.length > 0 ? { kind: 'failed', next, differences, problems } : { kind: 'passed', next, differences };
}

const besidesEntries = ({ packs, checks, problems }: Knowledge): unknown => [packs, checks, problems];

/**
 * Checks of `after` that fail there, and that are new or pass in `before`. One that failed already is not held against
 * a change: it could otherwise never be mended.
 */
export async function regressions(before: Shared, after: Shared): Promise<Problem[]> {
  const known = new Set(before.knowledge.checks.map(keyOf));
  const isKnown = (check: CheckCase) => known.has(keyOf(check));
  const problems: Problem[] = [];
  await inSlices(after.knowledge.checks, (check) => {
    const problem = ask(check, after);
    if (problem && !(isKnown(check) && ask(check, before))) problems.push(problem);
  });
  return problems;
}

/** Without its place: a line added above makes no check a new one. */
const keyOf = ({ pack, language, text, entry }: CheckCase): string => JSON.stringify([pack, language, text, entry]);

const ask = (check: CheckCase, { library, overlay }: Shared): Problem | undefined =>
  failedCheck(check, answerFrom(library, check.text, check.language, overlay));

/**
 * Builds what has not been asked yet, language by language, so that others have their turn in between.
 * @param first the primary subtag of the language to begin with. Default: any.
 */
export async function buildIndexes({ indexes }: Library, first?: string): Promise<void> {
  for (const index of [...indexes].sort((a, b) => Number(b.base === first) - Number(a.base === first))) {
    await setImmediate();
    void index.index;
  }
}
