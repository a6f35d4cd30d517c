import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { buffer } from 'node:stream/consumers';
import { mentionsIn } from '../../eval/check-telegram.ts';
import { faultsByDocuments, loadContract } from './bot-api-contract.ts';
import { faultsByTypes, faultsOfUpdate } from './bot-api-types.ts';
import { readRichHtml } from './rich-html.ts';

export type Json = Record<string, unknown>;

/** A call that the bot made. */
export interface ApiCall {
  readonly method: string;
  readonly body: Json;
  /** Parameters of the call. */
  readonly result: unknown;
}

/** Trouble that the server makes instead of an answer. */
export type Trouble =
  | { readonly code: number; readonly description: string; readonly parameters?: Json }
  | 'cut'
  | 'garbage'
  | 'taken but cut';

export const TOKEN = '123456:fake-token-of-the-bot';
export const ME = {
  id: 123456,
  is_bot: true,
  first_name: 'Wenda',
  username: 'wenda_bot',
  can_join_groups: true,
  can_read_all_group_messages: false,
  supports_inline_queries: true,
  supports_guest_queries: true,
};

/** A Bot API server of our own, on this machine: it takes what the bot says, checks it, and hands it updates. */
export interface FakeTelegram {
  /** For `TELEGRAM_API_ROOT`. */
  readonly root: string;
  /** All but the questions for updates, in order. */
  readonly calls: ApiCall[];
  /** Faults of calls: against the Bot API's documents, or a mention. */
  readonly problems: string[];
  /** Calls of a method. */
  readonly called: (method: string) => ApiCall[];
  /**
   * Hands over an update, by polling or webhook; the webhook's status is given back. @param id default: the next one
   */
  readonly deliver: (update: Json, id?: number) => Promise<number | undefined>;
  /** The next calls of a method come to this. */
  readonly trouble: (method: string, ...troubles: readonly Trouble[]) => void;
  /** Ephemeral messages that are there, by chat, receiver and number. */
  readonly ephemeral: Set<string>;
  /** What is in chats by now, by chat and number, in the order in which it was sent. */
  readonly messages: Map<string, Json>;
  /** A member writes a message; it gets the next number. */
  readonly write: (message: Json) => Json;
  /** Calls that come to this for as long as it is set. */
  refuses: ((method: string, body: Json) => Trouble | undefined) | undefined;
  /** Results of getChatMember. Default: a member. */
  readonly members: Map<string, Json>;
  /** Results of getChat. Default: that there is no such chat. */
  readonly chats: Map<string, Json>;
  /** A method answers this from now on. */
  readonly answer: (method: string, result: unknown) => void;
  /** Calls of a method are answered only once what this returns is called. */
  readonly hold: (method: string) => () => void;
  /** Whether all updates were fetched. */
  readonly isDrained: () => boolean;
  readonly close: () => Promise<void>;
}

const refusal = (description: string) => ({ ok: false, error_code: 400, description: `Bad Request: ${description}` });
const isRefusal = (result: unknown): result is ReturnType<typeof refusal> =>
  typeof result === 'object' && result !== null && 'ok' in result && result.ok === false;
const NO_CHAT = { ok: false, error_code: 400, description: 'Bad Request: chat not found' };

interface Waiting {
  readonly update: Json & { readonly update_id: number };
}

export async function fakeTelegram(): Promise<FakeTelegram> {
  const contract = await loadContract();
  const calls: ApiCall[] = [];
  const problems: string[] = [];
  const troubles = new Map<string, Trouble[]>();
  const members = new Map<string, Json>();
  const chats = new Map<string, Json>();
  const messages = new Map<string, Json>();
  const gone = new Set<string>();
  const lists = new Map<string, unknown>();
  /** Ephemeral messages that are there: chat, receiver and number. */
  const ephemeral = new Set<string>();
  const held = new Map<string, Promise<void>>();
  let queue: Waiting[] = [];
  let wake: (() => void) | undefined;
  let nextUpdate = 1000;
  let nextMessage = 5000;
  let nextEphemeral = 5000;
  let webhook: { url: string; secret: string } | undefined;
  /** When somebody pressed, or typed an ephemeral command: a bot may answer each for a while. */
  const causes = new Map<string, number>();
  /** Kinds of updates that were asked for; none was yet. */
  let wanted: readonly string[] | undefined;
  const isWanted = (update: Json): boolean =>
    wanted === undefined || Object.keys(update).some((kind) => wanted?.includes(kind));
  /** Guests' queries that were not answered yet. */
  const guests = new Set<unknown>();

  const answers: Record<string, (body: Json) => unknown> = {
    getMe: () => ME,
    getMyCommands: (body) => lists.get(JSON.stringify([body.scope, body.language_code])) ?? [],
    setMyCommands: (body) => {
      lists.set(JSON.stringify([body.scope, body.language_code]), body.commands);
      return true;
    },
    getMyDescription: (body) => ({ description: lists.get(`long ${String(body.language_code)}`) ?? '' }),
    setMyDescription: (body) => {
      lists.set(`long ${String(body.language_code)}`, body.description);
      return true;
    },
    getMyShortDescription: (body) => ({ short_description: lists.get(`short ${String(body.language_code)}`) ?? '' }),
    setMyShortDescription: (body) => {
      lists.set(`short ${String(body.language_code)}`, body.short_description);
      return true;
    },
    getChatMember: (body) =>
      members.get(`${String(body.chat_id)} ${String(body.user_id)}`) ?? {
        status: 'member',
        user: { id: body.user_id, is_bot: false, first_name: 'M' },
      },
    getChat: (body) => chats.get(String(body.chat_id)) ?? NO_CHAT,
    getChatAdministrators: () => [],
    getWebhookInfo: () => ({ url: webhook?.url ?? '', has_custom_certificate: false, pending_update_count: 0 }),
    sendMessage: (body) => {
      const only = body.ephemeral_message_parameters as Json | undefined;
      if (only) {
        const id = ++nextEphemeral;
        ephemeral.add(`${String(body.chat_id)} ${String(only.receiver_user_id)} ${id}`);
        const receiver = { id: only.receiver_user_id, is_bot: false, first_name: 'P' };
        return { ...messageOf(body, 0), ephemeral_message_id: id, receiver_user: receiver };
      }
      const { message_id: replied, quote } = (body.reply_parameters ?? {}) as Json & { readonly quote?: string };
      const origin = quote === undefined ? undefined : messages.get(nameOf(body, replied));
      if (quote !== undefined && !origin) return refusal('message to be replied not found');
      if (quote !== undefined && !(origin?.text as string | undefined)?.includes(quote))
        return refusal('QUOTE_TEXT_INVALID');
      const message = { ...messageOf(body, ++nextMessage), ...(origin ? { reply_to_message: origin } : {}) };
      messages.set(nameOf(body, nextMessage), { ...message, thread: body.message_thread_id, ...lookOf(body) });
      return message;
    },
    deleteMessage: (body) => {
      const name = nameOf(body, body.message_id);
      if (gone.has(name)) return refusal('message to delete not found');
      if (messages.delete(name)) gone.add(name);
      return true;
    },
    pinChatMessage: (body) => (gone.has(nameOf(body, body.message_id)) ? refusal('message to pin not found') : true),
    deleteEphemeralMessage: (body) =>
      ephemeral.delete(`${String(body.chat_id)} ${String(body.receiver_user_id)} ${String(body.ephemeral_message_id)}`),
    sendPhoto: (body) => messageOf(body, ++nextMessage),
    sendDocument: (body) => messageOf(body, ++nextMessage),
    sendRichMessage: (body) => refusalOf(body) ?? messageOf(body, ++nextMessage),
    editMessageText: (body) => {
      const refused = refusalOf(body);
      if (refused) return refused;
      const name = nameOf(body, body.message_id);
      const message = messages.get(name);
      if (gone.has(name)) return refusal('message to edit not found');
      if (message && JSON.stringify(lookOf(message)) === JSON.stringify(lookOf(body)))
        return refusal('message is not modified: specified new message content and reply markup are exactly the same');
      if (message) messages.set(name, { ...message, ...lookOf(body) });
      return messageOf(body, Number(body.message_id));
    },
    answerGuestQuery: (body) =>
      guests.delete(body.guest_query_id)
        ? { inline_message_id: `guest ${String(body.guest_query_id)}` }
        : refusal('query is too old and response timeout expired or query ID is invalid'),
    setWebhook: (body) => {
      webhook = { url: String(body.url), secret: String(body.secret_token) };
      wanted = body.allowed_updates as string[] | undefined;
      return true;
    },
    deleteWebhook: () => {
      webhook = undefined;
      return true;
    },
  };

  const updatesFrom = async (body: Json, response: ServerResponse): Promise<unknown> => {
    wanted = body.allowed_updates as string[] | undefined;
    queue = queue.filter(({ update }) => update.update_id >= Number(body.offset ?? 0) && isWanted(update));
    if (queue.length === 0) {
      await new Promise<void>((resolve) => {
        wake = resolve;
        response.on('close', resolve);
        setTimeout(resolve, Math.min(Number(body.timeout ?? 0), 25) * 1000).unref();
      });
    }
    return queue.slice(0, Number(body.limit ?? 100)).map(({ update }) => update);
  };

  const check = (method: string, body: Json): void => {
    for (const error of faultsByDocuments(contract, method, body, TOKEN)) problems.push(`${method}: ${error}`);
    for (const { text, entities } of textsIn(body))
      for (const mention of mentionsIn(text, entities)) problems.push(`${method}: mentions ${mention}`);
    if (JSON.stringify(body).includes('parse_mode')) problems.push(`${method}: parse_mode`);
  };

  /** Why an ephemeral message is not taken: the bot is no administrator, and answers neither a press nor a command. */
  const ephemeralRefusal = (method: string, body: Json): Json | undefined => {
    const only = body.ephemeral_message_parameters as Json | undefined;
    const replied = (body.reply_parameters as Json | undefined)?.ephemeral_message_id;
    if (replied !== undefined && !only) return refusal('a reply to an ephemeral message must be ephemeral');
    if (only) {
      const [receiver, press] = [String(only.receiver_user_id), only.callback_query_id as string | undefined];
      const cause = press === undefined ? `command ${String(replied)}` : `press ${press}`;
      const isCause = press !== undefined || replied !== undefined;
      if (Number(body.chat_id) > 0) return refusal('ephemeral messages can be sent only to groups');
      if (isCause && !(Date.now() - (causes.get(`${cause} ${receiver}`) ?? 0) < EPHEMERAL_MS))
        return refusal('QUERY_ID_INVALID');
      if (!isCause && members.get(`${String(body.chat_id)} ${ME.id}`)?.status !== 'administrator')
        return refusal('not enough rights to send ephemeral messages to the chat');
    }
    if (!/^(edit|delete)Ephemeral/.test(method)) return undefined;
    const key = `${String(body.chat_id)} ${String(body.receiver_user_id)} ${String(body.ephemeral_message_id)}`;
    return ephemeral.has(key) ? undefined : refusal('message to edit not found');
  };

  const handle = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const [, token, method = ''] = /^\/bot([^/]+)\/(\w+)$/.exec(request.url ?? '') ?? [];
    const body = await bodyOf(request);
    if (token !== TOKEN) return reply(response, 401, { ok: false, error_code: 401, description: 'Unauthorized' });
    check(method, body);
    // A form's parts are all words.
    const isForm = request.headers['content-type']?.startsWith('multipart/') === true;
    const faults = isForm ? [] : faultsByTypes(method, body);
    for (const fault of faults) problems.push(`${method}: ${fault}`);
    if (faults.length > 0) return reply(response, 400, refusal(faults.join(', ')));
    const trouble = fake.refuses?.(method, body) ?? troubles.get(method)?.shift();
    if (trouble === 'cut') return void request.socket.destroy();
    if (trouble === 'garbage') return void response.end('<html>502 Bad Gateway</html>');
    if (typeof trouble === 'object') {
      calls.push({ method, body, result: trouble });
      return reply(response, trouble.code, {
        ok: false,
        error_code: trouble.code,
        description: trouble.description,
        ...(trouble.parameters ? { parameters: trouble.parameters } : {}),
      });
    }
    if (method === 'getUpdates') {
      if (webhook)
        return reply(response, 409, {
          ok: false,
          error_code: 409,
          description: "Conflict: can't use getUpdates method while webhook is active",
        });
      return reply(response, 200, { ok: true, result: await updatesFrom(body, response) });
    }
    const refused = ephemeralRefusal(method, body);
    const result = refused ?? answers[method]?.(body) ?? true;
    calls.push({ method, body, result });
    await held.get(method);
    if (isRefusal(result)) return reply(response, 400, result);
    if (trouble === 'taken but cut') return void request.socket.destroy();
    return reply(response, 200, { ok: true, result });
  };

  const server = createServer((request, response) => {
    handle(request, response).catch((error: unknown) => {
      problems.push(String(error));
      response.destroy();
    });
  });
  // On a busy machine a second of both ends may take long.
  server.keepAliveTimeout = 120_000;
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;

  const fake: FakeTelegram = {
    refuses: undefined,
    root: `http://127.0.0.1:${port}`,
    calls,
    problems,
    ephemeral,
    members,
    messages,
    chats,
    write: ({ chat, ...message }) => {
      const written = { ...message, message_id: ++nextMessage, chat };
      messages.set(`${String((chat as Json).id)} ${nextMessage}`, written);
      return written;
    },
    called: (method) => calls.filter((call) => call.method === method),
    answer: (method, result) => {
      answers[method] = () => result;
    },
    hold: (method) => {
      let release = (): void => undefined;
      held.set(
        method,
        new Promise((resolve) => {
          release = resolve;
        }),
      );
      return () => {
        held.delete(method);
        release();
      };
    },
    isDrained: () => queue.length === 0,
    trouble: (method, ...more) => void troubles.set(method, [...(troubles.get(method) ?? []), ...more]),
    deliver: async (update, id = ++nextUpdate) => {
      const whole = { ...update, update_id: id };
      noteCause(causes, update);
      const guest = update.guest_message as Json | undefined;
      if (guest) {
        problems.push(...faultsOfUpdate(whole).map((fault) => `guest_message: ${fault}`));
        guests.add(guest.guest_query_id);
      }
      // What nobody asked for is dropped without a word.
      if (!isWanted(whole)) return undefined;
      if (webhook) return post(webhook, whole);
      queue.push({ update: whole });
      wake?.();
      return undefined;
    },
    close: async () => {
      wake?.();
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
  return fake;
}

async function post({ url, secret }: { readonly url: string; readonly secret: string }, update: Json): Promise<number> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-telegram-bot-api-secret-token': secret },
    body: JSON.stringify(update),
  });
  await response.text();
  return response.status;
}

/** A rich message is one of HTML, and nothing that Telegram would not read. */
function refusalOf({ rich_message: rich, text }: Json): object | undefined {
  if (rich === undefined) return undefined;
  const { html, is_rtl: _, ...others } = rich as Json;
  const problems = [
    ...(typeof html === 'string' ? readRichHtml(html).problems : ['rich message must have HTML']),
    ...Object.keys(others).map((name) => `unknown field ${name}`),
    ...(text === undefined ? [] : ['both text and rich message']),
  ];
  return problems.length === 0
    ? undefined
    : { ok: false, error_code: 400, description: `Bad Request: can't parse rich message: ${problems.join('; ')}` };
}
const lookOf = ({ text, entities = [], rich_message: rich, reply_markup: buttons }: Json): Json => ({
  text,
  entities,
  rich_message: rich,
  reply_markup: buttons,
});

/** Milliseconds for which every bot may answer a press or an ephemeral command with an ephemeral message. */
const EPHEMERAL_MS = 15_000;

function noteCause(causes: Map<string, number>, update: Json): void {
  const [press, message] = [update.callback_query, update.message] as (Json | undefined)[];
  const from = ((press ?? message)?.from ?? {}) as Json;
  const cause = press ? `press ${String(press.id)}` : `command ${String(message?.ephemeral_message_id)}`;
  causes.set(`${cause} ${String(from.id)}`, Date.now());
}

const nameOf = (body: Json, id: unknown): string => `${String(body.chat_id)} ${String(id)}`;

function messageOf(body: Json, id: number): Json {
  const chat = Number(body.chat_id);
  return {
    message_id: id,
    date: 1,
    from: ME,
    chat: { id: chat, type: chat > 0 ? 'private' : 'supergroup', title: 'Group' },
    text: body.text,
  };
}

/** Every text with its entities, wherever it is in a call. */
function textsIn(body: Json): { text: string; entities: { type: string; offset: number; length: number }[] }[] {
  const own = [
    ['text', 'entities'] as const,
    ['caption', 'caption_entities'] as const,
    ['message_text', 'entities'] as const,
  ].flatMap(([text, entities]) => {
    const words = body[text];
    // The note of a press is shown as it is.
    return typeof words === 'string' && !('callback_query_id' in body) && !('callback_data' in body) && !('url' in body)
      ? [{ text: words, entities: (body[entities] ?? []) as { type: string; offset: number; length: number }[] }]
      : [];
  });
  const rich = (body.rich_message ?? {}) as Json;
  if (typeof rich.html === 'string') {
    const { text, codes } = readRichHtml(rich.html);
    own.push({ text, entities: [...codes] });
  }
  const all = [
    ...(Array.isArray(body.results) ? body.results : []),
    ...(body.result === undefined ? [] : [body.result]),
  ];
  const results = (all as Json[]).flatMap((result) => textsIn((result.input_message_content ?? {}) as Json));
  return [...own, ...results];
}

async function bodyOf(request: IncomingMessage): Promise<Json> {
  const type = request.headers['content-type'] ?? '';
  const whole = await buffer(request);
  if (type.startsWith('application/json')) return whole.length === 0 ? {} : (JSON.parse(whole.toString()) as Json);
  return type.startsWith('multipart/') ? partsOf(whole.toString(), /boundary=(.+)$/.exec(type)?.[1] ?? '') : {};
}

/** Fields of a form; a file is its text. */
function partsOf(body: string, boundary: string): Json {
  const parts = body.split(`--${boundary}`).flatMap((part): [string, unknown][] => {
    const [head = '', ...rest] = part.replace(/^\r\n/, '').split('\r\n\r\n');
    const name = /name="?([^";\r\n]+)"?/.exec(head)?.[1];
    return name === undefined ? [] : [[name, rest.join('\r\n\r\n').replace(/\r\n$/, '')]];
  });
  const files = new Set(
    parts.flatMap(([, value]) =>
      typeof value === 'string' && value.startsWith('attach://') ? [value.slice('attach://'.length)] : [],
    ),
  );
  const all = Object.fromEntries(parts);
  const fields = Object.fromEntries(
    parts
      .filter(([name]) => !files.has(name))
      .map(([name, value]) => [name, String(value).startsWith('attach://') ? all[String(value).slice(9)] : value]),
  );
  return Object.fromEntries(
    Object.entries(fields).map(([name, value]) => [
      name,
      name === 'chat_id'
        ? Number(value)
        : name !== 'document' && /^[[{]/.test(String(value))
          ? readJson(String(value))
          : value,
    ]),
  );
}

function readJson(words: string): unknown {
  try {
    return JSON.parse(words);
  } catch {
    return words;
  }
}

function reply(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
}
