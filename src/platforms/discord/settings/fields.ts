import type { FormBox } from '../../../bot/answers/reply.ts';
import type { Call } from '../../../bot/command.ts';
import { listIn } from '../../../bot/settings/chosen.ts';
import { DEFAULT, defaultOf, kindOf, NONE, OWN, valuesOf } from '../../../bot/settings/kinds.ts';
import { rowOf, type Setting, type SettingKind } from '../../../bot/settings/table.ts';
import { sayAbout, sayName, sayPicked } from '../../../bot/settings/words.ts';
import { boxesInput, labelled, textInput } from '../forms/modal.ts';
import type { Tag } from '../forums/solved.ts';
import { MOST } from '../outbound/escape.ts';
import type { PanelPage } from './pages.ts';
import { channelIn, channelSelect, isPickable, ownValue, roleSelect, rolesIn } from './selects.ts';

/** A setting that is a field of a form. */
export interface SettingField {
  readonly setting: Setting;
  /** Its present value as a submitted form has it: chosen values on a line each, or text. */
  readonly value: string;
  /** @param value filled in */
  readonly render: (value: string) => object;
}

/** The page and channel in view. */
interface Seen {
  readonly page: Pick<PanelPage, 'settings' | 'isOfChannel'>;
  readonly channel: string;
  /** The forum's tags, if the channel is a forum. */
  readonly tags?: readonly Tag[];
}

/**
 * The settings of each form of a page, in order. A setting that would be alone in its form gets none, and is changed in
 * the panel.
 */
export async function formsOf(call: Call, seen: Seen): Promise<readonly (readonly SettingField[])[]> {
  const mayAppoint = (await call.mayAppoint?.()) ?? true;
  const fields = seen.page.settings
    .filter((setting) => mayAppoint || rowOf(setting).appoints !== true)
    .flatMap((setting) => fieldOf(call, setting, seen) ?? []);
  const count = Math.ceil(fields.length / MOST.modalFields);
  const size = Math.ceil(fields.length / count);
  const forms = Array.from({ length: count }, (_, at) => fields.slice(at * size, (at + 1) * size));
  return forms.filter(({ length }) => length > 1);
}

function fieldOf(call: Call, setting: Setting, { page, channel, tags = [] }: Seen): SettingField | undefined {
  const own = page.isOfChannel ? channel : undefined;
  const input = INPUTS[rowOf(setting).kind]?.(call, setting, { channel: own, tags });
  if (!input) return undefined;
  const { value, render, hint = hintOf(call, setting) } = input;
  const name = sayName(call, setting, own);
  return { setting, value, render: (filled) => labelled(name, render(filled), hint) };
}

interface Input extends Omit<SettingField, 'setting'> {
  /** Small text below its name. Default: the setting's description. */
  readonly hint?: string;
}

/** @param channel for a channel's own setting @returns undefined if it cannot be set in a form */
type InputOf = (
  call: Call,
  setting: Setting,
  seen: { readonly channel: string | undefined; readonly tags: readonly Tag[] },
) => Input | undefined;

/** Values to choose from, the chosen ones first; if no menu can have them all, a text field for their names. */
const listed: InputOf = (call, setting, { channel }) => {
  const own = ownValue(call, setting, channel);
  const now = own ?? ownValue(call, setting);
  const { isMany = false } = kindOf(setting);
  // The community's own words have a form of their own.
  const values = valuesOf(setting, call).filter((one) => one !== NONE && (one !== OWN || typeof now === 'object'));
  if (isMany) {
    const chosen = listIn(now).filter((one) => values.includes(one));
    const inOrder = [...chosen, ...values.filter((one) => !chosen.includes(one))];
    const boxes = inOrder.map((value) => ({ value, label: sayPicked(call, setting, [value]) }));
    if (boxes.length > MOST.choices || !inOrder.every(isPickable)) return words(setting, chosen.join(', '));
    return boxes.length === 0 ? undefined : ticks(setting, boxes, chosen, false);
  }
  const chosen = (typeof now === 'object' ? OWN : now) ?? defaultOf(setting, call) ?? '';
  const boxes = values.map((value) => ({ value, label: sayPicked(call, setting, value) }));
  if (boxes.length >= MOST.choices) return words(setting, chosen);
  return boxes.length < 2 ? undefined : ticks(setting, [...boxes, ...back(call, own !== undefined)], [chosen], true);
};

const tagged: InputOf = (call, setting, { channel, tags }) => {
  const own = ownValue(call, setting, channel);
  const boxes = tags.slice(0, MOST.choices - 1).map(({ id, name }) => ({ value: id, label: name }));
  const chosen = boxes.filter(({ value }) => value === own).map(({ value }) => value);
  return boxes.length < 2 ? undefined : ticks(setting, [...boxes, ...back(call, own !== undefined)], chosen, true);
};

const ticks = (name: Setting, boxes: readonly FormBox[], chosen: readonly string[], isSingle: boolean): Input => ({
  value: chosen.join('\n'),
  render: (value) => boxesInput({ name, boxes, ticked: value.split('\n'), required: false, isSingle }),
});

const back = ({ say }: Call, isOwn: boolean): FormBox[] =>
  isOwn ? [{ value: DEFAULT, label: say('setting-back') }] : [];

const typed: InputOf = (call, setting, { channel }) => {
  const own = ownValue(call, setting, channel);
  const { choices = [], from, to } = rowOf(setting);
  const others = choices.filter((one) => !/^\d+$/.test(one));
  const hint = from === undefined ? kindOf(setting).example : [...others, `${from}–${to}`].join(', ');
  return { ...words(setting, typeof own === 'string' ? own : (defaultOf(setting, call) ?? '')), hint };
};

const words = (name: Setting, value: string): Input => ({
  value,
  render: (filled) => textInput({ name, value: filled, required: false, long: false }),
});

const roles: InputOf = (call, setting) => ({
  value: rolesIn(ownValue(call, setting)).join('\n'),
  render: (value) => ({ ...roleSelect(setting, linesIn(value)), required: false }),
});

const channelPicked: InputOf = (call, setting) => ({
  value: channelIn(ownValue(call, setting)) ?? '',
  render: (value) => ({ ...channelSelect(setting, setting, linesIn(value)[0]), required: false }),
});

/**
 * Undefined for kinds that no form can set. A community's own words are previewed before saving, so they have a form of
 * their own.
 */
const INPUTS: Readonly<Record<SettingKind, InputOf | undefined>> = {
  choice: listed,
  number: typed,
  language: listed,
  packs: listed,
  commands: listed,
  words: undefined,
  people: roles,
  channel: channelPicked,
  faq: channelPicked,
  languages: listed,
  topics: listed,
  spot: channelPicked,
  hours: typed,
  tag: tagged,
};

/** The values of a form field. */
export const linesIn = (value: string): string[] => value.split('\n').filter((line) => line !== '');

/** The setting's description, or only its first sentence if the whole is too long. */
function hintOf(call: Call, setting: Setting): string | undefined {
  const about = sayAbout(call, setting);
  const [first] = new Intl.Segmenter(call.language, { granularity: 'sentence' }).segment(about);
  return [about, first?.segment.trim() ?? ''].find(({ length }) => length <= MOST.modalHint);
}
