import { PermissionFlagsBits, type PermissionsBitField } from 'discord.js';
import { commandNamed } from '../../../bot/command.ts';
import type { Place } from '../../../bot/conversation/place.ts';
import { readCommand } from '../../../bot/platform/command-text.ts';
import { type DiscordContext, inTime } from '../context.ts';
import type { Heard } from '../inbound/heard.ts';
import { knowledgeOf } from '../inbound/world.ts';

const MODERATE = [PermissionFlagsBits.ManageMessages, PermissionFlagsBits.ManageGuild];

/** Whether somebody with these permissions is a moderator. */
export const mayModerate = (permissions: Readonly<PermissionsBitField> | null): boolean =>
  permissions?.any(MODERATE) === true;

/** The author of a message, at the moment in which it is handled. */
export interface Author {
  /** By what Discord permits. */
  readonly isModerator: boolean;
  /** Ids. */
  readonly roles: readonly string[];
  /** Whose knowledge answers in private. */
  readonly knowledge?: Place;
}

export const NOBODY: Author = { isModerator: false, roles: [] };

/** Permissions are looked up for commands only, in servers. */
export async function authorOf(
  context: Pick<DiscordContext, 'client' | 'patience' | 'privateChat' | 'services'>,
  { place, channel, user, text }: Heard,
): Promise<Author> {
  if (place.isPrivate) return { ...NOBODY, knowledge: await knowledgeOf(context, { place, user }) };
  return commandNamed(context.services, readCommand(text)?.name) ? memberNow(context, place.id, channel, user) : NOBODY;
}

/**
 * Asks Discord at every call: who was a moderator a minute ago may be none now. Anyone who cannot be looked up is none.
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
    // A thread has the permissions of the channel that it belongs to.
    const isModerator = channel?.permissionsFor(member).any(MODERATE) === true;
    return { isModerator, roles: [...member.roles.cache.keys()].filter((id) => id !== guildId) };
  };
  return inTime(
    look().catch(() => NOBODY),
    patience.permission,
    NOBODY,
  );
}
