import { type Attachment, ComponentType, type ModalData, type ModalSubmitFields, TextInputStyle } from 'discord.js';
import type { Form, FormField } from '../../../bot/answers/reply.ts';
import { cut, MOST, plain } from '../outbound/escape.ts';

/** Id of the field into which a photo or file is put; also the name of the option that takes it. */
const FILE = 'file';

/**
 * A form as a modal. Of more fields than a modal has, the optional ones that come last stay as they are.
 * @param file label of the field for a photo or file; undefined if the form takes none
 */
export function renderModal(
  form: Form,
  id: string,
  file?: string,
): { readonly custom_id: string; readonly title: string; readonly components: readonly object[] } {
  return {
    custom_id: id,
    title: cut(plain(form.title).trim(), MOST.modalTitle) || '…',
    components: [
      ...shownFields(form, file !== undefined).map(renderField),
      ...(file !== undefined && hasRoom(form) ? [fileField(file)] : []),
    ],
  };
}

/** Whether a file has room beside the fields; the last one gives way to it, unless somebody has filled it in. */
const hasRoom = ({ fields }: Form): boolean => {
  const last = fields[MOST.modalFields - 1];
  return last === undefined || (!last.required && last.value === '');
};

/** @param takesFile whether a file takes the place of one of them */
export function shownFields(form: Form, takesFile: boolean): readonly FormField[] {
  const { fields } = form;
  const most = MOST.modalFields - (takesFile && hasRoom(form) ? 1 : 0);
  const needed = fields.filter(({ required }) => required).length;
  let optional = Math.max(0, most - needed);
  return fields.filter(({ required }) => required || optional-- > 0).slice(0, most);
}

const fileField = (label: string): object => ({
  type: ComponentType.Label,
  label: cut(plain(label).trim(), MOST.modalLabel) || '…',
  component: { type: ComponentType.FileUpload, custom_id: FILE, min_values: 0, max_values: 1, required: false },
});

function renderField(field: FormField): object {
  const [head, hint] = partedLabel(plain(field.label).trim());
  const component = field.boxes ? boxesOf(field, field.boxes) : textInput(field);
  return { type: ComponentType.Label, label: head, ...(hint === '' ? {} : { description: hint }), component };
}

/** Discord takes at most ten boxes, and two at least of which one is ticked. */
function boxesOf(
  { name, value, required, isSingle = false }: FormField,
  boxes: NonNullable<FormField['boxes']>,
): object {
  const ticked = value.split(' ');
  const options = boxes.slice(0, MOST.modalBoxes).map((box) => ({
    value: box.value,
    label: cut(plain(box.label).trim(), MOST.choice) || '…',
    ...(box.hint === undefined ? {} : { description: cut(plain(box.hint).trim(), MOST.modalHint) || '…' }),
    ...(ticked.includes(box.value) ? { default: true } : {}),
  }));
  return isSingle
    ? { type: ComponentType.RadioGroup, custom_id: name, options, required }
    : { type: ComponentType.CheckboxGroup, custom_id: name, options, required, min_values: required ? 1 : 0 };
}

function textInput({ name, value, required, long }: FormField): object {
  const shown = cut(plain(value), MOST.modalValue);
  const style = long ? TextInputStyle.Paragraph : TextInputStyle.Short;
  // A short input takes one line only.
  const kept = long ? shown : shown.replace(/\s*\n\s*/g, ' ');
  return {
    type: ComponentType.TextInput,
    custom_id: name,
    style,
    required,
    max_length: MOST.modalValue,
    ...(kept === '' ? {} : { value: kept }),
  };
}

/** A long label gives way: the part in brackets or behind a comma becomes the hint below it. */
function partedLabel(label: string): [head: string, hint: string] {
  if (label.length <= MOST.modalLabel) return [label || '…', ''];
  const at = label.slice(0, MOST.modalLabel).search(/\s*[(（,，:：]/);
  if (at < 1) return [cut(label, MOST.modalLabel), cut(label, MOST.modalHint)];
  return [label.slice(0, at), cut(label.slice(at).replace(/^\s*[(（,，:：]\s*|[)）]$/g, ''), MOST.modalHint)];
}

/** Typed words and ticked values, by option; empty inputs count as not given. */
export const typedValues = ({ fields }: ModalSubmitFields): Record<string, string> =>
  Object.fromEntries(
    [...fields.values()]
      .map((field) => [field.customId, typedIn(field).trim()] as const)
      .filter(([name]) => /^[a-z]+$/.test(name)),
  );

function typedIn(field: ModalData): string {
  switch (field.type) {
    case ComponentType.TextInput:
    case ComponentType.RadioGroup:
      return field.value ?? '';
    case ComponentType.CheckboxGroup:
      return field.values.join(' ');
    default:
      return '';
  }
}

/** The first photo or file that was put into it; undefined if there is none. */
export const uploadedFile = ({ fields }: ModalSubmitFields): Attachment | undefined =>
  [...fields.values()]
    .map((field) => (field.type === ComponentType.FileUpload ? field.attachments?.first() : undefined))
    .find((file) => file !== undefined);

/** The form with the typed words in it. @param takesFile see `shownFields` */
export const filledForm = (form: Form, typed: Readonly<Record<string, string>>, takesFile: boolean): Form => {
  const shown = new Set(shownFields(form, takesFile).map(({ name }) => name));
  return {
    ...form,
    fields: form.fields.map((field) => (shown.has(field.name) ? { ...field, value: typed[field.name] ?? '' } : field)),
  };
};
