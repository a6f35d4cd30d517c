import { asList, asObject } from '../import/read-data.ts';
import { approvalsIn, byTime, type Chat, type ChatMessage, type Export } from './message.ts';
import { markdownOf, type Piece } from './pieces.ts';

/** Lists of people, channels and more at the top of Slack's export. */
const LISTS = /^(?:users|channels|groups|dms|mpims|integration_logs|canvases|file_conversations|lists)\.json$/;

/** Whether these paths are of Slack's export. */
export const isSlack = (paths: readonly string[]): boolean =>
  paths.includes('users.json') && paths.some((path) => DAY.test(path));

/** A channel's folder holds a file for each day. */
const DAY = /^([^/]+)\/\d{4}-\d{2}-\d{2}\.json$/;

/** Reads Slack's export. @param files path and parsed content of each */
export function readSlack(title: string, files: Iterable<readonly [path: string, data: unknown]>): Export {
  const people = new Set<string>();
  const channels = new Map<string, ChatMessage[]>();
  for (const [path, data] of files) {
    const [, channel] = DAY.exec(path) ?? [];
    if (channel !== undefined) {
      const known = channels.get(channel) ?? [];
      known.push(...asList(data).flatMap((one) => messageOf(asObject(one)) ?? []));
      channels.set(channel, known);
    } else if (LISTS.test(path)) for (const name of namesIn(data)) people.add(name);
  }
  const chats = [...channels].map(([name, messages]): Chat => ({ name, messages: byTime(messages) }));
  return { title, chats, people };
}

const namesIn = (users: unknown): string[] =>
  asList(users)
    .map(asObject)
    .filter(({ profile }) => profile !== undefined)
    .flatMap(({ name, real_name, profile }) => [name, real_name, ...Object.values(namesOf(asObject(profile)))])
    .map(textOf);

const namesOf = ({ display_name, real_name, first_name, last_name }: Readonly<Record<string, unknown>>) => ({
  display_name,
  real_name,
  first_name,
  last_name,
});

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

function messageOf(message: Readonly<Record<string, unknown>>): ChatMessage | undefined {
  const { type, subtype, user, bot_id, text, ts, thread_ts, reactions } = message;
  const isSpoken = subtype === undefined || subtype === 'thread_broadcast' || subtype === 'file_share';
  if (type !== 'message' || !isSpoken || bot_id !== undefined || typeof user !== 'string') return undefined;
  const pieces = piecesOf(textOf(text));
  const plain = pieces.map((piece) => piece.text).join('');
  if (plain.trim() === '') return undefined;
  return {
    id: textOf(ts),
    author: user,
    time: Number(textOf(ts)) * 1000 || 0,
    text: plain,
    markdown: markdownOf(pieces),
    replyTo: thread_ts === undefined || thread_ts === ts ? undefined : textOf(thread_ts),
    approvals: approvalsIn(
      asList(reactions)
        .map(asObject)
        .map(({ name, count }) => ({ sign: textOf(name), count: Number(count) || 0 })),
    ),
  };
}

/** Slack's formatting: code, links and mentions in angle brackets, bold and italic. */
const MARKED =
  /```(?<block>[\s\S]+?)```|`(?<code>[^`\n]+)`|<(?<target>[^<>|\s]+)(?:\|(?<label>[^<>]*))?>|(?<![\p{L}\p{N}*])\*(?<bold>[^*\n]+)\*(?![\p{L}\p{N}*])|(?<![\p{L}\p{N}_])_(?<italic>[^_\n]+)_(?![\p{L}\p{N}_])/gu;

function piecesOf(text: string): Piece[] {
  const pieces: Piece[] = [];
  let at = 0;
  for (const found of text.matchAll(MARKED)) {
    pieces.push({ kind: 'plain', text: unescaped(text.slice(at, found.index)) }, pieceOf(found.groups ?? {}));
    at = found.index + found[0].length;
  }
  return [...pieces, { kind: 'plain', text: unescaped(text.slice(at)) }];
}

function pieceOf({ block, code, target, label, bold, italic }: Readonly<Record<string, string | undefined>>): Piece {
  if (block !== undefined) return { kind: 'block', text: unescaped(block).trim(), language: '' };
  if (code !== undefined) return { kind: 'code', text: unescaped(code) };
  if (bold !== undefined) return { kind: 'bold', text: unescaped(bold) };
  if (italic !== undefined) return { kind: 'italic', text: unescaped(italic) };
  const address = unescaped(target ?? '');
  if (address.startsWith('@')) return { kind: 'person', text: `@${label || address.slice(1)}` };
  if (address.startsWith('#')) return { kind: 'plain', text: `#${label || address.slice(1)}` };
  if (address.startsWith('!')) return { kind: 'person', text: `@${address.slice(1)}` };
  return label ? { kind: 'link', text: unescaped(label), address } : { kind: 'plain', text: address };
}

/** Slack escapes these three only. */
const unescaped = (text: string): string =>
  text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
