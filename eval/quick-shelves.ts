import type { Analyzer } from '../src/core/analyze.ts';
import type { Background } from '../src/core/background.ts';
import { observation } from '../src/core/calibrate.ts';
import { openSpace } from '../src/core/feature-space.ts';
import { learnSpace } from '../src/core/learn-space.ts';
import type { Observation } from '../src/core/logistic.ts';
import { quickModel } from '../src/core/quick-model.ts';
import { buildShelf } from '../src/core/shelf.ts';
import type { DataEntry, DataSet } from './datasets.ts';

const SHELVES = 60;
const SIZES = [1, 1, 2, 3, 5, 8, 15, 25];
const PHRASINGS = [0, 0, 1, 2, 4, 6];
const ASKED = 6;

/**
 * A community's handful of entries beside a pack: some entries of a set with some of their phrasings; their other phrasings
 * are right, the rest of the set and chatter are wrong. Dealt by a fixed rule, so that the fit can be repeated.
 */
export function quickShelves(set: DataSet, analyzer: Analyzer, background: Background): Observation[] {
  const turn = dealer(7);
  const half = (lines: readonly string[], which: number) => lines.filter((_, at) => at % 2 === which);
  const known = { chatter: half(background.chatter, 0), about: half(background.about, 0) };
  const chatter = half(background.chatter, 1);
  return Array.from({ length: SHELVES }, () => {
    const dealt = [...set.entries].sort(() => turn(2) - 0.5);
    const size = SIZES[turn(SIZES.length)] ?? 1;
    const kept = PHRASINGS[turn(PHRASINGS.length)] ?? 0;
    const others = dealt.slice(size).flatMap(textsOf);
    return observeOne(dealt.slice(0, size), kept, others, chatter);
  }).flat();

  function observeOne(mine: readonly DataEntry[], kept: number, others: readonly string[], lines: readonly string[]): Observation[] {
    const read = mine.map(({ title, phrasings }) => ({ title: analyzer.analyze(title), phrasings: phrasings.slice(0, kept).map((text) => analyzer.analyze(text)), sentences: [] }));
    const space = openSpace(learnSpace(others.map((text) => analyzer.analyze(text).features)).kept);
    const shelf = buildShelf(read, analyzer, known, quickModel(read, analyzer, known, space));
    const right = mine.flatMap((entry, label) => [entry.title, ...entry.phrasings.slice(kept).slice(-ASKED)].map((text) => observation(shelf, text, { right: label })));
    const wrong = Array.from({ length: right.length * 2 + 10 }, (_, at) => (at % 5 === 0 ? lines : others)[turn(at % 5 === 0 ? lines.length : others.length)] ?? '');
    return [...right, ...wrong.map((text) => observation(shelf, text))];
  }
}

const textsOf = ({ title, phrasings }: DataEntry): string[] => [title, ...phrasings];

/** Whole numbers below a bound, always the same ones. */
function dealer(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((state / 2_147_483_648) * below);
  };
}
