import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';

/** A message that Telegram accepted from the bot. */
export interface Taken {
  /** Milliseconds. */
  readonly at: number;
  readonly chat: number;
  /** The message that it replies to; 0 if there is none. */
  readonly to: number;
  readonly text: string;
}

/** Trouble with Telegram's calls during some time. */
interface Trouble {
  readonly from: number;
  readonly until: number;
  /** 502: no call is accepted. 429: no message is accepted, and the response says for how long. */
  readonly code: 429 | 502;
}

/** A Bot API server in this process, which has the bot's clock. */
export interface PaceServer {
  readonly root: string;
  readonly taken: readonly Taken[];
  /** Number of calls that were received, and of those that were answered. */
  readonly activity: () => number;
  readonly deliver: (message: object) => void;
  readonly trouble: (trouble: Trouble) => void;
  readonly close: () => void;
}

const ME = { id: 1, is_bot: true, first_name: 'B', username: 'bench_bot', can_join_groups: true };
/** Id of a person who moderates every group. */
export const MODERATOR = 2;

export async function startPaceServer(): Promise<PaceServer> {
  const taken: Taken[] = [];
  let queue: { readonly update_id: number }[] = [];
  let [updates, activity] = [0, 0];
  let trouble: Trouble | undefined;
  let wake = (): void => undefined;

  const troubleNow = (method: string): Trouble | undefined => {
    const now = Date.now();
    const isOn = trouble !== undefined && now >= trouble.from && now < trouble.until;
    return isOn && (trouble?.code === 502 || method === 'sendMessage') ? trouble : undefined;
  };

  const updatesFrom = async (offset: number, seconds: number): Promise<unknown> => {
    queue = queue.filter(({ update_id: id }) => id >= offset);
    if (queue.length === 0)
      await new Promise<void>((resolve) => {
        wake = resolve;
        setTimeout(resolve, seconds * 1000);
      });
    return queue.slice(0, 100);
  };

  const send = (body: Body): unknown => {
    const chat = Number(body.chat_id);
    taken.push({ at: Date.now(), chat, to: body.reply_parameters?.message_id ?? 0, text: body.text ?? '' });
    return {
      message_id: 1_000_000 + taken.length,
      date: 1,
      chat: { id: chat, type: 'supergroup', title: 'G' },
      from: ME,
    };
  };

  const results: Readonly<Record<string, (body: Body) => unknown>> = {
    getMe: () => ME,
    getMyCommands: () => [],
    getChatAdministrators: () => [],
    getChatMember: ({ user_id: id }) => ({
      status: id === MODERATOR ? 'creator' : 'member',
      user: { id, is_bot: false, first_name: 'P' },
    }),
    getUpdates: ({ offset = 0, timeout = 0 }) => updatesFrom(offset, timeout),
    sendMessage: send,
  };

  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    activity++;
    const body = JSON.parse((await text(request)) || '{}') as Body;
    const method = request.url?.split('/').at(-1) ?? '';
    const found = troubleNow(method);
    const result = found ? undefined : ((await results[method]?.(body)) ?? true);
    activity++;
    response
      .writeHead(found?.code ?? 200, { 'content-type': 'application/json' })
      .end(JSON.stringify(found ? refusal(found) : { ok: true, result }));
  };

  const server = createServer((request, response) => void answer(request, response).catch(() => response.destroy()));
  server.keepAliveTimeout = 0;
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  return {
    root: `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`,
    taken,
    activity: () => activity,
    deliver: (message) => {
      activity++;
      queue.push({ update_id: ++updates, message } as { update_id: number });
      wake();
    },
    trouble: (next) => {
      trouble = next;
    },
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

interface Body {
  readonly chat_id?: number;
  readonly user_id?: number;
  readonly offset?: number;
  readonly timeout?: number;
  readonly text?: string;
  readonly reply_parameters?: { readonly message_id?: number };
}

const refusal = ({ code, until }: Trouble): object => ({
  ok: false,
  error_code: code,
  description: code === 429 ? 'Too Many Requests' : 'Bad Gateway',
  ...(code === 429 ? { parameters: { retry_after: Math.ceil((until - Date.now()) / 1000) } } : {}),
});
