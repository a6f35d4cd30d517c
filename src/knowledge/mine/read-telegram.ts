import { plainMarkdown } from '../../core/entry/markdown-words.ts';
import { asList, asObject, isObject } from '../import/read-data.ts';
import { approvalsIn, byTime, type Chat, type ChatMessage, type Export } from './message.ts';
import { markdownOf, type Piece } from './pieces.ts';

/** Reads Telegram Desktop's `result.json`, of one chat or of an account. @returns undefined for something else */
export function readTelegram(data: unknown): Export | undefined {
  const { chats, ...root } = asObject(data);
  const listed = isObject(chats) ? asList(chats.list) : [root];
  const found = listed
    .map(asObject)
    .filter(({ messages, type }) => Array.isArray(messages) && typeof type === 'string');
  if (found.length === 0) return undefined;
  const people = new Set<string>();
  const read = found.map(
    ({ name, messages }): Chat => ({ name: textOf(name), messages: messagesIn(messages, people) }),
  );
  return { title: read.length === 1 ? (read[0]?.name ?? '') : 'Telegram', chats: read, people };
}

const textOf = (value: unknown): string =>
  typeof value === 'string' ? value : typeof value === 'number' ? String(value) : '';

function messagesIn(list: unknown, people: Set<string>): ChatMessage[] {
  const read = asList(list).flatMap((one): ChatMessage[] => {
    const { type, id, from, from_id, date, date_unixtime, text, reply_to_message_id, reactions, ...rest } =
      asObject(one);
    people.add(textOf(from));
    // Forwarded words, and those sent by way of a bot, are not the sender's own.
    if (type !== 'message' || rest.forwarded_from !== undefined || rest.via_bot !== undefined) return [];
    const pieces = piecesOf(text);
    const plain = pieces.map((piece) => piece.text).join('');
    if (plain.trim() === '') return [];
    const replyTo = textOf(reply_to_message_id);
    return [
      {
        id: textOf(id),
        author: textOf(from_id) || textOf(from),
        time: Number(textOf(date_unixtime)) * 1000 || Date.parse(textOf(date)) || 0,
        text: plain,
        markdown: pieces.some(({ kind }) => kind !== 'plain') ? markdownOf(pieces) : plainMarkdown(plain),
        replyTo: replyTo === '' ? undefined : replyTo,
        approvals: approvalsIn(asList(reactions).map(asObject).map(reactionOf)),
      },
    ];
  });
  return byTime(read);
}

const reactionOf = ({ emoji, count }: Readonly<Record<string, unknown>>) => ({
  sign: textOf(emoji),
  count: Number(count) || 0,
});

/** A message's text is a string, or a list of strings and of pieces with a kind. */
const piecesOf = (text: unknown): Piece[] =>
  (Array.isArray(text) ? text : [text]).map((part): Piece => {
    if (!isObject(part)) return { kind: 'plain', text: textOf(part) };
    const words = textOf(part.text);
    const { type, href, language } = part;
    if (type === 'mention' || type === 'mention_name') return { kind: 'person', text: words };
    if (type === 'bold' || type === 'italic' || type === 'code') return { kind: type, text: words };
    if (type === 'pre') return { kind: 'block', text: words, language: textOf(language) };
    if (type === 'text_link') return { kind: 'link', text: words, address: textOf(href) };
    return { kind: 'plain', text: words };
  });
