import { type APIChannel, type APIGuild, type APIGuildMember, ChannelType, PermissionFlagsBits } from 'discord.js';
import type { Calls } from '../calls.ts';

const MODERATE =
  PermissionFlagsBits.ManageMessages | PermissionFlagsBits.ManageGuild | PermissionFlagsBits.Administrator;

/** Whether somebody with these permissions (a decimal bit set, as Discord sends it) is a moderator. */
export function mayModerate(permissions: unknown): boolean {
  return typeof permissions === 'string' && /^\d{1,30}$/.test(permissions) && (BigInt(permissions) & MODERATE) !== 0n;
}

/**
 * Asks Discord anew, at every call: who was a moderator a minute ago may be none now. Whoever cannot be looked up is
 * none.
 */
export async function memberNow(
  calls: Calls,
  guild: string,
  channel: string,
  user: string,
): Promise<{ readonly isModerator: boolean; readonly roles: readonly string[] }> {
  try {
    const [where, whole, member] = await Promise.all([
      placeOf(calls, channel),
      calls.guild(guild),
      calls.member(guild, user),
    ]);
    return { isModerator: mayModerate(permissionsIn(whole, where, member, user).toString()), roles: member.roles };
  } catch {
    return { isModerator: false, roles: [] };
  }
}

/** A thread has the permissions of the channel that it belongs to. */
async function placeOf(calls: Calls, id: string): Promise<APIChannel> {
  const channel = await calls.channel(id);
  const isThread = [ChannelType.PublicThread, ChannelType.PrivateThread, ChannelType.AnnouncementThread].includes(
    channel.type,
  );
  return isThread && 'parent_id' in channel && channel.parent_id ? calls.channel(channel.parent_id) : channel;
}

type Owned = Pick<APIGuild, 'id' | 'owner_id' | 'roles'>;

/**
 * A member's permissions in a channel, by Discord's own order: owner, roles, overwrites of everyone, of roles, of the
 * member.
 */
export function permissionsIn(
  guild: Owned,
  channel: Pick<APIChannel, 'id'>,
  member: Pick<APIGuildMember, 'roles'>,
  user: string,
): bigint {
  if (guild.owner_id === user) return PermissionFlagsBits.Administrator;
  const roles = new Set([guild.id, ...member.roles]);
  const base = guild.roles
    .filter(({ id }) => roles.has(id))
    .reduce((sum, { permissions }) => sum | BigInt(permissions), 0n);
  if ((base & PermissionFlagsBits.Administrator) !== 0n) return base;
  const overwrites =
    'permission_overwrites' in channel
      ? ((channel.permission_overwrites as readonly Overwrite[] | undefined) ?? [])
      : [];
  const levels = [
    overwrites.filter(({ id }) => id === guild.id),
    overwrites.filter(({ id }) => id !== guild.id && roles.has(id)),
    overwrites.filter(({ id }) => id === user),
  ];
  return levels.reduce((bits, level) => (bits & ~union(level, 'deny')) | union(level, 'allow'), base);
}

interface Overwrite {
  readonly id: string;
  readonly allow: string;
  readonly deny: string;
}

const union = (level: readonly Overwrite[], side: 'allow' | 'deny'): bigint =>
  level.reduce((sum, one) => sum | BigInt(one[side]), 0n);
