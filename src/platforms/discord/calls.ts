import {
  type APIChannel,
  type APIGuild,
  type APIGuildMember,
  type APIMessage,
  type AuditLogEvent,
  type REST,
  type RESTGetAPIAuditLogResult,
  Routes,
} from 'discord.js';

/** What the bot asks of Discord beside posting: nothing of this reaches members as a message. */
export interface Calls {
  readonly guild: (id: string) => Promise<APIGuild>;
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
  /** The newest entries of a kind. */
  readonly auditLog: (guild: string, kind: AuditLogEvent) => Promise<RESTGetAPIAuditLogResult>;
  /** Archives a forum post with these tags. */
  readonly close: (post: string, tags: readonly string[]) => Promise<void>;
  /** @returns the id of the private channel. */
  readonly privateChannel: (user: string) => Promise<string>;
  /** Commands as they are registered, globally or in one server. */
  readonly commands: (application: string, guild: string | undefined) => Promise<readonly object[]>;
  readonly register: (
    application: string,
    guild: string | undefined,
    commands: readonly object[],
  ) => Promise<readonly object[]>;
}

/** @param short milliseconds for what somebody waits for: a permission */
export function createCalls(rest: REST, short: number): Calls {
  const soon = <T>(route: `/${string}`) => rest.get(route, { signal: AbortSignal.timeout(short) }) as Promise<T>;
  const commandsRoute = (application: string, guild: string | undefined) =>
    guild === undefined ? Routes.applicationCommands(application) : Routes.applicationGuildCommands(application, guild);
  return {
    guild: (id) => soon(Routes.guild(id)),
    member: (guild, user) => soon(Routes.guildMember(guild, user)),
    channel: (id) => soon(Routes.channel(id)),
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
    auditLog: (guild, kind) =>
      rest.get(Routes.guildAuditLog(guild), {
        query: new URLSearchParams({ action_type: String(kind), limit: '10' }),
      }) as Promise<RESTGetAPIAuditLogResult>,
    privateChannel: async (user) =>
      ((await rest.post(Routes.userChannels(), { body: { recipient_id: user } })) as APIChannel).id,
    commands: async (application, guild) =>
      (await rest.get(commandsRoute(application, guild), {
        query: new URLSearchParams({ with_localizations: 'true' }),
      })) as object[],
    register: async (application, guild, commands) =>
      (await rest.put(commandsRoute(application, guild), { body: commands })) as object[],
  };
}
