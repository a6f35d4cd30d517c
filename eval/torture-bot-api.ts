import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';
import { setTimeout as sleep } from 'node:timers/promises';
import { groupBy } from '../src/core/text/group-by.ts';

/**
 * A Bot API server for `npm run torture -- --processes`: it hands updates over as Telegram does, and looks at what is
 * sent.
 */
export interface BotApi {
  /** For `TELEGRAM_API_ROOT` of a process: it is known by that who sends. */
  readonly rootOf: (at: number) => string;
  /** Updates go to one of these at random, as behind a proxy. */
  readonly deliverTo: (ports: readonly number[]) => void;
  /** @param person who says it in a group. Default: another each time */
  readonly say: (chat: number, text: string, person?: number) => void;
  /** How much was said that begins so. */
  readonly said: (start?: string) => number;
  /** Questions that have to be answered and were not. */
  readonly unanswered: () => readonly string[];
  /** Questions of groups without an answer: it is left out if it would come late. */
  readonly leftOut: () => number;
  /** Milliseconds since something was sent. */
  readonly silence: () => number;
  readonly repeated: () => number;
  /** Processes that were heard of. */
  readonly seen: () => number;
  readonly lastSender: () => number;
  /** How often another process sent than the one before. */
  readonly handovers: () => number;
  /** When another one sent something; undefined if none did in that time. */
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
/** The other side may take a message a little earlier or later than the bot thinks. */
const TOLERATED_MS = 20;
const HOLD_MS = 25_000;
/** What is older is of the backlog (src/bot/moment.ts), less the second to which Telegram rounds. */
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

/** @param before updates that others have handed over before */
export async function startBotApi(isPolled: boolean, before = 0): Promise<BotApi> {
  const updates: Update[] = [];
  const sends: Send[] = [];
  const faults: string[] = [];
  const seen = new Set<number>();
  /** When each update was said, by its number. */
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

  /** As Telegram does: one after the other in a chat, again until it is taken. */
  const deliver = async (update: Update): Promise<void> => {
    while (isOpen) {
      const port = ports[Math.floor(Math.random() * ports.length)];
      const response = await fetch(`http://127.0.0.1:${port}${WEBHOOK.path}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'x-telegram-bot-api-secret-token': WEBHOOK.secret },
        body: JSON.stringify(update),
        // A process that is halted takes no request.
        signal: AbortSignal.timeout(2000),
      }).catch(() => undefined);
      if (response?.ok) return;
      await sleep(100);
    }
  };

  const fetched = async (offset: number, response: ServerResponse): Promise<unknown> => {
    // The newest one goes on, and the other is told so.
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
  /** Nothing is quoted in a private chat: an answer is that of the first message without one, or of the last. */
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
 * Messages that were not in order within a chat, and faster than Telegram takes it. In a group, what waited for the
 * next process, or for as long as in an outage, is said after what is new, the newest first.
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
    // Of what was said twice the first time counts.
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
