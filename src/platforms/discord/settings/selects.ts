import { ChannelType, ComponentType, SelectMenuDefaultValueType } from 'discord.js';
import type { Call } from '../../../bot/command.ts';
import type { SettingRecord } from '../../../bot/community/records.ts';
import { isRole } from '../../../bot/moderation/people.ts';
import { keyOf, listIn } from '../../../bot/settings/chosen.ts';
import { DEFAULT } from '../../../bot/settings/kinds.ts';
import { rowOf, type Setting } from '../../../bot/settings/table.ts';
import type { Component } from '../outbound/buttons.ts';
import { MOST } from '../outbound/escape.ts';

/** Menus in which something is picked, in a panel and in its forms. */

const MESSAGES = [
  ChannelType.GuildText,
  ChannelType.GuildAnnouncement,
  ChannelType.GuildVoice,
  ChannelType.GuildStageVoice,
];
/**
 * Channel types in which people write messages or open threads. Discord does not document that a menu may list media
 * channels.
 */
export const CHANNELS = [...MESSAGES, ChannelType.GuildForum];
/** Channel types in which a message can be posted. */
const POSTED = [...MESSAGES, ChannelType.PublicThread, ChannelType.PrivateThread];

/** The record of a setting. @param channel for a channel's own setting */
export const ownValue = ({ community, place }: Call, setting: Setting, channel?: string): SettingRecord | undefined =>
  community.state.get('setting', keyOf(setting, place, channel));

/**
 * Whether a menu can have a value: for one that is too long, or there twice, Discord refuses the whole message. A topic
 * may have any name.
 */
export const isPickable = (value: string): boolean => value.length <= MOST.choice && value !== DEFAULT;

/** Ids of the roles among people. */
export const rolesIn = (own: SettingRecord | undefined): readonly string[] =>
  listIn(own).filter(isRole).slice(0, MOST.choices);

/** The channel's id; the record also names its server. */
export const channelIn = (own: SettingRecord | undefined): string | undefined =>
  typeof own === 'string' ? /\d{1,20}$/.exec(own)?.[0] : undefined;

/** @param roles picked already */
export const roleSelect = (id: string, roles: readonly string[]): Component => ({
  type: ComponentType.RoleSelect,
  custom_id: id,
  min_values: 0,
  max_values: MOST.choices,
  default_values: roles.map((role) => ({ id: role, type: SelectMenuDefaultValueType.Role })),
});

/** @param channel picked already */
export const channelSelect = (id: string, setting: Setting, channel: string | undefined): Component => ({
  type: ComponentType.ChannelSelect,
  custom_id: id,
  min_values: 0,
  max_values: 1,
  channel_types: rowOf(setting).kind === 'faq' ? CHANNELS : POSTED,
  default_values: channel === undefined ? [] : [{ id: channel, type: SelectMenuDefaultValueType.Channel }],
});
