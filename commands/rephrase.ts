import type { Call, Command } from '../src/bot/command.ts';
import { prepare } from '../src/bot/community/deed.ts';
import { perform } from '../src/bot/community/perform.ts';
import { encode } from '../src/bot/community/records.ts';
import { entryMeant, listed, noEntry, problemsReply } from '../src/bot/moderate/lookup.ts';
import type { Field, Reply } from '../src/bot/reply.ts';
import { textIn } from '../src/core/display.ts';
import type { Entry, EntryText } from '../src/core/entry.ts';

/** Adds other ways to put an entry's question, or takes some away. */
export const rephrase: Command = {
  name: 'rephrase',
  options: [
    { name: 'entry', kind: 'entry' },
    { name: 'add', kind: 'long' },
    { name: 'remove', kind: 'long' },
    { name: 'language', kind: 'text' },
    { name: 'why', kind: 'text' },
    { name: 'force', kind: 'flag' },
  ],
  forModerators: true,
  run: (call) => {
    const entry = entryMeant(call);
    if (!entry) return noEntry(call, 'rephrase');
    const shown = textFor(call, entry);
    if (!shown) return problemsReply(call, [call.say('no-text-yet', { title: entry.id, language: call.options.language ?? call.language })]);
    return call.options.add === undefined && call.options.remove === undefined ? form(call, entry, shown) : change(call, entry, shown);
  },
};

/** In the language that is named; else in that of the words, where the entry has it; else as the caller sees it. */
function textFor(call: Call, entry: Entry): EntryText | undefined {
  const { language, add, remove } = call.options;
  if (language !== undefined) return entry.texts.get(language);
  const { sure, languages } = call.services.detect(add ?? remove ?? '');
  const written = sure ? languages.find((tag) => entry.texts.has(tag)) : undefined;
  return (written === undefined ? undefined : entry.texts.get(written)) ?? entry.texts.get(textIn(entry, call.language, call.services.languages)?.text.language ?? '');
}

function form(call: Call, entry: Entry, shown: EntryText): Reply {
  const { say } = call;
  const field = (name: string, value: string, required: boolean, long: boolean): Field => ({ name, label: say(`field-${name}`), value, required, long });
  const fields = [field('entry', entry.id, true, false), field('add', '', false, true), field('remove', '', false, true), field('language', shown.language, true, false)];
  const notes = shown.phrasings.length > 0 ? [[{ kind: 'text' as const, text: say('also-asked', { phrasings: shown.phrasings.join(' | ') }) }]] : [];
  return { language: call.language, title: shown.title, blocks: [], notes, choices: [], form: { command: 'rephrase', title: say('rephrase-title', { title: shown.title }), fields }, isPrivate: true };
}

function change(call: Call, entry: Entry, shown: EntryText): Reply | Promise<Reply> {
  const { community, services, say } = call;
  const [add, remove] = [listed(call.options.add), listed(call.options.remove)];
  const unknown = remove.filter((words) => !shown.phrasings.includes(words));
  if (unknown.length > 0) return problemsReply(call, unknown.map((words) => say('no-phrasing', { words, title: shown.title })));
  if (add.some(services.editor.isTooLong)) return problemsReply(call, [say('question-too-long')]);
  const key = `${shown.language}/${entry.id}`;
  const before = community.state.get('phrasings', key) ?? { added: [], removed: [] };
  const present = new Set([shown.title, ...shown.phrasings]);
  const added = [...before.added.filter((words) => !remove.includes(words)), ...add.filter((words) => !present.has(words) && !before.removed.includes(words))];
  const removed = [...before.removed.filter((words) => !add.includes(words)), ...remove.filter((words) => !before.added.includes(words))];
  const after = added.length + removed.length === 0 ? null : encode('phrasings', { added, removed });
  return perform(call, prepare(call, { command: 'rephrase', subject: shown.title, edits: [{ community: community.id, kind: 'phrasings', key, after }] }));
}
