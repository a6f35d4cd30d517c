import type { Form } from '../answers/reply.ts';

/**
 * A form that is asked question by question, if a platform cannot show it at once. Plain data, so that it can be kept.
 */
export interface FormDialogue {
  readonly form: Form;
  /** The field that is open. */
  readonly at: number;
  readonly values: Readonly<Record<string, string>>;
}

/** Next step after an answer. */
export type FormStep =
  | { readonly kind: 'next'; readonly at: number; readonly values: Readonly<Record<string, string>> }
  /** This field may not be empty: it is asked again. */
  | { readonly kind: 'again' }
  | { readonly kind: 'done'; readonly options: Readonly<Record<string, string>> }
  /** Given up. */
  | { readonly kind: 'left' };

const EMPTY = '-';
const CANCEL = /^\/cancel(?:@\S+)?$/i;
export const isGivenUp = (words: string): boolean => CANCEL.test(words.trim());

export const startForm = (form: Form): FormDialogue => ({
  form,
  at: 0,
  values: Object.fromEntries(form.fields.map(({ name, value }) => [name, value])),
});

/**
 * @param words `/cancel` gives up, `-` empties a field, unless it may not be empty; `undefined` keeps the present value
 */
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

/** Answers to a form as a command's options; what is empty was not given. */
export const optionsOf = (values: Readonly<Record<string, string>>): Record<string, string> =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== ''));
