/**
 * A Discord for `npm run bench -- discord`, `servers` and `stall`, in a process of its own, so that its work is not
 * counted as the bot's. It takes these tasks:
 * - ask a number of questions, several at once, and report when all are answered;
 * - ask each question in a server of its own at once, and report the milliseconds to each first answer;
 * - delete a number of messages;
 * - ask one question after the other at a pace, and report when each was acknowledged and which were answered.
 * The bot is in as many servers as the first argument says, with 30 channels and 15 roles each.
 */
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';
import { setTimeout as sleep } from 'node:timers/promises';
import { type WebSocket, WebSocketServer } from 'ws';
import { guildAt } from './guild.ts';

// The process that started this one may be stopped at any time.
process.once('disconnect', () => process.exit(1));

interface Task {
  readonly count: number;
  readonly texts: readonly string[];
}

/** Questions in one server after the other, at a pace that does not wait for answers. */
export interface Paced {
  readonly paced: readonly { readonly text: string; readonly locale: string }[];
  /** Milliseconds between two questions. */
  readonly every: number;
  /** Milliseconds that answers may take after the last question. */
  readonly patience: number;
}

/** The results of paced questions. */
export interface PacedResult {
  /** Milliseconds until each was acknowledged; undefined for those that never were. */
  readonly acknowledged: readonly (number | undefined)[];
  /** How many were answered in the end, and not only acknowledged. */
  readonly answered: number;
}

const APPLICATION = '100000000000000001';
const GUILD = guildAt(0);
const BOT = { id: APPLICATION, username: 'B', discriminator: '0', avatar: null, bot: true };
const AT_ONCE = 20;
let socket: WebSocket | undefined;
let sequence = 0;
let last = 1_000_000_000_000_000_000n;
let task: Task = { count: 0, texts: [] };
let asked = 0;
let answered = 0;
const servers = Number(process.argv[2] ?? 0);
/** When each of the questions that were asked at once was sent, by its id. */
const pending = new Map<string, number>();
let times: number[] = [];

process.on(
  'message',
  (next: Task | { readonly deletions: number } | { readonly atOnce: readonly string[] } | Paced) => {
    if ('deletions' in next) return remove(next.deletions);
    if ('paced' in next) return void askPaced(next);
    if ('atOnce' in next) {
      times = [];
      for (const [at, text] of next.atOnce.entries()) pending.set(askIn(guildAt(at), text), performance.now());
      return;
    }
    task = next;
    [asked, answered] = [0, 0];
    for (let at = 0; at < AT_ONCE; at++) ask();
  },
);

/** Asks a question in a channel of its own: an answer that was just given in a channel is not repeated there. */
function ask(): void {
  if (asked < task.count) askIn(GUILD, task.texts[asked++ % task.texts.length] ?? '');
}

/** When each interaction of paced questions was acknowledged, and which were answered. */
const [acknowledged, replied] = [new Map<string, number>(), new Set<string>()];

async function askPaced({ paced, every, patience }: Paced): Promise<void> {
  const began = performance.now();
  const asked: { readonly id: string; readonly at: number }[] = [];
  for (const [at, { text, locale }] of paced.entries()) {
    await sleep(Math.max(0, began + at * every - performance.now()));
    asked.push({ at: performance.now(), id: askIn(guildAt(at % Math.max(1, servers)), text, locale) });
  }
  await sleep(patience);
  process.send?.({
    acknowledged: asked.map(({ id, at }) => {
      const then = acknowledged.get(id);
      return then === undefined ? undefined : then - at;
    }),
    answered: asked.filter(({ id }) => replied.has(id)).length,
  } satisfies PacedResult);
}

/** @returns the id of the interaction */
function askIn(guild: string, text: string, locale = 'en-US'): string {
  const id = String(++last);
  const user = { id, username: 'p', discriminator: '0', avatar: null, global_name: null };
  const options = [{ name: 'question', type: 3, value: text }];
  const member = {
    user,
    roles: [],
    permissions: '1024',
    joined_at: '2026-01-01T00:00:00.000Z',
    deaf: false,
    mute: false,
    flags: 0,
  };
  const channel = { id, type: 0, guild_id: guild, name: 'c' };
  dispatch('INTERACTION_CREATE', {
    id,
    application_id: APPLICATION,
    token: `t${id}`,
    version: 1,
    type: 2,
    locale,
    guild_id: guild,
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
  return id;
}

/** A server as Discord's gateway describes it. */
function serverAt(at: number): object {
  const id = guildAt(at);
  const within = (number: number): string => String(BigInt(id) + BigInt(number));
  const roles = Array.from({ length: 15 }, (_, role) => ({
    id: role === 0 ? id : within(role),
    name: `role ${role}`,
    permissions: '1071698660929',
    position: role,
    color: 0,
    colors: {},
    hoist: false,
    managed: false,
    mentionable: false,
    flags: 0,
  }));
  const channels = Array.from({ length: 30 }, (_, channel) => ({
    id: within(100 + channel),
    type: 0,
    name: `channel-${channel}`,
    topic: `What channel ${channel} of server ${at} is about`,
    position: channel,
    parent_id: null,
    nsfw: false,
    rate_limit_per_user: 0,
    last_message_id: within(500),
    flags: 0,
    permission_overwrites: [
      { id, type: 0, allow: '1024', deny: '0' },
      { id: within(1), type: 0, allow: '2048', deny: '0' },
    ],
  }));
  const member = { user: BOT, roles: [], joined_at: '2026-01-01T00:00:00.000Z', deaf: false, mute: false, flags: 0 };
  const nothing = {
    threads: [],
    emojis: [],
    stickers: [],
    features: [],
    voice_states: [],
    presences: [],
    stage_instances: [],
    guild_scheduled_events: [],
    soundboard_sounds: [],
  };
  return {
    id,
    name: `Server ${at}`,
    owner_id: '1',
    preferred_locale: 'en-US',
    joined_at: '2026-01-01T00:00:00.000Z',
    member_count: 500,
    large: true,
    unavailable: false,
    roles,
    channels,
    members: [member],
    ...nothing,
  };
}

/** Deletes messages as a moderator does who clears a channel: a hundred at once. */
function remove(count: number): void {
  for (let at = 0; at < count; at += 100) {
    const ids = Array.from({ length: Math.min(100, count - at) }, () => String(++last));
    dispatch('MESSAGE_DELETE_BULK', { ids, channel_id: GUILD, guild_id: GUILD });
  }
}

const dispatch = (event: string, data: unknown): void =>
  socket?.send(JSON.stringify({ op: 0, t: event, s: ++sequence, d: data }));

async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const body = await text(request);
  const { pathname, searchParams } = new URL(request.url ?? '', 'http://x');
  if (pathname.endsWith('/gateway/bot'))
    return reply(response, {
      url,
      shards: 1,
      session_start_limit: { total: 1000, remaining: 1000, reset_after: 0, max_concurrency: 1 },
    });
  // An answer to a deferred interaction. Tokens of interactions end with their ids.
  const later = /\/webhooks\/\d+\/t(\d+)/.exec(pathname)?.[1];
  if (later !== undefined) {
    replied.add(later);
    return reply(response, messageOf({}));
  }
  if (!pathname.endsWith('/callback')) return reply(response, []);
  const { data, type } = JSON.parse(body) as { readonly data: object; readonly type: number };
  const id = idIn(pathname);
  acknowledged.set(id, performance.now());
  if (type === CHANNEL_MESSAGE) replied.add(id);
  const message = messageOf(data);
  if (searchParams.get('with_response') === 'true')
    reply(response, { interaction: { id: '1', type: 2 }, resource: { type: 4, message } });
  else response.writeHead(204).end();
  const began = pending.get(id);
  if (began !== undefined) return told(id, performance.now() - began);
  ask();
  if (++answered === task.count) process.send?.('done');
}

/** Type of a callback that answers, and does not only acknowledge. */
const CHANNEL_MESSAGE = 4;

function messageOf(data: object): object {
  return {
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
}

const idIn = (pathname: string): string => pathname.split('/interactions/')[1]?.split('/')[0] ?? '';

function told(id: string, ms: number): void {
  pending.delete(id);
  times.push(ms);
  if (pending.size === 0) process.send?.({ times });
}

const reply = (response: ServerResponse, body: unknown): void =>
  void response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(body));

function greet(client: WebSocket): void {
  client.send(JSON.stringify({ op: 10, d: { heartbeat_interval: 40_000 }, s: null, t: null }));
  client.on('message', (raw) => {
    const { op } = JSON.parse((raw as Buffer).toString()) as { readonly op: number };
    if (op === 1) client.send(JSON.stringify({ op: 11, d: null, s: null, t: null }));
    if (op !== 2) return;
    socket = client;
    dispatch('READY', {
      v: 10,
      user: BOT,
      guilds: Array.from({ length: servers }, (_, at) => ({ id: guildAt(at), unavailable: true })),
      session_id: 's',
      resume_gateway_url: url,
      application: { id: APPLICATION, flags: 0 },
    });
    for (let at = 0; at < servers; at++) dispatch('GUILD_CREATE', serverAt(at));
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
