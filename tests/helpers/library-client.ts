import { type Client, Events, type Interaction, type Message } from 'discord.js';
import { createClient } from '../../src/platforms/discord/inbound/connection.ts';
import { asSent } from './discord-events.ts';
import type { Json } from './fake-discord.ts';

/** Takes what the library makes of events. */
export interface Taken {
  readonly interaction: (interaction: Interaction) => Promise<unknown>;
  readonly created?: (message: Message) => unknown;
  readonly edited?: (message: Message) => Promise<unknown>;
  readonly deleted?: (ids: readonly string[], channel: string, guild: string | null) => Promise<unknown>;
}

/** What the library calls for each packet of the gateway. */
interface Wire {
  status: number;
  readonly handlePacket: (packet: { readonly t: string; readonly d: unknown }, shard: object) => void;
}

const SHARD = { id: 0, checkReady: () => undefined };

/**
 * The library without a network: it is in these servers, and makes its structures of events.
 * @param guilds as the gateway describes them
 */
export function libraryClient(me: string, guilds: readonly Json[], taken: Taken) {
  const client: Client = createClient({ token: '', announce: () => undefined }, true, () => undefined);
  let work: Promise<unknown> = Promise.resolve();
  const noted = (doing: unknown): void => {
    work = Promise.resolve(doing);
  };
  client.on(Events.InteractionCreate, (interaction) => noted(taken.interaction(interaction)));
  client.on(Events.MessageCreate, (message) => noted(taken.created?.(message)));
  client.on(Events.MessageUpdate, (_, message) => noted(taken.edited?.(message)));
  client.on(Events.MessageDelete, ({ id, channelId, guildId }) => noted(taken.deleted?.([id], channelId, guildId)));
  client.on(Events.MessageBulkDelete, (messages, { id, guildId }) =>
    noted(taken.deleted?.([...messages.keys()], id, guildId)),
  );
  const wire = client.ws as unknown as Wire;
  // 0: ready.
  wire.status = 0;
  const user = { id: me, username: 'Wenda', discriminator: '0', avatar: null, bot: true };
  const ready = {
    user,
    application: { id: me, flags: 0 },
    guilds: guilds.map(({ id }) => ({ id, unavailable: true })),
  };
  wire.handlePacket({ t: 'READY', d: ready }, SHARD);
  for (const guild of guilds) wire.handlePacket({ t: 'GUILD_CREATE', d: guild }, SHARD);
  return {
    client,
    /**
     * One event, until it was dealt with. @throws what the library throws at odd ones @returns false if it made nothing
     * of it
     */
    receive: async (event: string, data: Json): Promise<boolean> => {
      const before = work;
      wire.handlePacket({ t: event, d: asSent(event, data, () => undefined) }, SHARD);
      const isTaken = work !== before;
      await work;
      return isTaken;
    },
  };
}
