import {
  type APIChannel,
  type APIGuild,
  type APIGuildMember,
  AuditLogEvent,
  ChannelType,
  PermissionFlagsBits,
} from 'discord.js';
import { exampleEntries } from '../../../bot/answers/examples.ts';
import { apartIn } from '../../../bot/answers/formats.ts';
import { greetingWords } from '../../../bot/answers/greeting.ts';
import { paragraph, type Reply, text } from '../../../bot/answers/reply.ts';
import { chooseLanguage, homeLanguage } from '../../../bot/conversation/choose-language.ts';
import { titleIn } from '../../../core/entry/display.ts';
import type { Context } from '../context.ts';
import { permissionsIn } from '../moderation/permissions.ts';
import { missingIn } from '../moderation/rights.ts';
import { controlsOf } from '../outbound/controls.ts';
import { renderReply } from '../outbound/render.ts';
import { addressOf } from '../outbound/speech.ts';
import { OPEN, PANEL } from '../settings/panel.ts';
import { safely } from '../trouble.ts';
import { guildPlace, snowflake } from './receive.ts';

/** A server as the gateway describes it. */
type Guild = APIGuild & { readonly channels: readonly APIChannel[]; readonly members: readonly APIGuildMember[] };

const WRITES = PermissionFlagsBits.ViewChannel | PermissionFlagsBits.SendMessages;

/**
 * Says hello in a server: in its system channel, where the bot may write there; else in private to whoever added it, as
 * far as it may see who did; else to the owner. The first that can be reached is told, and nobody else.
 */
export async function sayHello(context: Context, raw: unknown, me: string): Promise<void> {
  const guild = raw as Guild;
  const member = guild.members.find(({ user }) => user.id === me) ?? { roles: [] };
  const isGiven = (channel: Pick<APIChannel, 'id'>, bits: bigint): boolean => {
    const own = permissionsIn(guild, channel, member, me);
    return (own & PermissionFlagsBits.Administrator) !== 0n || (own & bits) === bits;
  };
  const system = guild.channels.find(({ id }) => id === guild.system_channel_id);
  if (system && isGiven(system, WRITES) && (await isPosted(context, guild, me, async () => system.id, true))) return;
  const inviter = isGiven({ id: '' }, PermissionFlagsBits.ViewAuditLog)
    ? await inviterOf(context, guild.id, me)
    : undefined;
  for (const user of new Set([inviter, snowflake(guild.owner_id)])) {
    if (user !== undefined && (await isPosted(context, guild, me, () => context.calls.privateChannel(user), false)))
      return;
  }
}

async function inviterOf({ calls }: Context, guild: string, me: string): Promise<string | undefined> {
  const { audit_log_entries: entries } = await calls
    .auditLog(guild, AuditLogEvent.BotAdd)
    .catch(() => ({ audit_log_entries: [] }));
  return snowflake(entries.find(({ target_id: target }) => target === me)?.user_id);
}

async function isPosted(
  context: Context,
  guild: Guild,
  me: string,
  channelOf: () => Promise<string>,
  isInServer: boolean,
): Promise<boolean> {
  try {
    const channel = await channelOf();
    const place = guildPlace(guild.id, channel, guild.name);
    const reply = await hello(context, guild, me, isInServer);
    const say = context.services.speak(reply.language);
    // A private chat is no part of the server: a button that is meant for it would not hold there.
    const extra = isInServer ? [{ label: say('settings-title'), command: PANEL, argument: OPEN }] : [];
    for (const message of renderReply(reply, await controlsOf(context, reply, { place, person: '', extra })))
      await context.out.post(channel, message);
    return true;
  } catch (error) {
    context.log.debug(safely(error), 'a hello could not be said here');
    return false;
  }
}

async function hello({ services }: Context, guild: Guild, me: string, isInServer: boolean): Promise<Reply> {
  const place = guildPlace(guild.id, '', guild.name);
  const community = await services.communities.of(place);
  const language = chooseLanguage(
    { locale: guild.preferred_locale },
    services.languages,
    homeLanguage(community, services),
  );
  const say = services.speak(language);
  const apart = apartIn(services, language);
  const [example] = exampleEntries(community.knowledge().entries.values(), language, services.languages, 1);
  const question = example && titleIn(example, language, services.languages);
  const member = guild.members.find(({ user }) => user.id === me) ?? { roles: [] };
  const lacking = missingIn(ChannelType.GuildText, permissionsIn(guild, { id: '' }, member, me)).map(({ key }) =>
    say(key),
  );
  const url = addressOf(guild.id, '');
  return {
    language,
    blocks: [
      paragraph(text(greetingWords({ services, community, language, say }))),
      ...(question === undefined
        ? []
        : [paragraph(text(say('hello-ask'))), { kind: 'code' as const, text: `/ask ${apart(question)}` }]),
      paragraph(
        text(say('hello-settings')),
        ...(isInServer ? [] : [text(' '), { kind: 'link' as const, url, children: [text(guild.name)] }]),
      ),
      ...(lacking.length === 0
        ? []
        : [paragraph(text(say('hello-lacks', { rights: lacking.map(apart).join(say('list-comma')) })))]),
    ],
    notes: [],
    choices: [],
  };
}
