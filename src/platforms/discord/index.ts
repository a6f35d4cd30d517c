import type { ApplicationCommandManager, Client, Interaction } from 'discord.js';
import { keyOfPlace } from '../../bot/conversation/place.ts';
import { type Duty, onDuty } from '../../bot/delivery/duty.ts';
import { report, wantsReports } from '../../bot/delivery/report.ts';
import { createFaqChannels, type FaqChannels } from '../../bot/faq-channel/faq-channels.ts';
import { tellOutages } from '../../bot/platform/outage.ts';
import { type Host, type Platform, PlatformError } from '../../bot/platform/platform.ts';
import type { DiscordConfig } from './config.ts';
import { PLATFORM } from './config.ts';
import { createContext, type DiscordContext, tokenOf } from './context.ts';
import { checks } from './doctor/doctor.ts';
import { faqPort } from './faq/faq-port.ts';
import { type Handlers, stayConnected, WRONG_TOKEN } from './inbound/connection.ts';
import { createInteractions } from './inbound/interactions.ts';
import { createMessages, type Messages } from './inbound/messages.ts';
import { createServers, type Servers } from './inbound/servers.ts';
import { createNotes, type Note } from './moderation/notes.ts';
import { NEEDED } from './moderation/rights.ts';
import { clearOthers, commandList, mentionsOf, register, registered } from './register.ts';
import type { HeldToken } from './token.ts';
import { outageIn, safely, troubleOf } from './trouble.ts';

/** Discord: slash commands, buttons, forms, menus and messages, over the gateway. */
export function discordPlatform(config: DiscordConfig, { services, log }: Host): Platform {
  const host: Host = { services, log: tellOutages(log, 'Discord', outageIn) };
  const notes = createNotes(tellWhereWanted(host));
  const open: Open = {};
  return {
    name: PLATFORM,
    tell: (words) => notes.addForAll(words),
    routes: [],
    checks: (place) => checks(config, host.services, place),
    isConnected: () =>
      (open.isOnStandby === true || open.client?.isReady() === true) && open.token?.isDoubted() !== true,
    run: async (respond, stop) => {
      if (stop.aborted) return;
      const lost = new AbortController();
      const token = tokenOf(config, () => lost.abort());
      open.token = token;
      const context = createContext(config, host, respond, { notes, client: () => open.client, rest: token.rest });
      const serve = async (duty: Duty): Promise<void> => {
        const { over } = duty;
        open.isOnStandby = false;
        const messages = createMessages(context);
        const servers = createServers(context);
        const faq = createFaqChannels({
          services,
          port: faqPort(context),
          duty,
          onError: (error) => host.log.warn(safely(error), 'a FAQ channel could not be kept up to date'),
        });
        const { handlers, idle } = createHandlers(context, withFaq({ ...messages, ...servers }, faq), config);
        await Promise.all([messages.start(), servers.start()]);
        faq.start();
        try {
          await stayConnected(
            {
              config,
              patience: context.patience,
              log: host.log,
              handlers,
              onClient: (client) => {
                open.client = client;
              },
              isTokenGood: token.isGood,
            },
            over,
          );
        } finally {
          open.isOnStandby = !stop.aborted;
          const ending = Promise.all([idle(), messages.stop(), faq.stop()]);
          await (stop.aborted ? within(context, ending) : ending);
        }
      };
      open.isOnStandby = host.services.store.claims !== undefined;
      await onDuty(
        {
          store: host.services.store,
          name: dutyOf(config),
          stop: AbortSignal.any([stop, lost.signal]),
          onError: (error) => host.log.warn(safely(error), 'the store'),
        },
        serve,
      );
      if (lost.signal.aborted) throw new PlatformError(WRONG_TOKEN);
    },
  };
}

type Others = Messages & Servers & Pick<Handlers, 'postDeleted'>;

/** Forwards deletions, permissions and joins to FAQ channels as well. */
function withFaq(others: Messages & Servers, faq: FaqChannels): Others {
  const keyOf = (guild: string): string => keyOfPlace({ platform: PLATFORM, id: guild });
  return {
    ...others,
    deleted: async (ids, channel, guild) => {
      await Promise.all([others.deleted(ids, channel, guild), ...(guild ? [faq.deleted(keyOf(guild), ids)] : [])]);
    },
    postDeleted: async (guild, post) => {
      // A deleted post takes its messages with it; the first of them has the post's id.
      await Promise.all([others.deleted([post], post, guild), faq.deleted(keyOf(guild), [post])]);
    },
    allowed: (guild, channel) => {
      others.allowed(guild, channel);
      faq.wake(keyOf(guild));
    },
    joined: async (guild) => {
      await others.joined(guild);
      faq.wake(keyOf(guild.id));
    },
  };
}

/** Name of the lease by which one process at a time serves the same shards. */
const dutyOf = ({ shards, shardCount }: DiscordConfig): string =>
  shards ? `${PLATFORM} ${[...shards].sort((a, b) => a - b).join(',')} of ${shardCount}` : PLATFORM;

/** Posts a note to moderators in the channel that a server has chosen for reports. @returns false if it has none */
const tellWhereWanted =
  ({ services, log }: Host) =>
  async (guild: string, key: string, note: Note): Promise<boolean> => {
    const place = { platform: PLATFORM, id: guild };
    const community = await services.communities.of(place);
    if (!wantsReports(community, place)) return false;
    await report(services, community, { key, place, words: (_, language) => note(language) }).catch((error: unknown) =>
      log.warn(safely(error), 'a report could not be kept'),
    );
    return true;
  };

/** Waits for work under way, but closes the API client after a while; what is unsent stays in the outbox. */
async function within({ patience, out, log }: DiscordContext, work: Promise<unknown>): Promise<void> {
  const timer = setTimeout(out.close, patience.stop);
  await work.catch((error: unknown) => log.warn(safely(error), 'something could not be ended'));
  clearTimeout(timer);
}

/** Milliseconds after which registering commands is tried again. */
const AGAIN_MS = 60_000;
/** Most servers that are checked for leftover commands of earlier starts; the bot may be in thousands. */
const MOST_NAMED = 25;

function createHandlers(
  context: DiscordContext,
  others: Others,
  config: DiscordConfig,
): { readonly handlers: Handlers; readonly idle: () => Promise<unknown> } {
  const take = createInteractions(context);
  const running = new Set<Promise<unknown>>();
  let isRegistered = false;
  const interaction = (given: Interaction): Promise<void> => {
    const work = take(given);
    running.add(work);
    return work.finally(() => running.delete(work));
  };
  const learn = (commands: Awaited<ReturnType<typeof registered>>): void => {
    for (const [name, mention] of mentionsOf(commands)) context.clickable.set(name, mention);
  };
  const ready = async ({ application, guilds, user }: Client<true>): Promise<void> => {
    if (isRegistered) return;
    isRegistered = true;
    const count = guilds.cache.size;
    config.announce(`Discord: connected as ${user.username}, in ${count === 1 ? 'one server' : `${count} servers`}`);
    config.announce(`Invite the bot to a server: ${inviteLink(application.id)}`);
    // The process with shard 0 registers the commands; the others only read the list.
    if (!config.shards || config.shards.includes(0)) await put(application.commands, guilds.cache.firstKey(MOST_NAMED));
    else await registered(application.commands, config.guildId).then(learn, () => undefined);
  };
  const put = async (manager: ApplicationCommandManager, servers: readonly string[]): Promise<void> => {
    try {
      learn(await register(manager, config.guildId, commandList(context.services)));
      await clearOthers(manager, config.guildId, servers);
    } catch (error) {
      context.log.warn(safely(error), 'the commands could not be registered');
      if (troubleOf(error) === 'later') setTimeout(() => void put(manager, servers), AGAIN_MS).unref();
    }
  };
  return {
    handlers: { ...others, ready, interaction },
    idle: () => Promise.allSettled(running),
  };
}

/** State while the platform runs. */
interface Open {
  client?: Client;
  token?: HeldToken;
  /** Whether another process serves the same shards. */
  isOnStandby?: boolean;
}

/** The URL with which an owner adds the bot to a server. */
export function inviteLink(application: string): string {
  const query = new URLSearchParams({
    client_id: application,
    permissions: NEEDED.toString(),
    scope: 'bot applications.commands',
  });
  return `https://discord.com/oauth2/authorize?${query.toString()}`;
}
