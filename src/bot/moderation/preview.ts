import type { Inline } from '../../core/entry/blocks.ts';
import type { Entry, EntryText } from '../../core/entry/entry.ts';
import { attachmentNote, composeEntry, showChoice, titleIn } from '../answers/compose.ts';
import { type Notice, notice, text } from '../answers/reply.ts';
import type { Call } from '../command.ts';
import { OWN_PACK } from '../community/own-entries.ts';

/** Cosine of the words; from here on an entry is told as one that may say the same. */
const ALIKE = 0.6;
const MOST_ALIKE = 3;
const MOST_PHRASINGS = 12;
/** Title and phrasings that are compared; more only cost time. */
const MOST_ASKED = 20;

/** An entry as members will see it, with those that may say the same already. @param isNew whether to look for such. */
export function previewOf(call: Call, id: string, shown: EntryText, isNew: boolean): Notice {
  const entry = { id, pack: OWN_PACK, defaultLanguage: shown.language, texts: new Map([[shown.language, shown]]) };
  // Members read the entry's notes in its own language; what is said about the entry is for the moderator.
  const { language } = shown;
  const reply = composeEntry(entry, { ...call, language, say: call.services.speak(language) });
  const phrasings = alsoAsked(
    call,
    shown.phrasings.filter((words) => words !== shown.title),
  );
  const alike = isNew ? similar(call, shown) : [];
  const wanted: Inline[][] = isNew && phrasings.length === 0 ? [call.say.parts('preview-phrasings')] : [];
  const names = alike.map((one) => call.say('quoted', { title: titleIn(one, call) })).join(call.say('list-comma'));
  const attached: Inline[][] = call.attachment === undefined ? [] : [[attachmentNote(call.attachment)]];
  const warning: Inline[][] = alike.length > 0 ? [[text(call.say('alike', { count: alike.length, names }))]] : [];
  return notice(call.language, {
    title: reply.title,
    blocks: reply.blocks,
    notes: [...attached, ...reply.notes, ...phrasings, ...wanted, ...warning],
    choices: alike.map((one) => showChoice(one, call)),
  });
}

/** Names other ways to ask, the first few of many. */
export function alsoAsked({ say }: Call, phrasings: readonly string[]): Inline[][] {
  if (phrasings.length === 0) return [];
  const named = phrasings.slice(0, MOST_PHRASINGS).join(' | ');
  const rest = phrasings.length - MOST_PHRASINGS;
  return [
    [
      text(
        rest > 0 ? say('also-asked-more', { phrasings: named, count: rest }) : say('also-asked', { phrasings: named }),
      ),
    ],
  ];
}

/** Entries whose own words are near to these, the nearest first. */
export function similar(
  { community }: Pick<Call, 'community'>,
  { title, phrasings, language }: Pick<EntryText, 'title' | 'phrasings' | 'language'>,
): Entry[] {
  const { overlay, entries } = community.knowledge();
  const findings = [title, ...phrasings]
    .slice(0, MOST_ASKED)
    .flatMap((words) => community.answer(words, language).findings);
  const near = findings.flatMap(({ ranked }) =>
    ranked.map(({ id, nearest }) => ({ id: overlay.items.get(id)?.entry ?? id, nearest })),
  );
  const ids = near.filter(({ nearest }) => nearest >= ALIKE).sort((a, b) => b.nearest - a.nearest);
  const found = [...new Set(ids.map(({ id }) => id))].map((id) => entries.get(id));
  return found.filter((entry) => entry !== undefined).slice(0, MOST_ALIKE);
}
