import type { Block } from '../../core/entry/blocks.ts';
import {
  type Form,
  type FormField,
  type FormReply,
  list,
  type Notice,
  notice,
  paragraph,
  text,
} from '../answers/reply.ts';
import { type Call, commandNamed } from '../command.ts';
import type { Flaw } from '../ports/editor.ts';

/** Properties of a field: its value unless something was typed, and whether it may be empty. */
export interface FieldParts {
  /** Its words unless something was typed. Default: empty. */
  readonly value?: string;
  /** Whether it may not stay empty. Default: it may. */
  readonly required?: boolean;
}

/** A form for options of a command, in the order given; its labels are in `locales/` as `field-<name>`. */
export function formOf(call: Call, command: string, title: string, parts: Readonly<Record<string, FieldParts>>): Form {
  const options = commandNamed(call.services, command)?.options ?? [];
  const isLong = (name: string) => options.some((option) => option.name === name && option.kind === 'long');
  const fields = Object.entries(parts).map(
    ([name, { value = '', required = false }]): FormField => ({
      name,
      label: call.say(`field-${name}`),
      value: call.options[name] ?? value,
      required,
      long: isLong(name),
    }),
  );
  return { command, title, fields, attachment: call.attachment };
}

/** @param problems of what was typed so far, which stays in the form: nothing of it is lost */
export const formReply = (call: Call, form: Form, problems: readonly (string | Flaw)[] = []): FormReply => ({
  kind: 'form',
  language: call.language,
  blocks: problemBlocks(call, problems),
  notes: [],
  form,
  isPrivate: true,
});

/** A form that came back, with the fields that it lacks; of those that may all be empty, one at least was expected. */
export function withLacks(call: Call, reply: FormReply): FormReply {
  const lacking = reply.form.fields.filter(({ required, value }) => required && value.trim() === '');
  const problems =
    lacking.length > 0
      ? lacking.map(({ label }) => call.say('form-lacks', { field: label }))
      : [call.say('form-empty')];
  return { ...reply, blocks: problemBlocks(call, problems) };
}

/** Problems of a text that no form can put right. */
export const problemsReply = (call: Call, problems: readonly (string | Flaw)[]): Notice =>
  notice(call.language, { blocks: problemBlocks(call, problems), isPrivate: true });

function problemBlocks(call: Call, problems: readonly (string | Flaw)[]): Block[] {
  if (problems.length === 0) return [];
  const words = problems.map((one) => [text(typeof one === 'string' ? one : call.say(one.key, one.values))]);
  return [paragraph(text(call.say('not-accepted'))), list(words)];
}
