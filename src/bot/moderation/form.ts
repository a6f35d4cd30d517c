import type { Field, Form, Reply } from '../answers/reply.ts';
import type { Call } from '../command.ts';

/** What is particular to a field: what stands in it unless something was typed, and whether it may be empty. */
export interface FieldParts {
  readonly value?: string | undefined;
  readonly required?: boolean | undefined;
}

/** A form for options of a command, in the order given; its labels stand in `locales/` as `field-<name>`. */
export function formOf(call: Call, command: string, title: string, parts: Readonly<Record<string, FieldParts>>): Form {
  const options = call.services.commands.find(({ name }) => name === command)?.options ?? [];
  const isLong = (name: string) => options.some((option) => option.name === name && option.kind === 'long');
  const fields = Object.entries(parts).map(
    ([name, { value = '', required = false }]): Field => ({
      name,
      label: call.say(`field-${name}`),
      value: call.options[name] ?? value,
      required,
      long: isLong(name),
    }),
  );
  return { command, title, fields };
}

/** The form alone. */
export const formReply = (call: Call, form: Form): Reply => ({
  language: call.language,
  blocks: [],
  notes: [],
  choices: [],
  form,
  isPrivate: true,
});
