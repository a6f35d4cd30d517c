import type { Form, Reply } from '../src/bot/answers/reply.ts';
import type { Call, Command, Suggested } from '../src/bot/command.ts';
import { suggestLanguages } from '../src/bot/conversation/suggest-option.ts';
import { editedEntry, NO_FIELDS } from '../src/bot/moderation/edited-entry.ts';
import { formOf, formReply } from '../src/bot/moderation/form.ts';
import { languageOfText, listed, suggestSources } from '../src/bot/moderation/lookup.ts';
import { WHY_AND_FORCE } from '../src/bot/moderation/named-change.ts';
import { askFirst } from '../src/bot/moderation/perform.ts';
import { previewOf } from '../src/bot/moderation/proposed-change.ts';
import { dayOf } from '../src/bot/moment.ts';
import { stillOpen } from '../src/bot/questions/closing.ts';
import { inOrder } from '../src/bot/questions/listed.ts';

/** Adds an entry of the community: by form, then a preview, then a confirmation. */
export const teach: Command = {
  name: 'teach',
  group: 'teach',
  inMenu: 'always',
  isExplained: true,
  options: [
    { name: 'question', kind: 'text', suggest: suggestOpenQuestions },
    { name: 'answer', kind: 'long' },
    { name: 'phrasings', kind: 'long' },
    { name: 'source', kind: 'text', suggest: suggestSources },
    { name: 'language', kind: 'text', suggest: suggestLanguages },
    { name: 'file', kind: 'file' },
    ...WHY_AND_FORCE,
  ],
  forModerators: true,
  forEditors: true,
  quotes: 'answer',
  run: (call) =>
    call.options.question === undefined || call.options.answer === undefined
      ? formReply(call, teachForm(call))
      : teachIt(call, call.options.question, call.options.answer),
};

/** Completes with unanswered questions, the most frequent first. */
async function suggestOpenQuestions({ services, community }: Call): Promise<Suggested[]> {
  return inOrder(await stillOpen(services, community)).map(({ text }) => ({ value: text, label: text }));
}

/** The form for an entry, with the given options filled in. */
export function teachForm(call: Call): Form {
  const fields = {
    question: { value: call.about?.question, required: true },
    answer: { required: true },
    phrasings: {},
    source: {},
    language: {},
  };
  return formOf(call, 'teach', call.say('teach-title'), fields);
}

async function teachIt(call: Call, question: string, answer: string): Promise<Reply> {
  const { services, options } = call;
  const language = languageOfText(call, `${question}\n${answer}`);
  const edited = editedEntry(call, undefined, language, undefined, {
    ...NO_FIELDS,
    question,
    answer,
    phrasings: listed(options.phrasings).join('\n'),
    sources: options.source ?? '',
    asOf: dayOf(services.now()),
  });
  if (!edited.proposed) return formReply(call, teachForm(call), edited.problems);
  return askFirst(call, edited.proposed, previewOf(call, edited.id, edited.text, true));
}
