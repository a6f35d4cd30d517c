import type { Block } from '../../core/entry/blocks.ts';
import type { EntryText, Source } from '../../core/entry/entry.ts';
import { remember } from '../../core/text/remember.ts';
import { readText } from '../format/entry-file.ts';
import { splitFrontMatter } from '../format/front-matter.ts';
import { checkJson } from '../format/json-file.ts';
import { parseEntry } from '../format/markdown.ts';
import { PACK_SHAPE } from '../format/pack-json.ts';
import { LONGEST_PHRASING } from '../format/phrasings.ts';
import { type Finding, fault, shortened } from '../format/problem.ts';
import { splitEntryText, writeEntryText, writeFrontMatter } from './entry-text.ts';
import { flawOf, type TextFlaw } from './flaws.ts';
import { slugOf } from './slug.ts';

type Read<T> =
  | { readonly value: T; readonly problems: readonly [] }
  | { readonly value?: undefined; readonly problems: readonly TextFlaw[] };

/** Reads and writes the knowledge format for those who have no files: what a community teaches is kept as texts. */
export const editor = {
  readEntry,
  readAnswer,
  split: splitEntryText,
  write: writeEntryText,
  writeFrontMatter,
  idFor: slugOf,
  isTooLong: (words: string): boolean => words.length > LONGEST_PHRASING,
  sourceIds: (file: string): readonly string[] => splitOnce(file).frontMatter?.sources ?? [],
  sourcesOf: (packJson: string): Readonly<Record<string, Source>> =>
    checkJson(packJson, PACK_SHAPE).data?.sources ?? {},
};

/** An entry's sources are asked for before the entry is read. */
const splitOnce = remember(splitFrontMatter, 1);

function readEntry(file: string, language: string, sources: Readonly<Record<string, Source>>): Read<EntryText> {
  const split = splitOnce(file);
  const { text, findings } = readText(split, language);
  const ids = split.frontMatter?.sources ?? [];
  const missing = ids
    .filter((id) => !Object.hasOwn(sources, id))
    .map((id) => fault(1, 'unknown-source', { id: shortened(id), cure: 'add it to the sources of the pack' }));
  const errors = [...findings, ...missing].filter(({ level }) => level === 'error');
  if (errors.length > 0 || !text) return { problems: flawsOf(errors) };
  return { value: { ...text, sources: ids.flatMap((id) => sources[id] ?? []) }, problems: [] };
}

function readAnswer(markdown: string): Read<readonly Block[]> {
  // Below phrasings a quote at the beginning is part of the answer.
  const { answer, findings } = parseEntry(`# .\n\n> - .\n\n${markdown}\n`, 1);
  const errors = findings.filter(({ level }) => level === 'error');
  return errors.length > 0 ? { problems: flawsOf(errors) } : { value: answer, problems: [] };
}

/** Each once: of HTML, each mark is a finding. */
const flawsOf = (findings: readonly Finding[]): TextFlaw[] => [
  ...new Map(findings.map(flawOf).map((flaw) => [JSON.stringify(flaw), flaw])).values(),
];
