import type { Entry } from '../../core/entry.ts';
import type { Call } from '../command.ts';
import { showChoice } from '../compose.ts';
import { findEntry, nearEntries } from '../find-entry.ts';
import { plainReply, type Reply } from '../reply.ts';

/** The entry that a moderator means: named, or the one of the answer replied to. @param all also those that are retired. */
export function entryMeant(call: Call, all = false): Entry | undefined {
  const { entries, all: every } = call.community.knowledge();
  const words = call.options.entry ?? call.about?.entry;
  return words === undefined ? undefined : findEntry(all ? every : entries, words);
}

/** Says that the entry is not there, or that none was named. */
export function noEntry(call: Call, command: string): Reply {
  const words = call.options.entry;
  if (words === undefined) return plainReply(call.language, call.say('which-entry', { command }));
  const choices = nearEntries(call.community.knowledge().entries, words).map((entry) => showChoice(entry, call));
  return { ...plainReply(call.language, call.say('no-entry', { id: words }), choices), question: choices.length > 0 ? call.say('did-you-mean') : undefined };
}

/** The language that a text is written in, among those that the bot speaks; the caller's own where the text fits it. */
export function languageOfText(call: Call, text: string): string {
  const named = call.options.language;
  if (named !== undefined) return named;
  const { sure, languages } = call.services.detect(text);
  return !sure || languages.includes(call.language) ? call.language : (languages[0] ?? call.language);
}

/** Phrasings as people type lists of them: one a line, or parted by `|`. */
export const listed = (words: string | undefined): string[] =>
  (words ?? '')
    .split(/[\n|]/)
    .map((line) => line.replace(/^\s*[-*•]\s+/, '').trim())
    .filter((line) => line !== '');

/** What is wrong with a text, one problem an item. */
export function problemsReply(call: Call, problems: readonly string[]): Reply {
  const blocks = [...plainReply(call.language, call.say('not-accepted')).blocks];
  return { ...plainReply(call.language, ''), blocks: [...blocks, { kind: 'list', ordered: false, items: problems.map((problem) => [{ kind: 'paragraph', children: [{ kind: 'text', text: problem }] }]) }], isPrivate: true };
}
