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
import { CHANNELS, channelIn, channelSelect, ownValue, roleSelect, rolesIn } from './selects.ts';

/** The control that picks the channel whose settings are shown, and the one that picks a page. */
export const PICK = 'pick';
export const TURN = 'turn';
/** Does what was offered: behind it is a command. */
export const DO = 'do';
/** Opens a form with several settings, or one that was not taken once more: behind it is its number, or its id. */
export const SEVERAL = 'several';
export const AGAIN = 'again';

interface Shown {
  readonly page: PanelPage;
  /** The channel whose own settings are shown. */
  readonly channel: string;
  /** If it is a forum, the tags that its posts can have. */
  readonly tags?: readonly Tag[];
  /** Settings that can be set in one form each. */
  readonly forms: readonly (readonly Pick<SettingField, 'setting'>[])[];
  readonly sign: (name: string, rest?: string) => Promise<string>;
  /** Result of the last choice, and what can be done about it. */
  readonly said?: Reply;
  readonly choices: readonly MessageButton[];
}

/** Units of text in a panel; Discord takes 4,000 in all. */
const MOST_SAID = 1500;
const MOST_BUTTONS = 3;
const MOST_PLACEHOLDER = 150;

/**
 * Settings, each with what it can be: hardly a word has to be typed. At most 40 components, as Discord counts them.
 */
export async function renderPanel(call: Call, shown: Shown): Promise<readonly Component[]> {
  const { said, choices } = shown;
  const status = said && 'blocks' in said ? `\n${cut(joined(chunksOf(said.blocks).flat()), MOST_SAID)}` : '';
  const title = words(`## ${escapeText(call.say('settings-title'))}${status}`);
  const rows = [...(await pageRow(call, shown)), ...(await settingRows(call, shown))];
  // The container, the title, and the row of the buttons.
  const room = MOST.components - 3 - countOf(rows);
  const buttons = choices.slice(0, Math.min(MOST_BUTTONS, room)).map(button);
  return [{ type: ComponentType.Container, components: [title, ...buttonRow(buttons), ...rows] }];
}

/** Leads to the other pages. */
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

/** Above the first of several settings that one form has. */
async function formRow({ say }: Call, { forms, sign }: Shown, setting: Setting): Promise<Component[]> {
  const at = forms.findIndex(([first]) => first?.setting === setting);
  if (at === -1) return [];
  return buttonRow([button({ id: await sign(SEVERAL, String(at)), label: say('panel-several') })]);
}

/** The heading of a page, with a line of help. */
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

/** @param channel if it is a channel's own */
type Rows = (call: Call, shown: Shown, setting: Setting, channel: string | undefined) => Promise<Component[]>;

/** A setting with a few values, of which some kinds take several. */
const valueRows: Rows = async (call, { sign }, setting, channel) => {
  const values = valuesOf(setting, call).slice(0, MOST.choices - 1);
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

/** The community's own words are written, not chosen: they need no menu. */
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

/** The tag that says that a post is solved: one that is called so needs no choice. */
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

/** Back to the value that holds without a choice. */
const backOption = ({ say }: Call, own: SettingRecord | undefined) =>
  own === undefined ? [] : [{ label: label(say('setting-back')), value: DEFAULT }];

const label = (text: string): string => cut(plain(text), MOST.choice) || '…';
