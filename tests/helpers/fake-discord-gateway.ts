import type { Server } from 'node:http';
import { type WebSocket, WebSocketServer } from 'ws';
import { asSent } from './discord-events.ts';
import type { FakeOptions, Json } from './fake-discord.ts';
import { APPLICATION, BOT, type State } from './fake-discord-rest.ts';

export interface Gateway {
  /** Sends an event; if nobody is connected it waits for a session to resume. */
  readonly dispatch: (event: string, data: Json, shard?: number) => void;
  /** Sessions begun, and sessions resumed, since the beginning. */
  readonly begun: Json[];
  readonly resumed: Json[];
  /** Resolves when a session is begun or resumed again. */
  readonly connected: () => Promise<void>;
  /** Cuts all connections. */
  readonly cut: () => void;
  /** Closes all connections with a code. */
  readonly closeWith: (code: number) => void;
  /** Sends a bare operation. */
  readonly send: (op: number, data: unknown) => void;
  /** Whether heartbeats are acknowledged. */
  acknowledges: boolean;
  /** Whether connections are taken at all. */
  accepts: boolean;
  /** Forgets what it sent: a session cannot be resumed any more. */
  readonly forget: () => void;
  readonly end: () => void;
}

interface Session {
  readonly id: string;
  readonly shard: number;
  readonly sent: Json[];
  sequence: number;
  socket: WebSocket | undefined;
}

const CONTENT = 1 << 15;

export function createGateway(
  server: Server,
  {
    token,
    url,
    state,
    refusesContent = false,
    heartbeatMs = 40_000,
  }: FakeOptions & { readonly token: string; readonly url: string; readonly state: State },
): Gateway {
  const sockets = new WebSocketServer({ noServer: true });
  const sessions = new Map<string, Session>();
  const waiting: (() => void)[] = [];
  const arrived = (): void => {
    for (const resolve of waiting.splice(0)) resolve();
  };
  server.on('upgrade', (request, socket, head) => {
    if (!gateway.accepts) return void socket.destroy();
    sockets.handleUpgrade(request, socket, head, (client) => greet(client));
  });

  function greet(socket: WebSocket): void {
    const send = (payload: Json): void => socket.send(JSON.stringify(payload));
    send({ op: 10, d: { heartbeat_interval: heartbeatMs }, s: null, t: null });
    socket.on('message', (raw) => {
      const { op, d } = JSON.parse((raw as Buffer).toString('utf8'));
      if (op === 1 && gateway.acknowledges) send({ op: 11, d: null, s: null, t: null });
      if (op === 2) identify(socket, d);
      if (op === 6) resume(socket, d);
    });
  }

  function identify(socket: WebSocket, data: Json): void {
    const refusal = data.token !== token ? 4004 : refusesContent && (data.intents & CONTENT) !== 0 ? 4014 : undefined;
    if (refusal !== undefined) {
      socket.close(refusal);
      return;
    }
    const session: Session = {
      id: `session-${gateway.begun.length + 1}`,
      shard: data.shard?.[0] ?? 0,
      sent: [],
      sequence: 0,
      socket,
    };
    sessions.set(session.id, session);
    // A client that ends properly will not resume.
    socket.on('close', (code) => {
      if (code === 1000 || code === 1001) sessions.delete(session.id);
    });
    gateway.begun.push(data);
    const guilds = [...state.guilds.values()];
    emit(session, 'READY', {
      v: 10,
      user: BOT,
      guilds: guilds.map(({ id }) => ({ id, unavailable: true })),
      session_id: session.id,
      resume_gateway_url: url,
      shard: data.shard,
      application: { id: APPLICATION, flags: 0 },
    });
    for (const guild of guilds) emit(session, 'GUILD_CREATE', wholeGuild(guild, state));
    arrived();
  }

  function resume(socket: WebSocket, { session_id: id, seq }: Json): void {
    const session = sessions.get(id);
    if (!session) {
      socket.send(JSON.stringify({ op: 9, d: false, s: null, t: null }));
      return;
    }
    session.socket = socket;
    gateway.resumed.push({ id, seq });
    for (const payload of session.sent.filter(({ s }) => s > seq)) socket.send(JSON.stringify(payload));
    emit(session, 'RESUMED', {});
    arrived();
  }

  function emit(session: Session, event: string, data: Json): void {
    const payload = { op: 0, t: event, s: ++session.sequence, d: data };
    session.sent.push(payload);
    if (session.socket?.readyState === 1) session.socket.send(JSON.stringify(payload));
  }

  const clients = (): WebSocket[] => [...sockets.clients];
  /** Of channels that came later than the servers, by id. */
  const types = new Map<string, number>();
  const typeOf = (id: string): number | undefined => types.get(id) ?? state.channels.get(id)?.type;
  const gateway: Gateway = {
    dispatch: (event, data, shard) => {
      if (event === 'THREAD_CREATE' || event === 'CHANNEL_CREATE') types.set(data?.id, data?.type);
      const newest = [...sessions.values()].filter((session) => shard === undefined || session.shard === shard).at(-1);
      if (newest) emit(newest, event, asSent(event, data, typeOf));
    },
    begun: [],
    resumed: [],
    connected: () => new Promise((resolve) => waiting.push(resolve)),
    cut: () => {
      for (const session of sessions.values()) session.socket = undefined;
      for (const client of clients()) client.terminate();
    },
    closeWith: (code) => {
      for (const session of sessions.values()) session.socket = undefined;
      for (const client of clients()) client.close(code);
    },
    send: (op, data) => {
      for (const client of clients()) client.send(JSON.stringify({ op, d: data, s: null, t: null }));
    },
    acknowledges: true,
    accepts: true,
    forget: () => sessions.clear(),
    end: () => {
      for (const client of clients()) client.terminate();
      sockets.close();
    },
  };
  return gateway;
}

const wholeGuild = (guild: Json, { channels }: State): Json => ({
  ...guild,
  channels: [...channels.values()].filter(({ guild_id: id }) => id === guild.id),
  members: [{ user: BOT, roles: [], joined_at: '2026-01-01T00:00:00.000Z', deaf: false, mute: false }],
  threads: [],
  emojis: [],
  stickers: [],
  features: [],
  presences: [],
  voice_states: [],
  stage_instances: [],
  guild_scheduled_events: [],
  soundboard_sounds: [],
  member_count: 2,
  large: false,
  joined_at: '2026-01-01T00:00:00.000Z',
  preferred_locale: 'en-US',
});
