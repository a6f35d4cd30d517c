import { type Call, type Command, commandNamed } from '../command.ts';
import { canHandOver } from '../handover/helpers.ts';
import type { Services } from '../services.ts';
import { allChoicesOf, type Choice, type Offer, type Reply } from './reply.ts';

/**
 * The button by which a question is handed over to people; none if nobody would hear it. The message that bears it
 * shows the question, or replies to it: what people ask is not kept for that.
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

/** Whether a button without words means the question of the message that it is below. */
export const meansAsked = (
  { command, argument }: Pick<Choice, 'command' | 'argument'>,
  services: Pick<Services, 'commands'>,
): boolean => argument === '' && commandNamed(services, command)?.meansAsked === true;

/** Whether a reply has such a button. */
export const needsAsked = (reply: Reply, services: { readonly commands: readonly Command[] }): boolean =>
  allChoicesOf(reply).some((choice) => meansAsked(choice, services));

/** A reply without such a button: nothing shows the question. */
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
