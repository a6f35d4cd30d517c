import { setMaxListeners } from 'node:events';
import type { Update } from 'grammy/types';
import { placeOfKey } from '../../bot/conversation/place.ts';
import { type Courier, createCourier, createIntake } from '../../bot/delivery/courier.ts';
import { type Duty, onDuty } from '../../bot/delivery/duty.ts';
import { createUnkept } from '../../bot/delivery/unkept.ts';
import { type Host, type Platform, PlatformError } from '../../bot/platform/platform.ts';
import type { Update as Kept } from '../../bot/ports/delivery.ts';
import type { Services } from '../../bot/services.ts';
import { ApiError, createApi } from './api.ts';
import { COURTESY, type TelegramConfig, type WebhookConfig } from './config.ts';
import { type Context, createContext, type DeliveryContext } from './context.ts';
import { describeBot, descriptions } from './describe.ts';
import { checks } from './doctor/doctor.ts';
import { handle } from './inbound/handle.ts';
import { toKept, toTold, UPDATES, updateOf } from './inbound/intake.ts';
import { isOver, timesOf } from './inbound/late.ts';
import { notice } from './inbound/notice.ts';
import { PLATFORM } from './inbound/place.ts';
import { patiently, poll } from './inbound/poll.ts';
import { prepare } from './inbound/prepare.ts';
import { unkeptTeller } from './inbound/unkept.ts';
import { createDoor, type Door } from './inbound/webhook.ts';
import { createPacer, MINUTE_MS } from './outbound/pacing.ts';
import { createSaid } from './outbound/remembered.ts';
import { send } from './outbound/send.ts';
import { commandLists, registerCommands } from './register.ts';

/** Milliseconds in which what is under way may end once the bot is stopped. */
const GRACE_MS = 5000;

/** The bot on Telegram: by long polling, or by webhook where one is configured. */
export function telegramPlatform(config: TelegramConfig, { services, log }: Host): Platform {
  const door = config.webhook && createDoor(config.webhook);
  let isKnown = false;
  return {
    name: PLATFORM,
    // No chat is the moderators' own, and members are not to read of it; the log tells.
    tell: () => undefined,
    routes: door ? [door.route] : [],
    checks: (place) => checks(config, services, place),
    isConnected: () => isKnown,
    run: async (respond, stop) => {
      const api = createApi(config, stop);
      const me = await patiently(() => api.getMe(), log, stop);
      if (!me) return;
      isKnown = true;
      log.info({ bot: me.id, seesAll: me.can_read_all_group_messages }, 'Telegram');
      const standBy = standingBy(services, me.id);
      let handler: Take | undefined;
      const take: Take = (updates) => (handler ?? standBy)(updates);
      const serve = async (duty: Duty): Promise<void> => {
        const halt = new AbortController();
        const end = new AbortController();
        // Every call that is under way listens to them.
        setMaxListeners(0, duty.over, halt.signal, end.signal);
        const stopped = () => {
          halt.abort();
          setTimeout(() => end.abort(), GRACE_MS).unref();
        };
        duty.over.addEventListener('abort', stopped, { once: true });
        const context = createContext({ services, log }, createApi(config, end.signal), me, respond);
        const courier = await courierOf(context, config, duty, halt.signal);
        const untilOver = createApi(config, duty.over);
        try {
          // What the process before this one has changed.
          await services.communities.refresh();
          await courier.start();
          log.info({}, 'on duty');
          handler = taker(context, courier);
          void introduce({ ...context, api: untilOver }, duty.over);
          await (door ? aborted(duty.over) : poll({ api: untilOver, log, take, stop: duty.over }));
        } finally {
          handler = undefined;
          stopped();
          await courier.stop();
        }
      };
      try {
        if (config.webhook && door) await open(config.webhook, door, take, { api, log, stop });
        await onDuty(
          { store: services.store, name: PLATFORM, stop, onError: (err) => log.error({ err }, 'Telegram') },
          serve,
        );
      } finally {
        isKnown = false;
        await door?.close();
      }
    },
  };
}

type Take = (updates: readonly Update[]) => Promise<void>;

/** What comes here is handled by the process that is on duty. */
function standingBy(services: Services, bot: number): Take {
  const accept = createIntake(services.store);
  return (updates) => {
    const times = timesOf(updates, Date.parse(services.now()));
    return accept(
      updates
        .map((update, at) => toTold(update, bot, services, times[at] ?? Number.NaN))
        .filter((one) => one !== undefined),
    );
  };
}

async function courierOf(
  context: Context,
  { courtesy = COURTESY }: TelegramConfig,
  duty: Duty,
  stop: AbortSignal,
): Promise<Courier> {
  const { services, log } = context;
  const pacer = createPacer(courtesy, () => Date.now(), stop);
  const lately = await sentLately(services.store);
  if (services.store.claims || lately.size > 0) pacer.takeOver(lately);
  const delivery: Omit<DeliveryContext, 'alone'> = {
    ...context,
    pacer,
    since: services.now(),
    said: createSaid(() => Date.now()),
    post: (outgoing) => courier.post(outgoing),
    stop,
  };
  const courier: Courier = createCourier({
    store: services.store,
    platform: PLATFORM,
    duty,
    notice: services.store.claims && ((update) => noticeKept(context, update)),
    prepare: (update) => prepare(context, update, stop),
    isOver: (update) => isOver(context, update),
    handle: (update) => handle(context, update),
    send: (message, alone) => send({ ...delivery, alone }, message),
    now: services.now,
    onUnkept: createUnkept({
      teller: (update) => unkeptTeller(context, update),
      now: services.now,
      onError: (err) => log.warn({ err }, 'nobody could be told that nothing is saved'),
    }),
    onError: (err) => log.error({ err }, 'Telegram'),
  });
  return courier;
}

/** To which groups something was sent in the last minute, by a process before this one. */
async function sentLately(store: Services['store']): Promise<Map<number, number[]>> {
  const groups = new Map<number, number[]>();
  for (const { place, age } of await store.transact(({ sends }) => sends.since(PLATFORM, MINUTE_MS))) {
    const chat = Number(placeOfKey(place).id);
    groups.set(chat, [...(groups.get(chat) ?? []), age]);
  }
  return groups;
}

/** What another process has taken in is noticed here. */
function noticeKept(context: Context, kept: Kept): void {
  try {
    notice(context, updateOf(kept));
  } catch (err) {
    context.log.error({ update: kept.id, err }, 'an update could not be read');
  }
}

/** Keeps updates; what changes who may what counts before they are kept. */
function taker(context: Context, courier: Courier): Take {
  return async (updates) => {
    const times = timesOf(updates, Date.parse(context.services.now()));
    const kept = updates.map((update, at) => {
      try {
        notice(context, update);
        return toKept(update, context.me.id, context.services, times[at] ?? Number.NaN);
      } catch (err) {
        context.log.error({ update: update.update_id, err }, 'an update could not be read');
        return undefined;
      }
    });
    await courier.accept(kept.filter((one) => one !== undefined));
  };
}

/** Nobody waits for it: the bot answers also where its commands are not listed and nothing describes it. */
async function introduce({ api, services, log }: Context, stop: AbortSignal): Promise<void> {
  const tell = (work: () => Promise<number>, failed: string) =>
    patiently(
      () =>
        work().catch((err: unknown) => {
          if (isPassing(err)) throw err;
          log.warn({ err }, failed);
        }),
      log,
      stop,
    );
  await tell(() => registerCommands(api, commandLists(services)), 'the commands could not be listed');
  await tell(() => describeBot(api, descriptions(services)), 'the bot could not be described');
}

/** What Telegram refuses it will refuse again. */
const isPassing = (error: unknown): boolean =>
  error instanceof ApiError && (error.code === 0 || error.code === 429 || error.code >= 500);

const aborted = (stop: AbortSignal): Promise<void> =>
  stop.aborted
    ? Promise.resolve()
    : new Promise((resolve) => stop.addEventListener('abort', () => resolve(), { once: true }));

async function open(
  { url, secret }: WebhookConfig,
  door: Door,
  take: Take,
  { api, log, stop }: Pick<Context, 'api' | 'log'> & { readonly stop: AbortSignal },
): Promise<void> {
  door.open(take);
  await patiently(
    () => api.setWebhook(url, { secret_token: secret, allowed_updates: UPDATES }).catch(explain),
    log,
    stop,
  );
  log.info({}, 'webhook');
}

function explain(error: unknown): never {
  if (error instanceof ApiError && error.code === 400)
    throw new PlatformError(`Telegram does not take TELEGRAM_WEBHOOK_URL: ${error.description}`);
  throw error;
}
