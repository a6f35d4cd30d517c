import { type Choice, notice, plainReply, type Reply, tell } from '../../../bot/answers/reply.ts';
import { commandNamed } from '../../../bot/command.ts';
import { languageOfPerson } from '../../../bot/conversation/choose-language.ts';
import type { Incoming } from '../../../bot/conversation/incoming.ts';
import { readCommand } from '../../../bot/platform/command-text.ts';
import type { WithServices } from '../../../bot/services.ts';
import type { TelegramContext } from '../context.ts';
import { isAppointed } from '../inbound/person.ts';
import type { Listener } from '../outbound/outgoing.ts';
import { chosenGroup, knownGroups } from './known-groups.ts';
import { placeWithin, WITHIN, type Within } from './managed-group.ts';

/**
 * The platform's own command that lists the groups somebody may manage. As a button, it has the id of the chosen group.
 */
export const GROUPS = 'groups';
/** In place of a group's id: ends managing a group. */
const NO_GROUP = 'none';

/** A person, in their private chat with the bot. */
export interface Manager {
  readonly person: string;
  readonly user: number;
}

/** Whether a command given in the private chat can act in a group. */
export function actsWithin({ services }: WithServices, name: string | undefined): boolean {
  const { forModerators, scope, givesUp } = commandNamed(services, name) ?? {};
  return (forModerators === true && scope !== 'installation') || givesUp === true;
}

/** Whether a command lists commands, so that a group's moderators are shown more. */
export const listsCommands = ({ services }: WithServices, name: string | undefined): boolean =>
  commandNamed(services, name)?.panel === 'help';

/**
 * The message as if it had been written in the group that the private chat is about. Whether its author moderates that
 * group is asked only when the command needs it.
 */
export function incomingWithin(
  { moderators }: Pick<TelegramContext, 'moderators'>,
  incoming: Incoming,
  { within, user }: Pick<Listener, 'within' | 'user'>,
): Incoming {
  if (within === undefined || user === undefined) return incoming;
  const role = () => moderators.of(within.chat, user);
  return {
    ...incoming,
    place: placeWithin(within),
    addressed: true,
    isModerator: async () => (await role()).isModerator,
    isPresent: async () => (await role()).isMember,
  };
}

/** A private message about a group: a moderator's command acts there, anything else asks the group's knowledge. */
export async function aboutGroup(
  context: TelegramContext,
  incoming: Incoming,
  to: Listener & { readonly user: number },
  chat: number,
): Promise<{ readonly incoming: Incoming; readonly to: Listener }> {
  const known = await knownGroups(context.services).of(to.person);
  const within = { chat, title: known.find((one) => one.chat === chat)?.title ?? '' };
  const there = { ...to, within };
  const name = readCommand(incoming.text)?.name;
  if (actsWithin(context, name) || listsCommands(context, name))
    return { incoming: incomingWithin(context, incoming, there), to: there };
  // Somebody who has left the group gets no more of its knowledge.
  const { isMember } = await context.moderators.of(chat, to.user);
  return isMember ? { incoming: { ...incoming, knowledge: placeWithin(within) }, to: there } : { incoming, to };
}

/** Groups that somebody moderates, among those in which they spoke to the bot. */
async function moderatedBy(
  context: Pick<TelegramContext, 'moderators' | 'services'>,
  { user, person }: Manager,
): Promise<readonly Within[]> {
  const known = await knownGroups(context.services).of(person);
  const roles = await Promise.all(known.map(({ chat }) => context.moderators.of(chat, user)));
  const moderates = known.map(
    async (group, at) =>
      roles[at]?.isModerator || (roles[at]?.isMember && (await isAppointed(context, placeWithin(group), person))),
  );
  const found = await Promise.all(moderates);
  return known.filter((_, at) => found[at]);
}

/** The reply to `/groups`, and to its buttons. @param choice empty if nothing was chosen yet */
export async function manageGroups(
  context: TelegramContext,
  incoming: Incoming,
  manager: Manager,
  choice: string,
): Promise<Reply> {
  const { services } = context;
  const privateChat = chosenGroup(services);
  const language = await languageOfPerson({ ...incoming, services, person: manager.person });
  const say = services.speak(language);
  if (choice === NO_GROUP) {
    await privateChat.choose(manager.person, undefined);
    return plainReply(language, say('groups-left'));
  }
  const moderated = await moderatedBy(context, manager);
  if (moderated.length === 0) return tell({ language, say }, 'groups-none');
  // The button may have the group's id from before it became a supergroup.
  const number = choice === '' ? undefined : await knownGroups(services).numberOf(Number(choice));
  const found = moderated.find(({ chat }) => chat === number);
  if (found) {
    await privateChat.choose(manager.person, String(found.chat));
    return tell({ language, say }, 'groups-chosen', { group: found.title }, [
      { label: say('groups-leave'), command: GROUPS, argument: NO_GROUP },
    ]);
  }
  const chosen = await privateChat.chosen(manager.person);
  const choices = moderated.map(
    ({ chat, title }): Choice => ({
      label: chat === chosen?.chat ? `✓ ${title}` : title,
      command: GROUPS,
      argument: String(chat),
    }),
  );
  const leave = chosen === undefined ? [] : [{ label: say('groups-leave'), command: GROUPS, argument: NO_GROUP }];
  return notice(language, {
    title: say('groups-title'),
    question: say('groups-question'),
    choices: [...choices, ...leave],
  });
}

/** Asks in which group a command is to act; undefined if there is none. */
export async function whichGroup(
  context: TelegramContext,
  incoming: Incoming,
  manager: Manager,
): Promise<Reply | undefined> {
  const typed = readCommand(incoming.text);
  const moderated = await moderatedBy(context, manager);
  if (!typed || moderated.length === 0) return undefined;
  const language = await languageOfPerson({ ...incoming, services: context.services, person: manager.person });
  const choices = moderated.map(
    ({ chat, title }): Choice => ({
      label: title,
      command: WITHIN,
      argument: `${chat} ${typed.name} ${typed.argument}`.trim(),
    }),
  );
  return plainReply(language, context.services.speak(language)('groups-which'), choices);
}
