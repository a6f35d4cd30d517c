import { Api } from 'grammy';
import type { Update, UserFromGetMe } from 'grammy/types';
import { attempt } from '../src/bot/attempt.ts';
import { createBot } from '../src/bot/bot.ts';
import type { Outgoing } from '../src/bot/delivery/courier.ts';
import { createSaid } from '../src/bot/platform/recall.ts';
import type { Update as Kept } from '../src/bot/ports/delivery.ts';
import { ApiError } from '../src/platforms/telegram/api.ts';
import { createContext, type DeliveryContext, type TelegramContext } from '../src/platforms/telegram/context.ts';
import { faqPort } from '../src/platforms/telegram/faq/faq-port.ts';
import { handle } from '../src/platforms/telegram/inbound/handlers.ts';
import { notice, toKept } from '../src/platforms/telegram/inbound/updates.ts';
import { createPacer } from '../src/platforms/telegram/outbound/pacing.ts';
import { send } from '../src/platforms/telegram/outbound/send.ts';
import { freshServices } from './fresh-services.ts';
import { FRESH_AFTER, type Fuzzed, type FuzzOptions, noteIn, postFaqs } from './fuzzing.ts';
import type { Random } from './hostile-parts.ts';
import { hostileUpdate } from './hostile-updates.ts';

const ME = { id: 123456, first_name: 'Wenda', username: 'wenda_bot', can_join_groups: true } as UserFromGetMe;
const NO_WAIT = { chatMs: 0, groupPerMinute: Number.POSITIVE_INFINITY, perSecond: Number.POSITIVE_INFINITY };

interface TelegramFuzz extends FuzzOptions {
  /** Faults in a call. */
  readonly check: (method: string, body: Record<string, unknown>) => readonly string[];
}

interface TelegramFuzzed extends Fuzzed {
  readonly updates: number;
  /** Invalid updates, which were skipped with a line in the log. */
  readonly unreadable: number;
}

/** Sends hostile updates through the whole platform, without a network, and checks every call that follows. */
export async function fuzzTelegram({
  services,
  openStore,
  count,
  random,
  onProgress,
  onProblem,
  check,
}: TelegramFuzz): Promise<TelegramFuzzed> {
  const found = { calls: 0, faqs: 0, unreadable: 0, problems: [] as string[] };
  const note = noteIn(found.problems, onProblem);
  const pressable: string[] = [];
  const api = fakeApi(random, (method, body) => {
    found.calls++;
    for (const problem of check(method, body)) note(`${method}: ${problem}: ${JSON.stringify(body).slice(0, 600)}`);
    noteButtons(body, pressable);
  });
  const log = {
    debug: () => undefined,
    info: () => undefined,
    warn: () => undefined,
    error: (fields: object, message: string) => {
      found.unreadable++;
      if (message === 'a payload could not be made')
        note(`${message}: ${'err' in fields && fields.err instanceof Error ? fields.err.stack : ''}`);
    },
  };
  for (let done = 0; done < count; ) {
    const store = await openStore();
    const own = await freshServices(services, store);
    const outbox: Outgoing[] = [];
    const context = deliveryContext(createContext({ services: own, log }, api, ME, createBot(own)), outbox);
    for (const end = Math.min(count, done + FRESH_AFTER); done < end; done++) {
      const update = hostileUpdate(random, done, pressable);
      await take(context, update, outbox).catch((error: unknown) => {
        note(
          `crash: ${error instanceof Error ? error.stack : String(error)}: ${JSON.stringify(update).slice(0, 1500)}`,
        );
      });
    }
    const { pacer, post } = context;
    found.faqs += await postFaqs(own, faqPort(context, { ...NO_WAIT, pacer, post }), note);
    await own.counter.flush();
    await store.close();
    onProgress?.(done);
  }
  return { updates: count, ...found };
}

/**
 * Handles one update, from its arrival to the last call.
 * @param outbox gets the messages that sending leads to; they are sent afterwards, as they wait for the same chat
 */
async function take(context: DeliveryContext, update: Record<string, unknown>, outbox: Outgoing[]): Promise<void> {
  // The update as it comes over the wire.
  const received = JSON.parse(JSON.stringify(update)) as Update;
  const waiting = [arrived(context, received)];
  for (let kept = waiting.shift(); kept; kept = waiting.shift())
    await answered(context, kept, { outbox, again: (one) => void waiting.push(one) });
}

interface Following {
  readonly outbox: Outgoing[];
  /** Takes an update in again that has waited. */
  readonly again: (kept: Kept) => void;
}

async function answered(context: DeliveryContext, kept: Kept, { outbox, again }: Following): Promise<void> {
  outbox.push(...(await attempt(context.services.store, (own) => handle(context, kept, own, again))));
  await context.services.communities.whenIdle();
  for (let message = outbox.shift(); message; message = outbox.shift()) {
    const sent = await send(context, {
      ...message,
      id: 1,
      platform: kept.platform,
      due: new Date().toISOString(),
      attempts: 0,
    });
    if (sent.kind === 'sent') await sent.note?.(context.services.attempt);
  }
}

function arrived(context: DeliveryContext, update: Update) {
  try {
    const kept = toKept(update, ME.id, context.services, Date.now());
    if (kept) notice(context, kept);
    return kept;
  } catch {
    context.log.error({}, 'unreadable');
    return undefined;
  }
}

function deliveryContext(context: TelegramContext, outbox: Outgoing[]): DeliveryContext {
  const never = new AbortController().signal;
  return {
    ...context,
    // Without a limit, so that everybody may write at any time.
    pace: () => 'go',
    pacer: createPacer(NO_WAIT, () => Date.now(), never),
    said: createSaid({ ms: 60_000 }, () => Date.now()),
    alone: async () => undefined,
    post: async (outgoing) => void outbox.push(outgoing),
    stop: never,
  };
}

/** An API that accepts most calls, and refuses some. */
function fakeApi(random: Random, onCall: (method: string, body: Record<string, unknown>) => void): Api {
  let message = 0;
  const call = async (method: string, body: Record<string, unknown>): Promise<unknown> => {
    onCall(method, body);
    if (random() < 0.03)
      throw new ApiError(
        method,
        random() < 0.5 ? 400 : 403,
        'refused',
        random() < 0.1 ? { migrate_to_chat_id: -1_000_000_000_001 } : {},
      );
    if (method === 'getChatMember')
      return {
        status: random() < 0.3 ? 'creator' : 'member',
        user: { id: body.user_id },
        is_anonymous: random() < 0.2,
      };
    return method.startsWith('send') ? { message_id: ++message % 400 } : true;
  };
  const api = new Api('1:x');
  api.config.use(async (_, method, payload) => ({ ok: true, result: (await call(method, { ...payload })) as never }));
  return api;
}

function noteButtons(body: Record<string, unknown>, pressable: string[]): void {
  const keyboard =
    (
      body.reply_markup as
        | { readonly inline_keyboard?: readonly (readonly { readonly callback_data?: string }[])[] }
        | undefined
    )?.inline_keyboard ?? [];
  for (const { callback_data: data } of keyboard.flat()) if (data !== undefined) pressable.push(data);
  if (pressable.length > 300) pressable.splice(0, pressable.length - 300);
}
