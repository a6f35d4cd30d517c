import type { Message } from 'grammy/types';
import { type Answer, plainReply, type Reply, tell } from '../../../bot/answers/reply.ts';
import { commandNamed } from '../../../bot/command.ts';
import { languageOfPerson, languageOfPlace } from '../../../bot/conversation/choose-language.ts';
import type { Incoming } from '../../../bot/conversation/incoming.ts';
import type { Outgoing } from '../../../bot/delivery/courier.ts';
import { isBacklog } from '../../../bot/delivery/lateness.ts';
import { groupManners } from '../../../bot/moderation/group-settings.ts';
import { commandIn, onlyAsks, readCommand } from '../../../bot/platform/command-text.ts';
import { type Context, layoutOf } from '../context.ts';
import { type Dialogue, endDialogue, openDialogue } from '../forms/dialogue.ts';
import { goOn } from '../forms/prompt.ts';
import {
  aboutGroup,
  actsWithin,
  GROUPS,
  incomingWithin,
  listsCommands,
  type Manager,
  manageGroups,
  whichGroup,
} from '../manage/manage.ts';
import { placeWithin } from '../manage/managed-group.ts';
import { groupThatKnows } from '../manage/own-answers.ts';
import { answerAloneOf } from '../manage/private-answer.ts';
import { isHarmless } from '../manage/private-reply.ts';
import { paceOf, slowDown } from '../moderation/manners.ts';
import { readPayload } from '../outbound/outbox-message.ts';
import { inQueue, type Listener, type Manner, say, targetOf } from '../outbound/outgoing.ts';
import { renderLabel, renderReply } from '../outbound/render.ts';
import type { Rich } from '../outbound/rich.ts';
import { answer } from './answer.ts';
import { ADDED, linkToGroups, readAlone, readAnswerToken, readAsking, readDeepLink } from './deep-link.ts';
import { passOnWords, solvedReply } from './handover.ts';
import { moderates } from './person.ts';
import { queueOf } from './place.ts';
import { GREETING, type Received, receive } from './receive.ts';

/** A message with words. @param isLate whether it is so old that only a change still counts */
export async function onMessage(context: Context, message: Message, isLate: boolean): Promise<Outgoing[]> {
  const received = await receive(context, message);
  if (!received) return [];
  const { incoming, listener } = received;
  const { dialogue, isAnswer } = (await dialogueOf(context, received, message)) ?? {};
  if (dialogue && isAnswer) return goOnWith(context, { ...dialogue, album: message.media_group_id }, received);
  const helped = await passOnWords(context, received, message);
  if (helped) return helped;
  if (isLate && onlyAsks(incoming.text, context.services.commands)) return [];
  const outgoing = await answerMessage(context, received);
  // Not before: with what is written a transaction begins.
  await noteGroup(context, received);
  if (dialogue) await endDialogue(context, dialogue);
  return (await isTidied(context, received, outgoing))
    ? [...outgoing, inQueue(listener, { kind: 'remove', target: targetOf(listener), message: message.message_id })]
    : outgoing;
}

/** Whether a command's message is removed: if the group wants that, and no question about it is open. */
async function isTidied(
  { services }: Context,
  { incoming: { place }, words }: Received,
  outgoing: readonly Outgoing[],
): Promise<boolean> {
  if (place.isPrivate || !words.startsWith('/') || outgoing.length === 0) return false;
  return (
    groupManners(await services.communities.of(place)).isCleaned &&
    !outgoing.some(({ payload }) => 'dialogue' in readPayload(payload))
  );
}

/** The answer to an open question, in the group that it is about. */
function goOnWith(context: Context, dialogue: Dialogue, { incoming, listener, words }: Received): Promise<Outgoing[]> {
  const attachment = incoming.attachment ?? dialogue.attachment;
  const to = { ...listener, within: dialogue.within };
  return goOn(context, { ...dialogue, attachment }, words, to, (text, options) =>
    answer(
      context,
      { ...incomingWithin(context, incoming, to), text, options, attachment, addressed: true, isForm: true },
      to,
    ),
  );
}

/** A person who speaks to the bot in a group is known there: from the private chat it finds what the group knows. */
async function noteGroup(
  { groups, services }: Context,
  { incoming: { place, addressed, isReply, text }, listener: { person, user, spot } }: Received,
): Promise<void> {
  // A person who erases their data must not be noted by that.
  const erases = commandIn(services, text)?.scope === 'person';
  if (!place.isPrivate && user !== undefined && (addressed || isReply) && !erases)
    await groups.note(person, { chat: spot.chat, title: place.title ?? '' });
}

async function answerMessage(context: Context, received: Received): Promise<Outgoing[]> {
  const { listener } = received;
  const incoming = withStart(received.incoming);
  if (!incoming) return [];
  const pace = await slowDown(context, received);
  if (pace) return pace;
  if (!(await mayAsk(context, received))) return [];
  if (await isUnknownModerator(context, received))
    return say(context, await anonymousReply(context, incoming), listener);
  const alone = await answerAlone(context, incoming, listener);
  if (alone) return alone;
  const solved = await solvedReply(context, { ...received, incoming });
  if (solved) return solved;
  const wrong = await offerVote(context, { ...received, incoming });
  if (wrong) return wrong;
  const about =
    received.answered === undefined ? undefined : await context.recall.about(listener.spot.key, received.answered);
  return answer(context, { ...incoming, about }, listener, mannerOf(context, { ...received, incoming }));
}

/** @returns undefined if nobody says that an answer was wrong */
async function offerVote(
  context: Context,
  { incoming, listener, answered: to }: Received,
): Promise<Outgoing[] | undefined> {
  const vote = { command: 'helpful', argument: `no ${to}` };
  const isFree = () => paceOf(context, listener.person, incoming.place, listener.spot.key) === 'go';
  const said = await context.offerVote(context, incoming, { to, vote, isFree });
  const [reply] = said ?? [];
  return reply ? say(context, reply, listener, { expires: true, spare: 'asked' }) : said && [];
}

/**
 * The answer to words alone with the bot about a group: a moderator's command, or a question that the group answers;
 * undefined for all else.
 */
async function answerAlone(context: Context, incoming: Incoming, listener: Listener): Promise<Outgoing[] | undefined> {
  const { user, person } = listener;
  if (!incoming.place.isPrivate || user === undefined) return undefined;
  const manager = { ...listener, user };
  const typed = readCommand(incoming.text);
  const token = typed?.name === 'start' ? readAnswerToken(typed.argument) : undefined;
  if (token !== undefined) return showAnswer(context, incoming, manager, token);
  const led = typed?.name === 'start' ? readAlone(typed.argument) : undefined;
  if (led) return goOnAlone(context, incoming, manager, led);
  if (typed?.name === GROUPS) return say(context, await manageGroups(context, incoming, manager, ''), listener);
  if (listsCommands(context, typed?.name)) {
    const within = await context.privateChat.chosen(person);
    const there = { ...listener, within };
    return within && answer(context, incomingWithin(context, incoming, there), there);
  }
  // Typed, it ends what is asked here; a draft's own button says in which group it is.
  if (!actsWithin(context, typed?.name) || commandNamed(context.services, typed?.name)?.givesUp) {
    const within = await groupThatKnows(context, { ...manager, text: incoming.text, locale: incoming.locale });
    return within && answer(context, { ...incoming, knowledge: placeWithin(within) }, { ...listener, within });
  }
  const within = await context.privateChat.chosen(person);
  const there = { ...listener, within };
  if (within) return answer(context, incomingWithin(context, incoming, there), there);
  const which = await whichGroup(context, incoming, manager);
  return which && say(context, which, listener);
}

/** Goes on with what was asked in a group; a link, which anybody may have made, changes nothing. */
async function goOnAlone(
  context: Context,
  incoming: Incoming,
  manager: Listener & Manager,
  { chat, text }: { readonly chat: number; readonly text: string },
): Promise<Outgoing[]> {
  if (!isHarmless(context, text))
    return say(context, await manageGroups(context, { ...incoming, text: '' }, manager, ''), manager);
  const there = await aboutGroup(context, { ...incoming, text }, manager, chat);
  return answer(context, there.incoming, there.to);
}

/** Shows the answer that was asked for in a group, to anyone who may know what the group knows. */
async function showAnswer(
  context: Context,
  incoming: Incoming,
  manager: Listener & Manager,
  token: string,
): Promise<Outgoing[]> {
  const alone = await answerAloneOf(context, token);
  if (!alone) {
    const language = await languageOfPerson({ ...incoming, services: context.services, person: manager.person });
    return say(context, tell({ language, say: context.services.speak(language) }, 'stale-button'), manager);
  }
  const { chat, title, entry, language: locale } = alone;
  const there = await aboutGroup(context, { ...incoming, text: `/show ${entry}`, locale }, manager, chat);
  return answer(context, there.incoming, { ...there.to, within: there.to.within && { chat, title } });
}

/**
 * `/start` is how Telegram begins a chat: with a greeting, among others with the help, or with the entry that a link
 * leads to.
 */
function withStart(incoming: Incoming): Incoming | undefined {
  const typed = readCommand(incoming.text);
  if (typed?.name !== 'start' || /\s/.test(typed.argument)) return incoming;
  const { isPrivate } = incoming.place;
  if (!isPrivate && typed.argument === ADDED) return undefined;
  const asked = isPrivate ? readAsking(typed.argument) : undefined;
  if (asked !== undefined) return { ...incoming, text: asked };
  if (isPrivate && (readAlone(typed.argument) || readAnswerToken(typed.argument) !== undefined)) return incoming;
  const entry = readDeepLink(typed.argument);
  const greeting = isPrivate ? GREETING : '/help';
  return { ...incoming, text: entry === undefined ? greeting : `/show ${entry}` };
}

/** Whether a group lets somebody ask. What changes something is moderators' anyway. */
async function mayAsk(context: Context, { incoming }: Received): Promise<boolean> {
  const { services } = context;
  const { place, text, addressed, isReply } = incoming;
  const { who } = groupManners(await services.communities.of(place));
  if (place.isPrivate || who === 'everyone' || !onlyAsks(text, services.commands)) return true;
  return who === 'addressed-only' ? addressed || isReply === true : moderates(context, incoming);
}

/**
 * Whether an administrator who hides who they are gives a moderator's command although such administrators do
 * not moderate.
 */
async function isUnknownModerator({ services }: Context, { incoming, listener }: Received): Promise<boolean> {
  if (incoming.place.isPrivate || incoming.person !== listener.spot.key) return false;
  return commandIn(services, incoming.text)?.forModerators === true && !(await incoming.isModerator?.());
}

/** Tells them what they can do about it. */
async function anonymousReply({ services }: Context, { place, locale }: Incoming): Promise<Reply> {
  const language = await languageOfPlace({ services, place, locale });
  return tell({ language, say: services.speak(language) }, 'moderators-anonymous');
}

/** @returns undefined if the bot had better be silent */
function mannerOf(context: Context, { incoming, listener, at: asked }: Received): (reply: Reply) => Manner | undefined {
  const { place, addressed, isReply } = incoming;
  const { outages, services } = context;
  const isSpare = onlyAsks(incoming.text, services.commands);
  const isAsked = addressed || isReply === true;
  const at =
    isAsked && isBacklog({ at: asked }, services.now()) && outages.delayed(listener.spot.chat, asked)
      ? asked
      : undefined;
  const timed = isSpare ? { spare: isAsked ? ('asked' as const) : ('overheard' as const), at } : {};
  return (reply) => {
    const { language } = reply;
    if (place.isPrivate && incoming.text === GREETING && context.me.can_join_groups)
      return { ...timed, below: [[addButton(context, language)]] };
    if (place.isPrivate || reply.kind !== 'answer') return { ...timed, expires: isSpare };
    if (!addressed && paceOf(context, listener.person, place, listener.spot.key) !== 'go') return undefined;
    const said = `${queueOf(listener.spot)} ${language}`;
    const names = [`${said} ${reply.about.entry}`];
    const otherwise = isAsked ? pointerTo(context, reply) : undefined;
    return {
      ...timed,
      expires: isSpare,
      once: { names, otherwise },
      pinFor: reply.about.question === undefined || reply.about.pin !== undefined ? undefined : listener.user,
    };
  };
}

/** Words that point at an answer that was given just now. */
const pointerTo = (context: Context, { language, title }: Answer): Rich =>
  renderReply(
    plainReply(language, `${context.services.speak(language)('answered-above')} ${title}`),
    layoutOf(context, language),
  )[0];

const addButton = (context: Context, language: string) => ({
  text: renderLabel(context.services.speak(language)('add-to-group'), layoutOf(context, language)),
  url: linkToGroups(context.me.username),
});

/** A dialogue that a message has to do with. */
interface OpenDialogue {
  readonly dialogue: Dialogue;
  /** Whether it answers it; otherwise it ends it. */
  readonly isAnswer: boolean;
}

/**
 * The dialogue that a message answers: in a group only a reply to the open question, by the person who is asked; alone
 * with the bot, any message. A command is no answer, and alone with the bot it ends the dialogue; the one to cancel
 * does anywhere.
 */
async function dialogueOf(
  context: Context,
  { incoming, listener, words, answered }: Received,
  { reply_to_message: replied }: Message,
): Promise<OpenDialogue | undefined> {
  const { isPrivate } = incoming.place;
  const { name, argument } = readCommand(words) ?? {};
  const givesUp = commandNamed(context.services, name)?.givesUp === true;
  const isGivenUp = givesUp && argument === '';
  if (!isPrivate && !isGivenUp && answered === undefined) return undefined;
  const dialogue = await openDialogue(context, listener, replied?.message_id);
  if (!dialogue || (!isPrivate && !isGivenUp && !dialogue.prompts.includes(replied?.message_id ?? 0))) return undefined;
  if (givesUp || !isCommand(context, name)) return { dialogue, isAnswer: true };
  return isPrivate ? { dialogue, isAnswer: false } : undefined;
}

const isCommand = ({ services }: Context, name: string | undefined): boolean =>
  name === 'start' || name === GROUPS || commandNamed(services, name) !== undefined;
