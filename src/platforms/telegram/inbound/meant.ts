import type { Message } from 'grammy/types';
import { commandNamed } from '../../../bot/command.ts';
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
  /** Whether another bot put the words together. */
  readonly isThroughBot: boolean;
}

/**
 * Whether words in a group may be meant for this bot: commands that it does not know are another bot's, and so may be
 * those whose names are much used, and what is said to another bot.
 */
export async function isMeant(
  context: Pick<Context, 'services'>,
  place: Place,
  { text, isCalled }: Words,
  replying: Replying,
): Promise<boolean> {
  const name = /^\/([a-z0-9_]+)/i.exec(text)?.[1]?.toLowerCase();
  const { replied, isReply, question } = replying;
  if (place.isPrivate) return true;
  if (name === undefined) return isCalled || isReply || !isOtherBots(text, replying);
  const { services } = context;
  const community = await services.communities.of(place);
  const { isOnlyNamed, disabled } = groupManners(community);
  if (disabled.includes(name)) return false;
  if (isCalled) return true;
  const command = commandNamed(services, name);
  if (!command) return name === 'start' && !isOnlyNamed;
  if (isOnlyNamed && !isReply) return false;
  if (!command.forModerators || !replied || isReply || readCommand(text)?.argument !== '') return true;
  // Other bots take such a command for the message, or its author, that is replied to: only a question is surely meant
  // for this one.
  const isOfQuestion = command.options[0]?.name === 'question';
  // Under what a channel posted everything is a reply to that.
  if (replied.is_automatic_forward && !isOfQuestion) return true;
  return (
    isOfQuestion &&
    question !== undefined &&
    isQuestion({ services, language: homeLanguage(community, services) }, question)
  );
}

/** Begins with the name of another bot, which Telegram lets end so, or gives one a command. */
const OTHER_BOT = /^\s*@\w*bot(?!\w)|\/\w+@\w*bot(?!\w)/i;

/** Whether something is between a person and another bot. Who hides, or speaks as a channel, is none. */
const isOtherBots = (text: string, { replied, isThroughBot }: Replying): boolean =>
  isThroughBot || (replied?.from?.is_bot === true && replied.sender_chat === undefined) || OTHER_BOT.test(text);
