import { createHash } from 'node:crypto';
import { readFileSync, rmSync } from 'node:fs';
import { access, mkdtemp, readdir, readFile, rm, rmdir, stat, utimes } from 'node:fs/promises';
import path from 'node:path';
import { type IndexWeights, SHIPPED_WEIGHTS } from '../../core/calibration/calibrate.ts';
import type { Entry } from '../../core/entry/entry.ts';
import type { Learned } from '../../core/search/learn.ts';
import { indexNamesOf, type LearnedEarlier, type PackIndexName, textsIn } from '../../core/search/library.ts';
import { baseOf } from '../../core/text/language.ts';
import { inBatches, makeFolder, reasonOf } from '../format/files.ts';
import { type FittedWeights, fingerprintOf, isNearly, type Lessons } from './fitted-weights.ts';
import { bytesOf, dataIn, writeWhole } from './model-file.ts';

export interface CachePlace {
  /** The program's folder. Its code is part of each model's key: another version of the engine cannot use the model. */
  readonly root: string;
  /** It is made if it is missing. */
  readonly cacheDir: string;
}

/** Why models cannot be written. */
export interface CacheFailure {
  readonly folder: string;
  /** Such as `EACCES`. */
  readonly why: string;
}

/**
 * Models that were learned earlier from the same texts, by the keys of their indexes (see PackIndexName). A damaged
 * file is removed.
 */
export interface ModelCache extends LearnedEarlier {
  /** One for each index, whether it exists or not. */
  readonly files: () => readonly string[];
  /** Writes an index's model (`bytesOf` Learned) unless it is there. Never rejects: see `cacheFailure`. */
  readonly keep: (key: string, model: Uint8Array) => Promise<void>;
  /**
   * Weights that were fitted to nearly the same texts. @param others tried first, such as those that came with the pack
   */
  readonly weights: (name: PackIndexName, others?: FittedWeights) => IndexWeights | undefined;
  /**
   * Writes weights, to be used after small changes of the texts, unless they were shipped or came from `weights`. Never
   * rejects.
   */
  readonly keepWeights: (name: PackIndexName, weights: IndexWeights) => Promise<void>;
  /**
   * Removes the least recently used models of other texts, and the oldest weights. Never rejects.
   * @param inUse more files that stay. Default: none
   */
  readonly removeSpare: (inUse?: readonly string[]) => Promise<void>;
  /** Undefined as long as everything could be written. */
  readonly cacheFailure: () => CacheFailure | undefined;
}

/** Bytes; Node reads no file of 2 GiB and more at once. */
const LONGEST = 2_000_000_000;
/**
 * Models of other texts that stay, up to a megabyte each: every learned edit leaves one behind, and people undo edits.
 */
const MOST_SPARE = 20;
/** Subfolder for weights, a few kilobytes for each index. */
const WEIGHTS = 'weights';
/** Files; the newest stay. */
const MOST_WEIGHTS = 200;

/**
 * Learning takes seconds and depends only on the texts and the program, so each index's model is kept in a file named
 * by the hash of both. If that cannot be read or written, it is learned again. @param indexes default: all of the
 * entries.
 */
export async function openModelCache(
  { root, cacheDir }: CachePlace,
  entries: readonly Entry[],
  locales: Lessons,
  indexes: readonly PackIndexName[] = indexNamesOf(entries),
): Promise<ModelCache> {
  const programs = await hashOfPrograms(root);
  const files = new Map(
    indexes.map((name) => [name.key, path.join(cacheDir, hashOf(programs, name, entries, locales))]),
  );
  const there = new Set<string>();
  for (const [key, file] of files) if (await isUsable(file)) there.add(key);
  const weightsFile = ({ key }: PackIndexName): string => path.join(cacheDir, WEIGHTS, hashOfTexts([programs, key]));
  const known = new Set<IndexWeights>([SHIPPED_WEIGHTS]);
  let cacheFailure: CacheFailure | undefined;
  const noting = async (writing: Promise<void>): Promise<void> => {
    await writing.catch((error: unknown) => {
      cacheFailure ??= { folder: path.resolve(cacheDir), why: reasonOf(error) };
    });
  };
  await noting(tryToWrite(cacheDir));
  return {
    get: (key) => {
      const learned = there.has(key) ? read(files.get(key) ?? '') : undefined;
      if (!learned) there.delete(key);
      return learned;
    },
    has: (key) => there.has(key),
    files: () => [...files.values()],
    keep: async (key, model) => {
      const file = files.get(key);
      // A model that cannot be read again is not kept.
      if (file !== undefined && !there.has(key) && model.length <= LONGEST) await noting(writeWhole(file, model));
    },
    weights: (name, others) => {
      const now = fingerprintOf(name, entries, locales);
      const found = [others, readWeights(weightsFile(name))].find((one) => one && isNearly(one.fittedTo, now));
      if (found) known.add(found);
      return found;
    },
    keepWeights: async (name, weights) => {
      if (known.has(weights)) return;
      const fitted: FittedWeights = { ...weights, fittedTo: fingerprintOf(name, entries, locales) };
      await noting(writeWhole(weightsFile(name), bytesOf(fitted)));
    },
    removeSpare: async (inUse = []) => {
      await removeSpare(cacheDir, new Set([...files.values(), ...inUse]), MOST_SPARE);
      await removeSpare(path.join(cacheDir, WEIGHTS), new Set(), MOST_WEIGHTS);
    },
    cacheFailure: () => cacheFailure,
  };
}

/** Whether the cache holds no model at all. */
export async function isUnused(cacheDir: string): Promise<boolean> {
  const there = await readdir(cacheDir, { withFileTypes: true }).catch(() => []);
  return !there.some((one) => one.isFile());
}

/** For anyone who runs the bot, in one line. */
export const cacheFailureWords = ({ folder, why }: CacheFailure): string =>
  `what is learned cannot be kept in ${folder}: ${why} (make it writable for the user of the bot, or set ` +
  'WENDA_CACHE to a folder that is); until then every start learns again';

/** Whether the file is there; marks it as used, for `removeSpare`. */
async function isUsable(file: string): Promise<boolean> {
  const now = new Date();
  return utimes(file, now, now).then(
    () => true,
    () =>
      access(file).then(
        () => true,
        () => false,
      ),
  );
}

/** Called when its language is first asked: a start does not wait for languages that nobody speaks. */
function read(file: string): Learned | undefined {
  const learned = readData(file);
  if (learned === undefined) rmSync(file, { force: true });
  return learned as Learned | undefined;
}

const readWeights = (file: string): FittedWeights | undefined => readData(file) as FittedWeights | undefined;

/** @returns undefined if there is no such file, or it is damaged. */
function readData(file: string): unknown {
  try {
    return dataIn(readFileSync(file));
  } catch {
    return undefined;
  }
}

async function tryToWrite(folder: string): Promise<void> {
  await makeFolder(folder);
  await rmdir(await mkdtemp(path.join(folder, 'try-')));
}

async function removeSpare(folder: string, needed: ReadonlySet<string>, most: number): Promise<void> {
  const there = await readdir(folder, { withFileTypes: true }).catch(() => []);
  const spare = there
    .filter((one) => one.isFile())
    .map(({ name }) => path.join(folder, name))
    .filter((file) => !needed.has(file));
  const dated = await inBatches(spare, async (file) => ({
    file,
    used: (await stat(file).catch(() => undefined))?.mtimeMs ?? 0,
  }));
  const old = dated.sort((a, b) => b.used - a.used).slice(most);
  await inBatches(old, ({ file }) => rm(file, { force: true }).catch(() => undefined));
}

/** Hash of everything that one index is made of. */
function hashOf(
  programs: string,
  name: PackIndexName,
  entries: readonly Entry[],
  { languages, background }: Lessons,
): string {
  const hash = createHash('sha256').update(programs);
  const isOwn = ([tag]: readonly [string, unknown]) => baseOf(tag) === name.base;
  for (const { id, texts } of textsIn(name, entries)) {
    for (const text of texts) hash.update(JSON.stringify([id, text.language, text.title, text.phrasings, text.answer]));
  }
  hash.update(JSON.stringify([[...languages].filter(isOwn), [...background].filter(isOwn)]));
  return hash.digest('hex').slice(0, 32);
}

const hashOfTexts = (texts: readonly string[]): string =>
  createHash('sha256').update(JSON.stringify(texts)).digest('hex').slice(0, 32);

async function hashOfPrograms(root: string): Promise<string> {
  // ICU's dictionaries split texts into words; stems and indexes come from packages.
  const hash = createHash('sha256').update(process.versions.icu ?? '');
  hash.update(await readFile(path.join(root, 'package.json')).catch(() => ''));
  const core = path.join(root, 'dist/src/core');
  const programs = await readdir(core, { recursive: true }).catch(() => []);
  for (const program of programs.filter((name) => name.endsWith('.js')).sort())
    hash.update(`${program}\n`).update(await readFile(path.join(core, program)));
  return hash.digest('hex');
}
