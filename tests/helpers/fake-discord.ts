import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { problemsIn } from '../../eval/check-discord.ts';
import { type Contract, openContract } from './discord-contract.ts';
import { createGateway, type Gateway } from './fake-discord-gateway.ts';
import { answerCall, createState, type State } from './fake-discord-rest.ts';

/** A call that the bot made. */
export interface Call {
  readonly method: string;
  /** Without the version. */
  readonly path: string;
  readonly query: URLSearchParams;
  readonly body: Json;
  readonly authorization: string | undefined;
}

// biome-ignore lint/suspicious/noExplicitAny: bodies are looked into by tests, which know what they expect
export type Json = any; // oxlint-disable-line typescript/no-explicit-any

/** Answer instead, for the next call that matches. */
export interface Override {
  readonly matches: (call: Call) => boolean;
  /** Also for so many calls after it. Default: 1. */
  times: number;
  readonly status: number;
  readonly body?: object;
  readonly headers?: Readonly<Record<string, string>>;
  /** Does what was asked before it answers so: a response that is lost on the way. */
  readonly afterwards?: boolean;
  /** Ends the connection without an answer. */
  readonly drop?: boolean;
}

export interface FakeDiscord {
  /** For DISCORD_API_URL. */
  readonly apiUrl: string;
  /** Begins the addresses of files. */
  readonly filesUrl: string;
  readonly calls: Call[];
  readonly state: State;
  readonly gateway: Gateway;
  readonly contract: Contract | undefined;
  /** Faults of calls: against the document, or a message that could ping. */
  readonly problems: string[];
  readonly override: (override: Omit<Override, 'times'> & { times?: number }) => void;
  /** Forgets all overrides. */
  readonly clear: () => void;
  readonly close: () => Promise<void>;
}

/** Begins the paths of files: no calls of the API. */
const FILES = '/cdn/';

export interface FakeOptions {
  readonly token?: string;
  /** Closes with 4014 if the intent for message content is asked for. */
  readonly refusesContent?: boolean;
  readonly shards?: number;
  readonly heartbeatMs?: number;
}

/** A Discord of the tests' own: REST and gateway on a free port of this machine. */
export async function fakeDiscord(options: FakeOptions = {}): Promise<FakeDiscord> {
  const calls: Call[] = [];
  const problems: string[] = [];
  const overrides: Override[] = [];
  const contract = await openContract();
  const state = createState();
  const token = options.token ?? 'token.of.tests';
  const server = createServer(
    (request, response) => void serve(request, response).catch((error: unknown) => response.destroy(error as Error)),
  );
  // On a busy machine a second of both ends may take long: a call on a connection that is just being closed is made
  // twice.
  server.keepAliveTimeout = 120_000;
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const gateway = createGateway(server, { token, url: `ws://127.0.0.1:${port}`, state, ...options });

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (request.url?.startsWith(FILES)) return void response.end(`file ${request.url.slice(FILES.length)}`);
    const call = await readCall(request);
    calls.push(call);
    problems.push(...checked(call, contract));
    const override = overrides.find(({ matches }) => matches(call));
    if (override && --override.times <= 0) overrides.splice(overrides.indexOf(override), 1);
    if (override?.afterwards)
      answerCall(state, call, { token, url: `ws://127.0.0.1:${port}`, shards: options.shards ?? 1 });
    if (override?.drop) return void request.socket.destroy();
    const {
      status,
      body,
      headers = {},
    } = override ?? answerCall(state, call, { token, url: `ws://127.0.0.1:${port}`, shards: options.shards ?? 1 });
    response
      .writeHead(status, { ...(body === undefined ? {} : { 'content-type': 'application/json' }), ...headers })
      .end(body === undefined ? undefined : JSON.stringify(body));
  }

  return {
    apiUrl: `http://127.0.0.1:${port}/api`,
    filesUrl: `http://127.0.0.1:${port}${FILES}`,
    calls,
    state,
    gateway,
    contract,
    problems,
    override: (override) => overrides.push({ times: 1, ...override }),
    clear: () => void overrides.splice(0),
    close: async () => {
      gateway.end();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

async function readCall(request: IncomingMessage): Promise<Call> {
  const raw = await buffer(request);
  const { pathname, searchParams } = new URL(request.url ?? '', 'http://fake');
  return {
    method: request.method ?? 'GET',
    path: pathname.replace(/^\/api\/v10/, ''),
    query: searchParams,
    body: await bodyOf(raw, request.headers['content-type']),
    authorization: request.headers.authorization,
  };
}

/** Files by their names, and what is in them. */
async function bodyOf(raw: Buffer, type: string | undefined): Promise<Json> {
  if (raw.length === 0) return undefined;
  if (!type?.startsWith('multipart/form-data')) return JSON.parse(raw.toString('utf8'));
  const form = await new Response(new Uint8Array(raw), { headers: { 'content-type': type } }).formData();
  const files = [...form.entries()].filter(([name]) => name.startsWith('files'));
  return {
    ...JSON.parse((form.get('payload_json') as string | null) ?? '{}'),
    files: files.map(([, file]) => (file as File).name),
    texts: await Promise.all(files.map(([, file]) => (file as File).text())),
  };
}

function checked(call: Call, contract: Contract | undefined): string[] {
  // A question for the time is no call of the API.
  if (call.method === 'HEAD') return [];
  const wrong = contract?.check({ ...call, path: `/api/v10${call.path}`, body: withoutFiles(call.body) }) ?? [];
  return [...wrong, ...pinging(call), ...problemsIn(call.method, call.path, withoutFiles(call.body) ?? {})].map(
    (problem) => `${call.method} ${call.path}: ${problem}`,
  );
}

const withoutFiles = (body: Json): Json => {
  if (typeof body !== 'object' || body === null || !('files' in body)) return body;
  const { files: _files, texts: _texts, ...rest } = body;
  return rest;
};

/** Every message says that it pings nobody, but for the one member whom it calls by name. */
function pinging({ method, path, body }: Call): string[] {
  const isCallback = path.endsWith('/callback');
  const isMessage =
    (/^\/channels\/\d+\/messages(\/\d+)?$/.test(path) && ['POST', 'PATCH'].includes(method)) ||
    (/^\/webhooks\//.test(path) && !['GET', 'DELETE'].includes(method)) ||
    (isCallback && [4, 5, 7].includes(body?.type));
  if (!isMessage) return [];
  const { components, allowed_mentions: allowed } = (isCallback ? body?.data : body) ?? {};
  const { users = [], roles = [], ...rest } = allowed ?? {};
  // The one member whom a message calls may be told of it, or the one role that helps.
  const isQuiet =
    JSON.stringify(rest) === '{"parse":[],"replied_user":false}' &&
    users.length + roles.length <= 1 &&
    users.every((user: string) => components?.[0]?.content === `<@${user}>`) &&
    roles.every((role: string) => components?.[0]?.content === `<@&${role}>`);
  return isQuiet ? [] : [`may ping: allowed_mentions ${JSON.stringify(allowed)}`];
}
