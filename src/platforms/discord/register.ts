import {
  ApplicationCommandOptionType,
  ApplicationCommandType,
  ApplicationIntegrationType,
  InteractionContextType,
  PermissionFlagsBits,
} from 'discord.js';
import type { Say } from '../../bot/answers/messages.ts';
import type { Command, Option } from '../../bot/command.ts';
import { matchLocale } from '../../bot/conversation/choose-language.ts';
import type { Services } from '../../bot/services.ts';
import type { Calls } from './calls.ts';
import { MENUS, type Menu } from './inbound/menus.ts';
import { plain } from './outbound/escape.ts';
import { cut, MOST } from './outbound/limits.ts';
import { serverCommand } from './settings/server.ts';

type Speakers = Pick<Services, 'languages' | 'speak' | 'defaultLanguage'>;

const TYPES = {
  text: ApplicationCommandOptionType.String,
  long: ApplicationCommandOptionType.String,
  entry: ApplicationCommandOptionType.String,
  flag: ApplicationCommandOptionType.Boolean,
  person: ApplicationCommandOptionType.User,
};
const NAME = /^[-_'\p{L}\p{N}\p{sc=Deva}\p{sc=Thai}]{1,32}$/u;

/** All commands that are no secret of buttons, and the menus of messages. */
export function commandList(services: Speakers & Pick<Services, 'commands'>): object[] {
  const listed = services.commands.filter(({ isHidden }) => !isHidden);
  return [
    ...listed.map((command) => slashCommand(services, command)),
    serverCommand((name, text) => wordsOf(services, name, text)),
    ...MENUS.map((menu) => messageMenu(services, menu)),
  ];
}

/**
 * Puts the list in place of what is registered, unless that is the same. @returns whether it was another, and the
 * commands with their ids
 */
export async function register(
  calls: Calls,
  application: string,
  guild: string | undefined,
  commands: readonly object[],
): Promise<{ readonly isNew: boolean; readonly registered: readonly object[] }> {
  const present = await calls.commands(application, guild);
  if (fingerprint(present) === fingerprint(commands)) return { isNew: false, registered: present };
  return { isNew: true, registered: await calls.register(application, guild, commands) };
}

/**
 * Takes away what stands in other scopes, so that nobody finds a command twice.
 * @param guild where commands are registered, or undefined where that is everywhere @param others servers that are
 * looked into
 */
export async function clearOthers(
  calls: Calls,
  application: string,
  guild: string | undefined,
  others: readonly string[],
): Promise<void> {
  const scopes = guild === undefined ? others : [undefined, ...others.filter((id) => id !== guild)];
  for (const scope of scopes)
    if ((await calls.commands(application, scope)).length > 0) await calls.register(application, scope, []);
}

function slashCommand(services: Speakers, { name, options, forModerators }: Command): object {
  const ordered = [...options.filter(({ required }) => required), ...options.filter(({ required }) => !required)];
  return {
    type: ApplicationCommandType.ChatInput,
    name,
    ...wordsOf(services, `command-${name}`, `help-${name}`),
    options: ordered.map((option) => commandOption(services, name, option)),
    ...access(forModerators ? 'moderators' : 'everyone'),
  };
}

function commandOption(services: Speakers, command: string, { name, kind, required = false, suggest }: Option): object {
  const isCompleted = kind === 'entry' || suggest !== undefined || isQuestion(command, name);
  return {
    type: TYPES[kind],
    name,
    ...wordsOf(services, `option-${name}`, `option-${name}`),
    required,
    ...(isCompleted ? { autocomplete: true } : {}),
  };
}

const ASKED = ['ask', 'why', 'pin'];

/** A question is completed as well: with those that have an answer. */
export const isQuestion = (command: string, option: string): boolean =>
  option === 'question' && ASKED.includes(command);

function messageMenu(services: Speakers, { words, audience }: Menu): object {
  const label = (say: Say) => cut(plain(say(words)), MOST.commandName);
  return {
    type: ApplicationCommandType.Message,
    name: label(services.speak(services.defaultLanguage)),
    name_localizations: localised(services, label),
    ...access(audience),
  };
}

/** Name and description of a command or of an option in all languages, by their keys. */
const wordsOf = (services: Speakers, name: string, description: string): object => ({
  name_localizations: localised(services, (say) => nameIn(say, name)),
  ...descriptions(services, description),
});

function descriptions(services: Speakers, key: string): object {
  const words = (say: Say) => cut(plain(say(key)), MOST.commandText);
  return {
    description: words(services.speak(services.defaultLanguage)),
    description_localizations: localised(services, words),
  };
}

/** A name in a language, where its words are one: Discord takes no spaces and no capitals. */
function nameIn(say: Say, key: string): string | undefined {
  try {
    const name = say(key).toLowerCase();
    return NAME.test(name) ? name : undefined;
  } catch {
    return undefined;
  }
}

/**
 * Only for the menus that people see: whether somebody may is asked again at every act, for owners of servers can
 * change this. What is no moderators' business is there wherever people write, also for those who have installed the
 * bot for themselves.
 */
function access(audience: Menu['audience']): object {
  const permissions = audience === 'moderators' ? PermissionFlagsBits.ManageMessages.toString() : null;
  if (audience !== 'everyone')
    return {
      default_member_permissions: permissions,
      contexts: [InteractionContextType.Guild],
      integration_types: [ApplicationIntegrationType.GuildInstall],
    };
  return {
    default_member_permissions: permissions,
    contexts: [InteractionContextType.Guild, InteractionContextType.BotDM, InteractionContextType.PrivateChannel],
    integration_types: [ApplicationIntegrationType.GuildInstall, ApplicationIntegrationType.UserInstall],
  };
}

/** What counts of a list of commands, whatever else Discord adds to it, and in whatever order. */
function fingerprint(commands: readonly object[]): string {
  return JSON.stringify(commands.map((command) => JSON.stringify(essence(command))).sort());
}

const COUNTS = [
  'type',
  'name',
  'name_localizations',
  'description',
  'description_localizations',
  'default_member_permissions',
  'contexts',
  'integration_types',
  'required',
  'autocomplete',
];

function essence(value: object): object {
  const parts = value as Readonly<Record<string, unknown>>;
  const kept = COUNTS.map((key): [string, unknown] => [key, sorted(parts[key])]).filter(
    ([, one]) => one !== undefined && one !== null && one !== false && one !== '' && !isEmpty(one),
  );
  const options =
    Array.isArray(parts.options) && parts.options.length > 0
      ? { options: (parts.options as object[]).map(essence) }
      : {};
  return { ...Object.fromEntries(kept), ...options };
}

const isEmpty = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && Object.keys(value).length === 0;

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(String).sort();
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** The locales that Discord's clients have: keys of a localisation map; others are refused. */
export const LOCALES = [
  ...[
    'ar',
    'bg',
    'cs',
    'da',
    'de',
    'el',
    'en-GB',
    'en-US',
    'es-419',
    'es-ES',
    'fi',
    'fr',
    'he',
    'hi',
    'hr',
    'hu',
    'id',
  ],
  ...['it', 'ja', 'ko', 'lt', 'nl', 'no', 'pl', 'pt-BR', 'ro', 'ru', 'sv-SE', 'th', 'tr', 'uk', 'vi', 'zh-CN', 'zh-TW'],
] as const;

/** The bot's words for every locale of Discord that some language of the bot serves; undefined words are left out. */
export function localised(
  { languages, speak }: Pick<Services, 'languages' | 'speak'>,
  words: (say: Say, language: string) => string | undefined,
): Record<string, string> {
  const tags = [...languages.keys()];
  const found = LOCALES.map((locale): [string, string | undefined] => {
    const language = matchLocale(locale, tags);
    return [locale, language === undefined ? undefined : words(speak(language), language)];
  });
  return Object.fromEntries(found.filter((entry): entry is [string, string] => entry[1] !== undefined));
}
