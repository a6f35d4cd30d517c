import { withEntryLinks } from '../format/entry-file.ts';
import { splitFrontMatter } from '../format/front-matter.ts';
import { writeFrontMatter } from './entry-text.ts';

const SILENCE = 'silence';
const HEADING = /^##(?!#)\s*(.*)$/;

/**
 * Removes missing entries from `related` in an entry's front matter, and links to them from its answer. All other bytes
 * stay.
 */
export function withoutMissingRelated(file: string, ids: ReadonlySet<string>): string {
  const { frontMatter, bodyLine } = splitFrontMatter(file);
  if (!frontMatter) return file;
  const related = frontMatter.related.filter((id) => ids.has(id.normalize('NFC')));
  const present = withEntryLinks(file, (id) => (ids.has(id) ? id : undefined));
  if (related.length === frontMatter.related.length) return present;
  const { sources, as_of: asOf, review_by: reviewBy, status, tags } = frontMatter;
  const lines = rawLines(present);
  const written = writeFrontMatter({ sources, asOf, reviewBy, status, tags, related }).replaceAll('\n', lineEnd(file));
  return [lines[0], written, lineEnd(file), ...lines.slice(bodyLine - 2)].join('');
}

/** Removes the questions for missing entries from a checks.md. All other bytes stay. */
export function withoutMissingChecks(file: string, ids: ReadonlySet<string>): string {
  const lines = rawLines(file);
  let isKept = true;
  const kept = lines.filter((line) => {
    const id = HEADING.exec(line.replace(/[\r\n]+$/, ''))?.[1]?.trim();
    if (id !== undefined) isKept = id === SILENCE || ids.has(id);
    return isKept;
  });
  return kept.length === lines.length ? file : kept.join('');
}

/** A file's lines with their line breaks; the last line gets one if it has none. */
function rawLines(file: string): string[] {
  const ended = /[\r\n]$/.test(file) ? file : `${file}${lineEnd(file)}`;
  return ended.match(/[^\r\n]*(?:\r\n|\r|\n)/g) ?? [];
}

/** The line break after the first line. */
const lineEnd = (file: string): string => /\r\n|\r|\n/.exec(file)?.[0] ?? '\n';
