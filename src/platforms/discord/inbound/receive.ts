import {
  ApplicationIntegrationType,
  ChannelType,
  ComponentType,
  InteractionContextType,
  InteractionType,
  MessageFlags,
} from 'discord.js';
import { type Place, privatePlace } from '../../../bot/conversation/place.ts';
import type { Services } from '../../../bot/services.ts';
import { mayModerate } from '../moderation/permissions.ts';
import { askedIn, headedBy } from '../outbound/render.ts';
import type { Responder } from '../outbound/responder.ts';
import type { Ticket } from '../outbound/send.ts';
import { type Json, json, list, snowflake, text, texts } from './json.ts';

export const NAME = 'discord';

/** The person who acts, and the place. */
export interface Scene {
  readonly place: Place;
  /** Discord's id of the person. */
  readonly user: string;
  /** The channel or thread itself; a thread's place is that of the channel that it belongs to. */
  readonly channel: string;
  readonly locale: string | undefined;
  /** The person's name as others see it there. */
  readonly name: string;
  /** By the permissions that came with this very act, or by a role that moderates. */
  readonly isModerator: boolean;
  /** By those permissions alone. */
  readonly mayModerate: boolean;
  /** Ids of the person's roles. */
  readonly roles: readonly string[];
  /** Whether the person was erased since they acted. Default: they were not. */
  readonly isErased?: (() => boolean) | undefined;
}

/** A message of the bot's on which something was pressed, or any message that a menu was opened on. */
export interface Target {
  readonly id: string;
  readonly content: string;
  /** The first photo or file that it brings. */
  readonly file: PickedFile | undefined;
  /** Seen only by the person who presses. */
  readonly isPrivate: boolean;
  /** Discord's id of its author. */
  readonly author: string | undefined;
  /** Discord's id of the person it answers, if the message says it. */
  readonly asker: string | undefined;
  /** The question that it answers, if the message shows it. */
  readonly question: string | undefined;
}

/** A photo or file, as Discord describes it. */
export interface PickedFile {
  readonly id: string;
  readonly name: string;
  /** Its media type; empty if Discord does not tell. */
  readonly type: string;
  /** Bytes. */
  readonly size: number;
  /** Where it is now. */
  readonly url: string;
}

/** An act of somebody with the bot, as it came in. */
export type Read = { readonly ticket: Ticket; readonly scene: Scene } & (
  | {
      readonly kind: 'command';
      readonly name: string;
      readonly options: Readonly<Record<string, string>>;
      /** A file that was picked for an option. */
      readonly file?: PickedFile | undefined;
    }
  | {
      readonly kind: 'complete';
      readonly name: string;
      readonly option: string;
      readonly typed: string;
      readonly options: Readonly<Record<string, string>>;
    }
  | { readonly kind: 'menu'; readonly name: string; readonly target: Target }
  | { readonly kind: 'press'; readonly data: string; readonly values: readonly string[]; readonly target: Target }
  | { readonly kind: 'form'; readonly data: string; readonly components: unknown; readonly target: Target | undefined }
);

/** An act that can be answered. */
export type Act = Read & { readonly responder: Responder };

export type ActOf<K extends Act['kind']> = Extract<Act, { readonly kind: K }>;

/** Data that places are made from. */
export interface Known extends Pick<Services, 'hash'> {
  /** A server's name, if it is known. */
  readonly titleOf: (guild: string) => string | undefined;
}

/** Reads an interaction, wherever it came in; undefined for what is none that the bot knows. */
export function readInteraction(raw: unknown, known: Known): Read | undefined {
  const parts = json(raw);
  const [id, application, token] = [snowflake(parts.id), snowflake(parts.application_id), text(parts.token)];
  const scene = sceneOf(parts, known);
  if (id === undefined || application === undefined || !token || !scene) return undefined;
  const common = { ticket: { id, application, token }, scene };
  const data = json(parts.data);
  switch (parts.type) {
    case InteractionType.ApplicationCommand:
      return commandAct(common, data);
    case InteractionType.ApplicationCommandAutocomplete:
      return completion(common, data);
    case InteractionType.MessageComponent: {
      const target = targetOf(parts.message);
      return (
        target && { ...common, kind: 'press', data: text(data.custom_id) ?? '', values: texts(data.values), target }
      );
    }
    case InteractionType.ModalSubmit:
      return {
        ...common,
        kind: 'form',
        data: text(data.custom_id) ?? '',
        components: data.components,
        target: targetOf(parts.message),
      };
    default:
      return undefined;
  }
}

type Common = Pick<Read, 'ticket' | 'scene'>;

function commandAct(common: Common, data: Json): Read | undefined {
  const name = text(data.name) ?? '';
  const target = snowflake(data.target_id);
  const [file] = Object.values(json(json(data.resolved).attachments)).map(fileIn);
  if (target === undefined) return { ...common, kind: 'command', name, options: optionsOf(data.options), file };
  const shown = targetOf(json(json(data.resolved).messages)[target]);
  return shown && { ...common, kind: 'menu', name, target: shown };
}

function completion(common: Common, data: Json): Read | undefined {
  const focused = list(data.options).find(({ focused: isFocused }) => isFocused === true);
  return (
    focused && {
      ...common,
      kind: 'complete',
      name: text(data.name) ?? '',
      option: text(focused.name) ?? '',
      typed: text(focused.value) ?? '',
      options: optionsOf(data.options),
    }
  );
}

function optionsOf(options: unknown): Record<string, string> {
  const given = list(options).map(({ name, value }): [string, string] => [
    text(name) ?? '',
    value === true ? 'yes' : (text(value)?.trim() ?? ''),
  ]);
  return Object.fromEntries(given.filter(([, value]) => value !== ''));
}

function sceneOf(parts: Json, { titleOf, hash }: Known): Scene | undefined {
  const member = json(parts.member);
  const user = snowflake(json(member.user).id) ?? snowflake(json(parts.user).id);
  const channel = snowflake(parts.channel_id) ?? snowflake(json(parts.channel).id);
  if (user === undefined || channel === undefined) return undefined;
  const name = nameOf(member.user === undefined ? { user: parts.user } : member);
  const common = { user, channel, name, locale: text(parts.locale) };
  const nothing = { isModerator: false, mayModerate: false, roles: [] };
  if (isGuest(parts)) return { place: guestPlace(channel, hash), ...common, ...nothing };
  const guild = snowflake(parts.guild_id);
  if (guild === undefined) return { place: aloneWith(user, hash), ...common, ...nothing };
  const mayNow = mayModerate(member.permissions);
  return {
    place: guildPlace(guild, parentOf(json(parts.channel)) ?? channel, titleOf(guild)),
    ...common,
    isModerator: mayNow,
    mayModerate: mayNow,
    roles: texts(member.roles),
  };
}

export const aloneWith = (user: string, hash: Services['hash']): Place => privatePlace(NAME, hash(personOf(user)));

/**
 * Whether somebody uses the bot by themselves in a place without it: in a chat among people, or in a server that has
 * not added it.
 */
function isGuest({ context, guild_id: guild, authorizing_integration_owners: given }: Json): boolean {
  const owners = json(given);
  const isOwn =
    owners[ApplicationIntegrationType.UserInstall] !== undefined &&
    owners[ApplicationIntegrationType.GuildInstall] === undefined;
  return context === InteractionContextType.PrivateChannel || (guild !== undefined && isOwn);
}

/**
 * A place that the bot is not in. Nobody moderates there and nothing is decided; its channel's number is kept nowhere.
 */
const guestPlace = (channel: string, hash: Services['hash']): Place => ({
  platform: NAME,
  id: `guest-${hash(`channel ${channel}`)}`,
});

/** Whether it is a server that has added the bot. */
export const isServer = ({ id }: Place): boolean => /^\d+$/.test(id);

/**
 * The channel under which something is kept: what the bot cannot reach has none, and a private chat's number would tell
 * whose it is.
 */
export const keptChannel = (place: Place, channel: string): string => (isServer(place) ? channel : '');

export const guildPlace = (guild: string, channel: string, title: string | undefined): Place => ({
  platform: NAME,
  id: guild,
  channel,
  ...(title === undefined ? {} : { title }),
});

/** A person as the bot knows them. */
export const personOf = (user: string): string => `${NAME}:${user}`;

const THREADS: readonly unknown[] = [
  ChannelType.PublicThread,
  ChannelType.PrivateThread,
  ChannelType.AnnouncementThread,
];

const parentOf = ({ type, parent_id: parent }: Json): string | undefined =>
  THREADS.includes(type) ? snowflake(parent) : undefined;

function targetOf(raw: unknown): Target | undefined {
  const message = json(raw);
  const id = snowflake(message.id);
  if (id === undefined) return undefined;
  const asked = json(message.referenced_message);
  const asker = snowflake(json(json(message.interaction_metadata).user).id) ?? snowflake(json(asked.author).id);
  const question = quotedIn(raw) ?? text(asked.content) ?? headingIn(message);
  const isPrivate = typeof message.flags === 'number' && (message.flags & MessageFlags.Ephemeral) !== 0;
  return {
    id,
    content: text(message.content) || (forwardedIn(message) ?? ''),
    file: fileIn(list(message.attachments)[0]),
    isPrivate,
    author: snowflake(json(message.author).id),
    asker,
    question,
  };
}

/** @returns undefined for what is no attachment */
export function fileIn(raw: unknown): PickedFile | undefined {
  const { id: given, filename, content_type: type, size, url } = json(raw);
  const [id, name, address] = [snowflake(given), text(filename), text(url)];
  if (id === undefined || name === undefined || address === undefined || typeof size !== 'number') return undefined;
  return { id, name, type: text(type)?.split(';', 1)[0] ?? '', size, url: address };
}

/** The words of a message that was forwarded: it has none of its own. */
export const forwardedIn = (message: Json): string | undefined =>
  text(json(list(message.message_snapshots)[0]?.message).content);

/** The heading of a message in a container. */
function headingIn({ components }: Json): string | undefined {
  const [frame] = list(components);
  const [first] = frame?.type === ComponentType.Container ? list(frame.components) : [];
  return first?.type === ComponentType.TextDisplay ? headedBy(text(first.content) ?? '') : undefined;
}

/** The question that a message begins with in a quote. */
export function quotedIn(raw: unknown): string | undefined {
  const [first] = list(json(raw).components);
  return first?.type === ComponentType.TextDisplay ? askedIn(text(first.content) ?? '') : undefined;
}

/** The name of a member as others see it; empty if it is unknown. */
export function nameOf(member: Json): string {
  const user = json(member.user);
  return text(member.nick) ?? text(user.global_name) ?? text(user.username) ?? '';
}

/** Ids of messages, oldest first, each once. */
export const inOrder = (ids: readonly string[]): string[] =>
  [...new Set(ids)].sort((a, b) => a.length - b.length || (a < b ? -1 : 1));

/** Discord's ids begin with the milliseconds since then. */
const EPOCH = 1_420_070_400_000n;

/** When something was made, by its id: milliseconds. */
export const madeAt = (id: string): number => Number((BigInt(id) >> 22n) + EPOCH);
