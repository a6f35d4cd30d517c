import type { Block } from '../../core/blocks.ts';
import type { Call } from '../command.ts';
import { decode } from '../community/records.ts';
import { sayMoment } from '../dates.ts';
import type { Act, Change } from '../ports/changes.ts';
import { paragraph, text } from '../reply.ts';
import { sayPerson } from './person.ts';

/** Lines that are shown of one change. */
const MOST_LINES = 12;
const LONGEST_LINE = 160;

/** One act of the log: who, where, when, why, and what stood there before and after. */
export function actBlocks(call: Call, act: Act): Block[] {
  const { say, language } = call;
  const head = say('act', { act: String(act.id), command: act.command, who: sayPerson(call, act.person), place: act.place, when: sayMoment(act.at, language) });
  const details = [
    act.why === '' ? '' : say('act-why', { why: act.why }),
    act.forced === null ? '' : say('act-forced', { victims: act.forced }),
    act.undoes === null ? '' : say('act-undoes', { act: String(act.undoes) }),
    act.approves === null ? '' : say('act-approves', { act: String(act.approves) }),
    act.held ? say('act-held') : '',
  ].filter((detail) => detail !== '');
  const lines = act.changes.flatMap(changeLines);
  const shown = lines.slice(0, MOST_LINES);
  const code: Block[] = shown.length > 0 ? [{ kind: 'code', text: [...shown, ...(lines.length > shown.length ? ['…'] : [])].join('\n') }] : [];
  return [paragraph(text([head, ...details].join(' '))), ...code];
}

/** What is gone and what is new, line by line. */
function changeLines({ kind, key, before, after }: Change): string[] {
  const [was, is] = [linesOf(kind, before), linesOf(kind, after)];
  const gone = was.filter((line) => !is.includes(line)).map((line) => `- ${line}`);
  const added = is.filter((line) => !was.includes(line)).map((line) => `+ ${line}`);
  return [`${kind} ${key}`, ...gone, ...added].map((line) => (line.length > LONGEST_LINE ? `${line.slice(0, LONGEST_LINE)}…` : line));
}

/** Texts are shown as they are, everything else as `name: value`. */
function linesOf(kind: Change['kind'], value: string | null): string[] {
  if (value === null) return [];
  const record: unknown = decode(kind, value);
  if (typeof record !== 'object' || record === null || Array.isArray(record)) return [value];
  const entries = Object.entries(record as Record<string, unknown>).filter(([name]) => !['by', 'at', 'pack'].includes(name));
  return entries.flatMap(([name, part]) => (name === 'text' ? String(part).split('\n').filter((line) => line.trim() !== '') : [`${name}: ${typeof part === 'string' ? part : JSON.stringify(part)}`]));
}
