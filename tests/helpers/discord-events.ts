import type { Json } from './fake-discord.ts';

/**
 * Adds to an event what Discord always sends with it, and what no test is about. What is odd stays as it is, for it is
 * meant to be.
 * @param typeOf a channel, if it is known
 */
export function asSent(event: string, data: Json, typeOf: (channel: string) => number | undefined): Json {
  if (typeof data?.id !== 'string') return data;
  if (event === 'MESSAGE_CREATE' || event === 'MESSAGE_UPDATE') {
    const type = data.guild_id === undefined ? 1 : (typeOf(data.channel_id) ?? 0);
    return data.author ? { channel_type: type, ...messageAsSent(data) } : data;
  }
  return event === 'INTERACTION_CREATE' ? interactionAsSent(data) : data;
}

function messageAsSent(message: Json): Json {
  const { referenced_message: to, message_snapshots: forwarded, interaction_metadata: by, author } = message;
  return {
    type: 0,
    content: '',
    channel_id: '0',
    timestamp: '2026-11-25T12:00:00.000Z',
    edited_timestamp: null,
    mentions: [],
    mention_roles: [],
    attachments: [],
    embeds: [],
    components: [],
    ...(to ? { message_reference: { type: 0, channel_id: message.channel_id, message_id: to.id } } : {}),
    ...(forwarded ? { message_reference: { type: 1, channel_id: '0', message_id: '1' } } : {}),
    ...message,
    ...(author ? { author: userAsSent(author) } : {}),
    ...(by?.user
      ? {
          interaction_metadata: {
            ...{ id: '1', type: 2, authorizing_integration_owners: {} },
            ...{ ...by, user: userAsSent(by.user) },
          },
        }
      : {}),
    ...(to
      ? { referenced_message: messageAsSent({ channel_id: message.channel_id, author: { id: '1' }, ...to }) }
      : {}),
    ...(forwarded
      ? { message_snapshots: forwarded.map((one: Json) => ({ message: messageAsSent(one.message) })) }
      : {}),
  };
}

const userAsSent = (user: Json): Json => ({ username: 'somebody', discriminator: '0', avatar: null, ...user });

function interactionAsSent(interaction: Json): Json {
  const { channel, channel_id: id, guild_id: guild, data, message, member, user } = interaction;
  const messages = Object.entries(data?.resolved?.messages ?? {}).map(([key, one]) => [
    key,
    messageAsSent({ channel_id: id, author: { id: '1' }, ...(one as Json) }),
  ]);
  return {
    version: 1,
    entitlements: [],
    authorizing_integration_owners: {},
    app_permissions: '0',
    attachment_size_limit: 1,
    ...interaction,
    ...(channel ? { channel: { ...(guild ? { guild_id: guild } : {}), ...channel } } : {}),
    ...(member?.user ? { member: { nick: null, ...member, user: userAsSent(member.user) } } : {}),
    ...(user ? { user: userAsSent(user) } : {}),
    ...(message ? { message: messageAsSent({ channel_id: id, author: { id: '1' }, ...message }) } : {}),
    ...(messages.length > 0
      ? { data: { ...data, resolved: { ...data.resolved, messages: Object.fromEntries(messages) } } }
      : {}),
  };
}
