/**
 * A Bot API server for `npm run bench -- stall`, in a process of its own: it asks private questions all the time,
 * measures how long each waits for its answer, and lets moderators of groups speak.
 */
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { performance } from 'node:perf_hooks';

// Whoever started it may be stopped at any time.
process.once('disconnect', () => process.exit(1));

/** What the bench wants. */
export type Task =
  /** Private questions, one every so many milliseconds, until told to stop. */
  | { readonly kind: 'ask'; readonly every: number; readonly texts: readonly string[] }
  /** No more questions; tells how long each waited as soon as all are answered, or when it is given up. */
  | { readonly kind: 'stop'; readonly patience: number }
  /** A moderator says something in each of these groups, all at once; tells when as many replies came. */
  | { readonly kind: 'say'; readonly said: readonly { readonly group: number; readonly text: string }[] };

/** What came of it. */
export type Report =
  | { readonly kind: 'ready'; readonly port: number }
  /** Milliseconds of each question; one that was not answered has waited until now. */
  | { readonly kind: 'waited'; readonly times: readonly number[]; readonly unanswered: number }
  | { readonly kind: 'said' };

const ME = {
  id: 1,
  is_bot: true,
  first_name: 'B',
  username: 'bench_bot',
  can_join_groups: true,
  can_read_all_group_messages: false,
  supports_inline_queries: false,
};
const MODERATOR = { id: 7, is_bot: false, first_name: 'M', language_code: 'en' };
const BATCH = 100;
let nextUpdate = 1;
let nextMessage = 1;
let queue: { readonly update_id: number }[] = [];
let wake = (): void => undefined;
let asking: NodeJS.Timeout | undefined;
let wanted = 0;
/** When each person asked who still waits. */
const waiting = new Map<number, number>();
let times: number[] = [];

const tell = (report: Report): void => void process.send?.(report);

process.on('message', (task: Task) => {
  if (task.kind === 'ask') ask(task.every, task.texts);
  else if (task.kind === 'stop') void stop(task.patience);
  else say(task.said);
});

function ask(every: number, texts: readonly string[]): void {
  times = [];
  asking = setInterval(() => {
    const id = 1000 + nextUpdate;
    waiting.set(id, performance.now());
    const person = { id, is_bot: false, first_name: 'P', language_code: 'en' };
    handOver({ from: person, chat: { id, type: 'private', first_name: 'P' }, text: texts[nextUpdate % texts.length] });
  }, every);
}

async function stop(patience: number): Promise<void> {
  clearInterval(asking);
  for (const end = performance.now() + patience; waiting.size > 0 && performance.now() < end; )
    await new Promise((resolve) => setTimeout(resolve, 10));
  const unanswered = [...waiting.values()].map((since) => performance.now() - since);
  waiting.clear();
  tell({ kind: 'waited', times: [...times, ...unanswered], unanswered: unanswered.length });
}

function say(said: readonly { readonly group: number; readonly text: string }[]): void {
  wanted = said.length;
  for (const { group, text } of said)
    handOver({ from: MODERATOR, chat: { id: group, type: 'supergroup', title: 'G' }, text });
}

function handOver(message: object): void {
  queue.push({ update_id: nextUpdate++, message: { message_id: nextMessage++, date: 1, ...message } } as {
    update_id: number;
  });
  wake();
}

/** Everybody who speaks in a group is its moderator. */
const administrator = {
  status: 'administrator',
  user: MODERATOR,
  can_change_info: true,
  can_pin_messages: true,
  is_anonymous: false,
};

async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const chunks: Buffer[] = [];
  for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk);
  const method = request.url?.split('/').at(-1) ?? '';
  const body = (chunks.length > 0 ? JSON.parse(Buffer.concat(chunks).toString()) : {}) as {
    readonly offset?: number;
    readonly chat_id?: number;
  };
  const results: Readonly<Record<string, () => unknown>> = {
    getMe: () => ME,
    getChatMember: () => administrator,
    getMyCommands: () => [],
    sendMessage: () => sent(body.chat_id ?? 0),
  };
  const result = method === 'getUpdates' ? await updates(body.offset ?? 0, response) : (results[method]?.() ?? true);
  response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify({ ok: true, result }));
}

async function updates(offset: number, response: ServerResponse): Promise<unknown[]> {
  queue = queue.filter(({ update_id: id }) => id >= offset);
  if (queue.length === 0) {
    await new Promise<void>((resolve) => {
      wake = resolve;
      response.on('close', resolve);
    });
  }
  return queue.slice(0, BATCH);
}

function sent(chat: number): unknown {
  const since = waiting.get(chat);
  if (since !== undefined) times.push(performance.now() - since);
  waiting.delete(chat);
  if (chat < 0 && --wanted === 0) tell({ kind: 'said' });
  return {
    message_id: nextMessage++,
    date: 1,
    chat: { id: chat, type: chat < 0 ? 'supergroup' : 'private' },
    from: ME,
    text: 'x',
  };
}

const server = createServer((request, response) => void answer(request, response).catch(() => response.destroy()));
server.keepAliveTimeout = 60_000;
server.listen(0, '127.0.0.1');
await once(server, 'listening');
const address = server.address();
tell({ kind: 'ready', port: typeof address === 'object' && address ? address.port : 0 });
