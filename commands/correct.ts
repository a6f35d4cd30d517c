import type { Call, Command } from '../src/bot/command.ts';
import { prepare } from '../src/bot/community/deed.ts';
import { sourcesOf } from '../src/bot/community/effective.ts';
import { askFirst } from '../src/bot/community/perform.ts';
import { encode } from '../src/bot/community/records.ts';
import { entryMeant, noEntry, problemsReply } from '../src/bot/moderate/lookup.ts';
import { fileToCorrect, type OldFile } from '../src/bot/moderate/old-file.ts';
import { previewOf } from '../src/bot/moderate/preview.ts';
import { nameSource } from '../src/bot/moderate/source.ts';
import type { Field, Reply } from '../src/bot/reply.ts';
import type { Entry } from '../src/core/entry.ts';

/** Puts an entry right, in one language: its answer, its question, its source. What is not given stays. */
export const correct: Command = {
  name: 'correct',
  options: [
    { name: 'entry', kind: 'entry' },
    { name: 'answer', kind: 'long' },
    { name: 'question', kind: 'text' },
    { name: 'source', kind: 'text' },
    { name: 'language', kind: 'text' },
    { name: 'why', kind: 'text' },
    { name: 'force', kind: 'flag' },
  ],
  forModerators: true,
  run: async (call) => {
    const entry = entryMeant(call);
    if (!entry) return noEntry(call, 'correct');
    const old = await fileToCorrect(call, entry);
    if (!call.services.languages.has(old.language)) return problemsReply(call, [call.say('no-language', { name: old.language })]);
    const { answer, question, source } = call.options;
    return answer === undefined && question === undefined && source === undefined ? form(call, entry, old) : propose(call, entry, old);
  },
};

function form(call: Call, entry: Entry, { parts, language }: OldFile): Reply {
  const { say } = call;
  const field = (name: string, value: string, required: boolean, long: boolean): Field => ({ name, label: say(`field-${name}`), value, required, long });
  const fields = [
    field('entry', entry.id, true, false),
    field('question', parts.title, true, false),
    field('answer', parts.answer, true, true),
    field('language', language, true, false),
    field('why', '', false, false),
  ];
  return { language: call.language, blocks: [], notes: [], choices: [], form: { command: 'correct', title: say('correct-title', { title: parts.title || entry.id }), fields }, isPrivate: true };
}

async function propose(call: Call, entry: Entry, old: OldFile): Promise<Reply> {
  const { services, community, options } = call;
  const { editor } = services;
  const { language, parts, pack } = old;
  const source = options.source === undefined && old.hasSource ? undefined : nameSource(call, options.source, pack);
  const matter = source ? editor.writeMatter({ ...old.matter, sources: [source.id] }) : parts.matter;
  const file = editor.write({ ...parts, matter, title: options.question ?? parts.title, answer: options.answer ?? parts.answer });
  const known = sourcesOf(pack, community.state, services.knowledge.current(), editor);
  const read = editor.readEntry(file, language, source ? { ...known, [source.id]: source.source } : known);
  if (!read.value) return problemsReply(call, read.problems);
  const edits = [{ community: community.id, kind: 'entry' as const, key: `${language}/${entry.id}`, after: encode('entry', { pack, text: file }) }, ...(source?.edits ?? [])];
  return askFirst(call, prepare(call, { command: 'correct', subject: read.value.title, edits }), previewOf(call, entry.id, read.value, false));
}
