import type { Inline } from '../../core/blocks.ts';
import type { EntryText } from '../../core/entry.ts';
import type { Call } from '../command.ts';
import { OWN_PACK } from '../community/effective.ts';
import { composeEntry, showChoice } from '../compose.ts';
import { type Reply, text } from '../reply.ts';

/** From here on an entry is told as one that may say the same. */
const ALIKE = 0.35;
const MOST_ALIKE = 3;

/** An entry as members will see it, with those that may say the same already. @param isNew whether to look for such. */
export function previewOf(call: Call, id: string, shown: EntryText, isNew: boolean): Reply {
  const entry = { id, pack: OWN_PACK, defaultLanguage: shown.language, texts: new Map([[shown.language, shown]]) };
  const reply = composeEntry(entry, { ...call, language: shown.language });
  const phrasings: Inline[][] = shown.phrasings.length > 0 ? [[text(call.say('also-asked', { phrasings: shown.phrasings.join(' | ') }))]] : [];
  const alike = isNew ? similar(call, shown) : [];
  const warning: Inline[][] = alike.length > 0 ? [[text(call.say('alike', { count: alike.length }))]] : [];
  return { ...reply, language: call.language, notes: [...reply.notes, ...phrasings, ...warning], choices: alike.map((one) => showChoice(one, call)), answer: undefined };
}

function similar(call: Call, { title, phrasings, language }: EntryText) {
  const found = [title, ...phrasings].flatMap((words) => call.community.answer(words, language).candidates.filter(({ confidence }) => confidence >= ALIKE));
  return [...new Map(found.map(({ entry }) => [entry.id, entry])).values()].slice(0, MOST_ALIKE);
}
