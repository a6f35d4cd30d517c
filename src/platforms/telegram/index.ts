import { once, setMaxListeners } from 'node:events';
import type { Update } from 'grammy/types';
import { keyOfPlace, placeOfKey } from '../../bot/conversation/place.ts';
import { type Courier, createCourier, createIntake } from '../../bot/delivery/courier.ts';
import { type Duty, onDuty } from '../../bot/delivery/duty.ts';
import { createFailureNotice } from '../../bot/delivery/failure-notice.ts';
import { createFaqChannels, type FaqChannels } from '../../bot/faq-channel/faq-channels.ts';
import { tellOutages } from '../../bot/platform/outage.ts';
import { type Host, type Platform, PlatformError } from '../../bot/platform/platform.ts';
import { createSaid } from '../../bot/platform/recall.ts';
import type { Update as Kept } from '../../bot/ports/delivery.ts';
import type { Services } from '../../bot/services.ts';
import { ApiError, createApi, outageIn } from './api.ts';
import { COURTESY, PLATFORM, type TelegramConfig, type WebhookConfig } from './config.ts';
import { createContext, type DeliveryContext, type TelegramContext } from './context.ts';
import { checks } from './doctor/doctor.ts';
import { faqPort } from './faq/faq-port.ts';
import { createEndpoint, type Endpoint, type Take } from './inbound/endpoint.ts';
import { failureNotice } from './inbound/failure-notice.ts';
import { handle } from './inbound/handlers.ts';
import { patiently, poll } from './inbound/poll.ts';
import { isOver, prepare } from './inbound/prepare.ts';
import { notice, timesOf, toKept, UPDATES } from './inbound/updates.ts';
import { commandLists, describeBot, descriptions, registerCommands } from './introduce.ts';
import { createPacer, MINUTE_MS } from './outbound/pacing.ts';
import { rankOf, send } from './outbound/send.ts';

/** Milliseconds for which an answer serves everybody who asks the same. */
const SAID_MS = 60_000;
/** Milliseconds for which running calls may continue once the bot is stopped. */
const GRACE_MS = 5000;

/** The bot on Telegram: by long polling, or by webhook if one is configured. */
export function telegramPlatform(config: TelegramConfig, { services, log: whole }: Host): Platform {
  const log = tellOutages(whole, 'Telegram', outageIn);
  const endpoint = config.webhook && createEndpoint(config.webhook);
  let isKnown = false;
  return {
    name: PLATFORM,
    // Messages to the operator go to the log only: no chat belongs to moderators alone, and members must not read them.
    tell: () => undefined,
    routes: endpoint ? [endpoint.route] : [],
    checks: (place) => checks(config, services, place),
    isConnected: () => isKnown,
    run: async (respond, stop) => {
      const api = createApi(config, stop);
      const me = await patiently(() => api.getMe(), log, stop);
      if (!me) return;
      isKnown = true;
      config.announce?.(`Telegram: connected as @${me.username}`);
      log.info({ bot: me.id, seesAll: me.can_read_all_group_messages }, 'Telegram');
      // A process that is not on duty stores the updates for the one that is.
      const intake = createIntake(services.store);
      let courier: Courier | undefined;
      const take: Take = (updates) => (courier?.accept ?? intake)(keptOf(updates, me.id, { services, log }));
      const serve = async (duty: Duty): Promise<void> => {
        const halt = new AbortController();
        const end = new AbortController();
        // Every running call adds a listener.
        setMaxListeners(0, duty.over, halt.signal, end.signal);
        const stopped = () => {
          halt.abort();
          setTimeout(() => end.abort(), GRACE_MS).unref();
        };
        duty.over.addEventListener('abort', stopped, { once: true });
        const context = createContext({ services, log }, createApi(config, end.signal), me, respond);
        const { courier: own, faq } = await deliveryOf(context, config, duty, halt.signal);
        const untilOver = createApi(config, duty.over);
        try {
          // The process that was on duty before may have changed them.
          await services.communities.refresh();
          await own.start();
          faq.start();
          log.info({}, 'on duty');
          courier = own;
          void introduce({ ...context, api: untilOver }, duty.over);
          await (endpoint
            ? duty.over.aborted || once(duty.over, 'abort')
            : poll({ api: untilOver, log, take, stop: duty.over }));
        } finally {
          courier = undefined;
          stopped();
          await Promise.all([own.stop(), faq.stop()]);
        }
      };
      try {
        if (config.webhook && endpoint) await open(config.webhook, endpoint, take, { api, log, stop });
        await onDuty(
          { store: services.store, name: PLATFORM, stop, onError: (err) => log.error({ err }, 'Telegram') },
          serve,
        );
      } finally {
        isKnown = false;
        await endpoint?.close();
      }
    },
  };
}

async function deliveryOf(
  context: TelegramContext,
  { courtesy = COURTESY }: TelegramConfig,
  duty: Duty,
  stop: AbortSignal,
): Promise<{ readonly courier: Courier; readonly faq: FaqChannels }> {
  const { services, log } = context;
  const pacer = createPacer(courtesy, () => Date.now(), stop);
  const lately = await sentLately(services.store);
  if (services.store.claims || lately.size > 0) pacer.takeOver(lately);
  const delivery: Omit<DeliveryContext, 'alone'> = {
    ...context,
    pacer,
    said: createSaid({ ms: SAID_MS }, () => Date.parse(services.now())),
    post: (outgoing) => courier.post(outgoing),
    stop,
  };
  // A message that is held back when the process ends gets no answer.
  const again = (update: Kept): void => {
    if (!stop.aborted)
      void courier.accept([update]).catch((err: unknown) => log.warn({ err }, 'a line is not answered'));
  };
  const courier: Courier = createCourier({
    store: services.store,
    platform: PLATFORM,
    duty,
    notice: (update) => {
      const changed = notice(context, update);
      if (changed !== undefined) faq.wake(keyOfPlace({ platform: PLATFORM, id: String(changed) }));
    },
    prepare: (update) => prepare(context, update, stop),
    isOver: (update) => isOver(context, update),
    handle: (update, attempt) => handle(context, update, attempt, again),
    send: (message, alone) => send({ ...delivery, alone }, message),
    rank: (message) => rankOf(delivery, message),
    now: services.now,
    onNotStored: createFailureNotice({
      teller: (update) => failureNotice(context, update),
      now: services.now,
      onError: (err) => log.warn({ err }, 'nobody could be told that nothing is saved'),
    }),
    onError: (err) => log.error({ err }, 'Telegram'),
  });
  const means = { pacer, post: delivery.post, groupPerMinute: courtesy.groupPerMinute };
  const faq = createFaqChannels({
    services,
    port: faqPort(context, means),
    duty: { ...duty, over: stop },
    onError: (err) => log.warn({ err }, 'a FAQ channel could not be kept up to date'),
  });
  return { courier, faq };
}

/** How many milliseconds ago previous processes sent messages to each group, for the last minute. */
async function sentLately(store: Services['store']): Promise<Map<number, number[]>> {
  const groups = new Map<number, number[]>();
  for (const { place, age } of await store.read(({ sends }) => sends.since(PLATFORM, MINUTE_MS))) {
    const chat = Number(placeOfKey(place).id);
    groups.set(chat, [...(groups.get(chat) ?? []), age]);
  }
  return groups;
}

/** Updates as they are stored; one that cannot be read is skipped. */
function keptOf(updates: readonly Update[], bot: number, { services, log }: Host): Kept[] {
  const times = timesOf(updates, Date.parse(services.now()));
  const kept = updates.map((update, at) => {
    try {
      return toKept(update, bot, services, times[at] ?? Number.NaN);
    } catch (err) {
      log.error({ update: update.update_id, err }, 'an update could not be read');
      return undefined;
    }
  });
  return kept.filter((one) => one !== undefined);
}

/**
 * Publishes the list of commands and the bot's description. Runs in the background, as the bot can answer without them.
 */
async function introduce({ api, services, log }: TelegramContext, stop: AbortSignal): Promise<void> {
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

/** Whether it is worth trying again; any other error would only occur once more. */
const isPassing = (error: unknown): boolean =>
  error instanceof ApiError && (error.code === 0 || error.code === 429 || error.code >= 500);

async function open(
  { url, secret }: WebhookConfig,
  endpoint: Endpoint,
  take: Take,
  { api, log, stop }: Pick<TelegramContext, 'api' | 'log'> & { readonly stop: AbortSignal },
): Promise<void> {
  endpoint.open(take);
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
