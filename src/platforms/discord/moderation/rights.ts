import { ChannelType, PermissionFlagsBits, type PermissionsBitField } from 'discord.js';

/** A permission that the bot uses in a channel. */
export interface Right {
  /** Key of its name in `locales/`, as Discord's settings call it. */
  readonly key: string;
  readonly bit: bigint;
  /** Whether answers also arrive without it. Default: no. */
  readonly isSpare?: boolean;
}

/**
 * Permissions that the bot needs: to read, to answer (also in threads and as a reply), to attach files, and to pin.
 * Answers contain no embeds.
 */
const RIGHTS: readonly Right[] = [
  { key: 'right-view', bit: PermissionFlagsBits.ViewChannel },
  { key: 'right-send', bit: PermissionFlagsBits.SendMessages },
  { key: 'right-send-threads', bit: PermissionFlagsBits.SendMessagesInThreads },
  { key: 'right-history', bit: PermissionFlagsBits.ReadMessageHistory },
  { key: 'right-attach', bit: PermissionFlagsBits.AttachFiles, isSpare: true },
  { key: 'right-pin', bit: PermissionFlagsBits.PinMessages, isSpare: true },
];

/** Permissions for a FAQ channel; in a forum, posts must be pinned and removed as well. */
const FAQ = RIGHTS.filter(({ key }) => ['right-view', 'right-send', 'right-history'].includes(key));
const FAQ_FORUM: readonly Right[] = [
  ...RIGHTS.filter(({ isSpare }) => !isSpare),
  { key: 'right-manage-threads', bit: PermissionFlagsBits.ManageThreads, isSpare: true },
];

/** Permissions requested by the invite link. */
export const NEEDED = RIGHTS.reduce((all, { bit }) => all | bit, 0n);
/** Permissions without which no answer arrives. */
export const INDISPENSABLE = RIGHTS.reduce((all, { bit, isSpare }) => (isSpare ? all : all | bit), 0n);

/** Channel types that contain posts only. */
export const FORUMS: readonly ChannelType[] = [ChannelType.GuildForum, ChannelType.GuildMedia];
/** Channel types in which people write messages or open threads. */
export const WRITTEN: readonly ChannelType[] = [ChannelType.GuildText, ChannelType.GuildAnnouncement, ...FORUMS];

/**
 * Permissions that are missing in a channel. A forum needs others, as posts are threads, and nothing is posted into the
 * forum itself.
 * @param isFaq whether the FAQ is posted there. Default: no
 */
export function missingIn(type: ChannelType, own: PermissionsBitField, isFaq = false): readonly Right[] {
  if (isFaq) return (FORUMS.includes(type) ? FAQ_FORUM : FAQ).filter(({ bit }) => !own.has(bit));
  return RIGHTS.filter(
    ({ bit }) => !own.has(bit) && !(FORUMS.includes(type) && bit === PermissionFlagsBits.SendMessages),
  );
}
