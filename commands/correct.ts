import { sayLanguage } from '../src/bot/answers/messages.ts';
import { type Form, type Notice, type Reply, tell } from '../src/bot/answers/reply.ts';
import type { Call, Command, Suggested } from '../src/bot/command.ts';
import { suggestLanguages } from '../src/bot/conversation/suggest-option.ts';
import { changedLines } from '../src/bot/moderation/act-words.ts';
import { type CurrentText, currentText, editedEntry } from '../src/bot/moderation/edited-entry.ts';
import { formOf, formReply } from '../src/bot/moderation/form.ts';
import { entryMeant, suggestSources } from '../src/bot/moderation/lookup.ts';
import { WHY_AND_FORCE } from '../src/bot/moderation/named-change.ts';
import { languageMeant } from '../src/bot/moderation/old-file.ts';
import { askFirst } from '../src/bot/moderation/perform.ts';
import { attachmentEdits, previewOf, propose } from '../src/bot/moderation/proposed-change.ts';
import type { Edit } from '../src/bot/ports/changes.ts';
import { titleIn } from '../src/core/entry/display.ts';
import type { Entry } from '../src/core/entry/entry.ts';

/** Completes the option with the entry's present question, which is then edited. */
function suggestTitle({ community, options, language, services }: Call): Suggested[] {
  const entry = community.knowledge().entries.get(options.entry ?? '');
  const title = entry && titleIn(entry, language, services.languages);
  return title === undefined ? [] : [{ value: title, label: title }];
}

/** Corrects an entry in one language: answer, question, sources. Options that are not given are kept. */
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
    const current = await currentText(call, entry, languageMeant(call, entry));
    const { answer, question, source } = call.options;
    if (answer === undefined && question === undefined && source === undefined && call.attachment === undefined)
      return formReply(call, form(call, entry, current));
    return correctIt(call, entry, current);
  },
};

function form(call: Call, entry: Entry, { fields: { question, answer }, old: { language } }: CurrentText): Form {
  const fields = {
    entry: { value: entry.id, required: true },
    question: { value: question, required: true },
    answer: { value: answer, required: true },
    language: { value: language, required: true },
    why: {},
  };
  return formOf(
    { ...call, options: { ...call.options, entry: entry.id, language } },
    'correct',
    call.say('correct-title', { title: question || entry.id }),
    fields,
  );
}

async function correctIt(call: Call, entry: Entry, current: CurrentText): Promise<Reply> {
  const { old, fields: was } = current;
  const { language, isNew } = old;
  const given = call.options;
  const fields = {
    ...was,
    question: given.question ?? was.question,
    answer: given.answer ?? was.answer,
    // A moderator's translation needs no source of its own.
    sources: given.source ?? (isNew ? '' : was.sources),
  };
  if (isNew && call.services.languages.has(language) && (fields.question === '' || fields.answer === ''))
    return formReply(call, form(call, entry, current), [
      call.say('not-whole', { language: sayLanguage(language, call) }),
    ]);
  const options = { ...given, entry: entry.id, language };
  const isSame = !isNew && JSON.stringify(fields) === JSON.stringify(was);
  if (isSame && !call.attachment) return tell(call, 'nothing-changed', { subject: was.question });
  const edited = editedEntry(call, entry, language, current, fields);
  if (!edited.proposed) return formReply(call, form(call, entry, current), edited.problems);
  const proposed = isSame
    ? propose(call, {
        command: 'correct',
        subject: was.question,
        edits: attachmentEdits(call, `${language}/${entry.id}`),
      })
    : edited.proposed;
  const preview = await withDifference(call, previewOf(call, entry.id, edited.text, false), proposed.edits);
  return askFirst(call, proposed, preview, { options });
}

/** The preview, with removed and added lines above the new text. */
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
