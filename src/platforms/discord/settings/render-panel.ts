import { ButtonStyle, ChannelType, ComponentType, SelectMenuDefaultValueType } from 'discord.js';
import type { Reply } from '../../../bot/answers/reply.ts';
import type { Call } from '../../../bot/command.ts';
import type { SettingRecord } from '../../../bot/community/records.ts';
import { isRole } from '../../../bot/moderation/people.ts';
import { DEFAULT, keyOf, marksOf, type Setting, valuesOf } from '../../../bot/moderation/setting-values.ts';
import { sayCurrent, sayName, sayPicked } from '../../../bot/moderation/setting-words.ts';
import type { Tag } from '../forums/solved.ts';
import { type Component, type Control, countOf } from '../outbound/buttons.ts';
import { cut, escapeText, MOST, plain } from '../outbound/escape.ts';
import { chunksOf, joined } from '../outbound/markdown.ts';

/** The control that picks the channel whose settings are shown. */
export const PICK = 'pick';
/** Does what was offered: behind it is a command. */
export const DO = 'do';
/** Shows the page of people; the other page is shown by PICK. */
export const PEOPLE = 'people';

/** All settings are more than a message holds: what the bot says, and who helps and is told. */
export type Page = 'answers' | typeof PEOPLE;

/** Settings of the page of people. */
const OF_PEOPLE: readonly string[] = [
  'moderators',
  'helpers',
  'human',
  'reports',
  'digest',
  'learn',
  'patience',
  PEOPLE,
];
/** The page on which a control is. @param name of the control, which may have further parts after a hyphen */
export const pageOf = (name: string): Page => (OF_PEOPLE.includes(name.split('-').at(-1) ?? '') ? PEOPLE : 'answers');

interface Shown {
  readonly page: Page;
  /** The channel whose own settings are shown. */
  readonly channel: string;
  /** If it is a forum, the tags that its posts can have. */
  readonly tags?: readonly Tag[];
  readonly sign: (name: string, rest?: string) => Promise<string>;
  /** Result of the last choice, and what can be done about it. */
  readonly said?: Reply;
  readonly choices: readonly Control[];
}

/** Units of text in a panel; Discord takes 4,000 in all. */
const MOST_SAID = 1500;
const MOST_BUTTONS = 3;
const [MOST_OPTIONS, MOST_PLACEHOLDER] = [25, 150];

/**
 * Settings, each with what it can be: hardly a word has to be typed. At most 40 components, as Discord counts them.
 */
export async function renderPanel(call: Call, shown: Shown): Promise<readonly Component[]> {
  const { say } = call;
  const { page, said, choices } = shown;
  const status = said && 'blocks' in said ? `\n${cut(joined(chunksOf(said.blocks).flat()), MOST_SAID)}` : '';
  const rows = page === PEOPLE ? await rowsOfPeople(call, shown) : await rowsOfAnswers(call, shown);
  const head =
    page === PEOPLE
      ? headOf(say, 'panel-people', 'panel-people-help')
      : headOf(say, 'panel-server', 'panel-server-help');
  const title = `## ${escapeText(say('settings-title'))}${status}\n${head}`;
  // The container, the title, and the row of the buttons.
  const room = MOST.components - 3 - countOf(rows);
  const buttons = choices.slice(0, Math.min(MOST_BUTTONS, room)).map(button);
  return [{ type: ComponentType.Container, components: [words(title), ...buttonRow(buttons), ...rows] }];
}

async function rowsOfAnswers(call: Call, shown: Shown): Promise<Component[]> {
  const { channel, sign } = shown;
  const toPeople = button({ id: await sign(PEOPLE), label: `${call.say('panel-people')} ›` });
  const here = {
    type: ComponentType.ChannelSelect,
    custom_id: await sign(PICK),
    channel_types: CHANNELS,
    default_values: [{ id: channel, type: SelectMenuDefaultValueType.Channel }],
  };
  return [
    ...(await valueRows(call, shown, 'language')),
    ...(await valueRows(call, shown, 'packs')),
    ...(await valueRows(call, shown, 'mode')),
    ...(await valueRows(call, shown, 'unknown')),
    ...buttonRow([...(await greetingButtons(call, shown)), toPeople]),
    words(headOf(call.say, 'panel-channel', 'panel-channel-help')),
    { type: ComponentType.ActionRow, components: [here] },
    ...(await valueRows(call, shown, 'mode', channel)),
    ...(await valueRows(call, shown, 'packs', channel)),
    ...(await solvedRows(call, shown)),
  ];
}

async function rowsOfPeople(call: Call, shown: Shown): Promise<Component[]> {
  const { say } = call;
  const hours = say('setting-line', { setting: sayName(call, 'hours'), value: sayCurrent(call, 'hours') });
  const back = button({ id: await shown.sign(PICK), label: `‹ ${say('panel-server')}` });
  return [
    ...(await roleRows(call, shown, 'moderators')),
    ...(await roleRows(call, shown, 'helpers')),
    ...(await channelRows(call, shown, 'human')),
    words(`-# ${escapeText(hours)} (\`/settings hours 9-18 Europe/Berlin\`)`),
    ...(await channelRows(call, shown, 'reports')),
    ...(await valueRows(call, shown, 'digest')),
    ...(await valueRows(call, shown, 'learn')),
    ...(await valueRows(call, shown, 'patience')),
    ...buttonRow([back]),
  ];
}

const MESSAGES = [
  ChannelType.GuildText,
  ChannelType.GuildAnnouncement,
  ChannelType.GuildVoice,
  ChannelType.GuildStageVoice,
];
/**
 * Channels in which people write or open threads. Media channels are no type that Discord's description lets a menu
 * name.
 */
const CHANNELS = [...MESSAGES, ChannelType.GuildForum];
/** Channels in which a message can be posted. */
const POSTED = [...MESSAGES, ChannelType.PublicThread, ChannelType.PrivateThread];

const words = (content: string): Component => ({ type: ComponentType.TextDisplay, content });
/** The heading of a part of the panel, with a line of help. */
const headOf = (say: Call['say'], part: string, help: string): string =>
  `### ${escapeText(say(part))}\n-# ${escapeText(say(help))}`;

const row = (label: string, select: Component): Component[] => [
  words(`**${label}**`),
  { type: ComponentType.ActionRow, components: [select] },
];

const button = ({ id, label = '…' }: Control): Component => ({
  type: ComponentType.Button,
  style: ButtonStyle.Secondary,
  custom_id: id,
  label: cut(plain(label), MOST.buttonLabel),
});
const buttonRow = (buttons: readonly Component[]): Component[] =>
  buttons.length > 0 ? [{ type: ComponentType.ActionRow, components: buttons }] : [];

/** The greeting is written, not chosen: it needs no menu. */
async function greetingButtons(call: Call, { sign }: Shown): Promise<Component[]> {
  const current = sayCurrent(call, 'greeting', undefined, sayPicked);
  const label = call.say('setting-line', { setting: sayName(call, 'greeting'), value: current });
  const write = button({ id: await sign('greeting'), label });
  if (ownValue(call, 'greeting') === undefined) return [write];
  const back = await sign(DO, `settings greeting ${DEFAULT}`);
  return [write, button({ id: back, label: call.say('setting-back') })];
}

/**
 * A setting with a few values, of which several may be chosen if they are packs. @param channel if it is a channel's
 * own
 */
async function valueRows(call: Call, { sign }: Shown, setting: Setting, channel?: string): Promise<Component[]> {
  const values = valuesOf(setting, call).slice(0, MOST_OPTIONS - 1);
  if (values.length === 0) return [];
  const isMany = setting === 'packs';
  const own = ownValue(call, setting, channel);
  const isChosen = (value: string): boolean =>
    own !== undefined && (typeof own === 'string' ? own === value : own.includes(value));
  const options = values.map((value) => ({
    label: label(sayPicked(call, setting, isMany ? [value] : value)),
    value,
    default: isChosen(value),
  }));
  const back = backOption(call, own);
  return row(escapeText(sayName(call, setting, channel)), {
    type: ComponentType.StringSelect,
    custom_id: await sign(channel === undefined ? setting : `${setting}-here`),
    placeholder: cut(
      plain(sayCurrent(call, setting, own === undefined ? undefined : channel, sayPicked)),
      MOST_PLACEHOLDER,
    ),
    options: [...options, ...back],
    ...(isMany ? { min_values: 0, max_values: options.length + back.length } : {}),
  });
}

async function roleRows(call: Call, { sign }: Shown, setting: 'moderators' | 'helpers'): Promise<Component[]> {
  const roles = marksOf(ownValue(call, setting)).filter(isRole).slice(0, MOST_OPTIONS);
  const chosen = roles.map((id) => ({ id, type: SelectMenuDefaultValueType.Role }));
  return row(escapeText(sayName(call, setting)), {
    type: ComponentType.RoleSelect,
    custom_id: await sign(setting),
    min_values: 0,
    max_values: MOST_OPTIONS,
    default_values: chosen,
  });
}

async function channelRows(call: Call, { sign }: Shown, setting: 'human' | 'reports'): Promise<Component[]> {
  const own = ownValue(call, setting);
  // The helpers' place is kept with the server.
  const [id] = typeof own === 'string' ? (/\d{1,20}$/.exec(own) ?? []) : [];
  const chosen = id === undefined ? [] : [{ id, type: SelectMenuDefaultValueType.Channel }];
  return row(escapeText(sayName(call, setting)), {
    type: ComponentType.ChannelSelect,
    custom_id: await sign(setting),
    min_values: 0,
    max_values: 1,
    channel_types: POSTED,
    default_values: chosen,
  });
}

/** The tag that says that a post is solved: one that is called so needs no choice. */
async function solvedRows(call: Call, { channel, tags = [], sign }: Shown): Promise<Component[]> {
  if (tags.length === 0) return [];
  const own = ownValue(call, 'solved', channel);
  const options = tags
    .slice(0, MOST_OPTIONS - 1)
    .map(({ id, name }) => ({ label: label(name), value: id, default: id === own }));
  return row(escapeText(sayName(call, 'solved')), {
    type: ComponentType.StringSelect,
    custom_id: await sign('solved-here'),
    placeholder: '✅',
    options: [...options, ...backOption(call, own)],
  });
}

/** Back to the value that holds without a choice. */
const backOption = ({ say }: Call, own: SettingRecord | undefined) =>
  own === undefined ? [] : [{ label: label(say('setting-back')), value: DEFAULT }];

const ownValue = ({ community, place }: Call, setting: Setting, channel?: string): SettingRecord | undefined =>
  community.state.get('setting', keyOf(setting, place, channel));

const label = (text: string): string => cut(plain(text), MOST.choice) || '…';
