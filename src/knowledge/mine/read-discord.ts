import { plainWords } from '../import/mend.ts';
import { asList, asObject, isObject } from '../import/read-data.ts';
import { approvalsIn, byTime, type Chat, type ChatMessage, type Export } from './message.ts';

/** Types of messages that people write. */
const SPOKEN = ['Default', 'Reply', 'ThreadStarterMessage'];
/** Marks of Discord's Markdown. */
const MARK = /[*_`~|>[\]#\\<]/;

/** A channel, or a thread that began at a message in another channel. */
export interface Channel extends Chat {
  readonly id: string;
  /** Id of the channel in which the thread began. */
  readonly parent?: string;
}

/** DiscordChatExporter's JSON of one channel, thread or forum post. @returns undefined for something else */
export function readDiscord(
  data: unknown,
): (Omit<Export, 'chats'> & { readonly chats: readonly Channel[] }) | undefined {
  const { guild, channel, messages } = asObject(data);
  if (!isObject(guild) || !isObject(channel) || !Array.isArray(messages)) return undefined;
  const people = new Set<string>();
  const read = byTime(messages.flatMap((one) => messageOf(asObject(one), people) ?? []));
  const [id, name] = [text(channel.id), text(channel.name)];
  const [first, ...rest] = read;
  const isThread = /Thread/.test(text(channel.type));
  const below = (list: readonly ChatMessage[]) => list.map((one) => ({ ...one, replyTo: one.replyTo ?? id }));
  // A forum's post has the id of its first message, and its name is the question.
  const isPost = isThread && first?.id === id;
  const all = isPost ? [{ ...first, text: `${name}\n${first.text}` }, ...below(rest)] : isThread ? below(read) : read;
  const parent = isThread && !isPost ? text(channel.categoryId) : undefined;
  return { title: text(guild.name), chats: [{ id, name, messages: all, parent }], people };
}

/** Puts threads into the channels in which they began. */
export function withThreads(channels: readonly Channel[]): Chat[] {
  const ids = new Set(channels.map(({ id }) => id));
  const isBelow = ({ parent }: Channel) => parent !== undefined && ids.has(parent);
  const threads = channels.filter(isBelow);
  return channels
    .filter((one) => !isBelow(one))
    .map(({ id, name, messages }) => {
      const below = threads.filter(({ parent }) => parent === id).flatMap((thread) => thread.messages);
      return { name, messages: below.length === 0 ? messages : byTime([...messages, ...below]) };
    });
}

const text = (value: unknown): string => (typeof value === 'string' ? value : '');

function messageOf(message: Readonly<Record<string, unknown>>, people: Set<string>): ChatMessage | undefined {
  const { id, type, timestamp, content, reference, reactions } = message;
  const author = asObject(message.author);
  for (const one of [author, ...asList(message.mentions).map(asObject)])
    for (const name of [one.name, one.nickname]) people.add(text(name));
  const words = text(content);
  if (author.isBot === true || !SPOKEN.includes(text(type)) || words.trim() === '') return undefined;
  const replyTo = text(asObject(reference).messageId);
  return {
    id: text(id),
    author: text(author.id),
    time: Date.parse(text(timestamp)) || 0,
    text: MARK.test(words) ? plainLines(words) : words,
    markdown: words,
    replyTo: replyTo === '' ? undefined : replyTo,
    approvals: approvalsIn(
      asList(reactions)
        .map(asObject)
        .map(({ emoji, count }) => ({ sign: text(asObject(emoji).name), count: Number(count) || 0 })),
    ),
  };
}

const plainLines = (words: string): string =>
  words
    .split('\n')
    .map((line) => plainWords(line))
    .join('\n');
