import type { InlineQueryResultArticle, Message, User } from 'grammy/types';
import { composeGreeting } from '../../../bot/answers/greeting.ts';
import { choicesOf, plainReply, type Reply } from '../../../bot/answers/reply.ts';
import { callOf, commandNamed } from '../../../bot/command.ts';
import { languageFor } from '../../../bot/conversation/choose-language.ts';
import { smallTalkIn } from '../../../bot/conversation/small-talk.ts';
import type { Outgoing } from '../../../bot/delivery/courier.ts';
import { readCommand } from '../../../bot/platform/command-text.ts';
import type { Pace } from '../../../bot/platform/pace.ts';
import { layoutOf, type TelegramContext } from '../context.ts';
import type { GuestPayload } from '../outbound/outbox-message.ts';
import { renderLabel } from '../outbound/render.ts';
import { deepLinkAsking, deepLinkTo, startLink } from './deep-link.ts';
import { articleOf } from './inline.ts';
import { GUEST, personOf, queueOfInline } from './place.ts';
import { repliedTo, wordsOf } from './words.ts';

/**
 * The single answer that Telegram allows in a chat that the bot is not a member of. Nothing about it is counted or
 * stored.
 */
export async function onGuest(context: TelegramContext, message: Message): Promise<Outgoing[]> {
  const { services } = context;
  const { guest_query_id: id = '' } = message;
  const caller = callerOf(message);
  const question = caller && questionIn(context, message);
  if (!caller || question === undefined) return [];
  const person = services.hash(caller.person);
  const pace = paceOf(context, person, message.chat.id);
  if (pace === 'ignore') return [];
  const community = await services.communities.of(GUEST);
  const language = await languageFor(services, community, { person, text: question, locale: caller.locale });
  const result =
    pace === 'slow'
      ? articleOf(context, plainReply(language, services.speak(language)('slow-down')), {})
      : await resultFor(context, question, language);
  const payload: GuestPayload = { kind: 'guest', id, result };
  return [{ queue: queueOfInline(person), person, payload: JSON.stringify(payload) }];
}

/** The person who mentioned the bot; undefined for other bots, with which it could talk without end. */
function callerOf({
  from,
  sender_chat: sender,
  is_automatic_forward: isPassedOn,
}: Message): { readonly person: string; readonly locale: string | undefined } | undefined {
  if (isPassedOn) return undefined;
  if (sender) return { person: personOf(sender.id), locale: undefined };
  return isPerson(from) ? { person: personOf(from.id), locale: from.language_code } : undefined;
}

const isPerson = (user: User | undefined): user is User => user !== undefined && !user.is_bot;

/**
 * The text besides the bot's name, else the text of the message replied to; empty if nothing is asked.
 * @returns undefined if the bot was not mentioned, or only thanked
 */
function questionIn({ me, services }: TelegramContext, message: Message): string | undefined {
  const words = message.via_bot || message.forward_origin ? undefined : wordsOf(message, me);
  if (!words) return undefined;
  const typed = readCommand(words.text);
  const isAsk = commandNamed(services, typed?.name)?.gives === 'answer';
  const own = typed ? (isAsk ? typed.argument : '') : words.text;
  const replied = repliedTo(message);
  const above = isPerson(replied?.from) ? (message.quote?.text ?? replied?.text ?? replied?.caption ?? '') : '';
  const question = (own.trim() === '' ? above : own).trim();
  const talk = smallTalkIn(question, services.languages.values());
  if (talk === 'closing') return undefined;
  return talk === 'opening' || question.startsWith('/') ? '' : question;
}

/** Limits how often people ask, as in a group: questions of the chat's other members count, too. */
function paceOf({ pace }: TelegramContext, person: string, chat: number): Pace {
  const own = pace(`person ${person} guest`);
  return own === 'go' && pace(`chat guest ${chat}`) !== 'go' ? 'ignore' : own;
}

/** Buttons lead to uncertain answers in the private chat, so that none is given in a chat of strangers. */
async function resultFor(
  context: TelegramContext,
  question: string,
  language: string,
): Promise<InlineQueryResultArticle> {
  const { me, services, reference } = context;
  const say = services.speak(language);
  const leading = (reply: Reply, ways: readonly (readonly [label: string, payload: string])[]) => {
    const layout = layoutOf(context, language);
    const buttons = ways.map(([label, payload]) => ({
      text: renderLabel(label, layout),
      url: startLink(me.username, payload),
    }));
    return articleOf(context, reply, { buttons });
  };
  const wayTo = (entry: string, title: string) => [title, deepLinkTo(entry) ?? deepLinkAsking(title)] as const;
  if (question === '') {
    const community = await services.communities.of(GUEST);
    const greeting = composeGreeting(callOf(services, { person: '', place: GUEST, community, language }));
    const ways = choicesOf(greeting).map(({ argument, label }) => wayTo(argument, label));
    return leading(greeting, ways);
  }
  const found = await reference.search(question, language);
  if (found.kind === 'answer') {
    const { title, about } = found.reply;
    return articleOf(context, found.reply, { title, entry: about.entry });
  }
  if (found.kind === 'nothing')
    return leading(plainReply(language, say('unknown-short')), [[say('ask-in-private'), deepLinkAsking(question)]]);
  const ways = found.choices.map(({ entry, title }) => wayTo(entry, title));
  return leading(plainReply(language, say('did-you-mean', { count: ways.length })), ways);
}
