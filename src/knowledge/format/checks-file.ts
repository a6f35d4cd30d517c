import type { EngineAnswer } from '../../core/search/engine.ts';
import { suggester } from './nearest.ts';
import { type Finding, fault, inFile, type Problem, shortened } from './problem.ts';

/** A question and what it must find. */
export interface CheckCase {
  readonly pack: string;
  readonly language: string;
  readonly text: string;
  /** An entry's id; null if the bot must stay silent. */
  readonly entry: string | null;
  readonly file: string;
  /** From 1. */
  readonly line: number;
}

export interface ChecksFile {
  readonly language: string;
  readonly cases: readonly CheckCase[];
  readonly problems: readonly Problem[];
}

/** A file of checks, and the ids that it may name. */
export interface ChecksPlace {
  readonly pack: string;
  readonly language: string;
  readonly file: string;
  readonly ids: ReadonlySet<string>;
}

const SILENCE = 'silence';
const HEADING = /^##(?!#)\s*(.*)$/;
const ITEM = /^\s{0,3}[-*+](?:\s+(.*))?$/;

/** Reads `## questions/x` and `## silence` with their questions, one `- ` line each; texts are taken as they are. */
export function parseChecks(text: string, place: ChecksPlace): ChecksFile {
  const cases: CheckCase[] = [];
  const findings: Finding[] = [];
  const suggest = suggester([SILENCE, ...place.ids]);
  let entry: string | null | undefined;
  for (const [at, line] of text.split(/\r\n|\r|\n/).entries()) {
    const heading = HEADING.exec(line)?.[1]?.trim();
    if (heading !== undefined) {
      entry = heading === SILENCE ? null : heading;
      if (entry !== null && !place.ids.has(entry)) findings.push(unknownEntry(at + 1, entry, suggest));
      continue;
    }
    const finding = lineFinding(line, at + 1, entry);
    if (finding) findings.push(finding);
    else if (line.trim() !== '' && entry !== undefined) cases.push(caseOf(line, at + 1, entry, place));
  }
  return { language: place.language, cases, problems: inFile(place.file, findings) };
}

function unknownEntry(line: number, id: string, suggest: (word: string, advice: string) => string): Finding {
  return fault(line, 'unknown-check-entry', {
    id: shortened(id),
    cure: suggest(id, 'write `## ` and an entry of this pack such as questions/why-banned, or `## silence`'),
  });
}

function lineFinding(line: string, number: number, entry: string | null | undefined): Finding | undefined {
  if (line.trim() === '') return undefined;
  const [item, text = ''] = ITEM.exec(line) ?? [];
  if (item === undefined) return fault(number, 'not-a-check', { what: shortened(line.trim()) });
  if (text.trim() === '') return fault(number, 'empty-check');
  return entry === undefined ? fault(number, 'check-above-heading') : undefined;
}

function caseOf(line: string, number: number, entry: string | null, { pack, language, file }: ChecksPlace): CheckCase {
  return { pack, language, text: ITEM.exec(line)?.[1]?.trim() ?? '', entry, file, line: number };
}

/** The problem if a check fails; undefined if it passes. */
export function failedCheck({ file, line, text, entry }: CheckCase, answer: EngineAnswer): Problem | undefined {
  const best = answer.candidates[0];
  const found = answer.kind === 'sure' && best ? best.entry.id : null;
  if (found === entry) return undefined;
  if (entry === null) return { file, ...fault(line, 'check-not-silent', { question: text, found: found ?? '' }) };
  if (found !== null) return { file, ...fault(line, 'check-finds-other', { question: text, found, entry }) };
  const likeliest = { likeliest: best?.entry.id ?? 'none', confidence: (best?.confidence ?? 0).toFixed(2) };
  return { file, ...fault(line, 'check-finds-nothing', { question: text, entry, ...likeliest }) };
}
