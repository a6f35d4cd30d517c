/**
 * A Discord for `npm run bench -- discord` and `stall`, in a process of its own so that its work is not counted as the bot's. It is
 * told how many questions to ask, asks so many at once, and tells when all were answered; or how many messages are deleted.
 */
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { type WebSocket, WebSocketServer } from 'ws';

interface Task {
  readonly count: number;
  readonly texts: readonly string[];
}

const APPLICATION = '100000000000000001';
const GUILD = '200000000000000001';
const BOT = { id: APPLICATION, username: 'B', discriminator: '0', avatar: null, bot: true };
const AT_ONCE = 20;
let socket: WebSocket | undefined;
let sequence = 0;
let last = 1_000_000_000_000_000_000n;
let task: Task = { count: 0, texts: [] };
let asked = 0;
let answered = 0;

process.on('message', (next: Task | { readonly deletions: number }) => {
  if ('deletions' in next) return remove(next.deletions);
  task = next;
  [asked, answered] = [0, 0];
  for (let at = 0; at < AT_ONCE; at++) ask();
});

/** Each person in a channel of their own: what was answered there just now would not be answered again. */
function ask(): void {
  if (asked >= task.count) return;
  const id = String(++last);
  const user = { id, username: 'p', discriminator: '0', avatar: null, global_name: null };
  const options = [{ name: 'question', type: 3, value: task.texts[asked++ % task.texts.length] }];
  const member = { user, roles: [], permissions: '1024', joined_at: '2026-01-01T00:00:00.000Z', deaf: false, mute: false, flags: 0 };
  const channel = { id, type: 0, guild_id: GUILD, name: 'c' };
  dispatch('INTERACTION_CREATE', {
    id,
    application_id: APPLICATION,
    token: `t${id}`,
    version: 1,
    type: 2,
    locale: 'en-US',
    guild_id: GUILD,
    guild_locale: 'en-US',
    channel_id: id,
    channel,
    member,
    app_permissions: '0',
    entitlements: [],
    authorizing_integration_owners: {},
    context: 0,
    attachment_size_limit: 1,
    data: { id: '1', type: 1, name: 'ask', options },
  });
}

/** As a moderator clears channels: a hundred at once. */
function remove(count: number): void {
  for (let at = 0; at < count; at += 100) {
    const ids = Array.from({ length: Math.min(100, count - at) }, () => String(++last));
    dispatch('MESSAGE_DELETE_BULK', { ids, channel_id: GUILD, guild_id: GUILD });
  }
}

const dispatch = (event: string, data: unknown): void => socket?.send(JSON.stringify({ op: 0, t: event, s: ++sequence, d: data }));

async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const chunks: Buffer[] = [];
  for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk);
  const { pathname, searchParams } = new URL(request.url ?? '', 'http://x');
  if (!pathname.endsWith('/callback'))
    return reply(response, pathname.endsWith('/gateway/bot') ? { url, shards: 1, session_start_limit: { total: 1000, remaining: 1000, reset_after: 0, max_concurrency: 1 } } : []);
  const { data } = JSON.parse(Buffer.concat(chunks).toString()) as { readonly data: object };
  const message = {
    id: String(++last),
    channel_id: '1',
    type: 20,
    author: BOT,
    content: '',
    timestamp: '2026-01-01T00:00:00.000Z',
    edited_timestamp: null,
    tts: false,
    mention_everyone: false,
    mentions: [],
    mention_roles: [],
    attachments: [],
    embeds: [],
    pinned: false,
    ...data,
  };
  if (searchParams.get('with_response') === 'true') reply(response, { interaction: { id: '1', type: 2 }, resource: { type: 4, message } });
  else response.writeHead(204).end();
  ask();
  if (++answered === task.count) process.send?.('done');
}

const reply = (response: ServerResponse, body: unknown): void => void response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(body));

function greet(client: WebSocket): void {
  client.send(JSON.stringify({ op: 10, d: { heartbeat_interval: 40_000 }, s: null, t: null }));
  client.on('message', (raw) => {
    const { op } = JSON.parse((raw as Buffer).toString()) as { readonly op: number };
    if (op === 1) client.send(JSON.stringify({ op: 11, d: null, s: null, t: null }));
    if (op !== 2) return;
    socket = client;
    dispatch('READY', { v: 10, user: BOT, guilds: [], session_id: 's', resume_gateway_url: url, application: { id: APPLICATION, flags: 0 } });
    process.send?.('ready');
  });
}

const server = createServer((request, response) => void answer(request, response).catch(() => response.destroy()));
server.keepAliveTimeout = 60_000;
new WebSocketServer({ server }).on('connection', greet);
server.listen(0, '127.0.0.1');
await once(server, 'listening');
const address = server.address();
const port = typeof address === 'object' && address ? address.port : 0;
const url = `ws://127.0.0.1:${port}`;
process.send?.(port);
