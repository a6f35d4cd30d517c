import { readFileSync, writeFileSync } from 'node:fs';
import { SURE } from '../../src/core/calibration/policy.ts';
import { type DraftPoint, draftPlot } from '../drafts/draft-plot.ts';
import { WENDA } from '../engines.ts';
import { line } from '../table.ts';
import { inFigures } from './in-figures.ts';
import { countsOf, type FiguresFile, meanOf, type Noted, noted } from './noted.ts';

/** Documents with tables of figures, and the names of their tables. */
export const DOCUMENTS: Readonly<Record<string, readonly (keyof typeof TABLES)[]>> = {
  'README.md': ['expect-en'],
  'README.zh-CN.md': ['expect-zh'],
  'docs/measuring.md': ['faqs', 'made', 'small', 'drafted', 'bars', 'packs'],
  'docs/compared.md': ['peers'],
};

/** Plot of FAQs to which nothing was fitted, with more and more drafted phrasings. */
export const DRAFTED_PLOT = 'docs/drafted.svg';

/** Writes the tables into all documents, and the plot. */
export function writeDocuments(figures: FiguresFile): void {
  for (const file of Object.keys(DOCUMENTS)) writeFileSync(file, withTables(readFileSync(file, 'utf8'), figures));
  writeFileSync(DRAFTED_PLOT, draftPlot(draftedIn(figures)));
}

/** The points of the plot, by drafted phrasings per entry. */
export const draftedIn = (figures: FiguresFile): DraftPoint[] =>
  Object.keys(figures['drafted-made']?.sets ?? {}).map((drafted) => ({
    drafted: Number(drafted),
    shares: noted(figures, 'drafted-made', drafted).shares,
  }));

/** A document in which the figures are written into each table, between `<!-- figures: NAME -->` and `<!-- end -->`. */
export const withTables = (text: string, figures: FiguresFile): string =>
  text.replace(BLOCK, (whole, begin: string, name: string, end: string) =>
    name in TABLES ? begin + TABLES[name as keyof typeof TABLES](figures) + end : whole,
  );

/** Names of a document's tables. */
export const tablesIn = (text: string): string[] => [...text.matchAll(BLOCK)].map(([, , name = '']) => name);

const BLOCK = /(<!-- figures: ([\w-]+) -->\n\n)[\s\S]*?(\n<!-- end -->)/g;

const TABLES = {
  'expect-en': (figures: FiguresFile) => inFigures(figures, 'en'),
  'expect-zh': (figures: FiguresFile) => inFigures(figures, 'zh-Hans'),
  faqs: (figures: FiguresFile) => faqTable('as shipped', noted(figures, 'faqs')),
  made: (figures: FiguresFile) => faqTable('six FAQs, held out', noted(figures, 'made')),
  small: smallTable,
  drafted: draftedTable,
  bars: barsTable,
  packs: packsTable,
  peers: peersTable,
};

function faqTable(what: string, { shares }: Noted): string {
  const cells = ['top1', 'recall3', 'direct', 'helped', 'precision'].map((key) => percent(shares[key]));
  const others = ['chatter', 'near', 'vague'].map((kind) => percent(shares[`${kind}Answered`])).join(', ');
  return table(
    [
      '',
      'ranked first %',
      'among three %',
      'direct and right %',
      'right or offered %',
      'of direct answers right %',
    ].concat('chatter, near, vague answered %'),
    [[what, ...cells, others]],
  );
}

function smallTable(figures: FiguresFile): string {
  const { questions, right, wrong, helped, near, nearAnswered } = countsOf(noted(figures, 'small'));
  return table(
    ['', 'direct and right', 'direct and wrong', 'right or offered', 'swapped lines answered'],
    [
      [
        'four packs',
        `${right} of ${questions}`,
        `${wrong} of ${questions}`,
        `${helped} of ${questions}`,
        `${nearAnswered} of ${near}`,
      ],
    ],
  );
}

/** FAQs to which nothing was fitted, with more and more drafted phrasings. */
function draftedTable(figures: FiguresFile): string {
  const rows = draftedIn(figures).map(({ drafted, shares: { direct, precision, helped, nearAnswered } }) => [
    `${drafted}`,
    ...[direct, precision, helped, nearAnswered].map(percent),
  ]);
  return table(
    [
      'drafted phrasings',
      'direct and right %',
      'of direct answers right %',
      'right or offered %',
      'near misses answered %',
    ],
    rows,
  );
}

/** FAQs and small packs to which nothing was fitted, with drafts, by the least probability of a direct answer. */
function barsTable(figures: FiguresFile): string {
  const rows = Object.keys(figures['bars-faqs']?.sets ?? {}).map((bar) => [
    Number(bar) === SURE ? `**${bar}**` : bar,
    ...['bars-faqs', 'bars-small'].flatMap((name) => {
      const found = noted(figures, name, bar);
      const { questions, right, near, nearAnswered } = countsOf(found);
      return [`${right} of ${questions}`, percent(found.shares.precision), `${nearAnswered} of ${near}`];
    }),
  ]);
  const head = ['direct and right', 'of direct answers right %'];
  return table(
    ['bar', ...[...head, 'near misses answered'].map((one) => `FAQs: ${one}`)].concat(
      [...head, 'swaps answered'].map((one) => `small packs: ${one}`),
    ),
    rows,
  );
}

/** The included pack, by language. */
function packsTable(figures: FiguresFile): string {
  const sets = Object.keys(figures.packs?.sets ?? {});
  const rows = sets.map((set) => {
    const [own, plain] = [WENDA, 'MiniSearch'].map((engine) => noted(figures, 'packs', set, engine).shares);
    const cells = ['top1', 'recall3', 'direct', 'precision', 'offTopic'].map((key) => percent(own?.[key]));
    return [
      languageOf(set),
      ...cells,
      share(own?.auroc),
      share(own?.ece),
      percent(plain?.top1),
      percent(plain?.offTopic),
    ];
  });
  const head = ['language', 'top-1 %', 'recall@3 %', 'direct and right %', 'precision %', 'off-topic answered %'];
  const { direct, precision, offTopic } = meanOf(figures);
  const mean = ['mean', '', '', ...[direct, precision, offTopic].map(percent), '', '', '', ''];
  return table(
    [...head, 'AUROC', 'calibration error', 'plain MiniSearch: top-1 %', 'its off-topic answered %'],
    [...rows, mean],
  );
}

/** The language in a set's name; see `nameOf`. */
const languageOf = (set: string): string => set.split(' ').at(-1) ?? set;

/** Other engines on real FAQs, if their first result is sent as the answer. */
function peersTable(figures: FiguresFile): string {
  const rows = Object.keys(figures.peers?.sets.all ?? {}).map((engine) => {
    const { shares } = noted(figures, 'peers', 'all', engine);
    const cells = ['direct', 'helped', 'precision', 'chatterAnswered'].map((key) => `${percent(shares[key])} %`);
    return [LINKS[engine] ?? engine, ...cells];
  });
  return table(
    ['real FAQs', 'direct and right', 'right, or among three offered', 'of direct answers, right', 'chatter answered'],
    rows,
  );
}

const LINKS: Readonly<Record<string, string>> = {
  MiniSearch: '[MiniSearch](https://github.com/lucaong/minisearch)',
  'nlp.js': '[nlp.js](https://github.com/axa-group/nlp.js)',
};

const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [head, head.map(() => '---'), ...rows]
    .map(line)
    .join('')
    .replace(/\| {2}(?=\|)/g, '| ');

const percent = (value: number | null | undefined): string => value?.toFixed(1) ?? '-';
const share = (value: number | null | undefined): string => value?.toFixed(3) ?? '-';
