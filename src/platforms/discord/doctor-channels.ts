import { type APIGuild, type APIGuildChannel, type APIGuildMember, type GuildChannelType, PermissionFlagsBits } from 'discord.js';
import { type Diagnosis, trouble } from '../../bot/ports/diagnosis.ts';
import { permissionsIn } from './permissions.ts';
import { missingIn, WRITTEN } from './rights.ts';

/** Channels that are named: a server can have 500. */
const MOST_NAMED = 50;
const VISIBLE = PermissionFlagsBits.ViewChannel | PermissionFlagsBits.Administrator;

/** A server as Discord describes it to the bot. */
export interface Server {
  readonly guild: APIGuild;
  readonly channels: readonly APIGuildChannel<GuildChannelType>[];
  /** The bot in it. */
  readonly member: APIGuildMember;
}

/** What the bot lacks in a channel. */
export interface Lack {
  readonly server: string;
  readonly channel: string;
  readonly state: 'warning' | 'bad';
  /** Keys of `locales/`. */
  readonly rights: readonly string[];
}

/**
 * Looks through every channel that the bot sees, or is set up to listen in.
 * @param me the bot's own id
 * @param isSet whether the channel has a listening mode of its own
 * @returns undefined where there is no such channel
 */
export function lacksOf({ guild, channels, member }: Server, me: string, isSet: (channel: string) => boolean): readonly Lack[] | undefined {
  const looked = channels
    .map((channel) => ({ ...channel, bits: permissionsIn(guild, channel, member, me) }))
    .filter(({ id, type, bits }) => isSet(id) || (WRITTEN.includes(type) && (bits & VISIBLE) !== 0n))
    .map(({ id, name, type, bits }) => ({ id, channel: `#${name}`, missing: missingIn(type, bits) }))
    .map((one) => ({ ...one, isHindered: one.missing.some(({ isSpare }) => !isSpare) }));
  // Every server has channels that only some may write in: no fault, unless there is no other, or the bot is to listen there.
  const isShut = looked.every(({ isHindered }) => isHindered);
  const stateOf = (id: string, isHindered: boolean) => (isHindered && (isShut || isSet(id)) ? 'bad' : 'warning');
  const lacks = looked.map(({ id, channel, missing, isHindered }): Lack => ({ server: guild.name, channel, state: stateOf(id, isHindered), rights: missing.map(({ key }) => key) }));
  return looked.length === 0 ? undefined : lacks.filter(({ rights }) => rights.length > 0);
}

/** Channels of a server that lack the same are named in one sentence; the worst come first. */
export function sayLacks(lacks: readonly Lack[]): Diagnosis[] {
  const named = [...lacks].sort((a, b) => Number(a.state === 'warning') - Number(b.state === 'warning')).slice(0, MOST_NAMED);
  const groups = new Map<string, Lack[]>();
  for (const lack of named) {
    const key = JSON.stringify([lack.server, lack.state, lack.rights]);
    groups.set(key, [...(groups.get(key) ?? []), lack]);
  }
  const more = lacks.length - named.length;
  return [...[...groups.values()].flatMap(sayGroup), ...(more > 0 ? [trouble('warning', { key: 'diagnosis-channels-more', values: { count: more } }, { key: 'cure-channels' })] : [])];
}

function sayGroup(group: readonly Lack[]): Diagnosis[] {
  const [first] = group;
  if (!first) return [];
  const values = { place: first.server, rights: first.rights.map((key) => ({ key })), channels: group.map(({ channel }) => channel) };
  return [trouble(first.state, { key: 'diagnosis-channels', values }, { key: 'cure-channels' })];
}
