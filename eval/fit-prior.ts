/**
 * Fits what the confidence believes before it has seen a pack, and writes it to src/core/prior.ts:
 *   npm run fit-prior -- ../data-folder [...]
 * Data sets: see datasets.ts. A second prior, for shelves that serve untrained, comes from quick-shelves.ts. Three kinds of shelves are observed: with phrasings (held out), passages, and packs of one to
 * five entries whose questions are reworded by rule.
 */
import { writeFileSync } from 'node:fs';
import { type Analyzer, analyzer as analyzerFor } from '../src/core/analyze.ts';
import { type Background, NO_BACKGROUND } from '../src/core/background.ts';
import { observation, observe } from '../src/core/calibrate.ts';
import { SIGNS } from '../src/core/confidence.ts';
import type { ReadEntry } from '../src/core/index-shelf.ts';
import { type LanguageData, plainLanguage } from '../src/core/language.ts';
import { fitLogistic, type Observation } from '../src/core/logistic.ts';
import { trainModel } from '../src/core/model.ts';
import { sentencesOf } from '../src/core/sentences.ts';
import { buildShelf } from '../src/core/shelf.ts';
import { readLocales } from '../src/knowledge/locales.ts';
import { type DataEntry, type DataSet, readDataSet } from './datasets.ts';
import { quickShelves } from './quick-shelves.ts';
import { reword } from './rewordings.ts';

/** Each kind of observation of each set weighs the same, whatever its number. */
const WEIGHT_OF_A_KIND = 300;
const SMALL_PACKS = 60;
/** Weight of a question whose own entry is left out: the nearest other one must not be taken for it. */
const MASKED = 0.3;
/** Weight of a passage's question without the passage, and of chatter: most that passages are asked is in one of them. */
const NOT_THERE = 0.15;
const SHRINKAGE = 1;

interface Setting {
  readonly set: DataSet;
  readonly language: LanguageData;
  readonly analyzer: Analyzer;
  readonly background: Background;
}

const shelfOf = (entries: readonly ReadEntry[], analyzer: Analyzer, background: Background) => buildShelf(entries, analyzer, background, trainModel(entries, analyzer, background));

function read(entries: readonly DataEntry[], { analyzer, language }: Setting): ReadEntry[] {
  const analyze = (text: string) => analyzer.analyze(text);
  return entries.map(({ title, phrasings, answer }) => ({ title: analyze(title), phrasings: phrasings.map(analyze), sentences: sentencesOf(answer, language.tag).map(analyze) }));
}

function withPhrasings(setting: Setting): Observation[] {
  const entries = read(setting.set.entries, setting);
  return [0, 1].flatMap((fold) => observe(entries, setting.analyzer, setting.background, fold));
}

function passages(setting: Setting): Observation[] {
  const shelf = shelfOf(read(setting.set.entries, setting), setting.analyzer, setting.background);
  const at = new Map(setting.set.entries.map(({ id }, label) => [id, label]));
  const asked = setting.set.questions.flatMap(({ text, gold }) => {
    const label = at.get(gold[0] ?? '');
    if (label === undefined) return [];
    return [observation(shelf, text, { right: label }), { ...observation(shelf, text, { masked: label }), weight: NOT_THERE }];
  });
  return [...asked, ...setting.background.chatter.slice(0, 300).map((line) => ({ ...observation(shelf, line), weight: NOT_THERE }))];
}

/** Packs of one to five questions without phrasings; another pack's questions are off topic. */
function smallPacks(setting: Setting): Observation[] {
  const { set, analyzer, language, background } = setting;
  const titled: readonly DataEntry[] = set.entries.some((entry) => entry.phrasings.length > 0)
    ? set.entries.map((entry) => ({ ...entry, phrasings: [] }))
    : set.questions.map(({ text, gold }, n) => ({ id: String(n), title: text, phrasings: [], answer: set.entries.find((entry) => entry.id === gold[0])?.answer.slice(0, 300) ?? '' }));
  const strange = titled.flatMap((entry) => analyzer.analyze(entry.title).surface).filter((word) => analyzer.weightOf(analyzer.stem(word)) === 1);
  return Array.from({ length: SMALL_PACKS }, (_, n) => {
    const size = (n % 5) + 1;
    const entries = Array.from({ length: size }, (__, k) => titled[(n * 97 + k * 41) % titled.length]).filter((entry) => entry !== undefined);
    // The lines that the pack learns from are not those that it is asked.
    const known = { chatter: background.chatter.filter((__, k) => k % 2 === 0), about: background.about.filter((__, k) => k % 2 === 0) };
    const shelf = shelfOf(read(entries, setting), analyzer, known);
    const asked = entries.flatMap((entry, label) => {
      const { same, other } = reword(entry.title, analyzer, language, strange, n + label);
      const masked = size > 1 ? same.map((text) => ({ ...observation(shelf, text, { masked: label }), weight: MASKED })) : [];
      return [...same.map((text) => observation(shelf, text, { right: label })), ...other.map((text) => observation(shelf, text)), ...masked];
    });
    const foreign = Array.from({ length: 6 }, (__, k) => titled[(n * 131 + k * 59 + 7) % titled.length]).filter((entry) => entry !== undefined && !entries.includes(entry));
    const chatter = background.chatter.filter((__, k) => k % 2 === 1 && (k + n) % 40 < 2);
    return [...asked, ...[...foreign.map((entry) => entry?.title ?? ''), ...chatter].map((text) => observation(shelf, text))];
  }).flat();
}

function even(observations: readonly Observation[]): Observation[] {
  const total = observations.reduce((sum, { weight = 1 }) => sum + weight, 0);
  return observations.map((one) => ({ ...one, weight: ((one.weight ?? 1) * WEIGHT_OF_A_KIND) / Math.max(1, total) }));
}

const { languages, background } = await readLocales('locales');
const settings = process.argv.slice(2).map((folder): Setting => {
  const set = readDataSet(folder);
  const language = languages.get(set.language) ?? plainLanguage(set.language);
  return { set, language, analyzer: analyzerFor(language), background: background.get(set.language) ?? NO_BACKGROUND };
});
const isRich = ({ set }: Setting) => set.entries.some((entry) => entry.phrasings.length > 0);
const quick = settings.filter(isRich).flatMap((setting) => even(quickShelves(setting.set, setting.analyzer, setting.background)));
const observations = settings.flatMap((setting) => {
  process.stderr.write(`${setting.set.name}\n`);
  const rich = isRich(setting);
  return [...even(rich ? withPhrasings(setting) : passages(setting)), ...even(smallPacks(setting))];
});
const listed = (observed: readonly Observation[]): string => {
  const weights = fitLogistic(observed, new Array<number>(SIGNS.length + 1).fill(0), SHRINKAGE);
  return weights.map((weight, at) => `  ${weight.toFixed(3)}, // ${at === 0 ? 'intercept' : SIGNS[at - 1]}`).join('\n');
};
writeFileSync(
  'src/core/prior.ts',
  `import type { Weights } from './logistic.ts';

/**
 * What the confidence believes before it has seen a pack. Made by \`npm run fit-prior\` from public data sets
 * (CLINC150, BANKING77, HWU64, XQuAD; development halves) and the background lines in \`locales/\`; the data itself is not shipped.
 */
export const PRIOR: Weights = [
${listed(observations)}
];

/** The same for shelves that serve without training (see quick-model.ts). */
export const QUICK_PRIOR: Weights = [
${listed(quick)}
];
`,
);
process.stderr.write(`${observations.length + quick.length} observations; src/core/prior.ts written\n`);
