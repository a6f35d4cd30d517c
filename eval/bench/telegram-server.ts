/**
 * A Bot API server for `npm run bench -- telegram`, in a process of its own, so that its work is not counted as the
 * bot's. It takes the number of updates to hand out, and reports when as many messages were sent.
 */
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';

// The process that started this one may be stopped at any time.
process.once('disconnect', () => process.exit(1));

interface Task {
  readonly count: number;
  readonly texts: readonly string[];
}

/** Bots that share a store need different ids, and so do the people who write to them. */
const ME = {
  id: process.pid,
  is_bot: true,
  first_name: 'B',
  username: 'bench_bot',
  can_join_groups: true,
  can_read_all_group_messages: false,
  supports_inline_queries: false,
};
const BATCH = 100;
let nextUpdate = 1;
let queue: unknown[] = [];
let wanted = 0;
let sent = 0;
let wake = (): void => undefined;

process.on('message', ({ count, texts }: Task) => {
  sent = 0;
  wanted = count;
  queue = Array.from({ length: count }, () => updateFor(nextUpdate++, texts));
  wake();
});

function updateFor(id: number, texts: readonly string[]): { update_id: number } {
  const person = { id: process.pid * 1_000_000 + id, is_bot: false, first_name: 'P', language_code: 'en' };
  return {
    update_id: id,
    message: {
      message_id: id,
      date: 1,
      from: person,
      chat: { id: person.id, type: 'private', first_name: 'P' },
      text: texts[id % texts.length],
    },
  } as { update_id: number };
}

async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const method = request.url?.split('/').at(-1);
  const body = JSON.parse((await text(request)) || '{}') as {
    readonly offset?: number;
    readonly chat_id?: number;
  };
  const result =
    method === 'getUpdates'
      ? await updates(body.offset ?? 0, response)
      : method === 'getMe'
        ? ME
        : method === 'sendMessage'
          ? message(body.chat_id ?? 0)
          : method === 'getMyCommands'
            ? []
            : true;
  response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify({ ok: true, result }));
}

async function updates(offset: number, response: ServerResponse): Promise<unknown[]> {
  queue = queue.filter((update) => (update as { update_id: number }).update_id >= offset);
  if (queue.length === 0) {
    await new Promise<void>((resolve) => {
      wake = resolve;
      response.on('close', resolve);
    });
  }
  return queue.slice(0, BATCH);
}

function message(chat: number): unknown {
  sent++;
  if (sent === wanted) process.send?.('done');
  return { message_id: sent, date: 1, chat: { id: chat, type: 'private' }, from: ME, text: 'x' };
}

const server = createServer((request, response) => void answer(request, response).catch(() => response.destroy()));
server.keepAliveTimeout = 60_000;
server.listen(0, '127.0.0.1');
await once(server, 'listening');
const address = server.address();
process.send?.(typeof address === 'object' && address ? address.port : 0);
