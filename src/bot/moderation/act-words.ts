import type { Block } from '../../core/entry/blocks.ts';
import { titleOf } from '../answers/compose.ts';
import { sayMoment } from '../answers/formats.ts';
import { paragraph, text } from '../answers/reply.ts';
import type { Call } from '../command.ts';
import { splitKey } from '../community/own-entries.ts';
import { decode } from '../community/records.ts';
import type { Act, Change, Kind } from '../ports/changes.ts';
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
    act.forced === null ? '' : say('act-forced', { regressions: act.forced }),
    act.undoes === null ? '' : say('act-undoes', { act: String(act.undoes) }),
    act.approves === null ? '' : say('act-approves', { act: String(act.approves) }),
    act.held ? say('act-held') : '',
  ].filter((detail) => detail !== '');
  const lines = act.changes.flatMap((change) => changeLines(call, change));
  const shown = lines.slice(0, MOST_LINES);
  const code: Block[] = shown.length > 0 ? [{ kind: 'code', text: [...shown, ...(lines.length > shown.length ? ['…'] : [])].join('\n') }] : [];
  return [paragraph(text([head, ...details].join(' '))), ...code];
}

/** A record by what it is about, as people know it. */
export function sayRecord(call: Call, kind: Kind, key: string): string {
  const { language, id } = splitKey(key);
  const inLanguage = () => `${titleOf(call, id)} [${language}]`;
  const names: Partial<Record<Kind, () => string | undefined>> = {
    entry: inLanguage,
    phrasings: inLanguage,
    retired: () => titleOf(call, key),
    pin: () => call.community.state.get('pin', key)?.question,
  };
  const name = names[kind]?.();
  return call.say('record', { kind: call.say(`kind-${kind}`), name: name ?? key });
}

/** What is gone and what is new, line by line. */
function changeLines(call: Call, { kind, key, before, after }: Change): string[] {
  const [was, is] = [linesOf(kind, before), linesOf(kind, after)];
  const gone = was.filter((line) => !is.includes(line)).map((line) => `- ${line}`);
  const added = is.filter((line) => !was.includes(line)).map((line) => `+ ${line}`);
  return [call.say('record', { kind: call.say(`kind-${kind}`), name: key }), ...gone, ...added].map((line) => (line.length > LONGEST_LINE ? `${line.slice(0, LONGEST_LINE)}…` : line));
}

/** Texts are shown as they are, everything else as `name: value`. */
function linesOf(kind: Kind, value: string | null): string[] {
  if (value === null) return [];
  const record: unknown = decode(kind, value);
  if (typeof record !== 'object' || record === null) return [String(record)];
  if (Array.isArray(record)) return record.map(String);
  const parts = Object.entries(record as Record<string, unknown>).filter(([name, part]) => !UNTOLD.includes(name) && part !== '');
  return parts.flatMap(([name, part]) => (name === 'text' ? writtenLines(String(part)) : [part].flat().map((one) => `${name}: ${typeof one === 'string' ? one : JSON.stringify(one)}`)));
}

/** Who and when stand in the act itself. */
const UNTOLD = ['by', 'at', 'pack'];

const writtenLines = (words: string): string[] => words.split('\n').filter((line) => line.trim() !== '');
