import {
  type APIChannel,
  type APIGuildMember,
  type APIMessage,
  type APIThreadList,
  ChannelFlags,
  type REST,
  Routes,
} from 'discord.js';

/** Calls to Discord's API other than those that post or edit messages; see `Out` for these. */
export type Calls = ReturnType<typeof createCalls>;

export const createCalls = (rest: REST) => ({
  member: (guild: string, user: string) => rest.get(Routes.guildMember(guild, user)) as Promise<APIGuildMember>,
  channel: (id: string) => rest.get(Routes.channel(id)) as Promise<APIChannel>,
  message: (channel: string, id: string) => rest.get(Routes.channelMessage(channel, id)) as Promise<APIMessage>,
  /** The first hundred messages after the given one. */
  messagesAfter: (channel: string, id: string) =>
    rest.get(Routes.channelMessages(channel), {
      query: new URLSearchParams({ after: id, limit: '100' }),
    }) as Promise<APIMessage[]>,
  /** Threads and posts of a server that are not archived. */
  activeThreads: (guild: string) => rest.get(Routes.guildActiveThreads(guild)) as Promise<APIThreadList>,
  rename: (channel: string, name: string) => rest.patch(Routes.channel(channel), { body: { name } }),
  /** Pins a post to the top of its forum. */
  pinPost: (post: string) => rest.patch(Routes.channel(post), { body: { flags: ChannelFlags.Pinned } }),
  removeChannel: (id: string) => rest.delete(Routes.channel(id)),
  remove: (channel: string, id: string) => rest.delete(Routes.channelMessage(channel, id)),
  /**
   * Deletes the response to an interaction, or the message whose button was pressed. Works in channels that the bot may
   * not see, too.
   */
  removePressed: (application: string, token: string) =>
    rest.delete(Routes.webhookMessage(application, token), { auth: false }),
  pin: (channel: string, id: string) => rest.put(Routes.channelMessagesPin(channel, id)),
  react: (channel: string, id: string, emoji: string) =>
    rest.put(Routes.channelMessageOwnReaction(channel, id, encodeURIComponent(emoji))),
  /** Archives a forum post and sets its tags. */
  close: (post: string, tags: readonly string[]) =>
    rest.patch(Routes.channel(post), { body: { applied_tags: tags, archived: true } }),
  /** @returns the id of the private channel. */
  privateChannel: async (user: string) =>
    ((await rest.post(Routes.userChannels(), { body: { recipient_id: user } })) as APIChannel).id,
});
