import { tell } from '../../../bot/answers/reply.ts';
import { commandNamed } from '../../../bot/command.ts';
import { languageOfPerson } from '../../../bot/conversation/choose-language.ts';
import type { Incoming } from '../../../bot/conversation/incoming.ts';
import { readCommand } from '../../../bot/platform/command-text.ts';
import type { UnsentMessages } from '../../../bot/platform/conversation.ts';
import type { TelegramContext } from '../context.ts';
import { chosenGroup, knownGroups } from '../manage/known-groups.ts';
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
import { groupThatKnows, groupThatMayLearn } from '../manage/own-answers.ts';
import { answerAloneOf } from '../manage/private-answer.ts';
import { isHarmless } from '../outbound/for-one.ts';
import { type Listener, say } from '../outbound/outgoing.ts';
import { readAlone, readAnswerToken } from './deep-link.ts';
import type { Received } from './receive.ts';

/**
 * Handles a private message about a group: a moderator's command, or a question that the group can answer. Undefined
 * for anything else.
 */
export async function leadPrivately(
  context: TelegramContext,
  received: Received,
  manager: Listener & Manager,
): Promise<UnsentMessages | Received | undefined> {
  const { incoming, listener } = received;
  const { person } = listener;
  const typed = readCommand(incoming.text);
  const token = typed?.name === 'start' ? readAnswerToken(typed.argument) : undefined;
  if (token !== undefined) return showAnswer(context, received, manager, token);
  const led = typed?.name === 'start' ? readAlone(typed.argument) : undefined;
  if (led) return goOnAlone(context, received, manager, led);
  if (typed?.name === GROUPS) return say(context, await manageGroups(context, incoming, manager, ''), listener);
  const actsThere = actsWithin(context, typed?.name);
  if (actsThere || listsCommands(context, typed?.name)) {
    // The cancel command ends a draft of the private chat. A draft in a group has a button of its own, which names the
    // group.
    if (actsThere && commandNamed(context.services, typed?.name)?.givesUp) return askThere(context, received, manager);
    const within = await chosenGroup(context.services).chosen(person);
    const there = { ...listener, within };
    if (within) return meant(received, { incoming: incomingWithin(context, incoming, there), to: there });
    const which = actsThere ? await whichGroup(context, incoming, manager) : undefined;
    return which && say(context, which, listener);
  }
  return askThere(context, received, manager);
}

/** The question with the group that can answer it; undefined if there is none. */
async function askThere(context: TelegramContext, received: Received, manager: Manager): Promise<Received | undefined> {
  const { incoming, listener } = received;
  const asked = { ...manager, text: incoming.text, locale: incoming.locale };
  const within = (await groupThatKnows(context, asked)) ?? (await groupThatMayLearn(context, asked));
  const knowledge = within && placeWithin(within);
  return within && meant(received, { incoming: { ...incoming, knowledge }, to: { ...listener, within } });
}

/** The message as one about a group. It no longer counts as a reply, as what it replied to is in the private chat. */
const meant = (
  received: Received,
  { incoming, to: listener }: { readonly incoming: Incoming; readonly to: Listener },
): Received => ({ ...received, to: undefined, incoming, listener });

/** Continues in private what was asked in a group. As anybody can make such a link, it must not change anything. */
async function goOnAlone(
  context: TelegramContext,
  received: Received,
  manager: Listener & Manager,
  { chat, text }: { readonly chat: number; readonly text: string },
): Promise<UnsentMessages | Received> {
  const { incoming } = received;
  if (!isHarmless(context, text))
    return say(context, await manageGroups(context, { ...incoming, text: '' }, manager, ''), manager);
  return meant(received, await aboutGroup(context, { ...incoming, text }, manager, chat));
}

/** Shows an answer that was asked for in a group, to those who may know what the group knows. */
async function showAnswer(
  context: TelegramContext,
  received: Received,
  manager: Listener & Manager,
  token: string,
): Promise<UnsentMessages | Received> {
  const { incoming } = received;
  const alone = await answerAloneOf(context, token);
  if (!alone) {
    const language = await languageOfPerson({ ...incoming, services: context.services, person: manager.person });
    return say(context, tell({ language, say: context.services.speak(language) }, 'stale-button'), manager);
  }
  const { title, entry, language: locale } = alone;
  // A group that has become a supergroup meanwhile has a new id.
  const chat = await knownGroups(context.services).numberOf(alone.chat);
  const there = await aboutGroup(context, { ...incoming, text: `/show ${entry}`, locale }, manager, chat);
  return meant(received, { ...there, to: { ...there.to, within: there.to.within && { chat, title } } });
}
