import type { DataQuestion } from '../datasets.ts';
import { seeded } from '../seeded.ts';
import type { EvalSet } from '../sets.ts';

/** Questions that members ask, and those that nobody asks before it is measured. */
interface Divided {
  readonly asked: readonly DataQuestion[];
  readonly heldOut: readonly DataQuestion[];
}

/** Questions that are held out at most: more of them take long, and change little. */
const MOST_HELD_OUT = 400;

/** Members ask half of a set's questions, and its phrasings; what they ask is not held out in the same words. */
export function divide({ entries, questions }: EvalSet, seed: number): Divided {
  const dealt = shuffled(questions, seeded(seed));
  const half = Math.ceil(dealt.length / 2);
  const heldOut = dealt.slice(0, half).slice(0, MOST_HELD_OUT);
  const phrasings = entries.flatMap(({ id, phrasings }) => phrasings.map((text) => ({ text, gold: [id] })));
  const kept = new Set(heldOut.map(({ text }) => text.toLowerCase()));
  return { asked: [...dealt.slice(half), ...phrasings].filter(({ text }) => !kept.has(text.toLowerCase())), heldOut };
}

function shuffled<T>(items: readonly T[], random: () => number): T[] {
  return items
    .map((item) => ({ item, at: random() }))
    .sort((a, b) => a.at - b.at)
    .map(({ item }) => item);
}
