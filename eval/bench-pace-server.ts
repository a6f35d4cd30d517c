/**
 * A Bot API server for `npm run bench -- pace`, in a process of its own: it hands over what people say, notes when each
 * is answered, and counts whether the bot keeps to Telegram's limits.
 */
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { performance } from 'node:perf_hooks';

// Whoever started it may be stopped at any time.
process.once('disconnect', () => process.exit(1));

/** What somebody does in a chat. */
export interface Said {
  readonly text: string;
  readonly chat: number;
  readonly user: number;
  readonly thread?: number | undefined;
  /** Milliseconds after the task was given. */
  readonly after: number;
  /** Seconds before that at which it was done, by the platform; default: none. */
  readonly age?: number | undefined;
  /** Default: a message. */
  readonly kind?: 'press' | 'inline' | 'edit' | 'demotion' | undefined;
  /** Of an edit: how many messages before, among those of this bench, the edited one was said. */
  readonly edits?: number | undefined;
}

/** What the bench wants: all this said, and a report after so many milliseconds, or as soon as all is answered. */
export interface Task {
  readonly said: readonly Said[];
  readonly patience: number;
}

/** What came of it. Times are milliseconds. */
export interface Report {
  /** How long each waited for what was said to it, in the order of the task; nothing where nothing was. */
  readonly waits: readonly (number | undefined)[];
  /** Messages that were sent, and changed. */
  readonly sent: number;
  readonly edited: number;
  /** The most in any second, in any second of a chat, and in any minute of a group. */
  readonly perSecond: number;
  readonly chatPerSecond: number;
  readonly groupPerMinute: number;
}

const ME = {
  id: 1,
  is_bot: true,
  first_name: 'B',
  username: 'bench_bot',
  can_join_groups: true,
  can_read_all_group_messages: true,
  supports_inline_queries: true,
};
const BATCH = 100;
/** The other side may take a message a little earlier or later than the bot thinks. */
const TOLERATED_MS = 20;
let nextUpdate = 1;
let nextMessage = 1;
let queue: { readonly update_id: number }[] = [];
let wake = (): void => undefined;
const demoted = new Set<number>();
const asked = new Map<number, { readonly at: number; wait?: number }>();
let sends: { readonly chat: number; readonly at: number }[] = [];
let edits = 0;

process.on('message', (task: Task) => void run(task));

async function run({ said, patience }: Task): Promise<void> {
  const began = performance.now();
  sends = [];
  edits = 0;
  const numbers: number[] = [];
  for (const one of said) {
    await pause(one.after - (performance.now() - began));
    numbers.push(handOver(one));
  }
  const waits = () => numbers.map((number) => asked.get(number)?.wait);
  for (const end = performance.now() + patience; performance.now() < end && waits().includes(undefined); )
    await pause(20);
  const times = [...new Set(sends.map(({ chat }) => chat))].map((chat) => ({
    chat,
    at: sends.filter((one) => one.chat === chat).map(({ at }) => at),
  }));
  const most = (span: number, lists: readonly (readonly number[])[]) =>
    Math.max(0, ...lists.map((list) => mostWithin(list, span - TOLERATED_MS)));
  const report: Report = {
    waits: waits(),
    sent: sends.length,
    edited: edits,
    perSecond: mostWithin(
      sends.map(({ at }) => at),
      1000 - TOLERATED_MS,
    ),
    chatPerSecond: most(
      1000,
      times.map(({ at }) => at),
    ),
    groupPerMinute: most(
      60_000,
      times.filter(({ chat }) => chat < 0).map(({ at }) => at),
    ),
  };
  process.send?.(report);
}

const pause = async (ms: number): Promise<void> =>
  void (ms > 0 && (await new Promise((resolve) => setTimeout(resolve, ms))));

/** @param times ascending */
function mostWithin(times: readonly number[], span: number): number {
  let [most, from] = [0, 0];
  for (const [to, time] of times.entries()) {
    while (time - (times[from] ?? 0) >= span) from += 1;
    most = Math.max(most, to - from + 1);
  }
  return most;
}

/** @returns the message's number */
function handOver({ text, chat: id, user, thread, age = 0, kind, edits: back = 0 }: Said): number {
  const number = nextMessage++;
  const from = { id: user, is_bot: false, first_name: 'P', language_code: 'en' };
  const chat =
    id > 0
      ? { id, type: 'private', first_name: 'P' }
      : { id, type: 'supergroup', title: 'G', ...(thread === undefined ? {} : { is_forum: true }) };
  const date = Math.floor(Date.now() / 1000 - age);
  const message = {
    message_id: number,
    date,
    from,
    chat,
    text,
    ...(thread === undefined ? {} : { message_thread_id: thread, is_topic_message: true }),
  };
  asked.set(number, { at: performance.now() });
  const member = (status: string) => ({
    status,
    user: from,
    can_change_info: true,
    can_pin_messages: true,
    is_anonymous: false,
  });
  const updates = {
    message: () => ({ message }),
    press: () => ({
      callback_query: { id: String(number), from, chat_instance: '1', data: text, message: { ...message, from: ME } },
    }),
    inline: () => ({ inline_query: { id: String(number), from, query: text, offset: '' } }),
    edit: () => ({ edited_message: { ...message, message_id: number - back, edit_date: date } }),
    demotion: () => ({
      chat_member: { chat, from, date, old_chat_member: member('administrator'), new_chat_member: member('member') },
    }),
  };
  if (kind === 'demotion') demoted.add(user);
  queue.push({ update_id: nextUpdate++, ...updates[kind ?? 'message']() });
  wake();
  return number;
}

interface Body {
  readonly offset?: number;
  readonly chat_id?: number;
  readonly user_id?: number;
  readonly reply_parameters?: { readonly message_id: number };
}

async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const chunks: Buffer[] = [];
  for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk);
  const method = request.url?.split('/').at(-1) ?? '';
  const body = (chunks.length > 0 ? JSON.parse(Buffer.concat(chunks).toString()) : {}) as Body;
  const results: Readonly<Record<string, () => unknown>> = {
    getMe: () => ME,
    // Who is not demoted moderates.
    getChatMember: () => ({
      status: demoted.has(body.user_id ?? 0) ? 'member' : 'administrator',
      user: { id: body.user_id },
      can_change_info: true,
      can_pin_messages: true,
      is_anonymous: false,
    }),
    getMyCommands: () => [],
    sendMessage: () => sent(body),
    editMessageText: () => {
      edits += 1;
      return true;
    },
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

function sent({ chat_id: chat = 0, reply_parameters: reply }: Body): unknown {
  const at = performance.now();
  sends.push({ chat, at });
  const question = asked.get(reply?.message_id ?? 0);
  if (question) question.wait ??= at - question.at;
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
process.send?.(typeof address === 'object' && address ? address.port : 0);
