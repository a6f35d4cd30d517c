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
import { channelIn, channelSelect, ownValue, roleSelect, rolesIn } from './selects.ts';

/** A setting as a field of a form. */
export interface SettingField {
  readonly setting: Setting;
  /** Its present value, as a form that is sent has it: chosen values, a line each, or words. */
  readonly value: string;
  /** @param value that is filled in */
  readonly render: (value: string) => object;
}

/** Where the settings are looked at. */
interface Seen {
  readonly page: Pick<PanelPage, 'settings' | 'isOfChannel'>;
  readonly channel: string;
  /** If the channel is a forum, the tags that its posts can have. */
  readonly tags?: readonly Tag[];
}

/** The forms of a page, each with settings that are beside each other. A single one is set in the panel. */
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
  /** Small words below its name. Default: its use. */
  readonly hint?: string;
}

/** @param channel if it is a channel's own. @returns undefined if it cannot be set in a form */
type InputOf = (
  call: Call,
  setting: Setting,
  seen: { readonly channel: string | undefined; readonly tags: readonly Tag[] },
) => Input | undefined;

/** Values to choose from, those that are chosen first; of very many, their names are typed. */
const listed: InputOf = (call, setting, { channel }) => {
  const own = ownValue(call, setting, channel);
  const now = own ?? ownValue(call, setting);
  const { isMany = false } = kindOf(setting);
  // The community's own words are written elsewhere.
  const values = valuesOf(setting, call).filter((one) => one !== NONE && (one !== OWN || typeof now === 'object'));
  if (isMany) {
    const chosen = listIn(now).filter((one) => values.includes(one));
    const inOrder = [...chosen, ...values.filter((one) => !chosen.includes(one))];
    const boxes = inOrder.map((value) => ({ value, label: sayPicked(call, setting, [value]) }));
    if (boxes.length > MOST.choices) return words(setting, chosen.join(', '));
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

/** Own words are shown before they are saved, so they have a form of their own. */
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

/** Values in what a form holds. */
export const linesIn = (value: string): string[] => value.split('\n').filter((line) => line !== '');

/** Its use: all of it, or the first sentence, as there is room. */
function hintOf(call: Call, setting: Setting): string | undefined {
  const about = sayAbout(call, setting);
  const [first] = new Intl.Segmenter(call.language, { granularity: 'sentence' }).segment(about);
  return [about, first?.segment.trim() ?? ''].find(({ length }) => length <= MOST.modalHint);
}
