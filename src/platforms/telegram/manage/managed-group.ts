import type { Choice, Reply } from '../../../bot/answers/reply.ts';
import { text } from '../../../bot/answers/reply.ts';
import type { Place } from '../../../bot/conversation/place.ts';
import type { Press } from '../../../bot/platform/buttons.ts';
import type { Services } from '../../../bot/services.ts';
import { PLATFORM } from '../inbound/place.ts';

/** A group that somebody deals with from the private chat with the bot. */
export interface Within {
  readonly chat: number;
  readonly title: string;
}

/**
 * The platform itself instead of a button's command: behind it are the group's number, and the command
 * that acts there.
 */
export const WITHIN = '.in';

export const placeWithin = ({ chat, title }: Within): Place => ({ platform: PLATFORM, id: String(chat), title });

/**
 * The choice as a button of a private chat: it acts in its group, whichever is chosen by then. What is the platform's
 * own stays.
 */
export const choiceWithin = (choice: Choice, { chat }: Within): Choice =>
  choice.command.startsWith('.')
    ? choice
    : { label: choice.label, command: WITHIN, argument: `${chat} ${choice.command} ${choice.argument}`.trim() };

/** The command of such a button, and its group. */
export function readWithin(argument: string): (Press & { readonly chat: number }) | undefined {
  const [, chat, command, more = ''] = /^(-\d+) (\S+) ?([\s\S]*)$/.exec(argument) ?? [];
  return chat === undefined || command === undefined ? undefined : { chat: Number(chat), command, argument: more };
}

/** A reply that names its group. */
export const nameGroup = ({ speak }: Pick<Services, 'speak'>, reply: Reply, { title }: Within): Reply =>
  title === ''
    ? reply
    : { ...reply, notes: [...reply.notes, [text(speak(reply.language)('in-group', { group: title }))]] };
