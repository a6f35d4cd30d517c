import type { CallbackQuery, User } from 'grammy/types';
import type { Reply } from '../../../bot/answers/reply.ts';
import { commandNamed } from '../../../bot/command.ts';
import { languageOfPlace } from '../../../bot/conversation/choose-language.ts';
import type { Incoming } from '../../../bot/conversation/incoming.ts';
import type { Outgoing } from '../../../bot/delivery/courier.ts';
import { commandIn, type Press } from '../../../bot/platform/buttons.ts';
import { onlyAsks } from '../../../bot/platform/command-text.ts';
import { type Context, layoutOf } from '../context.ts';
import { findDialogue } from '../forms/dialogue.ts';
import { FORM, giveUp, goOn, openForm } from '../forms/prompt.ts';
import { isForOne, leadAlone, sayAlone } from '../manage/alone.ts';
import { actsWithin, GROUPS, incomingWithin, manageGroups } from '../manage/manage.ts';
import { placeWithin, readWithin, WITHIN } from '../manage/within.ts';
import type { PressPayload } from '../outbound/outbox-message.ts';
import { inQueue, type Listener, say, sayInstead, targetOf } from '../outbound/outgoing.ts';
import { renderPlain } from '../outbound/render.ts';
import { deepLinkTo } from './deep-link.ts';
import { answer } from './on-message.ts';
import { type Person, presserOf } from './person.ts';
import { PLATFORM, type Spot, spotOf } from './place.ts';

/** Characters of the note that Telegram shows to whoever pressed. */
const MOST_NOTE = 200;

/**
 * A press: answered at once, and then with what it leads to. @param isLate whether it was so long ago that only what
 * changes something counts
 */
export async function onPress(
  context: Context,
  { id, from, data, message }: CallbackQuery & { readonly data: string },
  isLate: boolean,
): Promise<Outgoing[]> {
  const close = closePress(id);
  // A message that an inline query led to, or one that is too old.
  if (!message) return [close('')];
  const spot = spotOf(message, context.services.hash);
  const presser = await presserOf(context, spot, from);
  const person = context.services.hash(presser.person);
  const say1 = async (key: 'stale-button' | 'slow-down'): Promise<Outgoing[]> => [
    close(person, {
      text: context.services.speak(
        await languageOfPlace({ services: context.services, place: spot.place, locale: from.language_code }),
      )(key),
    }),
  ];
  const press = await context.buttons.read(data, spot.key);
  const asks = press?.command === WITHIN ? readWithin(press.argument) : undefined;
  if (isLate && press?.command !== FORM && onlyAsks(`/${(asks ?? press)?.command ?? ''}`, context.services.commands))
    return [];
  if (!press) return say1('stale-button');
  const pace = context.pace(`${spot.place.isPrivate ? 'alone' : 'person'} ${person}`);
  if (pace !== 'go') return pace === 'slow' ? say1('slow-down') : [close(person)];
  const asked = message.date === 0 ? undefined : message.reply_to_message?.message_id;
  const to: Listener = { spot, person, user: presser.user, replyTo: asked ?? message.message_id, asked };
  if (press.command === GROUPS || asks)
    return pressAlone(context, { press: asks ?? press, chat: asks?.chat, message }, presser, to, close);
  if (press.command === FORM) return (await onForm(context, press, presser, to, close)) ?? say1('stale-button');
  return act(
    context,
    {
      ...press,
      message: message.message_id,
      isServed: await isServed(context, press.command, message, spot.key),
      isOthers: commandNamed(context.services, press.command)?.gives === 'entry' && isOthers(message, from),
    },
    presser,
    to,
    close,
  );
}

/** A press alone with the bot that is about a group: one that is chosen, or what is done or asked there. */
interface PressedAlone {
  readonly press: Press;
  readonly chat: number | undefined;
  readonly message: NonNullable<CallbackQuery['message']>;
}

async function pressAlone(
  context: Context,
  { press, chat, message }: PressedAlone,
  presser: Person,
  to: Listener,
  close: Close,
): Promise<Outgoing[]> {
  const { user, person } = to;
  if (user === undefined) return [close(person)];
  const manager = { user, person };
  const incoming = { ...incomingOf(presser, to.spot), text: `/${press.command} ${press.argument}`.trim() };
  if (chat === undefined)
    return [
      close(person),
      ...(await sayInstead(context, await manageGroups(context, incoming, manager, press.argument), to, [
        message.message_id,
      ])),
    ];
  const within = { chat, title: (await context.groups.of(person)).known.find((one) => one.chat === chat)?.title ?? '' };
  const there = { ...to, within };
  const served = {
    ...press,
    message: message.message_id,
    isServed: actsWithin(context, press.command),
    isOthers: false,
  };
  if (actsWithin(context, press.command))
    return act(
      context,
      { ...served, within: incomingWithin(context, incoming, within, manager) },
      presser,
      there,
      close,
    );
  // Who has left the group gets nothing of it any more.
  const isMember = (await context.moderators.of(chat, user)).isMember;
  return act(
    context,
    { ...served, within: isMember ? { ...incoming, knowledge: placeWithin(within) } : incoming },
    presser,
    isMember ? there : to,
    close,
  );
}

interface Pressed extends Press {
  /** What is said, where it is about a group from the private chat. */
  readonly within?: Incoming | undefined;
  readonly message: number;
  /** Whether what it leads to may stand in the message's place. */
  readonly isServed: boolean;
  /** Whether the choice was offered to somebody else: whoever pressed gets it alone. */
  readonly isOthers: boolean;
}

/**
 * A list of choices of one kind has served when one is made, and so has a question to moderators; beside other buttons
 * the message stays.
 */
async function isServed(
  { services, buttons }: Context,
  command: string,
  message: NonNullable<CallbackQuery['message']>,
  place: string,
): Promise<boolean> {
  if (message.date === 0) return false;
  const { forModerators, isHidden } = commandNamed(services, command) ?? {};
  const isDecision = forModerators || isHidden;
  const data = (message.reply_markup?.inline_keyboard ?? [])
    .flat()
    .map((button) => ('callback_data' in button ? button.callback_data : ''));
  // What was too long for its button is kept elsewhere.
  const others = await Promise.all(
    data.map(async (one) => (commandIn(one) === '@' ? (await buttons.read(one, place))?.command : commandIn(one))),
  );
  return isDecision === true || others.every((one) => one === command);
}

/** The end of a press: perhaps with a note, or by leading to a private chat. */
export const closePress =
  (id: string) =>
  (person: string, note?: Pick<PressPayload, 'text' | 'url'>): Outgoing => ({
    queue: `${PLATFORM} press ${id}`,
    person,
    payload: JSON.stringify({ kind: 'press', id, ...note }),
  });
type Close = ReturnType<typeof closePress>;

/** Whether a message answers somebody else. */
function isOthers(message: NonNullable<CallbackQuery['message']>, { id }: User): boolean {
  if (message.date === 0 || message.chat.type === 'private') return false;
  const asker = message.reply_to_message?.from;
  return asker !== undefined && !asker.is_bot && asker.id !== id;
}

/** Where an entry is shown to one person alone, in their language; nothing where its id is too long for a link. */
function linkTo({ me }: Context, entry: string): string | undefined {
  const payload = deepLinkTo(entry);
  return payload === undefined ? undefined : `https://t.me/${me.username}?start=${payload}`;
}

async function act(
  context: Context,
  { command, argument, message, isServed: served, isOthers: isOffered, within }: Pressed,
  presser: Person,
  to: Listener,
  close: Close,
): Promise<Outgoing[]> {
  // A vote may be about another message than the one that bears the button.
  const isVote = commandNamed(context.services, command)?.votes === true;
  const [, vote, voted] = (isVote && /^(\w+) (\d+)$/.exec(argument)) || [];
  const about = await context.recall.about(to.spot.key, voted ?? String(message));
  const url = !about && isOffered ? linkTo(context, argument) : undefined;
  if (url !== undefined) return [close(to.person, { url })];
  const reply = await context.respond({
    ...(within ?? incomingOf(presser, to.spot)),
    text: `/${command} ${vote ?? argument}`.trim(),
    about,
  });
  // What is done in a group names it.
  const note = reply && (within === undefined || isVote) ? noteOf(context, reply) : undefined;
  if (!reply || note !== undefined)
    return [
      close(to.person, { text: note }),
      ...(voted === undefined ? [] : [inQueue(to, { kind: 'remove', target: targetOf(to), message })]),
    ];
  const asked = { ...incomingOf(presser, to.spot), text: `/${command} ${argument}`.trim() };
  if (isForOne(context, reply, asked, to)) return [close(to.person, { url: leadAlone(context, asked) })];
  if (!about && isOffered && to.user !== undefined)
    return [close(to.person), ...(await sayAlone(context, reply, asked, { ...to, user: to.user }))];
  if (reply.kind === 'form') return [close(to.person), ...(await openForm(context, reply, to))];
  // An answer stays for those who read it.
  const entry = reply.kind === 'answer' ? reply.about.entry : undefined;
  const names = [`${to.spot.key} press ${message} ${entry ?? argument} ${reply.language}`];
  const shown =
    about || !served
      ? say(
          context,
          reply,
          { ...to, replyTo: message, asked: undefined },
          entry === undefined ? {} : { once: { names } },
        )
      : sayInstead(context, reply, to, [message]);
  return [close(to.person), ...(await shown)];
}

/** A button of a dialogue: of its owner's only. */
async function onForm(
  context: Context,
  { argument }: Press,
  presser: Person,
  to: Listener,
  close: Close,
): Promise<Outgoing[] | undefined> {
  const [what, id = ''] = argument.split(' ');
  const dialogue = await findDialogue(context, id, to.person);
  if (!dialogue) return undefined;
  if (what === 'cancel') return [close(to.person), ...(await giveUp(context, dialogue, to))];
  const { within, attachment } = dialogue;
  const { user, person } = to;
  const incoming = { ...incomingOf(presser, to.spot), text: '' };
  const where =
    within === undefined || user === undefined ? incoming : incomingWithin(context, incoming, within, { user, person });
  const there = { ...to, within };
  const finish = (text: string, options: Readonly<Record<string, string>>) =>
    answer(context, { ...where, text, options, attachment }, there);
  return [close(to.person), ...(await goOn(context, dialogue, undefined, there, finish))];
}

const incomingOf = ({ person, locale, isModerator }: Person, { place }: Spot) => ({
  person,
  place,
  addressed: true,
  locale,
  isModerator,
});

/** A short reply for this person alone, as Telegram can show it to nobody else. */
function noteOf(context: Context, reply: Reply): string | undefined {
  const isShort =
    reply.isPrivate && reply.kind === 'notice' && reply.pinMessage === undefined && reply.choices.length === 0;
  const note = isShort ? renderPlain(reply, layoutOf(context, reply.language)) : '';
  return note !== '' && note.length <= MOST_NOTE ? note : undefined;
}
