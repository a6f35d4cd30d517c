import {
  type APIMessageTopLevelComponent,
  ApplicationCommandOptionType,
  ApplicationIntegrationType,
  type Attachment,
  type BaseInteraction,
  type Client,
  type CommandInteractionOption,
  ComponentType,
  type Interaction,
  InteractionContextType,
  Message,
  MessageFlags,
  type TopLevelComponent,
} from 'discord.js';
import { type Place, privatePlace } from '../../../bot/conversation/place.ts';
import type { Services } from '../../../bot/services.ts';
import { PLATFORM } from '../config.ts';
import { typedValues, uploadedFile } from '../forms/modal.ts';
import { mayModerate } from '../moderation/permissions.ts';
import { askedIn, headedBy } from '../outbound/render.ts';
import type { Responder, Ticket } from '../outbound/send.ts';
import { commandCalled } from './menus.ts';

/** The person and the place of an interaction. */
export interface Scene {
  readonly place: Place;
  /** Discord's id of the person. */
  readonly user: string;
  /** Id of the channel or thread itself; the place names a thread's parent channel. */
  readonly channel: string;
  readonly locale: string | undefined;
  /** The person's display name there. */
  readonly name: string;
  /** By Discord's permissions, or by a role that the community appointed. */
  readonly isModerator: boolean;
  /** By Discord's permissions only. */
  readonly mayModerate: boolean;
  /** Ids of the person's roles. */
  readonly roles: readonly string[];
  /** Whether the person's data was erased since they acted. Default: no. */
  readonly isErased?: () => boolean;
}

/** The message on which a button was pressed or a menu was opened. */
export interface TargetMessage {
  readonly id: string;
  readonly content: string;
  /** Its first attachment. */
  readonly file: PickedFile | undefined;
  /** Whether it is ephemeral. */
  readonly isPrivate: boolean;
  /** Discord's id of its author. */
  readonly author: string | undefined;
  /** Discord's id of the person whom it answers, if the message tells. */
  readonly asker: string | undefined;
  /** The question that it answers, if the message shows it. */
  readonly question: string | undefined;
}

/** A photo or file, as Discord describes it. */
export interface PickedFile {
  readonly id: string;
  readonly name: string;
  /** Media type; empty if Discord does not tell. */
  readonly type: string;
  readonly size: number;
  /** Its present URL, which expires. */
  readonly url: string;
}

/** An interaction, as it was read. */
export type Read = { readonly ticket: Ticket; readonly scene: Scene } & (
  | {
      readonly kind: 'command';
      readonly name: string;
      readonly options: Readonly<Record<string, string>>;
      /** The file that was picked for an option. */
      readonly file?: PickedFile;
    }
  | {
      readonly kind: 'complete';
      readonly name: string;
      readonly option: string;
      readonly typed: string;
      readonly options: Readonly<Record<string, string>>;
    }
  | { readonly kind: 'menu'; readonly name: string; readonly target: TargetMessage }
  | {
      readonly kind: 'press';
      readonly data: string;
      readonly values: readonly string[];
      readonly target: TargetMessage;
    }
  | {
      readonly kind: 'form';
      readonly data: string;
      readonly typed: Readonly<Record<string, string>>;
      /** The file that was uploaded in the form. */
      readonly file?: PickedFile;
      readonly target: TargetMessage | undefined;
    }
);

/** An interaction with a way to answer it. */
export type DiscordAct = Read & { readonly responder: Responder };

export type ActOf<K extends DiscordAct['kind']> = Extract<DiscordAct, { readonly kind: K }>;

export interface PlaceSources extends Pick<Services, 'hash'> {
  /** A server's name, if it is known. */
  readonly titleOf: (guild: string) => string | undefined;
}

/** Reads an interaction; undefined for kinds that the bot does not handle. */
export function readInteraction(interaction: Interaction, known: PlaceSources): Read | undefined {
  const scene = sceneOf(interaction, known);
  if (!scene) return undefined;
  const { id, applicationId: application, token, client } = interaction;
  const common = { ticket: { id, application, token }, scene };
  if (interaction.isChatInputCommand()) {
    const { below, data } = calledIn(interaction.options.data);
    const file = data.find(({ attachment }) => attachment)?.attachment;
    return {
      ...common,
      kind: 'command',
      name: commandCalled(interaction.commandName, below),
      options: optionsOf(data),
      file: file && fileOf(file),
    };
  }
  if (interaction.isAutocomplete()) {
    const { below, data } = calledIn(interaction.options.data);
    const name = commandCalled(interaction.commandName, below);
    const { name: option, value: typed } = interaction.options.getFocused(true);
    return { ...common, kind: 'complete', name, option, typed, options: optionsOf(data) };
  }
  if (interaction.isMessageContextMenuCommand())
    return {
      ...common,
      kind: 'menu',
      name: interaction.commandName,
      target: targetOf(whole(client, interaction.targetMessage)),
    };
  if (interaction.isMessageComponent()) {
    const values = interaction.isAnySelectMenu() ? interaction.values : [];
    return { ...common, kind: 'press', data: interaction.customId, values, target: targetOf(interaction.message) };
  }
  if (!interaction.isModalSubmit()) return undefined;
  const file = uploadedFile(interaction.fields);
  return {
    ...common,
    kind: 'form',
    data: interaction.customId,
    typed: typedValues(interaction.fields),
    file: file && fileOf(file),
    target: interaction.message ? targetOf(interaction.message) : undefined,
  };
}

/** In a server without the bot, the library leaves the message as raw data. */
const whole = (client: Client, message: Message): Message =>
  message instanceof Message ? message : (Reflect.construct(Message, [client, message]) as Message);

/** The given options, and the name of the subcommand if there is one. */
function calledIn(data: readonly CommandInteractionOption[]): {
  readonly below: string | undefined;
  readonly data: readonly CommandInteractionOption[];
} {
  const [first] = data;
  return first?.type === ApplicationCommandOptionType.Subcommand
    ? { below: first.name, data: first.options ?? [] }
    : { below: undefined, data };
}

function optionsOf(data: readonly CommandInteractionOption[]): Record<string, string> {
  const given = data.map(({ name, value }): [string, string] => [
    name,
    value === true ? 'yes' : typeof value === 'string' ? value.trim() : '',
  ]);
  return Object.fromEntries(given.filter(([, value]) => value !== ''));
}

function sceneOf(interaction: Interaction, { titleOf, hash }: PlaceSources): Scene | undefined {
  const { user: person, channelId: channel, guildId: guild, member, locale } = interaction;
  if (channel === null) return undefined;
  const user = person.id;
  const name = (member && ('nickname' in member ? member.nickname : member.nick)) ?? person.displayName;
  const common = { user, channel, name, locale };
  const nothing = { isModerator: false, mayModerate: false, roles: [] };
  if (isGuest(interaction)) return { place: guestPlace(channel, hash), ...common, ...nothing };
  if (guild === null) return { place: aloneWith(user, hash), ...common, ...nothing };
  const mayNow = mayModerate(interaction.memberPermissions);
  const thread = interaction.channel?.isThread() ? interaction.channel : undefined;
  return {
    place: guildPlace(guild, thread?.parentId ?? channel, titleOf(guild)),
    ...common,
    isModerator: mayNow,
    mayModerate: mayNow,
    roles: rolesOf(interaction),
  };
}

/** Ids of the member's roles, without that of `@everyone`. */
function rolesOf({ member, guildId }: Interaction): readonly string[] {
  const roles = member?.roles;
  return Array.isArray(roles) ? roles : [...(roles?.cache.keys() ?? [])].filter((id) => id !== guildId);
}

export const aloneWith = (user: string, hash: Services['hash']): Place => privatePlace(PLATFORM, hash(personOf(user)));

/** Whether somebody uses the bot through their own installation: in a group chat, or in a server without the bot. */
function isGuest({ context, guildId, authorizingIntegrationOwners: owners }: BaseInteraction): boolean {
  const isOwn =
    owners[ApplicationIntegrationType.UserInstall] !== undefined &&
    owners[ApplicationIntegrationType.GuildInstall] === undefined;
  return context === InteractionContextType.PrivateChannel || (guildId !== null && isOwn);
}

/** A place without the bot: nobody moderates there and there are no settings; the channel's id is not stored. */
const guestPlace = (channel: string, hash: Services['hash']): Place => ({
  platform: PLATFORM,
  id: `guest-${hash(`channel ${channel}`)}`,
});

/** Whether the place is a server that has added the bot. */
export const isServer = ({ id }: Place): boolean => /^\d+$/.test(id);

/**
 * The channel id that is stored: empty for places without the bot, and for private chats, whose channel id would
 * identify the person.
 */
export const keptChannel = (place: Place, channel: string): string => (isServer(place) ? channel : '');

export const guildPlace = (guild: string, channel: string, title: string | undefined): Place => ({
  platform: PLATFORM,
  id: guild,
  channel,
  title,
});

/** A person's key before it is hashed. */
export const personOf = (user: string): string => `${PLATFORM}:${user}`;

/** The value if it is a Discord id, and so is safe as part of a URL. */
export const snowflake = (value: string | undefined): string | undefined =>
  value !== undefined && /^\d{1,20}$/.test(value) ? value : undefined;

function targetOf(message: Message): TargetMessage {
  const asked = answeredBy(message);
  const { id, content, attachments, flags, author, interactionMetadata, mentions, components } = message;
  const file = attachments.first();
  return {
    id,
    content: content || (forwardedIn(message) ?? ''),
    file: file && fileOf(file),
    isPrivate: flags.has(MessageFlags.Ephemeral),
    author: author.id,
    asker: interactionMetadata?.user.id ?? mentions.repliedUser?.id,
    question: quotedIn(components) ?? asked?.content ?? headingIn(message),
  };
}

/** The message that this one replies to, if it is cached; discord.js caches it with the reply. */
export const answeredBy = ({ channel, reference }: Message): Message | undefined =>
  channel?.messages.cache.get(reference?.messageId ?? '');

const fileOf = ({ id, name, contentType, size, url }: Attachment): PickedFile => ({
  id,
  name,
  type: contentType?.split(';', 1)[0] ?? '',
  size,
  url,
});

/** Text of a forwarded message, which has no content of its own. */
export const forwardedIn = ({ messageSnapshots }: Message): string | undefined =>
  messageSnapshots.first()?.content ?? undefined;

/** The heading of a message in a container. */
function headingIn({ components: [frame] }: Message): string | undefined {
  const [first] = frame?.type === ComponentType.Container ? frame.components : [];
  return first?.type === ComponentType.TextDisplay ? headedBy(first.content) : undefined;
}

/** The question that is quoted at the beginning of a message. @param components of the message */
export function quotedIn([first]: readonly (APIMessageTopLevelComponent | TopLevelComponent)[]): string | undefined {
  return first?.type === ComponentType.TextDisplay ? askedIn(first.content) : undefined;
}

/** Message ids, oldest first, without duplicates. */
export const inOrder = (ids: readonly string[]): string[] =>
  [...new Set(ids)].sort((a, b) => a.length - b.length || (a < b ? -1 : 1));

/** Discord's epoch: the Unix time in milliseconds from which ids are counted. */
const EPOCH = 1_420_070_400_000n;

/** Creation time of the object with this id, as Unix time in milliseconds. */
export const madeAt = (id: string): number => Number((BigInt(id) >> 22n) + EPOCH);
