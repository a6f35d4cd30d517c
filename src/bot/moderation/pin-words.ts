import { titleOf } from '../answers/compose.ts';
import { sayMoment } from '../answers/messages.ts';
import type { Call } from '../command.ts';
import type { PinRecord } from '../community/records.ts';
import { inShort } from '../settings/words.ts';
import { sayPerson } from './people.ts';

/** A pin in one line: its question and target, who pinned it and when, and whether the target is retired or gone. */
export function sayPin(call: Call, { question, entry, text = '', by, at }: PinRecord): string {
  const { all, entries } = call.community.knowledge();
  const target = entry === undefined ? call.say('quoted', { title: inShort(text) }) : titleOf(call, entry);
  const line = call.say('pin-line', {
    question,
    target,
    who: sayPerson(call, by),
    when: sayMoment(at, call.say.locale),
  });
  if (entry === undefined || entries.has(entry)) return line;
  const trouble = all.has(entry) ? call.say('pin-retired') : call.say('pin-gone');
  return `${line} ${trouble}`;
}
