import type { Client } from 'discord.js';
import { type Host, type Platform, PlatformError } from '../../bot/platform.ts';
import type { DiscordConfig } from './config.ts';
import { type Handlers, stayConnected } from './connection.ts';
import { gatewayDoor } from './door.ts';
import { discordHttp } from './http.ts';
import { createInteractions } from './interactions.ts';
import { inviteLink } from './invite.ts';
import { createKit, type Kit } from './kit.ts';
import { createMessages, type Messages } from './messages.ts';
import { createNotes } from './notes.ts';
import { NAME } from './receive.ts';
import { commandList, register } from './register.ts';
import { serveInteractions } from './server.ts';
import { safely, troubleOf } from './trouble.ts';
import type { World } from './world.ts';

/** Discord: slash commands, buttons, forms, menus and messages, over the gateway and, with a public key, over HTTP. */
export function discordPlatform(config: DiscordConfig, host: Host): Platform {
  const notes = createNotes();
  return {
    name: NAME,
    tell: (words) => notes.addForAll(words),
    run: async (respond, stop) => {
      if (stop.aborted) return;
      const { onClient, ...world } = createWorld();
      const kit = createKit(config, host, respond, { notes, titleOf: world.titleOf });
      const messages = createMessages(kit, world);
      const { handlers, idle } = createHandlers(kit, messages, config);
      const close = await openWeb(config, host, kit);
      // The first question has three seconds as well.
      host.services.knowledge.current().library.warm();
      await messages.start();
      try {
        await stayConnected({ config, patience: kit.patience, log: host.log, handlers, onClient }, stop);
      } finally {
        close();
        await within(kit, Promise.all([idle(), messages.stop()]).then(kit.recall.flush));
      }
    },
  };
}

/** What runs is waited for, but not for ever: what has to wait for Discord stays in the store. */
async function within({ patience, out, log }: Kit, work: Promise<unknown>): Promise<void> {
  const timer = setTimeout(out.close, patience.stop);
  await work.catch((error: unknown) => log.warn(safely(error), 'something could not be ended'));
  clearTimeout(timer);
}

/** Milliseconds until commands that could not be registered are tried again. */
const AGAIN_MS = 60_000;

function createHandlers(kit: Kit, messages: Messages, config: DiscordConfig): { readonly handlers: Handlers; readonly idle: () => Promise<unknown> } {
  const take = createInteractions(kit);
  const running = new Set<Promise<unknown>>();
  let isRegistered = false;
  const interaction = (raw: unknown): Promise<void> => {
    const work = take(raw, (ticket) => gatewayDoor(kit.out, ticket)).then(() => undefined);
    running.add(work);
    return work.finally(() => running.delete(work));
  };
  const ready = async (application: string): Promise<void> => {
    if (isRegistered) return;
    isRegistered = true;
    config.announce(`Invite the bot to a server: ${inviteLink(application)}`);
    // Processes that serve other shards find the list as this one left it.
    if (!config.shards || config.shards.includes(0)) await put(application);
  };
  const put = async (application: string): Promise<void> => {
    try {
      const isNew = await register(kit.calls, application, config.guildId, commandList(kit.services));
      kit.log.info({ registered: isNew }, 'commands');
    } catch (error) {
      kit.log.warn(safely(error), 'the commands could not be registered');
      if (troubleOf(error) === 'later') setTimeout(() => void put(application), AGAIN_MS).unref();
    }
  };
  return { handlers: { ready, interaction, created: messages.created, edited: messages.edited, deleted: messages.deleted }, idle: () => Promise.allSettled(running) };
}

/** Looks into the client that serves now. */
function createWorld(): World & { readonly onClient: (client: Client) => void } {
  let client: Client | undefined;
  return {
    onClient: (next) => {
      client = next;
    },
    titleOf: (guild) => client?.guilds.cache.get(guild)?.name,
    threadOf: (id) => {
      const channel = client?.channels.cache.get(id);
      return channel?.isThread() && channel.parentId ? { parent: channel.parentId, name: channel.name } : undefined;
    },
  };
}

/** @returns a function that closes it. */
async function openWeb(config: DiscordConfig, host: Host, kit: Kit): Promise<() => void> {
  if (config.publicKey === undefined) return () => undefined;
  try {
    const { server, port } = await serveInteractions(discordHttp(config, host, kit), config.webHost, config.webPort);
    config.announce(`Interactions over HTTP: http://${config.webHost}:${port}/discord/interactions`);
    return () => {
      server.close();
      server.closeIdleConnections();
    };
  } catch (error) {
    throw new PlatformError(`Interactions cannot be served on ${config.webHost}:${config.webPort}. Set WEB_HOST and WEB_PORT to a free address.`, { cause: error });
  }
}
