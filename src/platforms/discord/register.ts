import {
  type APIApplicationCommandBasicOption,
  type APIApplicationCommandSubcommandOption,
  type ApplicationCommandData,
  type ApplicationCommandManager,
  ApplicationCommandOptionType,
  ApplicationCommandType,
  ApplicationIntegrationType,
  type RESTPostAPIApplicationCommandsJSONBody as CommandBody,
  chatInputApplicationCommandMention,
  InteractionContextType,
  Locale,
  PermissionFlagsBits,
} from 'discord.js';
import type { Say } from '../../bot/answers/messages.ts';
import { type Command, type Drawer, nestedMenu, type Option } from '../../bot/command.ts';
import { matchLocale } from '../../bot/conversation/choose-language.ts';
import type { Phrasebook, Services, WithCommands } from '../../bot/services.ts';
import { commandCalled, LIST, MENUS, type Menu } from './inbound/menus.ts';
import { cut, MOST, plain } from './outbound/escape.ts';
import { SERVER } from './settings/server.ts';

type Speakers = Pick<Services, 'languages' | 'speak' | 'defaultLanguage'>;

const TYPES = {
  text: ApplicationCommandOptionType.String,
  long: ApplicationCommandOptionType.String,
  entry: ApplicationCommandOptionType.String,
  code: ApplicationCommandOptionType.String,
  flag: ApplicationCommandOptionType.Boolean,
  person: ApplicationCommandOptionType.User,
  file: ApplicationCommandOptionType.Attachment,
};
const NAME = /^[-_'\p{L}\p{N}\p{sc=Deva}\p{sc=Thai}]{1,32}$/u;

/** All commands for registration: visible commands, command groups, and message menus. */
export function commandList(services: Speakers & WithCommands): CommandBody[] {
  const { inSight, drawers } = nestedMenu(services.commands);
  return [
    ...inSight.map((command) => slashCommand(services, command)),
    ...drawers.map((drawer) => drawerCommand(services, drawer)),
    serverCommand(services),
    ...MENUS.map((menu) => messageMenu(services, menu)),
  ];
}

type Manager = Pick<ApplicationCommandManager, 'fetch' | 'set'>;

/** The registered commands, by id. */
export const registered = (manager: Manager, guild: string | undefined) =>
  manager.fetch({ withLocalizations: true, guildId: guild });

/**
 * Registers the list, unless the same commands are registered already.
 * @param guild id of one server. Undefined: all servers
 */
export async function register(manager: Manager, guild: string | undefined, list: readonly CommandBody[]) {
  const present = await registered(manager, guild);
  const isThere = (one: CommandBody) =>
    present.some(
      (other) => other.name === one.name && other.type === one.type && other.equals(one as ApplicationCommandData),
    );
  return present.size === list.length && list.every(isThere) ? present : put(manager, guild, list);
}

const put = (manager: Manager, guild: string | undefined, list: readonly CommandBody[]) =>
  guild === undefined ? manager.set(list) : manager.set(list, guild);

/**
 * Removes commands registered in other scopes, so that none is listed twice.
 * @param guild where commands are registered. Undefined: all servers
 * @param others servers to check
 */
export async function clearOthers(
  manager: Manager,
  guild: string | undefined,
  others: readonly string[],
): Promise<void> {
  const scopes = guild === undefined ? others : [undefined, ...others.filter((id) => id !== guild)];
  for (const scope of scopes) if ((await registered(manager, scope)).size > 0) await put(manager, scope, []);
}

const slashCommand = (services: Speakers, command: Command): CommandBody => ({
  type: ApplicationCommandType.ChatInput,
  name: command.name,
  ...wordsOf(services, `command-${command.name}`, `help-${command.name}`),
  options: optionsOf(services, command),
  ...access(command.forModerators ? 'moderators' : 'everyone'),
});

/** A group of moderators' commands, as subcommands of a common name. */
const drawerCommand = (services: Speakers, { name: drawer, commands }: Drawer): CommandBody => ({
  type: ApplicationCommandType.ChatInput,
  name: drawer,
  ...wordsOf(services, `command-${drawer}`, `drawer-${drawer}`),
  options: commands.map((command): APIApplicationCommandSubcommandOption => {
    const name = command.name === drawer ? LIST : command.name;
    return {
      type: ApplicationCommandOptionType.Subcommand,
      name,
      ...wordsOf(services, `command-${name}`, `help-${command.name}`),
      options: optionsOf(services, command),
    };
  }),
  ...access('moderators'),
});

/** Discord requires that required options come first. */
function optionsOf(services: Speakers, command: Command): APIApplicationCommandBasicOption[] {
  const { options } = command;
  const ordered = [...options.filter(({ required }) => required), ...options.filter(({ required }) => !required)];
  return ordered.map((option) => commandOption(services, command, option));
}

/** Discord's clickable mention of each command, by name. */
export function mentionsOf(present: Awaited<ReturnType<typeof registered>>): ReadonlyMap<string, string> {
  const mentions = [...present.values()].flatMap(({ id, name, options }): [string, string][] => {
    const below = options.filter(({ type }) => type === ApplicationCommandOptionType.Subcommand);
    return below.length === 0
      ? [[name, chatInputApplicationCommandMention(name, id)]]
      : below.map((one) => [commandCalled(name, one.name), chatInputApplicationCommandMention(name, one.name, id)]);
  });
  return new Map(mentions);
}

function commandOption(
  services: Speakers,
  command: Command,
  { name, kind, required = false, suggest }: Option,
): APIApplicationCommandBasicOption {
  const isCompleted = kind === 'entry' || suggest !== undefined || isQuestion(command, name);
  return {
    type: TYPES[kind],
    name,
    ...wordsOf(services, `option-${name}`, `option-${name}`),
    required,
    ...(isCompleted ? { autocomplete: true } : {}),
  } as APIApplicationCommandBasicOption;
}

/** Whether an option is a question, which is completed with known questions. */
export const isQuestion = ({ completesQuestions }: Command, option: string): boolean =>
  option === 'question' && completesQuestions === true;

/** This platform's own command to choose whose knowledge answers in private chats. */
const serverCommand = (services: Speakers): CommandBody => ({
  type: ApplicationCommandType.ChatInput,
  name: SERVER,
  ...wordsOf(services, 'command-server', 'help-server'),
  options: [
    {
      type: ApplicationCommandOptionType.String,
      name: SERVER,
      ...wordsOf(services, 'option-server', 'option-server'),
      required: false,
      autocomplete: true,
    },
  ],
  default_member_permissions: null,
  contexts: [InteractionContextType.BotDM],
  integration_types: [ApplicationIntegrationType.GuildInstall, ApplicationIntegrationType.UserInstall],
});

function messageMenu(services: Speakers, { words, audience }: Menu): CommandBody {
  const label = (say: Say) => cut(plain(say(words)), MOST.commandName);
  return {
    type: ApplicationCommandType.Message,
    name: label(services.speak(services.defaultLanguage)),
    name_localizations: localised(services, label),
    ...access(audience),
  };
}

/** Name and description of a command or option in all languages, by their keys. */
const wordsOf = (services: Speakers, name: string, description: string) => ({
  name_localizations: localised(services, (say) => nameIn(say, name)),
  ...descriptions(services, description),
});

function descriptions(services: Speakers, key: string) {
  const words = (say: Say) => cut(plain(say(key)), MOST.commandText);
  return {
    description: words(services.speak(services.defaultLanguage)),
    description_localizations: localised(services, words),
  };
}

/** A localised name, if it is one word; Discord allows no spaces and no capitals. */
function nameIn(say: Say, key: string): string | undefined {
  try {
    const name = say(key).toLowerCase();
    return NAME.test(name) ? name : undefined;
  } catch {
    return undefined;
  }
}

/**
 * Who sees a command in the menus. That is no protection, as server owners can change it: permissions are checked at
 * every use. Commands for everybody are available everywhere, also to people who installed the bot for themselves.
 */
function access(audience: Menu['audience']) {
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

/** Locales that Discord's clients have, as keys of a localisation map. Discord refuses others. */
export const LOCALES: readonly string[] = [...Object.values(Locale), 'ar', 'he'];

/** The bot's words for every Discord locale that one of its languages serves; undefined words are left out. */
export function localised(
  { languages, speak }: Phrasebook,
  words: (say: Say, language: string) => string | undefined,
): Record<string, string> {
  const tags = [...languages.keys()];
  const found = LOCALES.map((locale): [string, string | undefined] => {
    const language = matchLocale(locale, tags);
    return [locale, language === undefined ? undefined : words(speak(language), language)];
  });
  return Object.fromEntries(found.filter((entry): entry is [string, string] => entry[1] !== undefined));
}
