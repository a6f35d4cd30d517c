import type { Update } from 'grammy/types';
import { languageOfPlace } from '../../../bot/conversation/choose-language.ts';
import type { Place } from '../../../bot/conversation/place.ts';
import type { Update as Kept } from '../../../bot/ports/delivery.ts';
import type { TelegramContext } from '../context.ts';
import { optionsFor } from '../outbound/call-options.ts';
import { targetOf } from '../outbound/outgoing.ts';
import { spotOf } from './place.ts';
import { receive } from './receive.ts';

/**
 * A function that tells the person to try again later, as nothing can be stored at the moment; undefined if the message
 * or press was not meant for the bot.
 */
export async function failureNotice(
  context: TelegramContext,
  { payload }: Pick<Kept, 'payload'>,
): Promise<(() => Promise<unknown>) | undefined> {
  const { api, services, muted } = context;
  const { message, callback_query: press } = JSON.parse(payload) as Update;
  const wordsIn = async (place: Place, locale: string | undefined): Promise<string> =>
    services.speak(await languageOfPlace({ services, place, locale }))('not-kept');
  if (press?.message) {
    const { place } = spotOf(press.message, services.hash);
    return async () =>
      api.answerCallbackQuery(press.id, {
        text: await wordsIn(place, press.from.language_code),
        show_alert: true,
      });
  }
  const { incoming, listener } = (message && (await receive(withoutDecisions(context), message))) ?? {};
  if (!incoming || !listener || (!incoming.addressed && incoming.isReply !== true)) return undefined;
  const { chat, thread } = listener.spot;
  if (muted.has(chat) || muted.isClosed(chat, thread)) return undefined;
  return async () =>
    api.sendMessage(chat, await wordsIn(incoming.place, incoming.locale), optionsFor(targetOf(listener)));
}

/** The context with default settings, for a notice while the group's own cannot be read. */
function withoutDecisions(context: TelegramContext): TelegramContext {
  const { communities } = context.services;
  return {
    ...context,
    services: {
      ...context.services,
      communities: {
        ...communities,
        of: (place) => communities.of(place).catch(() => communities.installation),
        prepared: (place) => communities.prepared(place).catch(() => communities.installation),
      },
    },
  };
}
