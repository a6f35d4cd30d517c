import type { CallbackQuery, User } from 'grammy/types';
import type { composeRelated } from '../../../bot/answers/compose.ts';
import { languageOfPerson } from '../../../bot/conversation/choose-language.ts';
import type { Incoming } from '../../../bot/conversation/incoming.ts';
import type { Outgoing } from '../../../bot/delivery/courier.ts';
import type { Press } from '../../../bot/platform/buttons.ts';
import { answer } from '../../../bot/platform/conversation.ts';
import { holdsNow } from '../../../bot/settings/chosen.ts';
import type { TelegramContext } from '../context.ts';
import { findDialogue, giveUp, goOn } from '../forms/dialogue.ts';
import { aboutGroup, incomingWithin } from '../manage/manage.ts';
import { sayOnlyTo } from '../outbound/for-one.ts';
import type { PressPayload } from '../outbound/outbox-message.ts';
import { inQueue, type Listener, say, targetOf } from '../outbound/outgoing.ts';
import { chatPort } from './on-message.ts';
import { moderates, type Person } from './person.ts';

export type Shown = NonNullable<CallbackQuery['message']>;

/** Outcome of a press: a notification, or a link into the private chat, and messages. */
export interface Outcome {
  readonly note?: Pick<PressPayload, 'text' | 'url'>;
  readonly outgoing?: readonly Outgoing[];
}

export interface Pressed {
  readonly press: Press;
  readonly message: Shown;
  readonly presser: Person;
  readonly from: User;
  readonly to: Listener;
  /** The presser, if only they may see the outcome. Default: everybody who sees the button does. */
  readonly alone: Listener | undefined;
  /** The group that a press in a private chat is about. */
  readonly chat: number | undefined;
}

/** Sends choices related to an answer, such as related entries, below it; only once, however many people press. */
export async function beside(
  context: TelegramContext,
  { press, message, to, alone, chat }: Pressed,
  incoming: Incoming,
  compose: typeof composeRelated,
): Promise<Outcome> {
  const { services } = context;
  const { user } = to;
  const there =
    chat === undefined || user === undefined
      ? { incoming, to }
      : await aboutGroup(context, incoming, { ...to, user }, chat);
  const community = await services.communities.prepared(there.incoming.knowledge ?? incoming.place);
  const entry = community.knowledge().entries.get(press.argument);
  const language = await languageOfPerson({ ...incoming, services, person: to.person });
  const reply = entry && compose(entry, { community, services, language, say: services.speak(language) });
  if (!reply) return { note: { text: services.speak(language)('stale-button') } };
  const names = [`${to.spot.key} press ${message.message_id} ${press.command} ${language}`];
  const below = { ...there.to, replyTo: message.message_id, asked: undefined };
  const openly = await say(context, reply, below, to.only ? {} : { once: { names } });
  return { outgoing: alone ? await sayOnlyTo(context, reply, alone, openly) : openly };
}

/** Deletes all messages of an answer, for its asker, helpers and moderators. */
export async function remove(
  context: TelegramContext,
  { message, presser, to }: Pressed,
  incoming: Incoming,
): Promise<Outcome> {
  const { services, recall } = context;
  const { key, place } = to.spot;
  const id = String(message.message_id);
  const asker = (await recall.about(key, id))?.asker;
  const isReplied = message.date !== 0 && message.reply_to_message?.from?.id === presser.user;
  const isHelper = async () => holdsNow(await services.communities.of(place), 'helpers', incoming, to.person);
  const may =
    asker === to.person ||
    (isReplied && presser.user !== undefined) ||
    (await isHelper()) ||
    (await moderates(context, incoming));
  const language = await languageOfPerson({ ...incoming, services, person: to.person });
  if (!may) return { note: { text: services.speak(language)('not-yours') } };
  const outgoing: Outgoing[] = [];
  for (const part of await recall.parts(key, id)) {
    await recall.removed(key, part);
    outgoing.push(inQueue(to, { kind: 'remove', target: targetOf(to), message: Number(part) }));
  }
  return { note: { text: services.speak(language)('action-removed') }, outgoing };
}

/** Handles a dialogue's button, for the dialogue's owner only. */
export async function onForm(
  context: TelegramContext,
  { press, message, presser, to }: Pressed,
): Promise<Outcome | undefined> {
  const [what, id = ''] = press.argument.split(' ');
  const dialogue = await findDialogue(context, id, to.person);
  if (!dialogue) return undefined;
  if (what === 'cancel') return { outgoing: await giveUp(context, dialogue, to) };
  const there = { ...to, within: dialogue.within };
  const { person, locale, isModerator } = presser;
  const incoming = { person, place: to.spot.place, text: '', addressed: true, locale, isModerator };
  const outgoing = await goOn(context, dialogue, undefined, there, (text, options) =>
    answer(context, chatPort(context), {
      id: String(to.asked ?? message.message_id),
      message: {},
      words: text,
      at: context.services.now(),
      listener: there,
      incoming: { ...incomingWithin(context, incoming, there), text, options, attachment: dialogue.attachment },
    }),
  );
  return { outgoing };
}
