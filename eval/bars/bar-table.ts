import { SURE } from '../../src/core/calibration/policy.ts';
import { WENDA } from '../engines.ts';
import type { Recordable } from '../figures/record.ts';
import { outcomeOf } from '../measure.ts';
import { metricsOf } from '../metrics.ts';
import type { Outcome } from '../outcome.ts';
import type { Ask } from '../peers/peer.ts';
import { type EvalSet, nameOf, readSet, type Source } from '../sets.ts';
import { line } from '../table.ts';

/** Least probabilities for a direct answer that are tried out; the bot's own is among them. */
export const BARS = [0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.65, 0.7, SURE, 0.8, 0.85, 0.9, 0.93, 0.95, 0.96, 0.97, 0.98, 0.99];

export interface BarOptions {
  readonly buildAtBars: (set: EvalSet) => (bar: number) => Ask;
  readonly write: (text: string) => void;
  readonly onProgress: (what: string, done: number, total: number) => void;
}

/** A Markdown table of the results of all sets together, with a row for each least probability. */
export async function barTable(
  sources: readonly Source[],
  { buildAtBars, write, onProgress }: BarOptions,
): Promise<Recordable[]> {
  const outcomes = new Map<number, Outcome[]>(BARS.map((bar) => [bar, []]));
  for (const [at, source] of sources.entries()) {
    onProgress(nameOf(source), at, sources.length);
    const set = await readSet(source);
    const askAt = buildAtBars(set);
    for (const [bar, own] of outcomes) {
      const ask = askAt(bar);
      for (const question of set.questions) own.push(await outcomeOf(ask, question, { isProbable: true }));
    }
  }
  write(line(HEAD) + line(HEAD.map(() => '---')));
  return [...outcomes].map(([bar, own]) => {
    write(rowOf(bar, own));
    return { row: { set: `${bar}`, engine: WENDA, figures: metricsOf(own) }, outcomes: own };
  });
}

const HEAD = ['bar', 'direct and right', '%', 'precision %', 'near answered', 'chatter answered %', 'vague answered %'];

function rowOf(bar: number, outcomes: readonly Outcome[]): string {
  const { questions, direct = 0, precision, answered } = metricsOf(outcomes);
  const near = outcomes.filter(({ gold, kind }) => gold.length === 0 && kind === 'near');
  return line([
    `${bar}${bar === SURE ? ' (its own)' : ''}`,
    `${Math.round((direct * questions) / 100)} of ${questions}`,
    ...[direct, precision].map(percent),
    `${near.filter(({ sure }) => sure).length} of ${near.length}`,
    ...[answered.chatter, answered.vague].map(percent),
  ]);
}

const percent = (value: number | undefined): string => value?.toFixed(1) ?? '-';
