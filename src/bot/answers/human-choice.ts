import { type Call, type Command, commandNamed } from '../command.ts';
import { canHandOver } from '../handover/helpers.ts';
import type { Services } from '../services.ts';
import { type Choice, choicesOf, type Reply } from './reply.ts';

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
  choicesOf(reply).some((choice) => meansAsked(choice, services));

/** A reply without such a button: nothing shows the question. */
export const withoutAsked = (reply: Reply, services: Pick<Services, 'commands'>): Reply =>
  reply.kind === 'notice'
    ? { ...reply, choices: reply.choices.filter((choice) => !meansAsked(choice, services)) }
    : reply;
