import { AuditLogEvent, ChannelType, type Guild, PermissionFlagsBits } from 'discord.js';
import { apartIn } from '../../../bot/answers/formats.ts';
import { helloBlocks } from '../../../bot/answers/greeting.ts';
import { notice, paragraph, type Reply, text } from '../../../bot/answers/reply.ts';
import { chooseLanguage, homeLanguage } from '../../../bot/conversation/choose-language.ts';
import type { Context } from '../context.ts';
import { missingIn } from '../moderation/rights.ts';
import { controlsOf } from '../outbound/controls.ts';
import { native } from '../outbound/native.ts';
import { renderReply } from '../outbound/render.ts';
import { addressOf } from '../outbound/speech.ts';
import { OPEN, PANEL } from '../settings/panel.ts';
import { safely } from '../trouble.ts';
import { guildPlace } from './receive.ts';

/** The server that is greeted. */
interface Greeted {
  readonly id: string;
  readonly name: string;
  readonly locale: string;
  /** Permissions that the bot lacks: keys of `locales/`. */
  readonly lacking: readonly string[];
}

const WRITES = [PermissionFlagsBits.ViewChannel, PermissionFlagsBits.SendMessages];

/**
 * Says hello in a server: in its system channel, if the bot may write there; else in private to the person who added
 * it, as far as it may see who did; else to the owner. The first that can be reached is told, and nobody else.
 */
export async function sayHello(context: Context, id: string): Promise<void> {
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
  context: Context,
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
  context: Context,
  greeted: Greeted,
  channel: string,
  isInServer: boolean,
): Promise<void> {
  const place = guildPlace(greeted.id, channel, greeted.name);
  const reply = native(context, place, await hello(context, greeted, isInServer));
  // A private chat is no part of the server: a button that is meant for it would not hold there.
  const title = context.services.speak(reply.language)('settings-title');
  const extra = isInServer ? [{ label: title, command: PANEL, argument: OPEN }] : [];
  for (const message of renderReply(reply, await controlsOf(context, reply, { place, person: '', extra })))
    await context.out.post(channel, message);
}

async function hello(
  { services }: Context,
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
