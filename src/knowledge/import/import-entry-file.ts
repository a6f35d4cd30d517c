import { basename, extname } from 'node:path';
import { shortSlug } from '../export/slug.ts';
import { splitFrontMatter } from '../format/front-matter.ts';
import { isProperTag } from '../format/language-tag.ts';
import { parseEntry } from '../format/markdown.ts';
import { hasErrors, inFile } from '../format/problem.ts';
import type { Defaults } from './draft.ts';
import type { Gathered } from './gather.ts';
import type { ImportedEntry, ImportOptions } from './imported.ts';

const FENCE = /^---[ \t]*$/;

/**
 * Whether a Markdown file is an entry of the knowledge format: its front matter names sources. Other programs write
 * front matter, too.
 */
export function isEntryFile(text: string): boolean {
  const [first = '', ...lines] = text.slice(0, 8192).split(/\r\n|\r|\n/);
  const end = lines.findIndex((line) => FENCE.test(line));
  return (
    FENCE.test(first) &&
    lines.slice(0, end < 0 ? lines.length : end).some((line) => /^["']?sources["']?[ \t]*:/.test(line))
  );
}

/**
 * Reads one entry. Language and id are taken from a path such as `en/questions/why-banned.md`; without them, the id is
 * made of the file's name.
 */
export function readEntryText(text: string, file: string, options: ImportOptions, { source }: Defaults): Gathered {
  const { frontMatter, body, bodyLine, findings: above } = splitFrontMatter(text);
  const below = body === undefined ? undefined : parseEntry(body, bodyLine);
  const findings = [...above, ...(below?.findings ?? [])];
  const problems = inFile(file, findings);
  if (!frontMatter || !below || hasErrors(findings)) return { entries: [], problems, repaired: [] };
  const sources = options.source
    ? Object.fromEntries(frontMatter.sources.map((id) => [id.normalize('NFC'), source]))
    : {};
  const { text: title, line } = below.title;
  return { entries: [{ ...placeOf(file, options), title, text, sources, file, line }], problems, repaired: [] };
}

const IN_A_PACK = /(?:^|\/)([^/]+)\/((?:questions|facts)\/.+)\.md$/;

function placeOf(path: string, { language }: ImportOptions): Pick<ImportedEntry, 'language' | 'id' | 'naming'> {
  const [, folder = '', id] = IN_A_PACK.exec(path) ?? [];
  if (id !== undefined && isProperTag(folder)) return { language: folder, id: id.normalize('NFC'), naming: 'given' };
  const name = basename(path, extname(path));
  return { language, id: `questions/${shortSlug(name, LONGEST_NAME)}`, naming: 'suggested' };
}

/** So that the id has at most 48 bytes. */
const LONGEST_NAME = 38;
