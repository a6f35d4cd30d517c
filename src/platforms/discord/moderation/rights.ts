import { ChannelType, PermissionFlagsBits, type PermissionsBitField } from 'discord.js';

/** A permission that the bot uses in a channel. */
export interface Right {
  /** Its name in `locales/`: as Discord's settings call it, if Discord speaks the language. */
  readonly key: string;
  readonly bit: bigint;
  /** Without it answers arrive all the same. */
  readonly isSpare?: boolean;
}

/**
 * Permissions that the bot needs: to read, to answer (also in threads and as a reply), hand over files, pin a message.
 * Its answers are no embeds.
 */
const RIGHTS: readonly Right[] = [
  { key: 'right-view', bit: PermissionFlagsBits.ViewChannel },
  { key: 'right-send', bit: PermissionFlagsBits.SendMessages },
  { key: 'right-send-threads', bit: PermissionFlagsBits.SendMessagesInThreads },
  { key: 'right-history', bit: PermissionFlagsBits.ReadMessageHistory },
  { key: 'right-attach', bit: PermissionFlagsBits.AttachFiles, isSpare: true },
  { key: 'right-pin', bit: PermissionFlagsBits.PinMessages, isSpare: true },
];

/** Permissions for a FAQ channel; in a forum, posts are pinned and removed as well. */
const FAQ = RIGHTS.filter(({ key }) => ['right-view', 'right-send', 'right-history'].includes(key));
const FAQ_FORUM: readonly Right[] = [
  ...RIGHTS.filter(({ isSpare }) => !isSpare),
  { key: 'right-manage-threads', bit: PermissionFlagsBits.ManageThreads, isSpare: true },
];

/** Permissions that the bot is invited with. */
export const NEEDED = RIGHTS.reduce((all, { bit }) => all | bit, 0n);
/** Without all of these no answer arrives. */
export const INDISPENSABLE = RIGHTS.reduce((all, { bit, isSpare }) => (isSpare ? all : all | bit), 0n);

/** Channels in which there are posts only. */
export const FORUMS: readonly ChannelType[] = [ChannelType.GuildForum, ChannelType.GuildMedia];
/** Channels in which people write, or open threads. */
export const WRITTEN: readonly ChannelType[] = [ChannelType.GuildText, ChannelType.GuildAnnouncement, ...FORUMS];

/**
 * Permissions that are missing in a channel for somebody with these. A forum's posts are threads: nothing is sent to
 * the forum itself.
 * @param isFaq whether the FAQ is posted there. Default: no
 */
export function missingIn(type: ChannelType, own: PermissionsBitField, isFaq = false): readonly Right[] {
  if (isFaq) return (FORUMS.includes(type) ? FAQ_FORUM : FAQ).filter(({ bit }) => !own.has(bit));
  return RIGHTS.filter(
    ({ bit }) => !own.has(bit) && !(FORUMS.includes(type) && bit === PermissionFlagsBits.SendMessages),
  );
}
