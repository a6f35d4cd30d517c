import { type Attachment, ComponentType, type ModalData, type ModalSubmitFields, TextInputStyle } from 'discord.js';
import type { Form, FormBox, FormField } from '../../../bot/answers/reply.ts';
import { cut, MOST, plain } from '../outbound/escape.ts';

/** Id of the upload field; also the name of the option that takes the file. */
const FILE = 'file';

/**
 * A form as a modal. If there are more fields than a modal can show, the last optional ones are left out and keep their
 * values.
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

/**
 * Whether there is room for an upload field; it takes the place of the last field unless that is required or filled in.
 */
const hasRoom = ({ fields }: Form): boolean => {
  const last = fields[MOST.modalFields - 1];
  return last === undefined || (!last.required && last.value === '');
};

/** @param takesFile whether an upload field takes the place of one field */
export function shownFields(form: Form, takesFile: boolean): readonly FormField[] {
  const { fields } = form;
  const most = MOST.modalFields - (takesFile && hasRoom(form) ? 1 : 0);
  const needed = fields.filter(({ required }) => required).length;
  let optional = Math.max(0, most - needed);
  return fields.filter(({ required }) => required || optional-- > 0).slice(0, most);
}

const fileField = (label: string): object =>
  labelled(label, { type: ComponentType.FileUpload, custom_id: FILE, min_values: 0, max_values: 1, required: false });

function renderField(field: FormField): object {
  const { label, value, boxes } = field;
  return labelled(label, boxes ? boxesInput({ ...field, boxes, ticked: value.split('\n') }) : textInput(field));
}

/** @param hint small text below the label; a long label's own second part replaces it. Default: none */
export function labelled(label: string, component: object, hint = ''): object {
  const [head, rest] = partedLabel(plain(label).trim());
  const description = rest || hint;
  return { type: ComponentType.Label, label: head, ...(description === '' ? {} : { description }), component };
}

interface Boxes extends Pick<FormField, 'name' | 'required' | 'isSingle'> {
  readonly boxes: readonly FormBox[];
  readonly ticked: readonly string[];
}

/**
 * Checkboxes, or radio buttons if only one may be ticked (then with at least two boxes); a select menu if there are
 * more boxes than Discord allows.
 */
export function boxesInput({ name, boxes, ticked, required, isSingle = false }: Boxes): object {
  const options = boxes.slice(0, MOST.choices).map((box) => ({
    value: box.value,
    label: cut(plain(box.label).trim(), MOST.choice) || '…',
    ...(box.hint === undefined ? {} : { description: cut(plain(box.hint).trim(), MOST.modalHint) || '…' }),
    ...(ticked.includes(box.value) ? { default: true } : {}),
  }));
  const common = { custom_id: name, options, required };
  const least = required ? 1 : 0;
  if (options.length > MOST.modalBoxes)
    return {
      ...common,
      type: ComponentType.StringSelect,
      min_values: least,
      max_values: isSingle ? 1 : options.length,
    };
  return isSingle
    ? { ...common, type: ComponentType.RadioGroup }
    : { ...common, type: ComponentType.CheckboxGroup, min_values: least };
}

export function textInput({
  name,
  value,
  required,
  long,
}: Pick<FormField, 'name' | 'value' | 'required' | 'long'>): object {
  const shown = cut(plain(value), MOST.modalValue);
  const style = long ? TextInputStyle.Paragraph : TextInputStyle.Short;
  // A short input has one line only.
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

/** Splits a label that is too long: the part in brackets or after a comma becomes the hint below it. */
function partedLabel(label: string): [head: string, hint: string] {
  if (label.length <= MOST.modalLabel) return [label || '…', ''];
  const at = label.slice(0, MOST.modalLabel).search(/\s*[(（,，:：]/);
  if (at < 1) return [cut(label, MOST.modalLabel), cut(label, MOST.modalHint)];
  return [label.slice(0, at), cut(label.slice(at).replace(/^\s*[(（,，:：]\s*|[)）]$/g, ''), MOST.modalHint)];
}

/** Typed text and picked values, by option. Several picked values make a line each. */
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
    case ComponentType.StringSelect:
    case ComponentType.RoleSelect:
    case ComponentType.ChannelSelect:
      return field.values.join('\n');
    default:
      return '';
  }
}

export const uploadedFile = ({ fields }: ModalSubmitFields): Attachment | undefined =>
  [...fields.values()]
    .map((field) => (field.type === ComponentType.FileUpload ? field.attachments?.first() : undefined))
    .find((file) => file !== undefined);

/** The form with the typed values filled in. @param takesFile see `shownFields` */
export const filledForm = (form: Form, typed: Readonly<Record<string, string>>, takesFile: boolean): Form => {
  const shown = new Set(shownFields(form, takesFile).map(({ name }) => name));
  return {
    ...form,
    fields: form.fields.map((field) => (shown.has(field.name) ? { ...field, value: typed[field.name] ?? '' } : field)),
  };
};
