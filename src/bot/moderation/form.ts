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

export interface FieldParts {
  /** Shown unless something was typed. Default: empty. */
  readonly value?: string;
  /** Whether it must not be empty. Default: no. */
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

/** @param problems with the text typed so far; it stays in the form, so that nothing is lost */
export const formReply = (call: Call, form: Form, problems: readonly (string | Flaw)[] = []): FormReply => ({
  kind: 'form',
  language: call.language,
  blocks: problemBlocks(call, problems),
  notes: [],
  form,
  isPrivate: true,
});

/** A form that came back, with the names of missing fields. If no field is required, at least one was expected. */
export function withLacks(call: Call, reply: FormReply): FormReply {
  const lacking = reply.form.fields.filter(({ required, value }) => required && value.trim() === '');
  const problems =
    lacking.length > 0
      ? lacking.map(({ label }) => call.say('form-lacks', { field: label }))
      : [call.say('form-empty')];
  return { ...reply, blocks: problemBlocks(call, problems) };
}

/** Problems that no form can solve. */
export const problemsReply = (call: Call, problems: readonly (string | Flaw)[]): Notice =>
  notice(call.language, { blocks: problemBlocks(call, problems), isPrivate: true });

function problemBlocks(call: Call, problems: readonly (string | Flaw)[]): Block[] {
  if (problems.length === 0) return [];
  const words = problems.map((one) => [text(typeof one === 'string' ? one : call.say(one.key, one.values))]);
  return [paragraph(text(call.say('not-accepted'))), list(words)];
}
