import { sayLanguage } from '../src/bot/answers/messages.ts';
import { type Form, type Notice, type Reply, tell } from '../src/bot/answers/reply.ts';
import type { Call, Command, Suggested } from '../src/bot/command.ts';
import { editOf } from '../src/bot/community/records.ts';
import { suggestLanguages } from '../src/bot/conversation/suggest-option.ts';
import { changedLines } from '../src/bot/moderation/act-words.ts';
import { formOf, formReply } from '../src/bot/moderation/form.ts';
import { entryMeant, nameSource, sourcesIn, suggestSources } from '../src/bot/moderation/lookup.ts';
import { WHY_AND_FORCE } from '../src/bot/moderation/named-change.ts';
import { fileToCorrect, type OldFile } from '../src/bot/moderation/old-file.ts';
import { askFirst } from '../src/bot/moderation/perform.ts';
import { attachmentEdits, previewOf, propose } from '../src/bot/moderation/proposed-change.ts';
import type { Edit } from '../src/bot/ports/changes.ts';
import { titleIn } from '../src/core/entry/display.ts';
import type { Entry } from '../src/core/entry/entry.ts';

/** The question as it is, to be put otherwise. */
function suggestTitle({ community, options, language, services }: Call): Suggested[] {
  const entry = community.knowledge().entries.get(options.entry ?? '');
  const title = entry && titleIn(entry, language, services.languages);
  return title === undefined ? [] : [{ value: title, label: title }];
}

/** Puts an entry right, in one language: its answer, its question, its source. What is not given stays. */
export const correct: Command = {
  name: 'correct',
  group: 'teach',
  inMenu: 'always',
  isExplained: true,
  options: [
    { name: 'entry', kind: 'entry' },
    { name: 'answer', kind: 'long' },
    { name: 'question', kind: 'text', suggest: suggestTitle },
    { name: 'source', kind: 'text', suggest: suggestSources },
    { name: 'language', kind: 'text', suggest: suggestLanguages },
    { name: 'file', kind: 'file' },
    ...WHY_AND_FORCE,
  ],
  forModerators: true,
  forEditors: true,
  run: async (call) => {
    const { entry, refusal } = entryMeant(call, 'correct');
    if (!entry) return refusal;
    const old = await fileToCorrect(call, entry);
    const { answer, question, source } = call.options;
    if (answer === undefined && question === undefined && source === undefined && call.attachment === undefined)
      return formReply(call, form(call, entry, old));
    const trouble = troubleWith(call, entry, old);
    return trouble === undefined ? correctIt(call, entry, old) : formReply(call, form(call, entry, old), [trouble]);
  },
};

function form(call: Call, entry: Entry, { parts, language }: OldFile): Form {
  const fields = {
    entry: { value: entry.id, required: true },
    question: { value: parts.title, required: true },
    answer: { value: parts.answer, required: true },
    language: { value: language, required: true },
    why: {},
  };
  return formOf(
    { ...call, options: { ...call.options, entry: entry.id, language } },
    'correct',
    call.say('correct-title', { title: parts.title || entry.id }),
    fields,
  );
}

/** A language that nobody reads; or a text in a new one that is not whole. */
function troubleWith(call: Call, entry: Entry, { language, parts, isNew }: OldFile): string | undefined {
  const { services, options, say } = call;
  if (!services.languages.has(language) && !entry.texts.has(language)) return say('no-language', { name: language });
  const isWhole = (options.question ?? parts.title) !== '' && (options.answer ?? parts.answer) !== '';
  return isNew && !isWhole ? say('not-whole', { language: sayLanguage(language, call) }) : undefined;
}

async function correctIt(call: Call, entry: Entry, old: OldFile): Promise<Reply> {
  const { services, community, options } = call;
  const { editor } = services;
  const { language, parts, pack } = old;
  const source =
    options.source === undefined && !old.isNew ? undefined : nameSource(call, options.source, language, pack);
  const [title, answer] = [options.question ?? parts.title, options.answer ?? parts.answer];
  if (title === parts.title && answer === parts.answer && !source && !call.attachment)
    return tell(call, 'nothing-changed', { subject: title });
  const frontMatter = source
    ? editor.writeFrontMatter({ ...old.frontMatter, sources: [source.id] })
    : parts.frontMatter;
  const file = editor.write({ ...parts, frontMatter, title, answer });
  const known = sourcesIn(call, pack);
  const read = editor.readEntry(file, language, source ? { ...known, [source.id]: source.source } : known);
  if (!read.value) return formReply(call, form(call, entry, old), read.problems);
  const key = `${language}/${entry.id}`;
  const isSame = title === parts.title && answer === parts.answer && !source;
  const written = isSame ? [] : [editOf(community.id, 'entry', key, { pack, text: file })];
  const edits = [...written, ...(source?.edits ?? []), ...attachmentEdits(call, key)];
  const proposed = propose(call, { command: 'correct', subject: read.value.title, edits });
  const preview = await withDifference(call, previewOf(call, entry.id, read.value, false), edits);
  return askFirst(call, proposed, preview, {
    options: { ...options, entry: entry.id, language },
  });
}

/** What the correction takes away and adds, line by line, above the text as it will be. */
async function withDifference(call: Call, preview: Notice, edits: readonly Edit[]): Promise<Notice> {
  const { community } = call;
  const changes = edits.filter(({ kind }) => kind === 'entry');
  const lines = await Promise.all(
    changes.map(async (edit) => {
      const before = community.state.raw(edit.kind, edit.key);
      const { gone, added } = await changedLines(call, { ...edit, before });
      return [...gone.map((line) => `- ${line}`), ...added.map((line) => `+ ${line}`)];
    }),
  );
  const shown = lines.flat();
  if (shown.length === 0) return preview;
  return { ...preview, blocks: [{ kind: 'code', text: shown.join('\n') }, ...preview.blocks] };
}
