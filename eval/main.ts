/**
 * Measures answers and speed, Wenda's and its peers', and prints a table:
 *   npm run eval                       the included packs, with questions nobody tuned on (eval/questions/)
 *   npm run eval -- --data DIR [...]   data sets (see datasets.ts), or a folder of them
 *   npm run eval -- --faq DIR [...]    FAQs (see faq.ts), or a folder of them; also the curve of coverage against
 *                                      precision
 *     --phrasings N                    keep only N phrasings of each entry; 0: its title alone
 *     --drafts DIR                     with 0, 1, 2, 3 and 5 drafted phrasings per entry, from the files in DIR
 *                                      (DIR own: each FAQ's drafts.tsv); with --plot FILE.svg also a plot
 *     --bars                           by the least probability of a direct answer; with --drafts, with five of them
 *     --only NAME,...                  only these engines
 *     --unlearned                      only Wenda, as it answers while it is still learning
 *     --limit SECONDS                  most time of an engine for a set; default 300
 *     --page FILE.html                 also write a page with plots
 *     --record NAME                    also write to eval/figures/figures.json, from which documents take their tables
 *   npm run eval -- --documents        write these tables, that of settings, and the plot of drafted phrasings into the
 *                                      documents
 *   npm run eval -- --laws [DIR]       whether two laws hold for the sets in DIR (default: ../shared/data); see laws/
 *   npm run eval -- --cross-lingual    the included packs with only an English text left
 *     --data DIR --into DIR            a set's questions, asked of the same paragraphs in another language
 *   npm run eval -- --dialogues        how often a question after an answer is answered rightly
 *   npm run eval -- --asks             how well questions that address nobody are told from statements
 *   npm run eval -- --asking           how often the included pack answers when for why (eval/asking/)
 *   npm run eval -- --loop             what members' presses teach packs of headings; with --faq DIR, --data DIR
 *     --people N                       people who must agree before a phrasing is proposed; default 2
 *     --hostile                        only people ask who always press wrongly
 *     --plot FILE.svg                  also a plot of it
 *   npm run eval -- --walks            how many files and functions four steps of people pass
 *     --verbose                        with their names
 *   npm run eval -- --languages        how often the language of a question is detected rightly; also with --data DIR
 */
import { writeFileSync } from 'node:fs';
import { showProgress } from '../src/progress.ts';
import { askTable } from './ask-table.ts';
import { ASKING_SETS, askingTable } from './asking-table.ts';
import { barTable } from './bars/bar-table.ts';
import { crossTable } from './cross-table.ts';
import { dialogueTable } from './dialogue-table.ts';
import { draftPlot, pointOf } from './drafts/draft-plot.ts';
import { draftedSources, draftTable } from './drafts/draft-table.ts';
import { ENGINES, enginesThere, UNLEARNED } from './engines.ts';
import { writeDocuments } from './figures/documents.ts';
import { readFigures, record } from './figures/record.ts';
import { languageTable } from './language-table.ts';
import { checkLaws } from './laws/check-laws.ts';
import { loopPlot } from './loop/loop-plot.ts';
import { loopTable } from './loop/loop-table.ts';
import { measureApart } from './measure-apart.ts';
import { metricsOf } from './metrics.ts';
import { evalPage } from './page/page.ts';
import type { Shown } from './page/shown.ts';
import { arePeersInstalled, HOW_TO_INSTALL } from './peers/installed.ts';
import type { Peer } from './peers/peer.ts';
import { publishedOn } from './published.ts';
import { readArguments } from './read-arguments.ts';
import { faqSources, folderSources, nameOf, packSources, type Source } from './sets.ts';
import { DATA_TABLE, FAQ_TABLE } from './table.ts';
import { curveText } from './threshold-table.ts';
import { totalsOf } from './totals.ts';
import { walkTable } from './walks/table.ts';

const { values, positionals } = readArguments(
  {
    allowPositionals: true,
    options: {
      data: { type: 'string', multiple: true, default: [] },
      faq: { type: 'string', multiple: true, default: [] },
      phrasings: { type: 'string' },
      drafts: { type: 'string' },
      bars: { type: 'boolean', default: false },
      laws: { type: 'boolean', default: false },
      only: { type: 'string', default: '' },
      unlearned: { type: 'boolean', default: false },
      limit: { type: 'string', default: '300' },
      page: { type: 'string' },
      record: { type: 'string' },
      documents: { type: 'boolean', default: false },
      'cross-lingual': { type: 'boolean', default: false },
      into: { type: 'string' },
      dialogues: { type: 'boolean', default: false },
      asks: { type: 'boolean', default: false },
      asking: { type: 'boolean', default: false },
      languages: { type: 'boolean', default: false },
      walks: { type: 'boolean', default: false },
      verbose: { type: 'boolean', default: false },
      loop: { type: 'boolean', default: false },
      people: { type: 'string', default: '2' },
      hostile: { type: 'boolean', default: false },
      plot: { type: 'string' },
    },
  },
  'eval/main.ts',
);
const progress = showProgress(process.stderr);

async function main(): Promise<void> {
  const dirs = [...values.data, ...positionals];
  if (values.laws) return await judge(dirs[0]);
  if (values['cross-lingual']) return void process.stdout.write(await crossTable(dirs, values.into));
  if (values.documents) return await writeAll();
  if (values.dialogues) return void process.stdout.write(await dialogueTable());
  if (values.asks) return void process.stdout.write(await askTable());
  if (values.asking) return await showAsking();
  if (values.languages) return void process.stdout.write(await languageTable(dirs));
  if (values.walks) return void process.stdout.write(await walkTable(values.verbose));
  if (values.loop) return await playLoop();
  if (values.bars) return await measureBars();
  if (values.drafts !== undefined) return await measureDrafts();
  await measureAll(values.faq.length > 0);
}

/** Writes all tables that documents have. */
async function writeAll(): Promise<void> {
  writeDocuments(readFigures());
  // Imported only here, as it needs the platforms.
  (await import('./figures/settings.ts')).writeSettings();
}

/** Imported only here, as the module reads all languages when it is loaded. */
async function buildWenda(): Promise<Peer['build']> {
  const { peer } = await import('./peers/wenda.ts');
  return peer.build;
}

async function showAsking(): Promise<void> {
  const build = await buildWenda();
  for (const set of ASKING_SETS) process.stdout.write(`${set}:\n\n${await askingTable(set, build)}\n`);
}

async function measureAll(areFaqs: boolean): Promise<void> {
  if (areFaqs && values.data.length > 0) throw new Error('--faq and --data are measured apart: their tables differ');
  const sources = areFaqs
    ? [...values.faq, ...positionals].flatMap((dir) => faqSources(dir, phrasingsOf(values.phrasings)))
    : dataSources();
  const [engines, limit, table] = [chosenEngines(), secondsOf(values.limit), areFaqs ? FAQ_TABLE : DATA_TABLE];
  const runs = sources.flatMap((source) => engines.map((engine) => ({ source, engine })));
  process.stdout.write(table.head());
  const shown: Shown[] = [];
  for (const [at, { source, engine }] of runs.entries()) {
    progress.show(`${nameOf(source)}: ${engine}`, at, runs.length);
    const one = await measured(engine, source, limit);
    progress.clear();
    process.stdout.write(table.row(one.row));
    shown.push(one);
  }
  const totals = areFaqs ? totalsOf(shown) : [];
  for (const { row } of totals) process.stdout.write(table.row(row));
  if (areFaqs) process.stdout.write(curveText(totals));
  for (const text of publishedOn(sources.map(nameOf))) process.stdout.write(`\n${text}`);
  if (values.record !== undefined) record(values.record, process.argv.slice(2).join(' '), areFaqs ? totals : shown);
  if (values.page !== undefined) writeFileSync(values.page, evalPage([...shown, ...totals], table));
}

async function measureDrafts(): Promise<void> {
  const [engine = 'Wenda'] = values.only === '' ? [] : chosenEngines();
  const limit = secondsOf(values.limit);
  const steps = await draftTable(values.faq, {
    drafts: folderOfDrafts(),
    measure: (source) => measured(engine, source, limit),
    write: writeApart,
    onProgress: progress.show,
  });
  if (values.plot !== undefined) writeFileSync(values.plot, draftPlot(steps.map(pointOf)));
  const shown = steps.map(({ drafted, total }) => ({ ...total, row: { ...total.row, set: `${drafted}` } }));
  if (values.record !== undefined) record(values.record, process.argv.slice(2).join(' '), shown);
}

/** Value in place of a folder: each FAQ has its drafts beside its pack. */
const OWN_DRAFTS = 'own';
const folderOfDrafts = (): string | undefined => (values.drafts === OWN_DRAFTS ? undefined : values.drafts);

async function measureBars(): Promise<void> {
  const sources =
    values.drafts === undefined
      ? values.faq.flatMap((dir) => faqSources(dir))
      : draftedSources(values.faq, folderOfDrafts());
  const { buildAtBars } = await import('./peers/wenda.ts');
  const steps = await barTable(sources, { buildAtBars, write: writeApart, onProgress: progress.show });
  if (values.record !== undefined) record(values.record, process.argv.slice(2).join(' '), steps);
}

function writeApart(text: string): void {
  progress.clear();
  process.stdout.write(text);
}

function dataSources(): Source[] {
  if (values.phrasings !== undefined)
    throw new Error('--phrasings goes with --faq: data sets are measured as they are');
  const dirs = [...values.data, ...positionals];
  return dirs.length === 0 ? packSources() : dirs.flatMap(folderSources);
}

/** Data sets and FAQs may both be given, as they share a table. */
async function playLoop(): Promise<void> {
  const sources = [...values.faq.flatMap((dir) => faqSources(dir)), ...values.data.flatMap(folderSources)];
  if (sources.length === 0) throw new Error('--loop: nothing to play (expected --faq DIR or --data DIR)');
  const played = await loopTable(sources, {
    people: peopleOf(values.people),
    isHostile: values.hostile,
    onProgress: progress.show,
    write: writeApart,
  });
  progress.clear();
  if (values.plot !== undefined) writeFileSync(values.plot, loopPlot(played));
}

function peopleOf(text: string): number {
  if (!/^[1-9]\d?$/.test(text)) throw new Error(`--people ${text}: not a number of people (1 to 99)`);
  return Number(text);
}

/** Exit code 1 if a law does not hold, 2 if checking failed. */
async function judge(dir = '../shared/data'): Promise<void> {
  const holds = await checkLaws(
    dir,
    (line) => {
      progress.clear();
      process.stdout.write(`${line}\n`);
    },
    progress.show,
  );
  progress.clear();
  if (!holds) process.exitCode = 1;
}

/** If one engine fails, that is reported, and the others go on. */
async function measured(engine: string, source: Source, limit: number): Promise<Shown> {
  const set = nameOf(source);
  try {
    const found = await measureApart(engine, source, limit);
    if (found === undefined) return { row: { set, engine, figures: `over ${limit} s` }, outcomes: [] };
    return {
      row: { set, engine, figures: { ...metricsOf(found.outcomes), build: found.build, memory: found.memory } },
      outcomes: found.outcomes,
    };
  } catch (error) {
    complain(error);
    return { row: { set, engine, figures: 'failed' }, outcomes: [] };
  }
}

function chosenEngines(): string[] {
  if (values.unlearned) return [UNLEARNED];
  const hasPeers = arePeersInstalled();
  const there = enginesThere(hasPeers);
  const names = values.only.split(',').filter((name) => name !== '');
  const unknown = names.find((name) => !there.includes(name));
  if (unknown !== undefined) {
    const all = Object.keys(ENGINES).join(', ');
    const why = unknown in ENGINES ? `not installed (${HOW_TO_INSTALL})` : `no such engine (there are ${all})`;
    throw new Error(`--only ${unknown}: ${why}`);
  }
  if (!hasPeers && names.length === 0)
    process.stderr.write(`Without peers but MiniSearch; the others are installed by: ${HOW_TO_INSTALL}\n`);
  return names.length > 0 ? names : there;
}

function secondsOf(text: string): number {
  const seconds = Number(text);
  if (!(seconds > 0 && seconds <= 86_400))
    throw new Error(`--limit ${text}: not a number of seconds (more than 0, at most 86400)`);
  return seconds;
}

function phrasingsOf(text: string | undefined): number | undefined {
  if (text !== undefined && !/^\d{1,4}$/.test(text))
    throw new Error(`--phrasings ${text}: not a number of phrasings (0 to 9999)`);
  return text === undefined ? undefined : Number(text);
}

function complain(error: unknown): void {
  progress.clear();
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 2;
}

main().catch(complain);
