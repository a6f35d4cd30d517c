import { type APIChannel, type APIGuildMember, type APIMessage, type REST, Routes } from 'discord.js';

/** What the bot asks of Discord beside posting: nothing of this reaches members as a message. */
export interface Calls {
  readonly member: (guild: string, user: string) => Promise<APIGuildMember>;
  readonly channel: (id: string) => Promise<APIChannel>;
  readonly message: (channel: string, id: string) => Promise<APIMessage>;
  /** The message that an interaction was answered with. */
  readonly answered: (application: string, token: string) => Promise<APIMessage>;
  readonly remove: (channel: string, id: string) => Promise<void>;
  /** Removes the message on which a button was pressed, also in a channel that the bot may not see. */
  readonly removePressed: (application: string, token: string) => Promise<void>;
  readonly pin: (channel: string, id: string) => Promise<void>;
  /** Archives a thread, or opens it again. */
  readonly archive: (thread: string, archived: boolean) => Promise<void>;
  /** Archives a forum post with these tags. */
  readonly close: (post: string, tags: readonly string[]) => Promise<void>;
  /** @returns the id of the private channel. */
  readonly privateChannel: (user: string) => Promise<string>;
}

export function createCalls(rest: REST): Calls {
  return {
    member: (guild, user) => rest.get(Routes.guildMember(guild, user)) as Promise<APIGuildMember>,
    channel: (id) => rest.get(Routes.channel(id)) as Promise<APIChannel>,
    message: (channel, id) => rest.get(Routes.channelMessage(channel, id)) as Promise<APIMessage>,
    answered: (application, token) =>
      rest.get(Routes.webhookMessage(application, token), { auth: false }) as Promise<APIMessage>,
    remove: async (channel, id) => void (await rest.delete(Routes.channelMessage(channel, id))),
    archive: async (thread, archived) => void (await rest.patch(Routes.channel(thread), { body: { archived } })),
    close: async (post, tags) =>
      void (await rest.patch(Routes.channel(post), { body: { applied_tags: tags, archived: true } })),
    removePressed: async (application, token) =>
      void (await rest.delete(Routes.webhookMessage(application, token), { auth: false })),
    pin: async (channel, id) => void (await rest.put(Routes.channelMessagesPin(channel, id))),
    privateChannel: async (user) =>
      ((await rest.post(Routes.userChannels(), { body: { recipient_id: user } })) as APIChannel).id,
  };
}
