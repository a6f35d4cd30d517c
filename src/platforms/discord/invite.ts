import { PermissionFlagsBits } from 'discord.js';

/** What the bot does: read, answer (also in threads and as a reply), show embeds, hand over files, pin a message. */
export const NEEDED = [
  PermissionFlagsBits.ViewChannel,
  PermissionFlagsBits.SendMessages,
  PermissionFlagsBits.SendMessagesInThreads,
  PermissionFlagsBits.EmbedLinks,
  PermissionFlagsBits.AttachFiles,
  PermissionFlagsBits.ReadMessageHistory,
  PermissionFlagsBits.PinMessages,
].reduce((all, one) => all | one);

/** The address under which an owner takes the bot into a server. */
export function inviteLink(application: string): string {
  const query = new URLSearchParams({ client_id: application, permissions: NEEDED.toString(), scope: 'bot applications.commands' });
  return `https://discord.com/oauth2/authorize?${query.toString()}`;
}
