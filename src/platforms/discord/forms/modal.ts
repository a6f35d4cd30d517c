import { ComponentType, type ModalSubmitFields, TextInputStyle } from 'discord.js';
import type { Form, FormField } from '../../../bot/answers/reply.ts';
import { cut, MOST, plain } from '../outbound/escape.ts';

/** A form as a modal. Of more fields than a modal has, the optional ones that come last stay as they are. */
export function renderModal(
  form: Form,
  id: string,
): { readonly custom_id: string; readonly title: string; readonly components: readonly object[] } {
  return {
    custom_id: id,
    title: cut(plain(form.title).trim(), MOST.modalTitle) || '…',
    components: shownFields(form).map(renderField),
  };
}

export function shownFields({ fields }: Form): readonly FormField[] {
  const needed = fields.filter(({ required }) => required).length;
  let optional = Math.max(0, MOST.modalFields - needed);
  return fields.filter(({ required }) => required || optional-- > 0).slice(0, MOST.modalFields);
}

function renderField({ name, label, value, required, long }: FormField): object {
  const [head, hint] = partedLabel(plain(label).trim());
  const shown = cut(plain(value), MOST.modalValue);
  const style = long ? TextInputStyle.Paragraph : TextInputStyle.Short;
  // A short input takes one line only.
  const kept = long ? shown : shown.replace(/\s*\n\s*/g, ' ');
  const input = {
    type: ComponentType.TextInput,
    custom_id: name,
    style,
    required,
    max_length: MOST.modalValue,
    ...(kept === '' ? {} : { value: kept }),
  };
  return { type: ComponentType.Label, label: head, ...(hint === '' ? {} : { description: hint }), component: input };
}

/** A long label gives way: the part in brackets or behind a comma becomes the hint below it. */
function partedLabel(label: string): [head: string, hint: string] {
  if (label.length <= MOST.modalLabel) return [label || '…', ''];
  const at = label.slice(0, MOST.modalLabel).search(/\s*[(（,，:：]/);
  if (at < 1) return [cut(label, MOST.modalLabel), cut(label, MOST.modalHint)];
  return [label.slice(0, at), cut(label.slice(at).replace(/^\s*[(（,，:：]\s*|[)）]$/g, ''), MOST.modalHint)];
}

/** Typed words, by option; empty inputs count as not given. */
export const typedValues = ({ fields }: ModalSubmitFields): Record<string, string> =>
  Object.fromEntries(
    [...fields.values()]
      .map((field) => [field.customId, field.type === ComponentType.TextInput ? field.value.trim() : ''] as const)
      .filter(([name]) => /^[a-z]+$/.test(name)),
  );

/** The form with the typed words in it. */
export const filledForm = (form: Form, typed: Readonly<Record<string, string>>): Form => {
  const shown = new Set(shownFields(form).map(({ name }) => name));
  return {
    ...form,
    fields: form.fields.map((field) => (shown.has(field.name) ? { ...field, value: typed[field.name] ?? '' } : field)),
  };
};
