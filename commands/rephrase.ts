import { findEntry } from '../src/bot/answers/find-entry.ts';
import { sayLanguage } from '../src/bot/answers/messages.ts';
import type { Form, Reply } from '../src/bot/answers/reply.ts';
import type { Call, Command, Suggested } from '../src/bot/command.ts';
import { suggestLanguages } from '../src/bot/conversation/suggest-option.ts';
import { formOf, formReply, problemsReply } from '../src/bot/moderation/form.ts';
import { entryMeant, languageOption, listed } from '../src/bot/moderation/lookup.ts';
import { WHY_AND_FORCE } from '../src/bot/moderation/named-change.ts';
import { perform } from '../src/bot/moderation/perform.ts';
import { phrasingsEdit } from '../src/bot/moderation/phrasings-edit.ts';
import { alsoAsked, propose } from '../src/bot/moderation/proposed-change.ts';
import type { Edit } from '../src/bot/ports/changes.ts';
import type { Flaw } from '../src/bot/ports/editor.ts';
import { textIn } from '../src/core/entry/display.ts';
import type { Entry, EntryText } from '../src/core/entry/entry.ts';
import { groupBy } from '../src/core/text/group-by.ts';
import { phraseKey } from '../src/core/text/normalize.ts';

/** Adds phrasings to an entry, or removes some. */
export const rephrase: Command = {
  name: 'rephrase',
  group: 'teach',
  isExplained: true,
  options: [
    { name: 'entry', kind: 'entry' },
    { name: 'add', kind: 'long' },
    { name: 'remove', kind: 'long', suggest: suggestRemoval },
    { name: 'language', kind: 'text', suggest: suggestLanguages },
    ...WHY_AND_FORCE,
  ],
  forModerators: true,
  forEditors: true,
  run: (call) => {
    const { entry, refusal } = entryMeant(call, 'rephrase');
    if (!entry) return refusal;
    const shown = textFor(call, entry);
    if (!shown)
      return problemsReply(call, [
        call.say('no-text-yet', {
          title: entry.id,
          language: sayLanguage(languageOption(call) ?? call.language, call),
        }),
      ]);
    return call.options.add === undefined && call.options.remove === undefined
      ? present(call, entry, shown, [])
      : change(call, entry, shown);
  },
};

function suggestRemoval(call: Call): Suggested[] {
  const entry = findEntry(call.community.knowledge().entries, call.options.entry ?? '');
  return (entry && textFor(call, entry)?.phrasings.map((value) => ({ value, label: value }))) ?? [];
}

/**
 * The text in the named language; else in the language of the new phrasings, if the entry has it; else as displayed to
 * the caller.
 */
function textFor(call: Call, entry: Entry): EntryText | undefined {
  const { add, remove } = call.options;
  const named = languageOption(call);
  if (named !== undefined) return entry.texts.get(named);
  const { sure, languages } = call.services.detect(add ?? remove ?? '');
  const written = sure ? languages.find((tag) => entry.texts.has(tag)) : undefined;
  return entry.texts.get(written ?? textIn(entry, call.language, call.services.languages)?.text.language ?? '');
}

/** Shows the form, with the present phrasings and any problems of those that were submitted. */
function present(call: Call, entry: Entry, shown: EntryText, problems: readonly (string | Flaw)[]): Reply {
  return { ...formReply(call, formFor(call, entry, shown), problems), notes: alsoAsked(call, shown.phrasings) };
}

function formFor(call: Call, entry: Entry, shown: EntryText): Form {
  const fields = {
    entry: { value: entry.id, required: true },
    add: {},
    remove: {},
    language: { value: shown.language, required: true },
    why: {},
  };
  return formOf(
    { ...call, options: { ...call.options, entry: entry.id, language: shown.language } },
    'rephrase',
    call.say('rephrase-title', { title: shown.title }),
    fields,
  );
}

function change(call: Call, entry: Entry, shown: EntryText): Reply | Promise<Reply> {
  const { community, say } = call;
  const wanted = listed(call.options.remove).map((words) => ({ words, found: phrasingLike(words, shown) }));
  const unknown = wanted
    .filter(({ found }) => found === undefined)
    .map(({ words }) => say('no-phrasing', { words, title: shown.title }));
  const remove = wanted.flatMap(({ found }) => found ?? []);
  const known = new Set([shown.title, ...shown.phrasings.filter((words) => !remove.includes(words))].map(phraseKey));
  const add = listed(call.options.add).filter((words) => !known.has(phraseKey(words)));
  const problems: readonly (string | Flaw)[] = unknown.length > 0 ? unknown : flawsOf(call, shown, add, remove);
  if (problems.length > 0) return present(call, entry, shown, problems);
  const edit = phrasingsEdit(community, { entry: entry.id, language: shown.language, add, remove });
  return perform(
    call,
    propose(call, {
      command: 'rephrase',
      subject: shown.title,
      edits: [edit],
    }),
  );
}

/** Adds phrasings to an entry's texts, each in its own language, as one change. */
export async function addPhrasings(call: Call, entry: Entry, questions: readonly string[]): Promise<Reply> {
  const { community, say } = call;
  const added = questions.map((words) => ({ words, shown: textFor({ ...call, options: { add: words } }, entry) }));
  const edits: Edit[] = [];
  const problems: (string | Flaw)[] = [];
  let subject = entry.id;
  for (const some of groupBy(added, ({ shown }) => shown?.language ?? '').values()) {
    const shown = some[0]?.shown;
    if (!shown) {
      problems.push(say('no-text-yet', { title: entry.id, language: sayLanguage(call.language, call) }));
      continue;
    }
    subject = shown.title;
    const known = new Set([shown.title, ...shown.phrasings].map(phraseKey));
    const each = new Map(some.map(({ words }) => [phraseKey(words), words]));
    const add = [...each].flatMap(([key, words]) => (known.has(key) ? [] : [words]));
    problems.push(...flawsOf(call, shown, add, []));
    edits.push(phrasingsEdit(community, { entry: entry.id, language: shown.language, add }));
  }
  if (problems.length > 0) return problemsReply(call, problems);
  return perform(call, propose(call, { command: 'rephrase', subject, edits }));
}

/** The entry's phrasing with the given words, ignoring case and punctuation. */
const phrasingLike = (words: string, { phrasings }: EntryText): string | undefined =>
  phrasings.find((one) => one === words) ?? phrasings.find((one) => phraseKey(one) === phraseKey(words));

/** Problems by the same rules and limits as for files. */
function flawsOf(
  { services }: Call,
  { title, phrasings, language }: EntryText,
  add: readonly string[],
  remove: readonly string[],
): readonly Flaw[] {
  const { editor } = services;
  const all = [...phrasings.filter((words) => !remove.includes(words)), ...add];
  return editor.readEntry(
    editor.write({ frontMatter: editor.writeFrontMatter({ sources: ['-'] }), title, phrasings: all, answer: '.' }),
    language,
    { '-': { title: '-' } },
  ).problems;
}
