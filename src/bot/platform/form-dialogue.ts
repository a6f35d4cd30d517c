import type { Form } from '../answers/reply.ts';

/**
 * A form that is asked question by question, for platforms that cannot show it at once. Plain data, so that it can be
 * stored.
 */
export interface FormDialogue {
  readonly form: Form;
  /** Index of the field that is asked for. */
  readonly at: number;
  readonly values: Readonly<Record<string, string>>;
}

export type FormStep =
  | { readonly kind: 'next'; readonly at: number; readonly values: Readonly<Record<string, string>> }
  /** The field must not be empty: it is asked again. */
  | { readonly kind: 'again' }
  | { readonly kind: 'done'; readonly options: Readonly<Record<string, string>> }
  /** The person gave up. */
  | { readonly kind: 'left' };

const EMPTY = '-';
const CANCEL = /^\/cancel(?:@\S+)?$/i;
export const isGivenUp = (words: string): boolean => CANCEL.test(words.trim());

export const startForm = (form: Form): FormDialogue => ({
  form,
  at: 0,
  values: Object.fromEntries(form.fields.map(({ name, value }) => [name, value])),
});

/** @param words `/cancel` gives up, `-` empties an optional field; undefined keeps the present value */
export function answerForm({ form, at, values }: FormDialogue, words: string | undefined): FormStep {
  const field = form.fields[at];
  if (!field || (words !== undefined && isGivenUp(words))) return { kind: 'left' };
  const present = values[field.name] ?? '';
  const emptied = field.required ? present : '';
  const value = words === undefined ? present : words.trim() === EMPTY ? emptied : words.trim();
  if (field.required && value === '') return { kind: 'again' };
  const given = { ...values, [field.name]: value };
  return at + 1 < form.fields.length
    ? { kind: 'next', at: at + 1, values: given }
    : { kind: 'done', options: optionsOf(given) };
}

/** Values of a form as options of a command, without empty ones. */
export const optionsOf = (values: Readonly<Record<string, string>>): Record<string, string> =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== ''));
