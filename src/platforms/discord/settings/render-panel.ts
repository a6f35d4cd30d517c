import { ButtonStyle, ComponentType, SelectMenuDefaultValueType } from 'discord.js';
import type { Reply } from '../../../bot/answers/reply.ts';
import type { Call } from '../../../bot/command.ts';
import type { SettingRecord } from '../../../bot/community/records.ts';
import { DEFAULT, kindOf, valuesOf } from '../../../bot/settings/kinds.ts';
import { hasScope, rowOf, type Setting, type SettingKind } from '../../../bot/settings/table.ts';
import { sayCurrent, sayName, sayPicked } from '../../../bot/settings/words.ts';
import type { Tag } from '../forums/solved.ts';
import { type Component, countOf, type MessageButton } from '../outbound/buttons.ts';
import { cut, escapeText, MOST, plain } from '../outbound/escape.ts';
import { chunksOf, joined } from '../outbound/markdown.ts';
import type { SettingField } from './fields.ts';
import { type PanelPage, pagesOf } from './pages.ts';
import { CHANNELS, channelIn, channelSelect, isPickable, ownValue, roleSelect, rolesIn } from './selects.ts';

/** The controls that pick a channel and a page. */
export const PICK = 'pick';
export const TURN = 'turn';
/** Runs a command that a reply offered, which is the argument. */
export const DO = 'do';
/** Open a form with several settings (argument: its index), and reopen a refused one (argument: its id). */
export const SEVERAL = 'several';
export const AGAIN = 'again';

interface Shown {
  readonly page: PanelPage;
  /** Id of the channel whose own settings are shown. */
  readonly channel: string;
  /** The forum's tags, if the channel is a forum. */
  readonly tags?: readonly Tag[];
  /** Groups of settings that share a form. */
  readonly forms: readonly (readonly Pick<SettingField, 'setting'>[])[];
  readonly sign: (name: string, rest?: string) => Promise<string>;
  /** Outcome of the last change, and its buttons. */
  readonly said?: Reply;
  readonly choices: readonly MessageButton[];
}

/** Most UTF-16 units of the outcome; Discord allows 4,000 in the message. */
const MOST_SAID = 1500;
const MOST_BUTTONS = 3;
const MOST_PLACEHOLDER = 150;

/**
 * The panel: each setting with its possible values as a menu, so that hardly anything must be typed. At most 40
 * components.
 */
export async function renderPanel(call: Call, shown: Shown): Promise<readonly Component[]> {
  const { said, choices } = shown;
  const status = said && 'blocks' in said ? `\n${cut(joined(chunksOf(said.blocks).flat()), MOST_SAID)}` : '';
  const title = words(`## ${escapeText(call.say('settings-title'))}${status}`);
  const rows = [...(await pageRow(call, shown)), ...(await settingRows(call, shown))];
  // Three components are the container, the title and the row of buttons.
  const room = MOST.components - 3 - countOf(rows);
  const buttons = choices.slice(0, Math.min(MOST_BUTTONS, room)).map(button);
  return [{ type: ComponentType.Container, components: [title, ...buttonRow(buttons), ...rows] }];
}

async function pageRow(call: Call, { page, sign }: Shown): Promise<Component[]> {
  const options = pagesOf(call).map(({ id, title }) => ({ label: label(title), value: id, default: id === page.id }));
  return selectRow({ type: ComponentType.StringSelect, custom_id: await sign(TURN), options });
}

async function settingRows(call: Call, shown: Shown): Promise<Component[]> {
  const { page, channel } = shown;
  const head = words(headOf(call, page));
  const picker = page.isOfChannel ? await channelPicker(shown) : [];
  const rows = page.settings.map(async (setting) => [
    ...(await formRow(call, shown, setting)),
    ...(await ROWS[rowOf(setting).kind](call, shown, setting, page.isOfChannel ? channel : undefined)),
  ]);
  return [head, ...picker, ...(await Promise.all(rows)).flat()];
}

/** A button that opens the form, above the first of its settings. */
async function formRow({ say }: Call, { forms, sign }: Shown, setting: Setting): Promise<Component[]> {
  const at = forms.findIndex(([first]) => first?.setting === setting);
  if (at === -1) return [];
  return buttonRow([button({ id: await sign(SEVERAL, String(at)), label: say('panel-several') })]);
}

/** A page's heading, with a line of help below it. */
function headOf({ say }: Call, { title, settings, isOfChannel }: PanelPage): string {
  const isOverruled = settings.some((setting) => hasScope(setting, 'channel'));
  const help = isOfChannel ? say('panel-channel-help') : isOverruled ? say('panel-server-help') : '';
  return `### ${escapeText(title)}${help === '' ? '' : `\n-# ${escapeText(help)}`}`;
}

const channelPicker = async ({ channel, sign }: Shown): Promise<Component[]> =>
  selectRow({
    type: ComponentType.ChannelSelect,
    custom_id: await sign(PICK),
    channel_types: CHANNELS,
    default_values: [{ id: channel, type: SelectMenuDefaultValueType.Channel }],
  });

/** @param channel for a channel's own setting */
type Rows = (call: Call, shown: Shown, setting: Setting, channel: string | undefined) => Promise<Component[]>;

/** A setting with a few values; some kinds allow several. */
const valueRows: Rows = async (call, { sign }, setting, channel) => {
  const values = valuesOf(setting, call)
    .filter(isPickable)
    .slice(0, MOST.choices - 1);
  if (values.length === 0) return [];
  const { isMany = false } = kindOf(setting);
  const own = ownValue(call, setting, channel);
  const isChosen = (value: string): boolean =>
    own !== undefined && (typeof own === 'string' ? own === value : own.includes(value));
  const options = values.map((value) => ({
    label: label(sayPicked(call, setting, isMany ? [value] : value)),
    value,
    default: isChosen(value),
  }));
  const back = backOption(call, own);
  return row(call, setting, channel, {
    type: ComponentType.StringSelect,
    custom_id: await sign(setting),
    placeholder: cut(
      plain(sayCurrent(call, setting, own === undefined ? undefined : channel, sayPicked)),
      MOST_PLACEHOLDER,
    ),
    options: [...options, ...back],
    ...(isMany ? { min_values: 0, max_values: options.length + back.length } : {}),
  });
};

/** A button instead of a menu: the community's own words are typed. */
const wordsRow: Rows = async (call, { sign }, setting) => {
  const label = sayLine(call, setting);
  const write = button({ id: await sign(setting), label });
  if (ownValue(call, setting) === undefined) return buttonRow([write]);
  const back = await sign(DO, `settings ${setting} ${DEFAULT}`);
  return buttonRow([write, button({ id: back, label: call.say('setting-back') })]);
};

const typedRow: Rows = async (call, _, setting) => {
  const { example = '' } = kindOf(setting);
  return [words(`-# ${escapeText(sayLine(call, setting))} (\`/settings ${setting} ${example}\`)`)];
};

const roleRows: Rows = async (call, { sign }, setting) =>
  row(call, setting, undefined, roleSelect(await sign(setting), rolesIn(ownValue(call, setting))));

const channelRows: Rows = async (call, { sign }, setting) =>
  row(call, setting, undefined, channelSelect(await sign(setting), setting, channelIn(ownValue(call, setting))));

/** A menu of the forum's tags, one of which marks a post as solved. Without a choice, it is one named "solved". */
const tagRows: Rows = async (call, { tags = [], sign }, setting, channel) => {
  if (tags.length === 0) return [];
  const own = ownValue(call, setting, channel);
  const options = tags
    .slice(0, MOST.choices - 1)
    .map(({ id, name }) => ({ label: label(name), value: id, default: id === own }));
  return row(call, setting, undefined, {
    type: ComponentType.StringSelect,
    custom_id: await sign(setting),
    placeholder: '✅',
    options: [...options, ...backOption(call, own)],
  });
};

const ROWS: Readonly<Record<SettingKind, Rows>> = {
  choice: valueRows,
  number: valueRows,
  language: valueRows,
  packs: valueRows,
  commands: valueRows,
  words: wordsRow,
  people: roleRows,
  channel: channelRows,
  faq: channelRows,
  languages: valueRows,
  topics: valueRows,
  spot: channelRows,
  hours: typedRow,
  tag: tagRows,
};

const words = (content: string): Component => ({ type: ComponentType.TextDisplay, content });
const selectRow = (select: Component): Component[] => [{ type: ComponentType.ActionRow, components: [select] }];
const row = (call: Call, setting: Setting, channel: string | undefined, select: Component): Component[] => [
  words(`**${escapeText(sayName(call, setting, channel))}**`),
  ...selectRow(select),
];

const button = ({ id, label = '…' }: MessageButton): Component => ({
  type: ComponentType.Button,
  style: ButtonStyle.Secondary,
  custom_id: id,
  label: cut(plain(label), MOST.buttonLabel),
});
const buttonRow = (buttons: readonly Component[]): Component[] =>
  buttons.length > 0 ? [{ type: ComponentType.ActionRow, components: buttons }] : [];

const sayLine = (call: Call, setting: Setting): string =>
  call.say('setting-line', {
    setting: sayName(call, setting),
    value: sayCurrent(call, setting, undefined, sayPicked),
  });

/** The option that resets the setting to its default. */
const backOption = ({ say }: Call, own: SettingRecord | undefined) =>
  own === undefined ? [] : [{ label: label(say('setting-back')), value: DEFAULT }];

const label = (text: string): string => cut(plain(text), MOST.choice) || '…';
