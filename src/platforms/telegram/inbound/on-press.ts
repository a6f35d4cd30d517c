import type { CallbackQuery } from 'grammy/types';
import { composeRelated } from '../../../bot/answers/compose.ts';
import { meansAsked, needsAsked, withoutAsked } from '../../../bot/answers/human-choice.ts';
import { composeLanguages } from '../../../bot/answers/languages.ts';
import type { Reply } from '../../../bot/answers/reply.ts';
import { commandNamed } from '../../../bot/command.ts';
import { languageOfPlace } from '../../../bot/conversation/choose-language.ts';
import type { Incoming } from '../../../bot/conversation/incoming.ts';
import type { Outgoing } from '../../../bot/delivery/courier.ts';
import { commandIn, readPress } from '../../../bot/platform/buttons.ts';
import { onlyAsks, readOptions } from '../../../bot/platform/command-text.ts';
import { PLATFORM } from '../config.ts';
import { layoutOf, type TelegramContext } from '../context.ts';
import { FORM, openForm } from '../forms/dialogue.ts';
import { aboutGroup, actsWithin, GROUPS, manageGroups } from '../manage/manage.ts';
import { readWithin, WITHIN } from '../manage/managed-group.ts';
import { wayToAnswer } from '../manage/private-answer.ts';
import { ephemeralIn, isForOne, leadAlone, presserAlone, sayAlone, sayOnlyTo } from '../outbound/for-one.ts';
import { LANGUAGES, RELATED, REMOVE } from '../outbound/keyboard.ts';
import { inQueue, type Listener, pinning, say, sayInstead, targetOf } from '../outbound/outgoing.ts';
import { renderPlain } from '../outbound/render.ts';
import { deepLinkTo, startLink } from './deep-link.ts';
import { beside, type Outcome, onForm, type Pressed, remove, type Shown } from './own-buttons.ts';
import { presserOf } from './person.ts';
import { spotOf } from './place.ts';
import { nameOf, questionAbove, returnTo } from './words.ts';

/** Most characters of the notification that the presser sees. */
const MOST_NOTE = 200;

/**
 * Handles a press of a button.
 * @param isLate whether it is so old that only changes are still carried out
 */
export async function onPress(
  context: TelegramContext,
  { id, from, data, message }: CallbackQuery & { readonly data: string },
  isLate: boolean,
): Promise<Outgoing[]> {
  const { services } = context;
  // The button is on a message sent by inline mode, or on one too old for Telegram to name it.
  if (!message) return [closePress(id)];
  const spot = spotOf(message, services.hash);
  const presser = await presserOf(context, spot, from);
  const person = services.hash(presser.person);
  const read = await context.buttons.read(data, spot.key);
  const asks = read?.command === WITHIN ? readWithin(read.argument) : undefined;
  const press = asks ?? read;
  if (isLate && press?.command !== FORM && onlyAsks(`/${press?.command ?? ''}`, services.commands)) return [];
  const seen = message.date === 0 ? undefined : ephemeralIn(message);
  // Only the one person who sees an ephemeral message can press its buttons.
  if (seen && seen.user !== from.id) return [closePress(id)];
  const asked = message.date === 0 || seen ? undefined : message.reply_to_message?.message_id;
  const to: Listener = seen
    ? { spot, person, user: presser.user, only: { user: from.id, press: id } }
    : { spot, person, user: presser.user, replyTo: asked ?? message.message_id, asked };
  const alone = seen ? undefined : await presserAlone(context, to, id);
  const pace = press ? context.pace(`${spot.place.isPrivate ? 'alone' : 'person'} ${person}`) : 'go';
  const outcome =
    press && pace === 'go'
      ? await outcomeOf(context, { press, message, presser, from, to, alone, chat: asks?.chat })
      : {};
  const problem = pace === 'slow' ? 'slow-down' : outcome ? undefined : 'stale-button';
  if (press && problem === undefined) return [closePress(id, person, outcome?.note), ...(outcome?.outgoing ?? [])];
  const language = await languageOfPlace({ services, place: spot.place, locale: from.language_code });
  return [closePress(id, person, { text: services.speak(language)(problem ?? 'stale-button') })];
}

/** Answers a press; until then, Telegram shows the button as busy. @param person keyed hash */
export const closePress = (id: string, person = '', note: Outcome['note'] = {}): Outgoing => ({
  queue: `${PLATFORM} press ${id}`,
  person,
  payload: JSON.stringify({ kind: 'press', id, ...note }),
});

/** @returns undefined for a button that has expired */
async function outcomeOf(context: TelegramContext, pressed: Pressed): Promise<Outcome | undefined> {
  const { press, message, presser, to, chat } = pressed;
  if (press.command === FORM) return onForm(context, pressed);
  const { person, locale, isModerator } = presser;
  const text = `/${press.command} ${press.argument}`.trim();
  const incoming: Incoming = {
    person,
    place: to.spot.place,
    text,
    addressed: true,
    locale,
    name: presser.user === undefined ? '' : nameOf(pressed.from),
    returnTo: returnTo(to.spot, to.replyTo ?? message.message_id, presser.user),
    isModerator,
  };
  if (press.command === GROUPS) {
    if (to.user === undefined) return {};
    const reply = await manageGroups(context, incoming, { ...to, user: to.user }, press.argument);
    return { outgoing: await sayInstead(context, reply, to, [message.message_id]) };
  }
  if (press.command === REMOVE) return remove(context, pressed, incoming);
  if (press.command === RELATED) return beside(context, pressed, incoming, composeRelated);
  if (press.command === LANGUAGES) return beside(context, pressed, incoming, composeLanguages);
  if (chat === undefined)
    return act(context, pressed, incoming, await isServed(context, press.command, message, to.spot.key));
  if (to.user === undefined) return {};
  const there = await aboutGroup(context, incoming, { ...to, user: to.user }, chat);
  return act(context, { ...pressed, to: there.to }, there.incoming, actsWithin(context, press.command));
}

/**
 * Whether the message with the button is obsolete after a press: a list of choices of one kind, and a question to
 * moderators. A message with other buttons stays.
 */
async function isServed(
  { services, buttons }: TelegramContext,
  command: string,
  message: Shown,
  place: string,
): Promise<boolean> {
  if (message.date === 0) return false;
  const meant = commandNamed(services, command);
  const isDecision = meant?.forModerators || (meant && meant.group === undefined);
  const ends = (name: string | undefined): boolean => commandNamed(services, name)?.endsOffer === true;
  const data = (message.reply_markup?.inline_keyboard ?? [])
    .flat()
    .map((button) => ('callback_data' in button ? button.callback_data : ''));
  // Commands that were too long for a button are looked up in the store.
  const others = await Promise.all(
    data.map(async (one) => (commandIn(one) === '@' ? (await buttons.read(one, place))?.command : commandIn(one))),
  );
  return isDecision === true || others.every((one) => one === command || ends(one));
}

/** Whether the message replies to another member. */
function isOthers(message: Shown, user: number | undefined): boolean {
  if (message.date === 0 || message.chat.type === 'private') return false;
  const asker = message.reply_to_message?.from;
  return asker !== undefined && !asker.is_bot && asker.id !== user;
}

/** Whether a message in a group replies to one of the bot's own. */
const isBelowAnswer = ({ me }: TelegramContext, message: Shown): boolean =>
  message.date !== 0 && message.chat.type !== 'private' && message.reply_to_message?.from?.id === me.id;

/** @param served whether the message with the button may be replaced */
async function act(
  context: TelegramContext,
  { press: { command, argument }, message: shown, presser, to, alone, chat }: Pressed,
  incoming: Incoming,
  served: boolean,
): Promise<Outcome | undefined> {
  const message = (shown.date === 0 ? undefined : ephemeralIn(shown)?.id) ?? shown.message_id;
  const { votes: isVote, gives, endsOffer, options = [] } = commandNamed(context.services, command) ?? {};
  // Only the asker may dismiss an offer.
  if (meansAsked({ command, argument }, context.services) && endsOffer && isOthers(shown, presser.user)) return {};
  const request = await readPress(
    context.services,
    { command, argument },
    {
      id: String(message),
      question: shown.date === 0 ? '' : questionAbove(context, shown),
      aboutIn: (id) => context.recall.about(to.spot.key, id),
    },
  );
  if (!request) return undefined;
  const { about, isElsewhere } = request;
  // A choice offered to another member is shown to the presser only.
  const isOffered = !about && chat === undefined && gives === 'entry' && isOthers(shown, presser.user);
  // A translation is shown to the presser only as well, as other readers do not need it.
  const isTranslated = gives === 'entry' && readOptions(argument, options).language !== undefined;
  const isForReader = isOffered || (isTranslated && !about && chat === undefined && isBelowAnswer(context, shown));
  const link = isOffered && !isTranslated && !alone ? deepLinkTo(argument) : undefined;
  if (link !== undefined) return { note: { url: startLink(context.me.username, link) } };
  const given = await context.respond({ ...incoming, text: request.text, about, isSeenAlone: alone !== undefined });
  // Buttons may refer to the question in the message above. So there must be one, and for a vote it must be the
  // voter's.
  const isTheirs = shown.date !== 0 && shown.reply_to_message?.from?.id === presser.user;
  const isShown = to.asked !== undefined && (!isVote || isTheirs);
  const reply = given && !isShown ? withoutAsked(given, context.services) : given;
  // A reply about a group names the group, for which a notification has no room.
  const text = reply && (chat === undefined || isVote) ? noteOf(context, reply) : undefined;
  const removed = isElsewhere ? [inQueue(to, { kind: 'remove', target: targetOf(to), message })] : [];
  if (!reply || text !== undefined) return { ...(text === undefined ? {} : { note: { text } }), outgoing: removed };
  const asked = { ...incoming, place: to.spot.place };
  if (to.only) return { outgoing: await goOnOnly(context, reply, { ...to, only: to.only }, served ? [message] : []) };
  const onlyTo = (otherwise: Outgoing[]) =>
    alone ? sayOnlyTo(context, withoutAsked(reply, context.services), alone, otherwise) : otherwise;
  const isOwn = isForOne(context, reply, asked, to);
  if (isOwn && !alone) return { note: { url: leadAlone(context, asked) } };
  if ((isOwn || isForReader) && to.user !== undefined)
    return { outgoing: await onlyTo(await sayAlone(context, reply, asked, { ...to, user: to.user })) };
  // Only the person who voted is asked what was wrong with the answer.
  if (isVote && alone) return { outgoing: [...(await onlyTo([])), ...removed] };
  if (reply.kind === 'form') return { outgoing: await openForm(context, reply, to) };
  const url = reply.kind === 'answer' ? await wayToAnswer(context, reply, to) : undefined;
  if (url !== undefined) return { note: { url } };
  const pins =
    reply.kind === 'notice' && reply.pinMessage !== undefined
      ? [pinning(context, to, reply.pinMessage, reply.language)]
      : [];
  if (!about && served) return { outgoing: [...(await sayInstead(context, reply, to, [message])), ...pins] };
  // An answer stays for its other readers, so the choice is sent as a new message.
  const entry = reply.kind === 'answer' ? reply.about.entry : undefined;
  const names = [`${to.spot.key} press ${message} ${entry ?? argument} ${reply.language}`];
  const isHandable = needsAsked(reply, context.services);
  const below = { ...to, replyTo: isHandable ? to.asked : message, asked: undefined };
  const isOnce = entry !== undefined || isHandable;
  const openly = await say(context, reply, below, isOnce ? { once: { names } } : {});
  return { outgoing: pins.length > 0 ? [...openly, ...pins] : await onlyTo(openly) };
}

/**
 * Handles a press on an ephemeral message. The outcome replaces that message, else it is a new ephemeral message, else
 * it is sent for all to see. A form's questions are always visible to the group, as answers reply to them.
 */
async function goOnOnly(
  context: TelegramContext,
  reply: Reply,
  to: Listener & Pick<Required<Listener>, 'only'>,
  messages: readonly number[],
): Promise<Outgoing[]> {
  const open: Listener = { ...to, only: undefined };
  if (reply.kind === 'form') return openForm(context, reply, open);
  const pins =
    reply.kind === 'notice' && reply.pinMessage !== undefined
      ? [pinning(context, open, reply.pinMessage, reply.language)]
      : [];
  const openly = await say(context, reply, open);
  const beside = await say(context, reply, to, { instead: openly });
  return [
    ...(messages.length > 0 ? await sayInstead(context, reply, to, messages, { instead: beside }) : beside),
    ...pins,
  ];
}

/** The text of a short private reply as a notification, which only the presser sees; undefined if it does not fit. */
function noteOf(context: TelegramContext, reply: Reply): string | undefined {
  const isShort =
    reply.isPrivate && reply.kind === 'notice' && reply.pinMessage === undefined && reply.choices.length === 0;
  const note = isShort ? renderPlain(reply, layoutOf(context, reply.language)) : '';
  return note !== '' && note.length <= MOST_NOTE ? note : undefined;
}
