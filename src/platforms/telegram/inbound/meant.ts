import type { Message } from 'grammy/types';
import { homeLanguage } from '../../../bot/conversation/choose-language.ts';
import { isQuestion } from '../../../bot/conversation/follow-up.ts';
import type { Place } from '../../../bot/conversation/place.ts';
import { groupManners } from '../../../bot/moderation/group-settings.ts';
import { readCommand } from '../../../bot/platform/command-text.ts';
import type { Context } from '../context.ts';
import type { Words } from './command-words.ts';

/** What a message replies to. */
interface Replying {
  readonly replied: Message | undefined;
  /** Whether that is the bot's. */
  readonly isReply: boolean;
  /** What it asks, if it is a person's. */
  readonly question: string | undefined;
}

/**
 * Whether words in a group are meant for this bot, as far as commands go: those that it does not know are another bot's, and so may be
 * those whose names are much used.
 */
export function isMeant(context: Pick<Context, 'services'>, place: Place, { text, isCalled }: Words, { replied, isReply, question }: Replying): boolean {
  const name = /^\/([a-z0-9_]+)/i.exec(text)?.[1]?.toLowerCase();
  if (place.isPrivate || name === undefined) return true;
  const { services } = context;
  const community = services.communities.of(place);
  const { isOnlyNamed, disabled } = groupManners(community);
  if (disabled.includes(name)) return false;
  if (isCalled) return true;
  const command = services.commands.find((one) => one.name === name);
  if (!command) return name === 'start' && !isOnlyNamed;
  if (isOnlyNamed && !isReply) return false;
  if (!command.forModerators || !replied || isReply || readCommand(text)?.argument !== '') return true;
  // Other bots take such a command for the message, or its author, that is replied to: only a question is surely meant for this one.
  return command.options[0]?.name === 'question' && question !== undefined && isQuestion({ services, language: homeLanguage(community, services) }, question);
}
