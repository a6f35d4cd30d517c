import type { ReplyParameters } from 'grammy/types';
import { plainReply } from '../../../bot/answers/reply.ts';
import { homeLanguage } from '../../../bot/conversation/choose-language.ts';
import { keyOfPlace } from '../../../bot/conversation/place.ts';
import type { Outgoing } from '../../../bot/delivery/courier.ts';
import { report, wantsReports } from '../../../bot/delivery/report.ts';
import { LACKS } from '../../../bot/faq-channel/lacks.ts';
import type { FaqPort, FaqSpot, FaqTrouble, Lack, Linked } from '../../../bot/faq-channel/port.ts';
import { momentAfter } from '../../../bot/moment.ts';
import { ApiError } from '../api.ts';
import type { Courtesy } from '../config.ts';
import { PLATFORM } from '../config.ts';
import { layoutOf, type TelegramContext } from '../context.ts';
import { linkToAnswer } from '../inbound/deep-link.ts';
import { partOf } from '../inbound/place.ts';
import { keepAnswersAlone } from '../manage/private-answer.ts';
import { optionsFor } from '../outbound/call-options.ts';
import { moveChat } from '../outbound/failure.ts';
import { say } from '../outbound/outgoing.ts';
import { MINUTE_MS, type Pacer } from '../outbound/pacing.ts';
import { renderReply } from '../outbound/render.ts';
import type { Rich } from '../outbound/rich.ts';

/** The means of a FAQ channel besides the context. */
export interface FaqMeans extends Pick<Courtesy, 'groupPerMinute'> {
  readonly pacer: Pacer;
  /** Adds a message to the outbox. */
  readonly post: (outgoing: Outgoing) => Promise<void>;
}

/** A message id greater than any real one. */
const LONGEST_ID = '9'.repeat(12);
/** Placeholder text of a reserved message: hardly anybody else writes it. */
const RESERVED = '⏳ …';
/** Text of a message that can no longer be deleted. */
const EMPTIED = '…';
/** How many messages after the last recorded one, and before a new one, are looked at to find a lost placeholder. */
const NEAR = 4;
/** Share of a group's rate limit that the FAQ may use; the rest is for answers. */
const SHARE = 0.6;
/** Milliseconds for which links of an index work; each start renews them. */
const LINKS_MS = 366 * 24 * 60 * 60_000;

/** The bot stopped before it was the call's turn. */
class Stopped extends Error {}

/**
 * FAQ on Telegram: in a topic, an index with the answers below it; in a group without topics, a pinned index whose
 * links open answers in the private chat.
 */
export function faqPort(context: TelegramContext, { pacer, post, groupPerMinute }: FaqMeans): FaqPort<Rich> {
  const { api, me, muted, services } = context;
  /** Tokens of links that this process has stored. */
  const kept = new Set<string>();
  const chatOf = ({ place }: FaqSpot): number => Number(place.id);
  /**
   * Makes a call within the group's rate limit, and records it, so that a process that takes over keeps to the limit,
   * too.
   */
  const paced = async <T>(spot: FaqSpot, call: (chat: number) => Promise<T>): Promise<T> => {
    const chat = chatOf(spot);
    if (muted.has(chat)) throw new ApiError('sendMessage', 403, 'nothing is sent there');
    const ended = await pacer.turn(chat);
    if (!ended) throw new Stopped();
    try {
      return await call(chat);
    } catch (error) {
      if (error instanceof ApiError && error.code === 429) pacer.hold(chat, (error.retryAfter ?? 1) * 1000);
      if (error instanceof ApiError && error.migratedTo !== undefined) await moveChat(context, chat, error.migratedTo);
      throw error;
    } finally {
      ended();
      await services.store.transact(({ sends }) => sends.add(PLATFORM, spot.key, MINUTE_MS));
    }
  };
  const reserve = (spot: FaqSpot, reply_parameters?: ReplyParameters) =>
    paced(spot, (chat) => {
      const options = optionsFor({ place: spot.key, chat, ...partOf(spot.channel) });
      return api.sendMessage(chat, RESERVED, reply_parameters ? { ...options, reply_parameters } : options);
    });
  const remove = (spot: FaqSpot, message: number): Promise<void> =>
    paced(spot, (chat) => removed(context, chat, message));
  /**
   * Whether a message is a placeholder of the bot. A bot cannot read messages, but Telegram refuses a reply that quotes
   * what the message does not say, and a reply that it accepts comes back with the message it replies to.
   */
  const isReserved = async (spot: FaqSpot, message: number): Promise<boolean> => {
    const reply = await reserve(spot, { message_id: message, quote: RESERVED }).catch((error: unknown) => {
      if (error instanceof ApiError && error.code === 400 && error.migratedTo === undefined) return undefined;
      throw error;
    });
    if (!reply) return false;
    await remove(spot, reply.message_id);
    const { from, text } = reply.reply_to_message ?? {};
    return from?.id === me.id && text === RESERVED;
  };
  const fill = (spot: FaqSpot, message: string, { text, entities }: Rich): Promise<void> =>
    paced(spot, (chat) =>
      unlessSame(
        api.editMessageText(chat, Number(message), text, {
          entities: [...entities],
          link_preview_options: { is_disabled: true },
        }),
      ),
    );
  return {
    platform: PLATFORM,
    serves: ({ id }) => /^-\d+$/.test(id),
    layoutOf: async ({ channel }) => (channel === '' ? 'links' : 'texts'),
    render: (_spot, reply) => renderReply(reply, layoutOf(context, reply.language)),
    reserve: async (spot) => String((await reserve(spot)).message_id),
    // The new placeholder tells how far the numbers of the chat's messages have come.
    lost: async (spot, _since, known) => {
      const { message_id: fresh } = await reserve(spot);
      const mine: number[] = [];
      for (const id of nearby(Math.max(0, ...[...known].map(Number)), fresh))
        if (await isReserved(spot, id)) mine.push(id);
      const [first, ...surplus] = [...mine, fresh];
      for (const id of surplus) await remove(spot, id);
      return String(first);
    },
    fill,
    // A bot cannot read messages. Editing one to the same text fails with "not modified", which shows that it is still
    // there.
    check: fill,
    remove: (spot, message) => remove(spot, Number(message)),
    addressOf: ({ place, channel }, message) => {
      const [, group] = /^-100(\d+)$/.exec(place.id) ?? [];
      return group && ['https://t.me/c', group, ...(channel === '' ? [] : [channel]), message].join('/');
    },
    longestId: LONGEST_ID,
    linksTo: async (spot, linked) => {
      const tokenOf = ({ entry, language }: Linked): string =>
        services.hash(`faq ${spot.key} ${language} ${entry}`).slice(0, 24);
      const fresh = linked.filter((one) => !kept.has(tokenOf(one)));
      const expires = momentAfter(services.now(), LINKS_MS);
      const answers = fresh.map((one) => ({ token: tokenOf(one), chat: chatOf(spot), title: '', ...one }));
      await keepAnswersAlone(services, spot.key, answers, expires);
      for (const { token } of answers) kept.add(token);
      return (one) => linkToAnswer(me.username, tokenOf(one));
    },
    pin: (spot, message) =>
      paced(spot, async (chat) => {
        await api.pinChatMessage(chat, Number(message), { disable_notification: true });
      }),
    troubleOf: faqTrouble,
    tell: (spot, lack) => tell(context, spot, lack, post),
    gap: Number.isFinite(groupPerMinute) ? MINUTE_MS / (groupPerMinute * SHARE) : 0,
  };
}

/** Numbers between two messages that are near to either, ascending. @param last 0 if there is none */
function nearby(last: number, fresh: number): number[] {
  const after = last === 0 ? [] : Array.from({ length: NEAR }, (_, at) => last + 1 + at);
  const before = Array.from({ length: NEAR }, (_, at) => fresh - NEAR + at);
  return [...new Set([...after, ...before])].filter((id) => id > last && id < fresh);
}

/** Deletes a message. One that is too old to be deleted is emptied. */
async function removed({ api }: TelegramContext, chat: number, message: number): Promise<void> {
  try {
    await api.deleteMessage(chat, message);
  } catch (error) {
    if (!(error instanceof ApiError) || !/can't be deleted/i.test(error.description)) throw error;
    await unlessSame(api.editMessageText(chat, message, EMPTIED));
  }
}

/** Waits for an edit, and ignores the error that the text is the same already. */
async function unlessSame(edit: Promise<unknown>): Promise<void> {
  try {
    await edit;
  } catch (error) {
    if (!(error instanceof ApiError) || !/not modified/i.test(error.description)) throw error;
  }
}

const MESSAGE_GONE = /message to (edit|delete|pin) not found|message not found|MESSAGE_ID_INVALID/i;
const CHANNEL_GONE = /message thread not found|TOPIC_DELETED|TOPIC_ID_INVALID|chat not found/i;
const NO_ACCESS = /TOPIC_CLOSED|not enough rights|have no rights|CHAT_WRITE_FORBIDDEN|CHAT_RESTRICTED/i;

function faqTrouble(error: unknown): FaqTrouble {
  if (!(error instanceof ApiError)) return {};
  const { code, description, retryAfter, migratedTo } = error;
  if (code === 429) return { after: (retryAfter ?? 1) * 1000 };
  if (code === 0 || code === 401 || code === 404 || code >= 500 || migratedTo !== undefined) return {};
  if (MESSAGE_GONE.test(description)) return 'message-gone';
  if (CHANNEL_GONE.test(description)) return 'channel-gone';
  return code === 403 || NO_ACCESS.test(description) ? 'no-access' : 'refused';
}

/** Tells moderators about a missing permission: in the place for reports, else in the group itself. */
async function tell(
  context: TelegramContext,
  { key, place }: FaqSpot,
  lack: Lack,
  post: FaqMeans['post'],
): Promise<void> {
  const { services } = context;
  const community = await services.communities.of(place);
  const words = (language: string) => plainReply(language, services.speak(language)(LACKS[lack]));
  if (wantsReports(community, place)) {
    await report(services, community, {
      key: `faq ${lack} ${keyOfPlace(place)}`,
      place,
      words: (_, language) => words(language),
    });
    return;
  }
  const group = { place: { platform: PLATFORM, id: place.id }, key, chat: Number(place.id), thread: undefined };
  const reply = words(homeLanguage(community, services));
  for (const outgoing of await say(context, reply, { spot: group, person: '' })) await post(outgoing);
}
