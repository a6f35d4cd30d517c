import type { Block, Inline } from '../../core/entry/blocks.ts';
import type { Call } from '../command.ts';
import { titleIn, titleOf } from '../compose.ts';
import { list, paragraph, text } from '../reply.ts';
import type { Victim } from './guard.ts';
import { isPinsText } from './pinned.ts';

/** Victims that are named; the rest is counted. */
const MOST_NAMED = 5;

/** Says what a change would break. @param call of the community in which it would. */
export function refusalBlocks(call: Call, broken: readonly Victim[]): Block[] {
  const named = broken.slice(0, MOST_NAMED).map((victim): Inline[] => [text(victimWords(call, victim).trim())]);
  const more = broken.length > MOST_NAMED ? [paragraph(text(call.say('refused-more', { count: broken.length - MOST_NAMED })))] : [];
  return [paragraph(text(call.say('refused'))), list(named), ...more];
}

function victimWords(call: Call, { question, entry, instead, check, isNew = false }: Victim): string {
  const place = check ? call.say('victim-check', { file: check.file, line: String(check.line) }) : '';
  const other = instead === null ? '' : isPinsText(instead.id) ? `📌 ${titleIn(instead, call)}` : titleIn(instead, call);
  if (isNew) return instead === null ? call.say('victim-new-nothing', { question }) : call.say('victim-new', { question, instead: other });
  const key = entry === null ? 'victim-silence' : instead === null ? 'victim-nothing' : 'victim-other';
  return call.say(key, { question, entry: titleOf(call, entry), instead: other, place });
}
