import { DiscordAPIError, type REST } from 'discord.js';
import { createBot } from '../src/bot/bot.ts';
import type { Services } from '../src/bot/services.ts';
import { createContext } from '../src/platforms/discord/context.ts';
import { faqPort } from '../src/platforms/discord/faq/faq-port.ts';
import { createInteractions } from '../src/platforms/discord/inbound/interactions.ts';
import { createMessages } from '../src/platforms/discord/inbound/messages.ts';
import { createWorld, type World } from '../src/platforms/discord/inbound/world.ts';
import { libraryClient } from '../tests/helpers/library-client.ts';
import { freshServices } from './fresh-services.ts';
import { FRESH_AFTER, type Fuzzed, type FuzzOptions, noteIn, postFaqs } from './fuzzing.ts';
import { type Event, faqWish, GUILD, hostileEvent, ME } from './hostile-events.ts';
import type { Random } from './hostile-parts.ts';
import { CHANNELS } from './hostile-words.ts';

const AT_ONCE = 50;
/** Share of events that are made invalid, 0 to 1. */
const SPOILED = 0.35;
const EVERYBODY = { burst: 1_000_000, every: 1 };

interface DiscordFuzz extends FuzzOptions {
  /** Faults in a call. */
  readonly check: (method: string, path: string, body: Record<string, unknown>) => readonly string[];
}

/** Sends hostile events through the whole platform, without a network, and checks every call that follows. */
export async function fuzzDiscord({
  services,
  openStore,
  count,
  random,
  onProgress,
  onProblem,
  check,
}: DiscordFuzz): Promise<Fuzzed & { readonly events: number }> {
  const found = { calls: 0, faqs: 0, problems: [] as string[] };
  const ids: string[] = [];
  const note = noteIn(found.problems, onProblem);
  const rest = fakeRest(random, (method, path, body) => {
    found.calls++;
    // Discord neither sends nor accepts an empty id.
    if (path.includes('//')) return;
    for (const problem of check(method, path, body))
      note(`${method} ${path}: ${problem}: ${JSON.stringify(body).slice(0, 600)}`);
    noteIds(body, ids);
  });
  const lost = (error: unknown): void => note(`nobody caught: ${error instanceof Error ? error.stack : String(error)}`);
  process.on('unhandledRejection', lost);
  for (let done = 0; done < count; ) {
    const end = Math.min(count, done + FRESH_AFTER);
    found.faqs += await round(
      { services: await freshServices(services, await openStore()), rest, random, ids, note },
      done,
      end,
    );
    done = end;
    onProgress?.(done);
  }
  process.off('unhandledRejection', lost);
  return { events: count, ...found };
}

interface Round {
  readonly services: Services;
  readonly rest: REST;
  readonly random: Random;
  readonly ids: readonly string[];
  readonly note: (problem: string) => void;
}

/** The bot from a start to its end. @returns number of FAQ channels that were posted completely */
async function round({ services, rest, random, ids, note }: Round, from: number, to: number): Promise<number> {
  const config = {
    token: 'token.of.tests',
    webHost: '',
    webPort: 0,
    announce: () => undefined,
    pace: { person: EVERYBODY, channel: EVERYBODY },
  };
  /**
   * Whether the present event is one that Discord would never send: then faults may be logged, but nothing else may
   * happen.
   */
  let isSpoiled = false;
  // The log is checked, too: it must contain no member's words, and no token.
  const write = (fields: object, message: string): void => {
    const line = `${message} ${JSON.stringify(fields)}`;
    if (/secret-|token\.of|everyone|ChatGPT/.test(line)) note(`logged: ${line.slice(0, 600)}`);
    // For a file that cannot be fetched, the library throws a TypeError itself.
    if (!isSpoiled && /TypeError|RangeError|ReferenceError/.test(line) && message !== 'a file could not be kept')
      note(`a fault: ${line.slice(0, 900)}`);
  };
  const world: World = {
    ...createWorld(() => undefined),
    // A post that a person who writes here has opened, a thread, or a channel.
    threadOf: (id) => {
      const asker = random() < 0.5 ? undefined : POSTER;
      return random() < 0.2 ? { parent: id, name: 'why was ChatGPT banned @everyone?', asker } : undefined;
    },
    tagsOf: () => (random() < 0.5 ? [{ id: '1', name: 'Solved @everyone' }] : undefined),
    nameOf: () => '#rules @everyone',
    shows: () => random() < 0.5,
  };
  const context = createContext(
    config,
    { services, log: { debug: write, info: write, warn: write, error: write } },
    createBot(services),
    { rest, world },
  );
  const messages = createMessages(context);
  const library = libraryClient(ME, [SERVER], { ...messages, interaction: createInteractions(context) });
  await messages.start();
  await arrive(library, wire(faqWish(random, from)), note);
  for (let at = from; at < to; ) {
    const batch: Promise<unknown>[] = [];
    isSpoiled = random() < SPOILED;
    for (const end = Math.min(to, at + AT_ONCE); at < end; at++)
      batch.push(
        arrive(library, wire(hostileEvent(random, at, ids, services.commands, isSpoiled)), isSpoiled ? ignore : note),
      );
    await Promise.all(batch);
  }
  await messages.stop();
  const layout = random() < 0.5 ? 'posts' : 'texts';
  const faqs = await postFaqs(services, { ...faqPort(context), layoutOf: async () => layout }, note);
  await services.counter.flush();
  await services.communities.whenIdle();
  await services.store.close();
  return faqs;
}

/** The event as it comes over the wire. */
const wire = (event: Event): Event => JSON.parse(JSON.stringify(event)) as Event;

async function arrive(
  { receive }: ReturnType<typeof libraryClient>,
  { name, data }: Event,
  note: (problem: string) => void,
): Promise<void> {
  try {
    await receive(name, data);
  } catch (error) {
    note(`crash: ${error instanceof Error ? error.stack : String(error)}: ${JSON.stringify(data).slice(0, 1500)}`);
  }
}

/**
 * As in the connection, errors are caught that the library or a reader of its structures throws at an invalid event.
 */
const ignore = (): void => undefined;

const REFUSALS = [
  [404, 10008],
  [403, 50013],
  [404, 10062],
  [400, 40060],
  [500, 0],
] as const;

/** A REST client that accepts most calls, and refuses some. */
function fakeRest(random: Random, onCall: (method: string, path: string, body: Record<string, unknown>) => void): REST {
  let id = 0;
  const call =
    (method: string) =>
    async (path: string, { body = {} }: { body?: Record<string, unknown> } = {}): Promise<unknown> => {
      onCall(method, path, JSON.parse(JSON.stringify(body)) as Record<string, unknown>);
      const [status, code] = REFUSALS[Math.floor(random() * 60)] ?? [200, 0];
      if (status !== 200)
        throw new DiscordAPIError({ code, message: 'refused' }, code, status, method, path, { files: undefined, body });
      const message = {
        id: String(800_000_000_000_000_000n + BigInt(++id % 200)),
        reactions: random() < 0.5 ? [{}] : undefined,
      };
      if (path.startsWith('/guilds/'))
        return path.includes('/members/')
          ? { roles: random() < 0.3 ? ['2'] : [] }
          : { id: '1', owner_id: '0', roles: [{ id: '2', permissions: '8192' }], threads: [] };
      if (method === 'GET' && path.endsWith('/messages')) return [];
      if (method === 'GET' && /^\/channels\/\d+$/.test(path))
        return {
          id: '1',
          guild_id: GUILD,
          name: 'why @everyone?',
          owner_id: POSTER,
          parent_id: '2',
          type: [0, 11, 15][Math.floor(random() * 3)],
          available_tags: [{ id: '1', name: 'Solved' }],
        };
      return {
        ...message,
        type: 0,
        attachments: [{ id: '5', filename: 'a.png', size: 1, url }],
        resource: { message },
      };
    };
  return {
    get: call('GET'),
    post: call('POST'),
    put: call('PUT'),
    patch: call('PATCH'),
    delete: call('DELETE'),
  } as unknown as REST;
}

const SERVER = {
  id: GUILD,
  name: 'Server',
  roles: [],
  channels: CHANNELS.map((id) => ({ id, type: 0, guild_id: GUILD, name: 'channel' })),
  members: [],
  threads: [],
};
const POSTER = '600000000000000001';
const url = 'data:image/png;base64,iVBORw0KGgo=';

function noteIds(value: unknown, ids: string[]): void {
  const text = JSON.stringify(value);
  for (const [, id = ''] of text.matchAll(/"custom_id":"([^"\\]{14,100})"/g)) {
    if (ids.length < 400) ids.push(id);
    else ids[id.charCodeAt(3) * 3] = id;
  }
}
