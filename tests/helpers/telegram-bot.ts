import { expect } from 'vitest';
import { createBot } from '../../src/bot/bot.ts';
import type { Services } from '../../src/bot/services.ts';
import { languageDetector } from '../../src/core/language/detect.ts';
import type { Library } from '../../src/core/search/library.ts';
import type { TelegramConfig } from '../../src/platforms/telegram/config.ts';
import { telegramPlatform } from '../../src/platforms/telegram/index.ts';
import { entryOf, textOf } from './entries.ts';
import { type ApiCall, type FakeTelegram, type Json, TOKEN } from './fake-telegram.ts';
import { libraryOf } from './library.ts';
import { logTo } from './log-to.ts';
import { serveRoutes } from './pages.ts';
import { readRichHtml } from './rich-html.ts';
import { type ServicesParts, servicesOf, shippedLocales } from './services.ts';

export { logTo } from './log-to.ts';

/** No waiting between messages. */
const AT_ONCE = { chatMs: 0, groupPerMinute: Number.POSITIVE_INFINITY, perSecond: Number.POSITIVE_INFINITY };

/** Entries in three languages, one of them written from right to left. */
export const ENTRIES = [
  entryOf(
    'questions/why-banned',
    textOf('en', 'Why was my account banned?', ['why did they ban my account', 'account blocked for no reason'], {
      related: ['questions/refund'],
      sources: [{ title: 'Handbook', publisher: 'Office', url: 'https://handbook.example/bans', published: '2024-03' }],
      asOf: '2024-03',
    }),
    textOf('zh-Hans', '为什么我的账号被封了？', ['账号被封是什么原因', '封号的原因'], {
      related: ['questions/refund'],
    }),
    textOf('fa', 'چرا حساب من مسدود شد؟', ['دلیل مسدود شدن حساب'], {
      answer: [{ kind: 'paragraph', children: [{ kind: 'text', text: 'چون ChatGPT در چین مسدود است.' }] }],
      related: ['questions/refund'],
    }),
  ),
  entryOf(
    'questions/refund',
    textOf('en', 'Can I get a refund for my subscription?', [
      'money back for subscription',
      'refund policy of the paid plan',
    ]),
    textOf('zh-Hans', '订阅可以退款吗？', ['怎么退款']),
    textOf('fa', 'آیا می‌توانم پولم را پس بگیرم؟', ['بازپرداخت اشتراک']),
  ),
  entryOf(
    'questions/hours',
    textOf('en', 'When is the office open?', ['opening hours of the office']),
    textOf('zh-Hans', '办公室几点开门？', ['办公时间']),
    textOf('fa', 'دفتر چه ساعتی باز است؟', ['ساعت کار دفتر']),
  ),
];

let learned: Library | undefined;

/** Services in the shipped languages, with entries in three of them. */
export async function telegramServices(parts: ServicesParts = {}): Promise<Services> {
  const { languages, background } = await shippedLocales();
  learned ??= libraryOf(ENTRIES, { languages, background });
  return servicesOf([], {
    library: learned,
    languages,
    detect: languageDetector([...languages.values()]),
    now: () => new Date().toISOString(),
    ...parts,
  });
}

/** Calls of the bot that concern no update. */
const DESCRIBING = [
  'getMyCommands',
  'setMyCommands',
  'getMyDescription',
  'setMyDescription',
  'getMyShortDescription',
  'setMyShortDescription',
];
const ASIDE = [
  'getChatMember',
  'getChatAdministrators',
  'getChat',
  'getMe',
  'deleteWebhook',
  'setWebhook',
  ...DESCRIBING,
];

/** A call's text as people see it. */
export function shownText(call: Pick<ApiCall, 'body'> | undefined): string {
  const { text: plain, rich_message: rich } = call?.body ?? {};
  const text = rich === undefined ? plain : readRichHtml(String((rich as Json).html)).text.trim();
  return typeof text === 'string' ? text.replace(/[\u200f\u2060\u2066-\u2069]/g, '') : '';
}

export interface RunningBot {
  readonly services: Services;
  /** Delivers updates one after the other. @returns what the bot did then */
  readonly tell: (...updates: readonly Json[]) => Promise<ApiCall[]>;
  /** Waits until everything that was delivered is handled, and everything that follows from it is sent. */
  readonly whenIdle: () => Promise<void>;
  readonly stop: () => Promise<void>;
  /** Lines of the log. */
  readonly lines: string[];
}

export async function startBot(
  fake: FakeTelegram,
  services: Services,
  config: Partial<TelegramConfig> = {},
): Promise<RunningBot> {
  const lines: string[] = [];
  const stop = new AbortController();
  const platform = telegramPlatform(
    { token: TOKEN, apiRoot: fake.root, courtesy: AT_ONCE, ...config },
    { services, log: logTo(lines) },
  );
  const server =
    config.webhook && (await serveRoutes(services, platform.routes, Number(new URL(config.webhook.url).port)));
  const ended = platform.run(createBot(services), stop.signal);
  ended.catch(() => undefined);
  // A message that is removed in minutes waits for its time.
  const soon = () => new Date(Date.parse(services.now()) + 45_000).toISOString();
  const waiting = () =>
    services.store.transact(
      async ({ inbox, outbox }) =>
        (await inbox.open('telegram')).length + (await outbox.due('telegram', soon())).length,
    );
  const whenIdle = async () => {
    await until(async () => fake.isDrained() && (await waiting()) === 0);
    await services.communities.whenIdle();
  };
  return {
    services,
    lines,
    whenIdle,
    tell: async (...updates) => {
      const from = fake.calls.length;
      for (const update of updates) {
        await fake.deliver(update);
        await whenIdle();
      }
      return fake.calls.slice(from).filter(({ method }) => !ASIDE.includes(method));
    },
    stop: async () => {
      stop.abort();
      try {
        await ended;
      } finally {
        await server?.close();
      }
    },
  };
}

/** Waits; fails after a time that is long enough for a loaded machine on which a program is started. */
export async function until(isDone: () => boolean | Promise<boolean>): Promise<void> {
  const end = Date.now() + 150_000;
  while (!(await isDone())) {
    if (Date.now() > end) expect.fail('waited in vain');
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}
