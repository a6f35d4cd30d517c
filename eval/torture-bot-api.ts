import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';
import { setTimeout as sleep } from 'node:timers/promises';
import { groupBy } from '../src/core/text/group-by.ts';

/**
 * A Bot API server for `npm run torture -- --processes`. It delivers updates as Telegram does, and checks the messages
 * that it gets.
 */
export interface BotApi {
  /** The value of `TELEGRAM_API_ROOT` for a process, by which it is recognised. */
  readonly rootOf: (at: number) => string;
  /** Ports to which updates are delivered at random, as behind a proxy. */
  readonly deliverTo: (ports: readonly number[]) => void;
  /** Says something in a chat. @param person who says it in a group. Default: a new person each time */
  readonly say: (chat: number, text: string, person?: number) => void;
  /** Number of updates whose text begins so. */
  readonly said: (start?: string) => number;
  /** Questions without an answer that must get one. */
  readonly unanswered: () => readonly string[];
  /** Number of questions in groups without an answer, which is left out if it would come too late. */
  readonly leftOut: () => number;
  /** Milliseconds since the last message was sent. */
  readonly silence: () => number;
  readonly repeated: () => number;
  /** Number of processes that have made a call. */
  readonly seen: () => number;
  readonly lastSender: () => number;
  /** How often a message came from another process than the one before. */
  readonly handovers: () => number;
  /** The next process but this one that sends something; undefined if none does in that time. */
  readonly nextSender: (than: number, ms: number) => Promise<number | undefined>;
  readonly problems: () => string[];
  readonly close: () => Promise<void>;
}

export const TOKEN = '1:token-of-the-torture';
export const WEBHOOK = { path: '/telegram', secret: 'long_enough-to-serve' };
const ME = {
  id: 1,
  is_bot: true,
  first_name: 'B',
  username: 'torture_bot',
  can_join_groups: true,
  can_read_all_group_messages: true,
  supports_inline_queries: true,
};
const LIMITS = { perSecond: 30, perChatSecond: 1, perGroupMinute: 20 };
/** Milliseconds by which Telegram may count a message earlier or later than the bot. */
const TOLERATED_MS = 20;
const HOLD_MS = 25_000;
/**
 * Milliseconds after which a message belongs to the backlog (src/bot/moment.ts), less the second to which Telegram
 * rounds.
 */
const OLD_MS = 9000;

interface Update {
  readonly update_id: number;
  readonly message: { readonly message_id: number; readonly chat: { readonly id: number }; readonly text: string };
}

interface Send {
  readonly chat: number;
  readonly asked: number;
  readonly by: number;
  readonly at: number;
}

/** @param before number of updates that were delivered before */
export async function startBotApi(isPolled: boolean, before = 0): Promise<BotApi> {
  const updates: Update[] = [];
  const sends: Send[] = [];
  const faults: string[] = [];
  const seen = new Set<number>();
  /** When each update was said, by its id. */
  const saidAt = new Map<number, number>();
  const chats = new Map<number, Promise<void>>();
  let queue: Update[] = [];
  let ports: readonly number[] = [];
  let poller: { readonly end: () => void } | undefined;
  let isOpen = true;

  const say = (chat: number, text: string, person = 5000 + updates.length): void => {
    const from = { id: chat > 0 ? chat : person, is_bot: false, first_name: 'P', language_code: 'en' };
    const where =
      chat > 0 ? { id: chat, type: 'private', first_name: 'P' } : { id: chat, type: 'supergroup', title: 'G' };
    const number = before + updates.length + 1;
    const entities = text.startsWith('/')
      ? { entities: [{ type: 'bot_command', offset: 0, length: text.split(' ', 1)[0]?.length ?? 0 }] }
      : {};
    const update = {
      update_id: number,
      message: { message_id: number, date: Math.floor(Date.now() / 1000), from, chat: where, text, ...entities },
    };
    updates.push(update);
    saidAt.set(number, performance.now());
    if (isPolled) {
      queue.push(update);
      poller?.end();
    } else
      chats.set(
        chat,
        (chats.get(chat) ?? Promise.resolve()).then(() => deliver(update)),
      );
  };

  /** Delivers as Telegram does: one update of a chat after the other, each until it is accepted. */
  const deliver = async (update: Update): Promise<void> => {
    while (isOpen) {
      const port = ports[Math.floor(Math.random() * ports.length)];
      const response = await fetch(`http://127.0.0.1:${port}${WEBHOOK.path}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'x-telegram-bot-api-secret-token': WEBHOOK.secret },
        body: JSON.stringify(update),
        // A halted process does not accept requests.
        signal: AbortSignal.timeout(2000),
      }).catch(() => undefined);
      if (response?.ok) return;
      await sleep(100);
    }
  };

  const fetched = async (offset: number, response: ServerResponse): Promise<unknown> => {
    // Only the newest of several polls continues; the earlier one gets an error.
    poller?.end();
    queue = queue.filter(({ update_id: id }) => id >= offset);
    if (queue.length === 0) {
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, HOLD_MS);
        const own = {
          end: () => {
            clearTimeout(timer);
            if (poller === own) poller = undefined;
            resolve();
          },
        };
        poller = own;
        response.on('close', own.end);
      });
    }
    return queue.slice(0, 100);
  };

  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const [, at = '', method = ''] = /^\/p(\d+)\/bot[^/]+\/(\w+)$/.exec(request.url ?? '') ?? [];
    const body = JSON.parse((await text(request)) || '{}') as Readonly<Record<string, unknown>>;
    const ok = (result: unknown) =>
      response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify({ ok: true, result }));
    if (method === (isPolled ? 'deleteWebhook' : 'setWebhook') || method === 'getMe') seen.add(Number(at));
    if (method === 'getMe') return void ok(ME);
    if (method === 'getUpdates') return void ok(await fetched(Number(body.offset ?? 0), response));
    if (method === 'getChatMember')
      return void ok({
        status: 'administrator',
        user: ME,
        can_change_info: true,
        can_pin_messages: true,
        is_anonymous: false,
      });
    if (method === 'getMyCommands' || method === 'getChatAdministrators') return void ok([]);
    if (method !== 'sendMessage') return void ok(true);
    const chat = Number(body.chat_id);
    const quoted = (body.reply_parameters as { message_id?: number } | undefined)?.message_id;
    const asked = quoted ?? (chat > 0 ? askedAlone(chat) : Number.NaN);
    sends.push({ chat, asked, by: Number(at), at: performance.now() });
    if (Number.isNaN(asked))
      faults.push(`something was said in ${chat} that answers nothing: ${String(body.text).slice(0, 60)}`);
    ok({
      message_id: 1_000_000 + sends.length,
      date: 1,
      chat: { id: chat, type: chat > 0 ? 'private' : 'supergroup' },
      from: ME,
      text: 'x',
    });
  };
  const server = createServer((request, response) => void answer(request, response).catch(() => response.destroy()));
  server.keepAliveTimeout = 60_000;
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;

  const answered = () => new Set(sends.map(({ asked }) => asked));
  /**
   * The question that a private message answers. As nothing is quoted there, it is the first one without an answer, or
   * the last.
   */
  const askedAlone = (chat: number): number => {
    const own = updates.filter(({ message }) => message.chat.id === chat).map(({ update_id: id }) => id);
    const known = answered();
    return own.find((id) => !known.has(id)) ?? own.at(-1) ?? Number.NaN;
  };
  const missing = (isSpare: boolean) => {
    const known = answered();
    return updates.filter(
      ({ message: { message_id: id, chat, text } }) =>
        !known.has(id) && (chat.id < 0 && !text.startsWith('/')) === isSpare,
    );
  };
  const unanswered = () =>
    missing(false).map(({ message }) => `not answered: ${message.message_id} in ${message.chat.id}: ${message.text}`);
  return {
    rootOf: (at) => `http://127.0.0.1:${port}/p${at}`,
    deliverTo: (next) => {
      ports = next;
    },
    say,
    said: (start = '') => updates.filter(({ message }) => message.text.startsWith(start)).length,
    unanswered,
    leftOut: () => missing(true).length,
    silence: () => performance.now() - (sends.at(-1)?.at ?? 0),
    repeated: () => sends.length - answered().size,
    seen: () => seen.size,
    handovers: () => sends.filter(({ by }, at) => at > 0 && by !== sends[at - 1]?.by).length,
    lastSender: () => sends.at(-1)?.by ?? 0,
    nextSender: async (than, ms) => {
      const from = sends.length;
      for (const end = Date.now() + ms; Date.now() < end; await sleep(20))
        if (sends.slice(from).some(({ by }) => by !== than)) return Date.now();
      return undefined;
    },
    problems: () => [...faults, ...unanswered(), ...problemsOf(sends, saidAt)],
    close: async () => {
      isOpen = false;
      poller?.end();
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

/**
 * Messages out of order in their chat, or faster than Telegram allows. In a group, messages that waited for the next
 * process, or as long as in an outage, come after new ones, the newest first.
 */
function problemsOf(sends: readonly Send[], saidAt: ReadonlyMap<number, number>): string[] {
  const handovers = sends.filter(({ by }, at) => at > 0 && by !== sends[at - 1]?.by).map(({ at }) => at);
  const hasWaited = ({ chat, asked, at }: Send): boolean => {
    const said = saidAt.get(asked) ?? 0;
    return chat < 0 && (at - said > OLD_MS || handovers.some((handover) => handover > said && handover <= at));
  };
  const byChat = groupBy(sends, ({ chat }) => chat);
  const problems: string[] = [];
  const limit = (what: string, list: readonly Send[], most: number, span: number) => {
    const found = mostWithin(
      list.map(({ at }) => at),
      span - TOLERATED_MS,
    );
    if (found > most) problems.push(`${what}: ${found} in ${span} ms`);
  };
  limit('all chats', sends, LIMITS.perSecond, 1000);
  for (const [chat, list] of byChat) {
    limit(`chat ${chat}`, list, LIMITS.perChatSecond, 1000);
    if (chat < 0) limit(`group ${chat}`, list, LIMITS.perGroupMinute, 60_000);
    // Of a message that was sent twice, the first one counts.
    const order = [...new Set(list.filter((one) => !hasWaited(one)).map(({ asked }) => asked))];
    if (order.some((asked, at) => asked < (order[at - 1] ?? 0)))
      problems.push(`chat ${chat} was answered out of order: ${order.join(' ')}`);
  }
  return problems;
}

function mostWithin(times: readonly number[], span: number): number {
  let most = 0;
  for (let first = 0, last = 0; last < times.length; last++) {
    while ((times[last] ?? 0) - (times[first] ?? 0) > span) first++;
    most = Math.max(most, last - first + 1);
  }
  return most;
}
