import { type Answer, plainReply, type Reply, tell } from '../../../bot/answers/reply.ts';
import { type Command, commandNamed } from '../../../bot/command.ts';
import { languageOfPlace } from '../../../bot/conversation/choose-language.ts';
import type { Incoming } from '../../../bot/conversation/incoming.ts';
import { isBacklog } from '../../../bot/moment.ts';
import type { EditPort } from '../../../bot/platform/changed-message.ts';
import { commandIn, onlyAsks, readCommand, readOptions } from '../../../bot/platform/command-text.ts';
import { answer, converse, type UnsentMessages } from '../../../bot/platform/conversation.ts';
import type { Pace } from '../../../bot/platform/pace.ts';
import { groupManners } from '../../../bot/settings/chosen.ts';
import { layoutOf, type TelegramContext } from '../context.ts';
import { askForWords, type Dialogue, endDialogue, goOn, openDialogue, openForm, prompt } from '../forms/dialogue.ts';
import { knownGroups } from '../manage/known-groups.ts';
import { GROUPS, incomingWithin, listsCommands } from '../manage/manage.ts';
import { isForOne, sayAlone, sayOnlyTo } from '../outbound/for-one.ts';
import { readPayload } from '../outbound/outbox-message.ts';
import { inQueue, type Listener, pinning, type SendOptions, say, sayInstead, targetOf } from '../outbound/outgoing.ts';
import { renderLabel, renderPlain, renderReply } from '../outbound/render.ts';
import { plain, type Rich } from '../outbound/rich.ts';
import { linkToGroups } from './deep-link.ts';
import { moderates } from './person.ts';
import { queueOf } from './place.ts';
import { leadPrivately } from './private-message.ts';
import { attachmentOf, GREETING, type Received } from './receive.ts';

/** How the conversation's steps are taken on Telegram: everything that is said goes through the outbox. */
export const chatPort = (context: TelegramContext): EditPort<Received> => ({
  pace: ({ listener }, kind) =>
    kind === 'wordless' ? context.pace(`noText ${listener.person}`) : paceOf(context, listener),
  say: (received, reply) => sayReply(context, received, reply),
  remark: ({ listener }, reply) => say(context, reply, listener),
  // The whole group sees this, so it is short.
  whisper: async ({ listener }, reply) => {
    const rich = plain(renderPlain(reply, layoutOf(context, reply.language)));
    return [inQueue(listener, { kind: 'message', target: targetOf(listener), rich, keyboard: [] })];
  },
  edit: ({ listener }, reply, posts) => sayInstead(context, reply, listener, inOrder(posts), { isAskedAgain: true }),
  remove: ({ listener }, posts) =>
    inOrder(posts).map((message) => inQueue(listener, { kind: 'remove', target: targetOf(listener), message })),
  pin: ({ listener }, post, language) => [pinning(context, listener, post, language)],
  mayAsk: (received) => mayAsk(context, received),
  fill: (received) =>
    received.incoming.text === '' ? fillWithMedia(context, received) : fillWithWords(context, received),
  lead: (received) => lead(context, received),
});

const inOrder = (posts: readonly string[]): number[] => posts.map(Number).sort((a, b) => a - b);

/** The rate limit that applies to a message; in groups the other members count, too. */
function paceOf({ pace }: TelegramContext, { person, spot: { place, key } }: Listener): Pace {
  if (place.isPrivate) return pace(`alone ${person}`);
  const own = pace(`person ${person} ${key}`);
  return own === 'go' && pace(`chat ${key}`) !== 'go' ? 'ignore' : own;
}

/** @param isLate whether the message is so old that only changes are still carried out */
export async function onMessage(
  context: TelegramContext,
  received: Received | undefined,
  isLate: boolean,
): Promise<UnsentMessages> {
  if (!received) return [];
  const { listener } = received;
  const outgoing = await converse(context, chatPort(context), { ...received, isLate });
  return (await isTidied(context, received, outgoing))
    ? [...outgoing, inQueue(listener, { kind: 'remove', target: targetOf(listener), message: Number(received.id) })]
    : outgoing;
}

/**
 * Whether the message with a command is deleted: if the group's settings say so, and the command was answered in full.
 */
async function isTidied(
  { services }: TelegramContext,
  { incoming: { place }, listener: { only }, words }: Received,
  outgoing: UnsentMessages,
): Promise<boolean> {
  if (place.isPrivate || only || !words.startsWith('/') || outgoing.length === 0) return false;
  return (
    groupManners(await services.communities.of(place)).isCleaned &&
    !outgoing.some(({ payload }) => 'dialogue' in readPayload(payload))
  );
}

/** Continues an open form: the message answers its question, or ends the form. */
async function fillWithWords(context: TelegramContext, received: Received): Promise<UnsentMessages | undefined> {
  const { dialogue, isAnswer } = (await dialogueOf(context, received)) ?? {};
  if (dialogue && !isAnswer && !received.isLate) await endDialogue(context, dialogue);
  if (!dialogue || !isAnswer) return undefined;
  const { incoming, listener, words, message } = received;
  const attachment = incoming.attachment ?? dialogue.attachment;
  const there = { ...listener, within: dialogue.within };
  const open = { ...dialogue, attachment, album: message.media_group_id };
  return goOn(context, open, words, there, (text, options) =>
    answer(context, chatPort(context), {
      ...received,
      to: undefined,
      listener: there,
      incoming: {
        ...incomingWithin(context, incoming, there),
        text,
        options,
        attachment,
        addressed: true,
        isForm: true,
      },
    }),
  );
}

/** Keeps a photo or file that answers an open question, and asks the question again. */
async function fillWithMedia(
  context: TelegramContext,
  { listener, message }: Received,
): Promise<UnsentMessages | undefined> {
  const { services } = context;
  const { spot, asked = 0 } = listener;
  const replied = message.reply_to_message?.message_id;
  const dialogue = await openDialogue(context, listener, replied);
  if (!dialogue) return undefined;
  if (!spot.place.isPrivate && !dialogue.prompts.includes(replied ?? 0)) return [];
  // Of an album, only the first file is kept, and the question is repeated once.
  const { media_group_id: album } = message;
  if (album !== undefined && album === dialogue.album) return [];
  if (paceOf(context, listener) !== 'go') return [];
  const attachment = dialogue.isBare ? undefined : attachmentOf(message);
  const speak = services.speak(dialogue.language);
  const problem =
    attachment === undefined ? speak('form-in-words') : speak('form-file-kept', { file: attachment.name });
  return prompt(
    context,
    { ...dialogue, attachment: attachment ?? dialogue.attachment, album, asked },
    { ...listener, within: dialogue.within },
    problem,
  );
}

/**
 * Remembers the groups in which a person spoke to the bot, so that their private chat can use the groups' knowledge.
 */
async function noteGroup(
  { services }: TelegramContext,
  { incoming: { place, addressed, isReply, text }, listener: { person, user, spot } }: Received,
): Promise<void> {
  // Erasing one's data must not create a new record.
  const erases = commandIn(services, text)?.scope === 'person';
  if (!place.isPrivate && user !== undefined && (addressed || isReply) && !erases)
    await knownGroups(services).note(person, { chat: spot.chat, title: place.title ?? '' });
}

/** Handles Telegram's special cases: anonymous administrators, and private chats about a group. */
async function lead(context: TelegramContext, received: Received): Promise<UnsentMessages | Received | undefined> {
  const { incoming, listener } = received;
  await noteGroup(context, received);
  if (await isUnknownModerator(context, received))
    return say(context, await anonymousReply(context, incoming), listener);
  const { user } = listener;
  return incoming.place.isPrivate && user !== undefined
    ? leadPrivately(context, received, { ...listener, user })
    : undefined;
}

/**
 * Whether the group's settings let somebody ask. Commands that change something are limited to moderators elsewhere.
 */
async function mayAsk(context: TelegramContext, { incoming }: Received): Promise<boolean> {
  const { services } = context;
  const { place, text, addressed, isReply } = incoming;
  const { who } = groupManners(await services.communities.of(place));
  if (place.isPrivate || who === 'everyone' || !onlyAsks(text, services.commands)) return true;
  return who === 'addressed-only' ? addressed || isReply === true : moderates(context, incoming);
}

/**
 * Whether an anonymous administrator gives a moderator's command in a group that does not let anonymous administrators
 * moderate.
 */
async function isUnknownModerator({ services }: TelegramContext, { incoming, listener }: Received): Promise<boolean> {
  if (incoming.place.isPrivate || incoming.person !== listener.spot.key) return false;
  return commandIn(services, incoming.text)?.forModerators === true && !(await incoming.isModerator?.());
}

/** The reply that tells anonymous administrators how they can moderate. */
async function anonymousReply({ services }: TelegramContext, { place, locale }: Incoming): Promise<Reply> {
  const language = await languageOfPlace({ services, place, locale });
  return tell({ language, say: services.speak(language) }, 'moderators-anonymous');
}

/** Sends the bot's reply, or opens a form. */
async function sayReply(context: TelegramContext, received: Received, reply: Reply): Promise<UnsentMessages> {
  const { incoming, listener: to } = received;
  // Forms are asked visibly: answers reply to their questions, which ephemeral messages do not allow.
  const open: Listener = { ...to, only: undefined };
  if (reply.kind === 'form') return openForm(context, reply, open, incoming.attachment);
  const isPrivate = reply.isPrivate === true || (await listsForModerator(context, incoming));
  const given = { ...reply, isPrivate };
  if (to.user !== undefined && isForOne(context, given, incoming, to))
    return sayOnlyTo(context, given, to, await sayAlone(context, reply, incoming, { ...to, user: to.user }));
  const command = await withoutWords(context, incoming);
  if (command) return askForWords(context, command.name, reply, open);
  return sayOnlyTo(context, given, to, await say(context, reply, open, mannerOf(context, received, reply)));
}

/** Whether the reply lists moderators' commands, which do not concern the rest of the group. */
const listsForModerator = async (context: TelegramContext, incoming: Incoming): Promise<boolean> =>
  listsCommands(context, readCommand(incoming.text)?.name) && moderates(context, incoming);

/** The command, if it was typed without required text by somebody who may use it. */
async function withoutWords(context: TelegramContext, incoming: Incoming): Promise<Command | undefined> {
  const { services } = context;
  const { text, options = {} } = incoming;
  const typed = readCommand(text);
  const command = commandNamed(services, typed?.name);
  if (command?.group === undefined) return undefined;
  const given = command && typed ? { ...readOptions(typed.argument, command.options), ...options } : {};
  if (!command?.options.some((option) => option.required && given[option.name] === undefined)) return undefined;
  return !command.forModerators || (await moderates(context, incoming)) ? command : undefined;
}

/** How a reply is sent: until when it is of use, and when it is deleted. */
function mannerOf(context: TelegramContext, { incoming, listener, at: asked }: Received, reply: Reply): SendOptions {
  const { addressed, isReply } = incoming;
  const { place, chat } = listener.spot;
  const { outages, services } = context;
  const isSpare = onlyAsks(incoming.text, services.commands);
  const isAsked = addressed || isReply === true;
  const at = isAsked && isBacklog({ at: asked }, services.now()) && outages.delayed(chat, asked) ? asked : undefined;
  const timed = isSpare ? { spare: isAsked ? ('asked' as const) : ('overheard' as const), at } : {};
  const { language } = reply;
  if (place.isPrivate && incoming.text === GREETING && context.me.can_join_groups)
    return { ...timed, below: [[addButton(context, language)]] };
  if (place.isPrivate || reply.kind !== 'answer') return { ...timed, expires: isSpare };
  const names = [`${queueOf(listener.spot)} ${language} ${reply.about.entry}`];
  const otherwise = isAsked ? pointerTo(context, reply) : undefined;
  return {
    ...timed,
    expires: isSpare,
    once: { names, otherwise },
    pinFor: reply.about.question === undefined || reply.about.pin !== undefined ? undefined : listener.user,
  };
}

/** A sentence that points to an answer above. */
const pointerTo = (context: TelegramContext, { language, title }: Answer): Rich =>
  renderReply(
    plainReply(language, `${context.services.speak(language)('answered-above')} ${title}`),
    layoutOf(context, language),
  )[0];

const addButton = (context: TelegramContext, language: string) => ({
  text: renderLabel(context.services.speak(language)('add-to-group'), layoutOf(context, language)),
  url: linkToGroups(context.me.username),
});

interface OpenDialogue {
  readonly dialogue: Dialogue;
  /** Whether the message answers the dialogue; otherwise it ends it. */
  readonly isAnswer: boolean;
}

/**
 * The dialogue to which a message belongs. In a group, only a reply to the open question by its person is an answer; in
 * private, any message is. A command is never an answer: in private it ends the dialogue, and the cancel command does
 * so anywhere.
 */
async function dialogueOf(
  context: TelegramContext,
  { incoming, listener, words, to, message: { reply_to_message: replied } }: Received,
): Promise<OpenDialogue | undefined> {
  const { isPrivate } = incoming.place;
  const { name, argument } = readCommand(words) ?? {};
  const givesUp = commandNamed(context.services, name)?.givesUp === true;
  const isGivenUp = givesUp && argument === '';
  if (!isPrivate && !isGivenUp && to === undefined) return undefined;
  const dialogue = await openDialogue(context, listener, replied?.message_id);
  if (!dialogue || (!isPrivate && !isGivenUp && !dialogue.prompts.includes(replied?.message_id ?? 0))) return undefined;
  if (givesUp || !isCommand(context, name)) return { dialogue, isAnswer: true };
  return isPrivate ? { dialogue, isAnswer: false } : undefined;
}

const isCommand = ({ services }: TelegramContext, name: string | undefined): boolean =>
  name === 'start' || name === GROUPS || commandNamed(services, name) !== undefined;
