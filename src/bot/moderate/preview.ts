import type { Inline } from '../../core/blocks.ts';
import type { Entry, EntryText } from '../../core/entry.ts';
import type { Call } from '../command.ts';
import { OWN_PACK } from '../community/effective.ts';
import { composeEntry, showChoice } from '../compose.ts';
import { type Reply, text } from '../reply.ts';

/** Cosine of the words; from here on an entry is told as one that may say the same. */
const ALIKE = 0.5;
const MOST_ALIKE = 3;
/** Title and phrasings that are compared; more only cost time. */
const MOST_ASKED = 20;

/** An entry as members will see it, with those that may say the same already. @param isNew whether to look for such. */
export function previewOf(call: Call, id: string, shown: EntryText, isNew: boolean): Reply {
  const entry = { id, pack: OWN_PACK, defaultLanguage: shown.language, texts: new Map([[shown.language, shown]]) };
  const reply = composeEntry(entry, { ...call, language: shown.language });
  const others = shown.phrasings.filter((words) => words !== shown.title);
  const phrasings: Inline[][] = others.length > 0 ? [[text(call.say('also-asked', { phrasings: others.join(' | ') }))]] : [];
  const alike = isNew ? similar(call, shown) : [];
  const warning: Inline[][] = alike.length > 0 ? [[text(call.say('alike', { count: alike.length }))]] : [];
  return { ...reply, language: call.language, notes: [...reply.notes, ...phrasings, ...warning], choices: alike.map((one) => showChoice(one, call)), answer: undefined };
}

/** Entries whose own words are near to these, the nearest first. */
function similar({ community }: Call, { title, phrasings, language }: EntryText): Entry[] {
  const { overlay, entries } = community.knowledge();
  const findings = [title, ...phrasings].slice(0, MOST_ASKED).flatMap((words) => community.answer(words, language).findings);
  const near = findings.flatMap(({ ranked }) => ranked.map(({ id, evidence }) => ({ id: overlay.items.get(id)?.entry ?? id, nearest: evidence.nearest })));
  const ids = near.filter(({ nearest }) => nearest >= ALIKE).sort((a, b) => b.nearest - a.nearest);
  const found = [...new Set(ids.map(({ id }) => id))].map((id) => entries.get(id));
  return found.filter((entry) => entry !== undefined).slice(0, MOST_ALIKE);
}
