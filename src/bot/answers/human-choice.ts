import { type Call, type Command, commandNamed } from '../command.ts';
import { isPrivateKey, keyOfPlace } from '../conversation/place.ts';
import { canHandOver } from '../handover/helpers.ts';
import { keptDays } from '../questions/keeping.ts';
import type { Services } from '../services.ts';
import { allChoicesOf, type Choice, type Offer, type Reply } from './reply.ts';

/**
 * The button that passes a question to helpers; undefined if there are none. The message with the button shows the
 * question or replies to it, so that it need not be stored.
 */
export function humanChoice({
  community,
  place,
  returnTo,
  say,
}: Pick<Call, 'community' | 'place' | 'returnTo' | 'say'>): readonly Choice[] {
  if (returnTo === undefined || !canHandOver(community, place)) return [];
  return [{ label: `🙋 ${say('button-human')}`, command: 'human', argument: '' }];
}

/** Buttons below an unanswered question: to ask helpers, or to be told of an answer later. */
export function openEnds(call: Pick<Call, 'community' | 'place' | 'returnTo' | 'say'>): readonly Choice[] {
  const { community, place, returnTo, say } = call;
  const human = humanChoice(call);
  if (returnTo === undefined || keptDays(community) === 0) return human;
  const label = isPrivateKey(keyOfPlace(place)) ? say('button-show') : say('button-tell');
  return isAlone(call) ? human : [...human, { label: `🔔 ${label}`, command: 'tell', argument: '' }];
}

/** Whether the community is a single private chat, so that there are no moderators who could see the question. */
const isAlone = ({ community, place }: Pick<Call, 'community' | 'place'>): boolean =>
  isPrivateKey(keyOfPlace(place)) && community.id === keyOfPlace(place);

/** Whether a button without an argument means the question of its message. */
export const meansAsked = (
  { command, argument }: Pick<Choice, 'command' | 'argument'>,
  services: Pick<Services, 'commands'>,
): boolean => argument === '' && commandNamed(services, command)?.meansAsked === true;

/** Whether a reply leaves a question open. */
export const isOpenEnd = (reply: Reply | undefined): boolean =>
  reply?.kind === 'offer' || (reply?.kind === 'notice' && (reply.isUnknown === true || reply.hasSimilar === true));

/** Whether a reply has such a button. */
export const needsAsked = (reply: Reply, services: { readonly commands: readonly Command[] }): boolean =>
  allChoicesOf(reply).some((choice) => meansAsked(choice, services));

/** A reply without such a button, for messages that do not show the question. */
export function withoutAsked(reply: Reply, services: Pick<Services, 'commands'>): Reply {
  if (reply.kind === 'offer' && reply.none && meansAsked(reply.none, services)) return { ...reply, none: undefined };
  return reply.kind === 'notice'
    ? { ...reply, choices: reply.choices.filter((choice) => !meansAsked(choice, services)) }
    : reply;
}

/** Choices with a button below them that says that none of them is meant. @param question to which they were offered */
export function withNone(
  offer: Offer,
  { returnTo, options, say }: Pick<Call, 'returnTo' | 'options' | 'say'>,
  question: string,
): Offer {
  // A message that can be answered later shows the question, or replies to it, unless it is for the asker alone.
  const isShown = returnTo !== undefined && options.private === undefined;
  return { ...offer, none: { label: say('none-of-these'), command: 'none', argument: isShown ? '' : question } };
}
