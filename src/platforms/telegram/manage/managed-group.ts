import type { Choice, Reply } from '../../../bot/answers/reply.ts';
import { text } from '../../../bot/answers/reply.ts';
import type { Place } from '../../../bot/conversation/place.ts';
import type { Press } from '../../../bot/platform/buttons.ts';
import type { Phrasebook } from '../../../bot/services.ts';
import { PLATFORM } from '../config.ts';

/** The group that a private chat is about. */
export interface Within {
  readonly chat: number;
  readonly title: string;
}

/**
 * Used in place of a command by this platform's own buttons. Argument: the group's id, and the command that acts
 * there.
 */
export const WITHIN = '.in';

export const placeWithin = ({ chat, title }: Within): Place => ({ platform: PLATFORM, id: String(chat), title });

/**
 * A choice as a button for a private chat, which acts in this group even if another one is chosen later. The platform's
 * own choices stay as they are.
 */
export const choiceWithin = (choice: Choice, { chat }: Within): Choice =>
  choice.command.startsWith('.')
    ? choice
    : { label: choice.label, command: WITHIN, argument: `${chat} ${choice.command} ${choice.argument}`.trim() };

/** The command and group of such a button. */
export function readWithin(argument: string): (Press & { readonly chat: number }) | undefined {
  const [, chat, command, more = ''] = /^(-\d+) (\S+) ?([\s\S]*)$/.exec(argument) ?? [];
  return chat === undefined || command === undefined ? undefined : { chat: Number(chat), command, argument: more };
}

/** Adds the group's name to a reply. */
export const nameGroup = ({ speak }: Phrasebook, reply: Reply, { title }: Within): Reply =>
  title === ''
    ? reply
    : { ...reply, notes: [...reply.notes, [text(speak(reply.language)('in-group', { group: title }))]] };
