import { readFileSync, writeFileSync } from 'node:fs';
import { speakers } from '../../src/bot/answers/messages.ts';
import { kindOf } from '../../src/bot/settings/kinds.ts';
import {
  rowOf,
  SETTING_NAMES,
  type Setting,
  type SettingKind,
  type SettingScope,
} from '../../src/bot/settings/table.ts';
import { CHATS } from '../../src/platforms/index.ts';
import { line } from '../table.ts';

const FILE = 'docs/settings.md';

/** Writes the table of what a community can set into the document of settings. */
export const writeSettings = (): void => writeFileSync(FILE, withSettings(readFileSync(FILE, 'utf8')));

/** The document with the table of settings between `<!-- settings -->` and `<!-- end -->`. */
export const withSettings = (text: string): string =>
  text.replace(
    /(<!-- settings -->\n\n)[\s\S]*?(\n<!-- end -->)/,
    (_, begin: string, end: string) => begin + table() + end,
  );

const KINDS: Readonly<Record<SettingKind, string>> = {
  choice: '',
  number: '',
  language: 'a language',
  packs: 'packs',
  commands: 'commands, `none`',
  words: '`own`: words of your own',
  people: 'roles and people',
  channel: '`here`, a channel',
  spot: '`here`, a channel, `off`',
  hours: 'hours',
  faq: '`here`, a channel',
  languages: 'languages',
  topics: 'topics',
  tag: 'the number of a tag',
};
const SCOPES: Readonly<Record<SettingScope, string>> = {
  community: 'the community',
  place: 'the server or group',
  channel: 'a channel',
  entry: 'an entry',
};

function table(): string {
  const say = speakers(new Map([['en', readFileSync('locales/en/messages.ftl', 'utf8')]]), new Map(), 'en')('en');
  const head = ['setting', 'what it is', 'values (default first)', 'for', 'where'];
  const rows = SETTING_NAMES.map((setting) => [
    `\`${setting}\``,
    say(`setting-${setting}-about`),
    valuesOf(setting),
    (rowOf(setting).scopes ?? ['community']).map((scope) => SCOPES[scope]).join(', '),
    whereOf(setting),
  ]);
  return [head, head.map(() => '---'), ...rows].map(line).join('');
}

function valuesOf(setting: Setting): string {
  const { kind, choices = [], default: usual, from, to, isWorded } = rowOf(setting);
  const words = [...choices].sort((a, b) => Number(b === usual) - Number(a === usual)).map((choice) => `\`${choice}\``);
  const { example } = kindOf(setting);
  return [
    ...(kind === 'number' ? [`\`${usual}\``, `${from} to ${to}`] : words),
    ...(KINDS[kind] === '' ? [] : [KINDS[kind]]),
    ...(example === undefined ? [] : [`such as \`${example}\``]),
    ...(isWorded && kind !== 'words' ? [KINDS.words] : []),
  ].join(', ');
}

function whereOf(setting: Setting): string {
  if (rowOf(setting).needs === undefined) return 'everywhere';
  return CHATS.flatMap(({ title, settings }) => (settings?.includes(setting) ? [title] : [])).join(', ');
}
