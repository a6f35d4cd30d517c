import {
  type APIChannel,
  type APIGuildMember,
  type APIMessage,
  type APIThreadList,
  ChannelFlags,
  type REST,
  Routes,
} from 'discord.js';

/** Calls beside posting: nothing of this reaches members as a message. */
export type Calls = ReturnType<typeof createCalls>;

export const createCalls = (rest: REST) => ({
  member: (guild: string, user: string) => rest.get(Routes.guildMember(guild, user)) as Promise<APIGuildMember>,
  channel: (id: string) => rest.get(Routes.channel(id)) as Promise<APIChannel>,
  message: (channel: string, id: string) => rest.get(Routes.channelMessage(channel, id)) as Promise<APIMessage>,
  /** The first hundred messages after one. */
  messagesAfter: (channel: string, id: string) =>
    rest.get(Routes.channelMessages(channel), {
      query: new URLSearchParams({ after: id, limit: '100' }),
    }) as Promise<APIMessage[]>,
  /** Threads and posts of a server that are not archived. */
  activeThreads: (guild: string) => rest.get(Routes.guildActiveThreads(guild)) as Promise<APIThreadList>,
  rename: (channel: string, name: string) => rest.patch(Routes.channel(channel), { body: { name } }),
  /** Keeps a forum's post above the others. */
  pinPost: (post: string) => rest.patch(Routes.channel(post), { body: { flags: ChannelFlags.Pinned } }),
  removeChannel: (id: string) => rest.delete(Routes.channel(id)),
  remove: (channel: string, id: string) => rest.delete(Routes.channelMessage(channel, id)),
  /**
   * Removes what an interaction was answered with, or the message on which a button was pressed: also in a channel that
   * the bot may not see.
   */
  removePressed: (application: string, token: string) =>
    rest.delete(Routes.webhookMessage(application, token), { auth: false }),
  pin: (channel: string, id: string) => rest.put(Routes.channelMessagesPin(channel, id)),
  react: (channel: string, id: string, emoji: string) =>
    rest.put(Routes.channelMessageOwnReaction(channel, id, encodeURIComponent(emoji))),
  /** Archives a forum post with these tags. */
  close: (post: string, tags: readonly string[]) =>
    rest.patch(Routes.channel(post), { body: { applied_tags: tags, archived: true } }),
  /** @returns the id of the private channel. */
  privateChannel: async (user: string) =>
    ((await rest.post(Routes.userChannels(), { body: { recipient_id: user } })) as APIChannel).id,
});
