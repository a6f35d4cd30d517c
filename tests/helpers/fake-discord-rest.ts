import type { Call, Json } from './fake-discord.ts';

/** State of the fake Discord. */
export interface State {
  readonly id: () => string;
  /** By channel and id. */
  readonly messages: Map<string, Json>;
  readonly guilds: Map<string, Json>;
  readonly channels: Map<string, Json>;
  /** By `guild user`. */
  readonly members: Map<string, Json>;
  commands: Json[];
  /** Commands of one server, by its id. */
  readonly guildCommands: Map<string, Json[]>;
  readonly auditLog: Json[];
  readonly pinned: string[];
  /** First answers, by interaction id. */
  readonly callbacks: Map<string, Json>;
  /** Messages that answer an interaction, by its token. */
  readonly originals: Map<string, Json>;
  readonly nonces: Map<string, Json>;
}

export const APPLICATION = '100000000000000001';
export const BOT = { id: APPLICATION, username: 'Wenda', discriminator: '0', avatar: null, bot: true };
export const GUILD = '200000000000000001';
export const CHANNEL = '300000000000000001';
export const FORUM = '300000000000000002';
const OWNER = '400000000000000001';
/** The part of its own application that the bot may read. */
const OWN_APPLICATION = {
  id: APPLICATION,
  name: 'Wenda',
  icon: null,
  description: '',
  type: null,
  verify_key: 'ab'.repeat(32),
  flags: 1 << 19,
  redirect_uris: [],
  interactions_endpoint_url: null,
  bot: BOT,
};

export function createState(): State {
  let last = 1_000_000_000_000_000_000n;
  const roles = [
    { id: GUILD, name: '@everyone', permissions: '1024', position: 0 },
    { id: '500000000000000002', name: 'Wenda', permissions: '1024', position: 2, tags: { bot_id: APPLICATION } },
    { id: '500000000000000001', name: 'mods', permissions: '8192', position: 1 },
  ];
  const channels = [
    { id: CHANNEL, type: 0, guild_id: GUILD, name: 'general', permission_overwrites: [] },
    { id: FORUM, type: 15, guild_id: GUILD, name: 'help', permission_overwrites: [] },
  ];
  return {
    id: () => String(++last),
    messages: new Map(),
    guilds: new Map([[GUILD, { id: GUILD, name: 'Test server', owner_id: OWNER, roles }]]),
    channels: new Map(channels.map((channel) => [channel.id, channel])),
    members: new Map(),
    commands: [],
    guildCommands: new Map(),
    auditLog: [],
    pinned: [],
    callbacks: new Map(),
    originals: new Map(),
    nonces: new Map(),
  };
}

interface Answer {
  readonly status: number;
  readonly body?: object;
  readonly headers?: Readonly<Record<string, string>>;
}

interface Around {
  readonly token: string;
  readonly url: string;
  readonly shards: number;
}

const UNKNOWN = (code: number, message: string): Answer => ({ status: 404, body: { code, message } });
const NOTHING: Answer = { status: 204 };

type Route = readonly [
  method: string,
  path: RegExp,
  answer: (state: State, call: Call, ids: string[], around: Around) => Answer,
];

const ROUTES: readonly Route[] = [
  [
    'GET',
    /^\/gateway\/bot$/,
    (_state, { authorization }, _ids, { token, url, shards }) =>
      authorization === `Bot ${token}`
        ? ok({
            url,
            shards,
            session_start_limit: { total: 1000, remaining: 1000, reset_after: 0, max_concurrency: 16 },
          })
        : { status: 401, body: { code: 0, message: '401: Unauthorized' } },
  ],
  [
    'GET',
    /^\/applications\/@me$/,
    (_state, { authorization }, _ids, { token }) =>
      authorization === `Bot ${token}`
        ? ok(OWN_APPLICATION)
        : { status: 401, body: { code: 0, message: '401: Unauthorized' } },
  ],
  [
    'GET',
    /^\/users\/@me$/,
    (_state, { authorization }, _ids, { token }) =>
      authorization === `Bot ${token}` ? ok(BOT) : { status: 401, body: { code: 0, message: '401: Unauthorized' } },
  ],
  [
    'GET',
    /^\/users\/@me\/guilds$/,
    (state, { query }) => {
      const ids = [...state.guilds.keys()];
      const first = ids.indexOf(query.get('after') ?? '') + 1;
      const page = [...state.guilds.values()].slice(first, first + Number(query.get('limit') ?? 200));
      return ok(page.map((guild) => ownGuild(state, guild)));
    },
  ],
  [
    'GET',
    /^\/guilds\/(\d+)\/channels$/,
    ({ channels }, _call, [id]) => ok([...channels.values()].filter(({ guild_id: guild }) => guild === id)),
  ],
  [
    'GET',
    /^\/applications\/\d+(?:\/guilds\/(\d+))?\/commands$/,
    ({ commands, guildCommands }, _call, [guild]) =>
      ok(guild === undefined ? commands : (guildCommands.get(guild) ?? [])),
  ],
  ['PUT', /^\/applications\/\d+(?:\/guilds\/(\d+))?\/commands$/, register],
  [
    'GET',
    /^\/guilds\/\d+\/audit-logs$/,
    ({ auditLog }) =>
      ok({
        audit_log_entries: auditLog,
        users: [],
        integrations: [],
        webhooks: [],
        application_commands: [],
        auto_moderation_rules: [],
        guild_scheduled_events: [],
        threads: [],
      }),
  ],
  ['POST', /^\/interactions\/(\d+)\/([^/]+)\/callback$/, callback],
  ['POST', /^\/channels\/(\d+)\/messages$/, post],
  ['GET', /^\/channels\/(\d+)\/messages$/, messagesAfter],
  ['POST', /^\/channels\/(\d+)\/threads$/, openPost],
  [
    'GET',
    /^\/guilds\/(\d+)\/threads\/active$/,
    ({ channels }, _call, [guild]) => {
      const threads = [...channels.values()].filter(
        ({ guild_id: of, thread_metadata: thread }) => of === guild && thread?.archived === false,
      );
      return ok({ threads, members: [] });
    },
  ],
  [
    'DELETE',
    /^\/channels\/(\d+)$/,
    ({ channels, messages }, _call, [id = '']) => {
      const channel = channels.get(id);
      channels.delete(id);
      for (const key of [...messages.keys()]) if (key.startsWith(`${id} `)) messages.delete(key);
      return found(channel, 10003, 'Unknown Channel');
    },
  ],
  [
    'GET',
    /^\/channels\/(\d+)\/messages\/(\d+)$/,
    ({ messages }, _call, [channel, id]) => found(messages.get(`${channel} ${id}`), 10008, 'Unknown Message'),
  ],
  ['PATCH', /^\/channels\/(\d+)\/messages\/(\d+)$/, edit],
  [
    'DELETE',
    /^\/channels\/(\d+)\/messages\/(\d+)$/,
    ({ messages }, _call, [channel, id]) =>
      messages.delete(`${channel} ${id}`) ? NOTHING : UNKNOWN(10008, 'Unknown Message'),
  ],
  ['PUT', /^\/channels\/\d+\/messages\/\d+\/reactions\/[^/]+\/@me$/, () => NOTHING],
  ['PUT', /^\/channels\/(\d+)\/messages\/pins\/(\d+)$/, pin],
  [
    'GET',
    /^\/webhooks\/\d+\/([^/]+)\/messages\/@original$/,
    ({ originals }, _call, [token = '']) => found(originals.get(token), 10008, 'Unknown Message'),
  ],
  ['PATCH', /^\/webhooks\/\d+\/([^/]+)\/messages\/@original$/, editOriginal],
  ['DELETE', /^\/webhooks\/\d+\/([^/]+)\/messages\/@original$/, () => NOTHING],
  ['POST', /^\/webhooks\/\d+\/([^/]+)$/, (state, { body }) => ok(kept(state, CHANNEL, body))],
  ['GET', /^\/guilds\/(\d+)$/, ({ guilds }, _call, [id = '']) => found(guilds.get(id), 10004, 'Unknown Guild')],
  [
    'GET',
    /^\/guilds\/(\d+)\/members\/(\d+)$/,
    ({ members }, _call, [guild, user]) => found(members.get(`${guild} ${user}`), 10007, 'Unknown Member'),
  ],
  ['PATCH', /^\/channels\/(\d+)$/, archive],
  ['GET', /^\/channels\/(\d+)$/, ({ channels }, _call, [id = '']) => found(channels.get(id), 10003, 'Unknown Channel')],
  ['POST', /^\/users\/@me\/channels$/, (_state, { body }) => ok({ id: `9${body.recipient_id.slice(1)}`, type: 1 })],
];

export function answerCall(state: State, call: Call, around: Around): Answer {
  for (const [method, path, answer] of ROUTES) {
    const match = method === call.method ? path.exec(call.path) : null;
    if (match) return answer(state, call, match.slice(1), around);
  }
  return UNKNOWN(0, '404: Not Found');
}

const ok = (body: object): Answer => ({ status: 200, body });
const found = (body: Json, code: number, message: string): Answer =>
  body === undefined ? UNKNOWN(code, message) : ok(body);

/** As a list of the bot's servers has it: with what its roles permit. */
function ownGuild({ members }: State, { id, name, owner_id: owner, roles }: Json): Json {
  const own: string[] = [id, ...(members.get(`${id} ${BOT.id}`)?.roles ?? [])];
  const permissions = roles
    .filter((role: Json) => own.includes(role.id))
    .reduce((sum: bigint, role: Json) => sum | BigInt(role.permissions), 0n);
  return {
    id,
    name,
    icon: null,
    banner: null,
    owner: owner === BOT.id,
    permissions: String(permissions),
    features: [],
  };
}

function kept(state: State, channel: string, body: Json): Json {
  const message = {
    id: state.id(),
    channel_id: channel,
    author: BOT,
    type: 0,
    content: '',
    timestamp: '2026-11-25T12:00:00.000Z',
    edited_timestamp: null,
    mentions: [],
    ...body,
  };
  state.messages.set(`${channel} ${message.id}`, message);
  return message;
}

function pin({ pinned }: State, _call: Call, [, id = '']: string[]): Answer {
  pinned.push(id);
  return NOTHING;
}

const asKept = ({ required, options, ...option }: Json): Json => ({
  ...(required ? { required } : {}),
  ...option,
  ...(options ? { options: options.map(asKept) } : {}),
});

/** Discord adds ids and leaves out what is empty. */
function register(state: State, { body }: Call, [guild]: string[]): Answer {
  const registered: Json[] = body.map((command: Json) => ({
    id: state.id(),
    application_id: APPLICATION,
    version: state.id(),
    nsfw: false,
    ...command,
    options: command.options?.map(asKept),
  }));
  if (guild === undefined) state.commands = registered;
  else state.guildCommands.set(guild, registered);
  return ok(registered);
}

function callback(state: State, { body, query }: Call, [id = '', token = '']: string[]): Answer {
  if (state.callbacks.has(id))
    return { status: 400, body: { code: 40060, message: 'Interaction has already been acknowledged.' } };
  state.callbacks.set(id, body);
  if (body.type !== 4) return NOTHING;
  const message = kept(state, CHANNEL, body.data);
  state.originals.set(token, message);
  return query.get('with_response') === 'true'
    ? ok({ interaction: { id, type: 2, response_message_id: message.id }, resource: { type: 4, message } })
    : NOTHING;
}

function post(state: State, { body }: Call, [channel = '']: string[], around: Around): Answer {
  if (!state.channels.has(channel) && !channel.startsWith('9')) return UNKNOWN(10003, 'Unknown Channel');
  if (state.channels.get(channel)?.type === 15)
    return { status: 400, body: { code: 50008, message: 'Cannot send messages in a non-text channel' } };
  const known = body.enforce_nonce ? state.nonces.get(`${channel} ${body.nonce}`) : undefined;
  const message = known ?? kept(state, channel, { ...body, attachments: attached(state, channel, body, around) });
  state.nonces.set(`${channel} ${body.nonce}`, message);
  return ok(message);
}

/** Oldest first; Discord gives the newest first, unless it is asked for those after one. */
function messagesAfter({ channels, messages }: State, { query }: Call, [channel = '']: string[]): Answer {
  if (!channels.has(channel)) return UNKNOWN(10003, 'Unknown Channel');
  const unknown = [...query.keys()].filter((key) => !['after', 'limit'].includes(key));
  if (unknown.length > 0) return { status: 400, body: { code: 50035, message: `Invalid: ${unknown.join()}` } };
  const after = BigInt(query.get('after') ?? 0);
  const here = [...messages.values()].filter(({ channel_id: of, id }) => of === channel && BigInt(id) > after);
  // Nonces are told to who posts, and to nobody later.
  return ok(here.slice(0, Number(query.get('limit') ?? 50)).map((message) => ({ ...message, nonce: undefined })));
}

const OF_POST = ['name', 'message', 'applied_tags'];
const OF_FIRST = ['components', 'flags', 'allowed_mentions'];

/** A post of a forum: Discord takes no nonce for it, and wants a tag if the forum does. */
function openPost(state: State, { body }: Call, [forum = '']: string[]): Answer {
  const parent = state.channels.get(forum);
  if (!parent) return UNKNOWN(10003, 'Unknown Channel');
  const strange = [
    ...Object.keys(body).filter((key) => !OF_POST.includes(key)),
    ...Object.keys(body.message ?? {}).filter((key) => !OF_FIRST.includes(key)),
  ];
  const isNamed = typeof body.name === 'string' && body.name.length >= 1 && body.name.length <= 100;
  if (![15, 16].includes(parent.type) || strange.length > 0 || !isNamed || !body.message?.components)
    return { status: 400, body: { code: 50035, message: `Invalid Form Body ${strange.join()}` } };
  if ((parent.flags & 16) !== 0 && !body.applied_tags?.length)
    return { status: 400, body: { code: 40067, message: 'A tag is required to create a forum post in this channel' } };
  const id = state.id();
  const post = {
    id,
    type: 11,
    guild_id: parent.guild_id,
    parent_id: forum,
    owner_id: BOT.id,
    name: body.name,
    flags: 0,
    message_count: 0,
    applied_tags: body.applied_tags ?? [],
    thread_metadata: { archived: false, locked: false },
  };
  state.channels.set(id, post);
  state.messages.set(`${id} ${id}`, { ...kept(state, id, body.message), id });
  return ok({ ...post, message: state.messages.get(`${id} ${id}`) });
}

/** Files of a new message, as Discord describes them, with an address that it has signed. */
const attached = (state: State, channel: string, { files = [] }: Json, { url }: Around): Json[] =>
  files.map((filename: string) => {
    const id = state.id();
    const address = `${url.replace('ws:', 'http:')}/cdn/attachments/${channel}/${id}/${filename}?ex=1&is=1&hm=1`;
    return { id, filename, size: 9, content_type: 'application/octet-stream', url: address, proxy_url: address };
  });

function edit(state: State, { body }: Call, [channel, id]: string[]): Answer {
  const message = state.messages.get(`${channel} ${id}`);
  if (state.channels.get(channel ?? '')?.thread_metadata?.archived)
    return { status: 400, body: { code: 50083, message: 'Thread is archived' } };
  if (message) Object.assign(message, body, { edited_timestamp: '2026-11-25T12:01:00.000Z' });
  return found(message, 10008, 'Unknown Message');
}

/** A locked thread is opened by those only who may manage threads. */
function archive({ channels }: State, { body }: Call, [id = '']: string[]): Answer {
  const channel = channels.get(id);
  if (channel && 'name' in body) channel.name = body.name;
  if (channel && 'flags' in body) channel.flags = body.flags;
  if (channel && !('archived' in body)) return ok(channel);
  if (channel?.thread_metadata?.locked) return { status: 403, body: { code: 50013, message: 'Missing Permissions' } };
  if (channel) channel.thread_metadata = { ...channel.thread_metadata, archived: body.archived };
  if (channel && body.applied_tags) channel.applied_tags = body.applied_tags;
  return found(channel, 10003, 'Unknown Channel');
}

function editOriginal(state: State, { body }: Call, [token = '']: string[]): Answer {
  const message = state.originals.get(token) ?? kept(state, CHANNEL, body);
  state.originals.set(token, Object.assign(message, body));
  return ok(message);
}
