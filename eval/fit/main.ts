/**
 * Fits the weights that are shipped, and writes them into src/core/ranking/weights.ts and
 * src/core/calibration/prior.ts:
 *   npm run fit -- DIR           takes some minutes
 *   npm run fit -- DIR --check   only says whether the files have the weights of the fit
 *   npm run fit -- --check       the same with ../shared/data; if that is missing, it only says so
 * DIR has the data sets (see situations.ts): real FAQs in `faq/`, and CLINC150, BANKING77, HWU64 and XQuAD beside that.
 * It prints how good the fit is on FAQs that it has not seen, as each is left out once.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { type ConfidenceWeights, confidenceOf } from '../../src/core/calibration/features.ts';
import { OFFERED, SURE } from '../../src/core/calibration/policy.ts';
import { ASKED_FEATURES, RANK_FEATURES } from '../../src/core/ranking/features.ts';
import { ALL, fitRanking } from '../../src/core/ranking/fit-ranking.ts';
import type { RankWeights } from '../../src/core/ranking/rank.ts';
import { analyzer as analyzerFor } from '../../src/core/text/analyze.ts';
import { NO_BACKGROUND } from '../../src/core/text/background.ts';
import { plainLanguage } from '../../src/core/text/language.ts';
import { readLocales } from '../../src/knowledge/languages/locales.ts';
import { showProgress } from '../../src/progress.ts';
import { share } from '../outcome.ts';
import { ROOT } from '../place.ts';
import { readArguments } from '../read-arguments.ts';
import { thresholdTable } from '../threshold-table.ts';
import { fitConfidence, fitDense, judged } from './fit-confidence.ts';
import { type Observations, type Observed, observeSituation, rereading } from './observe.ts';
import { type Origin, type Situation, situationsIn } from './situations.ts';

const { values, positionals } = readArguments(
  {
    allowPositionals: true,
    options: { check: { type: 'boolean', default: false } },
  },
  'eval/fit/main.ts',
);
const progress = showProgress(process.stderr);

/** Usual folder of the data sets. */
const USUAL = '../shared/data';

async function main(named: string | undefined): Promise<void> {
  const dir = named ?? USUAL;
  if (values.check && named === undefined && !existsSync(dir))
    return void process.stdout.write(`Not checked that the weights are what the fit gives: ${dir} is not there\n`);
  const observed = await observe(await situationsIn(dir));
  progress.clear();
  const { ranking, prior, quick } = fitAll(observed);
  const files = {
    'src/core/ranking/weights.ts': rankingFile(ranking),
    'src/core/calibration/prior.ts': priorFile(prior, quick),
  };
  if (!values.check) process.stdout.write(crossValidate(observed).map(printFit).join('\n'));
  for (const [name, text] of Object.entries(files)) {
    const file = path.join(ROOT, name);
    if (!values.check) writeFileSync(file, text);
    else if (!isAlike(readFileSync(file, 'utf8'), text))
      throw new Error(`${name} is not what the fit gives (run: npm run fit -- ${dir})`);
  }
}

/** Greatest difference of a number: exponentials differ in the last digit between versions of the JavaScript engine. */
const TOLERANCE = 0.02;
const NUMBER = /-?\d+(?:\.\d+)?/g;

/** Whether two files have the same code except for such differences; layout and comments do not count. */
function isAlike(one: string, other: string): boolean {
  const codeOf = (text: string): string => text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/[\s,]+/g, '');
  const [code, otherCode] = [codeOf(one), codeOf(other)];
  const [numbers, others] = [code.match(NUMBER) ?? [], otherCode.match(NUMBER) ?? []];
  return (
    code.replace(NUMBER, '0') === otherCode.replace(NUMBER, '0') &&
    numbers.every((number, at) => Math.abs(Number(number) - Number(others[at])) <= TOLERANCE)
  );
}

interface Fitted {
  readonly ranking: RankWeights;
  readonly prior: ConfidenceWeights;
  readonly quick: ConfidenceWeights;
}

/**
 * Fits the weights for packs as owners have them at first; separately those of features that count more with every
 * phrasing, so that they change nothing for bare titles.
 */
function fitAll({ trained, quick }: Observations): Fitted {
  const base = fitRanking(trained.filter(isPlain), {
    ...ALL,
    free: RANK_FEATURES.filter((name) => !ASKED_FEATURES.some((one) => one === name)),
  });
  const ranking = fitRanking(trained.filter(isDense), { free: ASKED_FEATURES, prior: base });
  const fitted = (observed: readonly Observed[]): ConfidenceWeights =>
    fitDense(observed.filter(isDense), ranking, fitConfidence(observed.filter(isPlain), base));
  return { ranking, prior: fitted(trained), quick: fitted(quick) };
}

const isPlain = ({ origin }: Observed): boolean => origin !== 'drafted FAQ';
const isDense = ({ origin }: Observed): boolean => origin === 'drafted FAQ' || origin === 'intents';

async function observe(situations: readonly Situation[]): Promise<Observations> {
  const { languages, background } = await readLocales(path.join(ROOT, 'locales'));
  const plain = new Map(
    situations.map(({ language }) => [language, analyzerFor(languages.get(language) ?? plainLanguage(language))]),
  );
  const sets = [...new Set(situations.map(({ set }) => set))];
  const observed = sets.flatMap((set, at) => {
    progress.show(set, at, sets.length);
    const own = situations.filter((one) => one.set === set);
    const analyzers = new Map([...plain].map(([language, analyzer]) => [language, rereading(analyzer)]));
    return own.flatMap((situation) => {
      const analyzer = analyzers.get(situation.language);
      return analyzer
        ? [observeSituation(situation, analyzer, background.get(situation.language) ?? NO_BACKGROUND)]
        : [];
    });
  });
  return {
    trained: observed.flatMap(({ trained }) => trained),
    quick: observed.flatMap(({ quick }) => quick),
  };
}

/** Parts of the FAQs, each of which is left out once. */
const PARTS = 6;

/** Results of FAQs, each by a fit without the part that it is in. */
function crossValidate({ trained, quick }: Observations) {
  const sets = [...new Set(trained.filter(({ origin }) => isFaq(origin)).map(({ set }) => set))];
  const parts = Array.from({ length: PARTS }, (_, part) => new Set(sets.filter((__, at) => at % PARTS === part)));
  const fits = parts.map((part) => {
    const isIn = ({ set }: Observed) => !part.has(set);
    return fitAll({ trained: trained.filter(isIn), quick: quick.slice(0, 0) });
  });
  const outcomes = (observed: readonly Observed[]) =>
    observed.flatMap((one) => {
      const fitted = one.situation.includes(' ') ? undefined : fits[parts.findIndex((part) => part.has(one.set))];
      return fitted ? [{ observed: one, ...outcomeOf(one, fitted.ranking, fitted.prior) }] : [];
    });
  return FAQS.map((origin) => ({
    title: `Each ${origin}`,
    outcomes: outcomes(trained.filter((one) => one.origin === origin)),
  }));
}

const FAQS = ['real FAQ', 'made-up FAQ'] as const satisfies readonly Origin[];
const isFaq = (origin: Origin): boolean => FAQS.some((one) => one === origin);

function outcomeOf(observed: Observed, ranking: RankWeights, weights: ConfidenceWeights) {
  const found = judged(observed, ranking);
  const confidence = found ? confidenceOf(found.features, weights) : 0;
  return { right: found?.right ?? false, confidence: found?.isOffered ? Math.min(confidence, OFFERED) : confidence };
}

function rankingFile(weights: RankWeights): string {
  const lines = Object.entries(weights).map(
    ([name, { always, sparse }]) => `  ${name}: { always: ${always}, sparse: ${sparse} },\n`,
  );
  return `import type { RankFeature } from './features.ts';

/**
 * Weight of each feature, and an additional weight in proportion to the sparsity of an entry's phrasings; the same for
 * all languages. Made by \`npm run fit\`, from FAQs, CLINC150, BANKING77, HWU64 and XQuAD (development halves) and the
 * lines in \`locales/\`; the data is not shipped.
 */
export const RANK_WEIGHTS: Readonly<Record<RankFeature, { readonly always: number; readonly sparse: number }>> = {
${lines.join('')}};
`;
}

function priorFile(trained: ConfidenceWeights, quick: ConfidenceWeights): string {
  const listed = (weights: ConfidenceWeights) =>
    Object.entries(weights).map(([name, weight]) => `  ${name}: ${weight},\n`);
  return `import type { ConfidenceWeights } from './features.ts';

/**
 * Weights of the confidence before it is fitted to a pack. Made by \`npm run fit\`, from FAQs, CLINC150, BANKING77, HWU64
 * and XQuAD (development halves) and the lines in \`locales/\`; the data is not shipped.
 */
export const PRIOR: ConfidenceWeights = {
${listed(trained).join('')}};

/** Prior of indexes that answer before they are trained; see untrained.ts. */
export const QUICK_PRIOR: ConfidenceWeights = {
${listed(quick).join('')}};
`;
}

interface Outcome {
  readonly observed: Observed;
  readonly right: boolean;
  readonly confidence: number;
}

/** How good the fit is on FAQs that it has not seen, at several thresholds. */
function printFit({ title, outcomes }: { readonly title: string; readonly outcomes: readonly Outcome[] }): string {
  const asked = outcomes.filter(({ observed }) => observed.kind === 'question');
  const first = share(asked, ({ right }) => right)?.toFixed(1) ?? '-';
  const judged = outcomes.flatMap(({ observed: { kind }, right, confidence }) =>
    kind === 'held out' ? [] : [{ kind: kind === 'question' ? undefined : kind, right, confidence }],
  );
  const head = `${title}, left out of the fit: ${asked.length} questions, ${first} % ranked first`;
  return `${head}\n\n${thresholdTable(judged, SURE)}`;
}

main(positionals[0]).catch((error: unknown) => {
  progress.clear();
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
