import { AuditLogEvent, ChannelType, type Guild, PermissionFlagsBits, ShardClientUtil } from 'discord.js';
import { helloBlocks } from '../../../bot/answers/greeting.ts';
import { apartIn } from '../../../bot/answers/messages.ts';
import { notice, paragraph, type Reply, text } from '../../../bot/answers/reply.ts';
import { knownPlaces } from '../../../bot/community/known-places.ts';
import { chooseLanguage, homeLanguage } from '../../../bot/conversation/choose-language.ts';
import { keyOfPlace, placeOfKey } from '../../../bot/conversation/place.ts';
import { PLATFORM } from '../config.ts';
import type { DiscordContext } from '../context.ts';
import { missingIn } from '../moderation/rights.ts';
import { controlsOf } from '../outbound/controls.ts';
import { renderReply } from '../outbound/render.ts';
import { addressOf, native } from '../outbound/speech.ts';
import { OPEN } from '../settings/panel.ts';
import { PANEL } from '../settings/panel-message.ts';
import { safely } from '../trouble.ts';
import { guildPlace, snowflake } from './receive.ts';

/** Tracks in which servers the bot is. */
export type Servers = ReturnType<typeof createServers>;

/** Milliseconds after joining a server in which it is still greeted, even if the connection was lost meanwhile. */
const FRESH_MS = 60 * 60_000;
const EVER = '9999';

export function createServers(context: DiscordContext) {
  const { store, now } = context.services;
  // Discord describes thousands of servers at every start, so the store is asked only about those that the bot had left
  // or has just joined.
  const away = new Set<string>();
  /**
   * Servers in which the bot was seen or which have settings: any of them may have removed the bot while it was
   * disconnected.
   */
  const known = new Set<string>();
  const keyOf = (guild: string): string => keyOfPlace(guildPlace(guild, '', undefined));
  const leave = async (gone: readonly string[]): Promise<void> => {
    if (gone.length === 0) return;
    await store.transact(async ({ places }) => {
      for (const place of gone) await places.leave(place, now());
    });
    for (const place of gone) away.add(place);
  };
  return {
    start: async (): Promise<void> => {
      for (const place of await store.read(({ places }) => places.leftBefore(EVER))) away.add(place);
      const met = await store.read(({ places }) => places.present());
      for (const place of [...met, ...(await knownPlaces(store, PLATFORM))]) known.add(place);
    },
    /** @param guild as described at a connection, after an outage, or because it added the bot */
    joined: async ({ id, joinedTimestamp }: Guild): Promise<void> => {
      const place = keyOf(id);
      known.add(place);
      const isFresh = Date.parse(now()) - joinedTimestamp < FRESH_MS;
      if (!isFresh && !away.has(place)) return;
      const isNew = await store.transact(({ places }) => places.meet(place, now()));
      away.delete(place);
      if (isNew && isFresh)
        await sayHello(context, id).catch((error: unknown) =>
          context.log.warn(safely(error), 'a hello could not be said'),
        );
    },
    left: ({ id }: Guild): Promise<void> => leave([keyOf(id)]),
    /** @param guilds ids of all servers of a shard; servers that removed the bot are missing */
    listed: async (guilds: readonly string[], shard: Shard): Promise<void> => {
      const present = new Set(guilds.map(keyOf));
      const isGone = (key: string): boolean => {
        const { platform, id } = placeOfKey(key);
        return (
          platform === PLATFORM &&
          snowflake(id) !== undefined &&
          isOnShard(id, shard) &&
          !present.has(key) &&
          !away.has(key)
        );
      };
      await leave([...known].filter(isGone));
    },
  };
}

/** A shard's number and the total number of shards. Default: one shard for all servers. */
export type Shard = readonly [number: number, count: number] | undefined;

/** Whether a server is one of a shard's. */
export const isOnShard = (guild: string, shard: Shard): boolean =>
  shard === undefined || ShardClientUtil.shardIdForGuildId(guild, shard[1]) === shard[0];

interface Greeted {
  readonly id: string;
  readonly name: string;
  readonly locale: string;
  /** Keys in `locales/` of permissions that the bot lacks. */
  readonly lacking: readonly string[];
}

const WRITES = [PermissionFlagsBits.ViewChannel, PermissionFlagsBits.SendMessages];

/**
 * Greets a server: in its system channel if the bot may write there, else by a private message to the person who added
 * the bot, if the audit log names one, else to the owner. Only the first that can be reached gets it.
 */
async function sayHello(context: DiscordContext, id: string): Promise<void> {
  const guild = context.client()?.guilds.cache.get(id);
  const me = guild?.members.me;
  if (!guild || !me) return;
  const greeted = {
    id,
    name: guild.name,
    locale: guild.preferredLocale,
    lacking: missingIn(ChannelType.GuildText, me.permissions).map(({ key }) => key),
  };
  const { systemChannel } = guild;
  const mayWrite = systemChannel?.permissionsFor(me)?.has(WRITES) === true;
  if (systemChannel && mayWrite && (await isPosted(context, greeted, async () => systemChannel.id, true))) return;
  const inviter = me.permissions.has(PermissionFlagsBits.ViewAuditLog) ? await inviterOf(guild, me.id) : undefined;
  for (const user of new Set([inviter, guild.ownerId]))
    if (user && (await isPosted(context, greeted, () => context.calls.privateChannel(user), false))) return;
}

async function inviterOf(guild: Guild, me: string): Promise<string | null | undefined> {
  const log = await guild.fetchAuditLogs({ type: AuditLogEvent.BotAdd, limit: 10 }).catch(() => undefined);
  return log?.entries.find(({ targetId }) => targetId === me)?.executorId;
}

async function isPosted(
  context: DiscordContext,
  greeted: Greeted,
  channelOf: () => Promise<string>,
  isInServer: boolean,
): Promise<boolean> {
  try {
    await postHello(context, greeted, await channelOf(), isInServer);
    return true;
  } catch (error) {
    context.log.debug(safely(error), 'a hello could not be said here');
    return false;
  }
}

export async function postHello(
  context: DiscordContext,
  greeted: Greeted,
  channel: string,
  isInServer: boolean,
): Promise<void> {
  const place = guildPlace(greeted.id, channel, greeted.name);
  const reply = native(context, place, await hello(context, greeted, isInServer));
  // A private chat is not part of the server, so a button signed for the server would not work there.
  const title = context.services.speak(reply.language)('settings-title');
  const extra = isInServer ? [{ label: title, command: PANEL, argument: OPEN }] : [];
  for (const message of renderReply(reply, await controlsOf(context, reply, { place, person: '', extra })))
    await context.out.post(channel, message);
}

async function hello(
  { services }: DiscordContext,
  { id, name, locale, lacking }: Greeted,
  isInServer: boolean,
): Promise<Reply> {
  const community = await services.communities.prepared(guildPlace(id, '', name));
  const language = chooseLanguage({ locale }, services.languages, homeLanguage(community, services));
  const say = services.speak(language);
  const apart = apartIn(services, language);
  const url = addressOf(id, '');
  const rights = lacking.map((key) => apart(say(key))).join(say('list-comma'));
  return notice(language, {
    blocks: [
      ...helloBlocks({ services, community, language, say }, (question) => `/ask ${apart(question)}`),
      paragraph(
        ...say.parts('hello-settings'),
        ...(isInServer ? [] : [text(' '), { kind: 'link' as const, url, children: [text(name)] }]),
      ),
      ...(lacking.length === 0 ? [] : [paragraph(text(say('hello-lacks', { rights })))]),
    ],
  });
}
