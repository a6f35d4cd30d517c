import type { LanguageTag } from '../../core/text/language.ts';
import type { Chat, ChatMessage } from './message.ts';
import type { MessageReader } from './reading.ts';

/** A question that somebody asked in a chat. */
export interface ChatQuestion {
  /** One line. */
  readonly text: string;
  readonly language: LanguageTag;
  readonly author: string;
  /** Milliseconds since 1970. */
  readonly time: number;
  /** Other people's answers, in order. */
  readonly answers: readonly ChatAnswer[];
}

export interface ChatAnswer {
  readonly markdown: string;
  readonly author: string;
  readonly time: number;
  /** Whether the asker said thanks. */
  readonly isThanked: boolean;
  readonly approvals: number;
}

/** An answer that is no reply comes within so many milliseconds and messages after the question. */
const [SOON, NEAR] = [60 * 60_000, 12];
/** Levels of replies to replies. */
const DEEPEST = 50;
/** A command for a bot. */
const COMMAND = /^\s*[/!.]\w/;

/** A chat's questions with their answers, oldest first. @param onMessage called for each message */
export function findQuestions(chat: Chat, reading: MessageReader, onMessage: () => void): ChatQuestion[] {
  const { messages } = chat;
  const usual = reading.usualIn(chat);
  const threads = threadsOf(messages);
  return messages.flatMap((message, at): ChatQuestion[] => {
    onMessage();
    if (message.replyTo !== undefined || COMMAND.test(message.text)) return [];
    const language = reading.languageOf(message.text, usual);
    const text = reading.questionIn(message.text, language);
    if (text === undefined) return [];
    const replies = threads.get(message.id) ?? [];
    const isAnswer = ({ author, text: words }: ChatMessage) =>
      author !== message.author && !reading.isThanks(words) && reading.isStatement(words, language);
    const answers = replies.some(isAnswer)
      ? repliesTo(message, replies, isAnswer, reading)
      : thankedNear(messages, at, isAnswer, reading);
    return [{ text, language, author: message.author, time: message.time, answers }];
  });
}

/** By a message's id: all replies to it, and replies to those. */
function threadsOf(messages: readonly ChatMessage[]): ReadonlyMap<string, readonly ChatMessage[]> {
  const above = new Map(messages.map(({ id, replyTo }) => [id, replyTo]));
  const threads = new Map<string, ChatMessage[]>();
  for (const message of messages) {
    let root = message.replyTo;
    for (let depth = 0; root !== undefined && depth < DEEPEST && above.get(root) !== undefined; depth++)
      root = above.get(root);
    if (root === undefined) continue;
    const known = threads.get(root);
    if (known) known.push(message);
    else threads.set(root, [message]);
  }
  return threads;
}

type IsAnswer = (message: ChatMessage) => boolean;

function repliesTo(
  { author }: ChatMessage,
  replies: readonly ChatMessage[],
  isAnswer: IsAnswer,
  { isThanks }: MessageReader,
): ChatAnswer[] {
  const thanked = new Set<ChatMessage | undefined>();
  for (const [at, one] of replies.entries()) {
    if (one.author !== author || !isThanks(one.text)) continue;
    const before = replies.slice(0, at).filter(isAnswer);
    thanked.add(before.find(({ id }) => id === one.replyTo) ?? before.at(-1));
  }
  return replies.filter(isAnswer).map((one) => given(one, thanked.has(one)));
}

/**
 * If people do not use replies, only thanks show an answer: the last thing that somebody else said before the asker
 * gave them.
 */
function thankedNear(
  messages: readonly ChatMessage[],
  at: number,
  isAnswer: IsAnswer,
  reading: MessageReader,
): ChatAnswer[] {
  const question = messages[at];
  if (!question) return [];
  const near = messages
    .slice(at + 1, at + 1 + NEAR)
    .filter(({ time, replyTo }) => time - question.time <= SOON && replyTo === undefined);
  const thanks = near.findIndex(({ author, text }) => author === question.author && reading.isThanks(text));
  const answer = near.slice(0, Math.max(0, thanks)).findLast(isAnswer);
  return answer ? [given(answer, true)] : [];
}

const given = ({ markdown, author, time, approvals }: ChatMessage, isThanked: boolean): ChatAnswer => ({
  markdown,
  author,
  time,
  isThanked,
  approvals,
});
