import { access } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { CONFIDENCE_FEATURES } from '../../core/calibration/features.ts';
import { RANK_FEATURES } from '../../core/ranking/features.ts';
import { indexNamesOf } from '../../core/search/library.ts';
import { readText, shownPath } from '../format/files.ts';
import { checkJson } from '../format/json-file.ts';
import { inFile, type Problem, warning } from '../format/problem.ts';
import { must, objectOf, recordOf } from '../format/shape.ts';
import { type FittedWeights, fingerprintOf, isNearly, type Lessons } from '../learned/fitted-weights.ts';
import { WEIGHTS_FILE } from './pack-files.ts';
import type { Knowledge } from './read-knowledge.ts';

/** Weights by primary subtag, fitted by `knowledge weigh`, so that nobody who loads the pack has to fit them. */
export type PackWeights = Readonly<Record<string, FittedWeights>>;

/** Bytes; nine languages of forty entries take a twentieth of it. */
const MOST_BYTES = 1024 * 1024;

const number = z.number({ error: must('be a number') });
const text = z.string({ error: must('be a text') });
const keyed = <T extends z.ZodType>(names: readonly string[], value: T) =>
  objectOf(Object.fromEntries(names.map((name) => [name, value])));

const SHAPE = recordOf(
  text,
  objectOf({
    fittedTo: objectOf({ language: text, entries: recordOf(text, text) }),
    ranking: keyed(RANK_FEATURES, objectOf({ always: number, sparse: number })),
    confidence: keyed(['intercept', ...CONFIDENCE_FEATURES], number),
  }),
).describe('make it again with `knowledge weigh`, or remove it') as unknown as z.ZodType<PackWeights>;

/**
 * @returns no weights if there is no file, or it has problems. Those are only warnings: without weights, each bot fits
 * its own.
 */
export async function readWeights(
  pack: string,
): Promise<{ readonly weights?: PackWeights; readonly problems: readonly Problem[] }> {
  const file = join(pack, WEIGHTS_FILE);
  const isThere = await access(file).then(
    () => true,
    () => false,
  );
  if (!isThere) return { problems: [] };
  const read = await readText(file, MOST_BYTES);
  const { data, findings } = 'text' in read ? checkJson(read.text, SHAPE) : { findings: [read.finding] };
  const problems = inFile(
    shownPath(file),
    findings.slice(0, 1).map((finding) => ({ ...finding, level: 'warning' as const })),
  );
  return data ? { weights: data, problems } : { problems };
}

/** The file's text: rounded to three digits, as the shipped weights are, each on a line of its own. */
export const weightsText = (weights: PackWeights): string => `${JSON.stringify(weights, rounded, 2)}\n`;

const rounded = (_: string, value: unknown): unknown =>
  typeof value === 'number' ? Math.round(value * 1000) / 1000 + 0 : value;

/** Warns of weights that are not used any more, because the texts have changed. */
export const staleWeights = ({ packs, entries }: Knowledge, locales: Lessons): Problem[] =>
  packs.flatMap(({ name: pack, dir, weights = {} }) => {
    const stale = indexNamesOf(entries).filter((name) => {
      const fitted = name.pack === pack ? weights[name.base] : undefined;
      return fitted && !isNearly(fitted.fittedTo, fingerprintOf(name, entries, locales));
    });
    const languages = stale.map(({ base }) => base).join(', ');
    return stale.length === 0
      ? []
      : inFile(shownPath(join(dir, WEIGHTS_FILE)), [warning(1, 'stale-weights', { languages, pack: shownPath(dir) })]);
  });
