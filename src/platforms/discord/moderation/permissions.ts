import { PermissionFlagsBits, type PermissionsBitField } from 'discord.js';
import { commandNamed } from '../../../bot/command.ts';
import type { Place } from '../../../bot/conversation/place.ts';
import { readCommand } from '../../../bot/platform/command-text.ts';
import { type DiscordContext, inTime } from '../context.ts';
import type { Heard } from '../inbound/heard.ts';
import { knowledgeOf } from '../inbound/world.ts';

const MODERATE = [PermissionFlagsBits.ManageMessages, PermissionFlagsBits.ManageGuild];

export const mayModerate = (permissions: Readonly<PermissionsBitField> | null): boolean =>
  permissions?.any(MODERATE) === true;

/** A message's author, looked up when the message is handled. */
export interface Author {
  /** By Discord's permissions only. */
  readonly isModerator: boolean;
  readonly roles: readonly string[];
  /** The place whose knowledge answers, if the message is from a private chat. */
  readonly knowledge?: Place;
}

export const NOBODY: Author = { isModerator: false, roles: [] };

/** The author of a message. Permissions are looked up only for commands in servers. */
export async function authorOf(
  context: Pick<DiscordContext, 'client' | 'patience' | 'privateChat' | 'services'>,
  { place, channel, user, text }: Heard,
): Promise<Author> {
  if (place.isPrivate) return { ...NOBODY, knowledge: await knowledgeOf(context, { place, user }) };
  return commandNamed(context.services, readCommand(text)?.name) ? memberNow(context, place.id, channel, user) : NOBODY;
}

/**
 * Asks Discord at every call, as permissions may have been withdrawn a minute ago. If that fails or takes too long, the
 * author counts as no moderator.
 */
function memberNow(
  { client, patience }: Pick<DiscordContext, 'client' | 'patience'>,
  guildId: string,
  channelId: string,
  user: string,
): Promise<Author> {
  const look = async (): Promise<Author> => {
    const guild = await client()?.guilds.fetch(guildId);
    if (!guild) return NOBODY;
    const [channel, member] = await Promise.all([
      guild.channels.fetch(channelId),
      guild.members.fetch({ user, force: true }),
    ]);
    // A thread has the permissions of its parent channel.
    const isModerator = channel?.permissionsFor(member).any(MODERATE) === true;
    return { isModerator, roles: [...member.roles.cache.keys()].filter((id) => id !== guildId) };
  };
  return inTime(
    look().catch(() => NOBODY),
    patience.permission,
    NOBODY,
  );
}
