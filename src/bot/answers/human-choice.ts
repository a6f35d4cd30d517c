import { type Call, type Command, commandNamed } from '../command.ts';
import { isPrivateKey, keyOfPlace } from '../conversation/place.ts';
import { canHandOver } from '../handover/helpers.ts';
import { keptDays } from '../questions/keeping.ts';
import type { WithCommands } from '../services.ts';
import { allChoicesOf, type Choice, type ChosenCommand, type Offer, type Reply } from './reply.ts';

/** A call whose question has no answer. */
type Unanswered = Pick<Call, 'community' | 'place' | 'returnTo' | 'say'>;

/**
 * The button that hands a question over to helpers; none if the community has no helpers. It carries no text: its
 * message shows the question or replies to it, so the question need not be stored.
 */
export function humanChoice({ community, place, returnTo, say }: Unanswered): readonly Choice[] {
  if (returnTo === undefined || !canHandOver(community, place)) return [];
  return [{ label: `🙋 ${say('button-human')}`, command: 'human', argument: '' }];
}

/** Buttons below an unanswered question: to ask helpers, and to be told once there is an answer. */
export function openEnds(call: Unanswered): readonly Choice[] {
  const { community, place, returnTo, say } = call;
  const human = humanChoice(call);
  if (returnTo === undefined || keptDays(community) === 0) return human;
  const label = isPrivateKey(keyOfPlace(place)) ? say('button-show') : say('button-tell');
  return isAlone(call) ? human : [...human, { label: `🔔 ${label}`, command: 'tell', argument: '' }];
}

/** Whether this private chat is a community of its own: no moderator would ever see the question. */
const isAlone = ({ community, place }: Pick<Call, 'community' | 'place'>): boolean =>
  isPrivateKey(keyOfPlace(place)) && community.id === keyOfPlace(place);

/** Whether the button means the question of its own message, because it has no argument. */
export const meansAsked = ({ command, argument }: ChosenCommand, services: WithCommands): boolean =>
  argument === '' && commandNamed(services, command)?.meansAsked === true;

/** Whether the reply leaves the question without an answer. */
export const isOpenEnd = (reply: Reply | undefined): boolean =>
  reply?.kind === 'offer' || (reply?.kind === 'notice' && (reply.isUnknown === true || reply.hasSimilar === true));

export const needsAsked = (reply: Reply, services: { readonly commands: readonly Command[] }): boolean =>
  allChoicesOf(reply).some((choice) => meansAsked(choice, services));

/** The reply without such buttons, for messages that do not show the question. */
export function withoutAsked(reply: Reply, services: WithCommands): Reply {
  if (reply.kind === 'offer' && reply.none && meansAsked(reply.none, services)) return { ...reply, none: undefined };
  return reply.kind === 'notice'
    ? { ...reply, choices: reply.choices.filter((choice) => !meansAsked(choice, services)) }
    : reply;
}

/** Adds the button "none of these". @param question that the choices were offered for */
export function withNone(
  offer: Offer,
  { returnTo, options, say }: Pick<Call, 'returnTo' | 'options' | 'say'>,
  question: string,
): Offer {
  // The question has to be in the button unless the message replies to it or shows it. A message for the asker alone
  // does not.
  const isShown = returnTo !== undefined && options.private === undefined;
  return { ...offer, none: { label: say('none-of-these'), command: 'none', argument: isShown ? '' : question } };
}
