import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Services } from '../../../src/bot/services.ts';
import { libraryOf } from '../../helpers/library.ts';
import { MACHINES } from '../../helpers/machines.ts';
import { appOf, WEB_TOKEN } from '../../helpers/pages.ts';
import { servicesOf, shippedLocales } from '../../helpers/services.ts';
import { telegramServices } from '../../helpers/telegram-bot.ts';
import { type Visitor, visitorOf } from '../../helpers/web-visitor.ts';

let services: Services;
beforeAll(async () => {
  services = await telegramServices();
});

const PART = { 'x-wants': 'part' };

describe('the playground', () => {
  it('greets in the language of the browser, and with examples', async () => {
    const visitor = visitorOf(appOf(services));
    expect((await visitor.get('/', { 'accept-language': 'zh-CN,zh;q=0.9' })).status).toBe(200);
    expect(visitor.page()).toContain('<html lang="zh-Hans" dir="ltr">');
    expect(visitor.page()).toContain('订阅可以退款吗？');
    await visitor.get('/?lang=en');
    await visitor.get('/', { 'accept-language': 'zh-CN' });
    expect(visitor.page()).toContain('<html lang="en"');
    await visitor.get('/?lang=fa');
    expect(visitor.page()).toContain('dir="rtl"');
  });

  it('shows an answer on one card, and why', async () => {
    const visitor = visitorOf(appOf(services));
    await visitor.get('/?lang=en');
    await visitor.post('/', { text: 'why was my account banned?' }, PART);
    const page = visitor.page();
    expect(page).not.toContain('<html');
    expect(page.match(/<h2>Why was my account banned\?/g)).toHaveLength(1);
    expect(page).toMatch(/<div class="reply is-answered" lang="en" dir="ltr">/);
    expect(page).toMatch(/<div class="notes">.*handbook\.example.*<p>As of March 2024\.<\/p><\/div>/s);
    expect(page).toMatch(/<form class="choices".*Can I get a refund.*<form class="tools".*👍 Helped/s);
    expect(page).toContain('<mark>');
    expect(page).toMatch(/class="number good">.*\d+%/s);
    expect(page).toContain('Can I get a refund for my subscription?');
  });

  it('offers titles and that none is meant, and shows the entry of the title that is pressed', async () => {
    const visitor = visitorOf(appOf(services));
    await visitor.get('/?lang=en');
    await visitor.post('/', { text: 'office' }, PART);
    const [, choices = ''] =
      /<div class="reply is-offer".*?<form class="choices"(.*?)<\/form>/s.exec(visitor.page()) ?? [];
    const titles = [...choices.matchAll(/<button[^>]*>(.*?)<\/button>/g)].map(([, title]) => title);
    expect(titles).toContain('When is the office open?');
    expect(visitor.page()).toMatch(/<form class="tools".*None of these/s);
    await visitor.post('/', { press: visitor.buttons(titles[0] ?? '')[0] ?? '' }, PART);
    expect(visitor.page()).toContain(`<h2>${titles[0]}`);
  });

  it('does not explain why a greeting was returned', async () => {
    const visitor = visitorOf(appOf(services));
    await visitor.get('/?lang=en');
    await visitor.post('/', { text: 'hello' }, PART);
    expect(visitor.page()).toContain('I answer questions about');
    expect(visitor.page()).not.toContain('class="number');
  });

  it('answers a follow-up, and does not explain it by itself', async () => {
    const visitor = visitorOf(
      appOf(await servicesOf(MACHINES, { library: libraryOf(MACHINES, await shippedLocales()) })),
    );
    await visitor.get('/?lang=en');
    await visitor.post('/', { text: 'What is Zorvex?' }, PART);
    expect(visitor.page()).toContain('class="number');
    await visitor.post('/', { text: 'who makes it?' }, PART);
    expect(visitor.page()).toContain('<h2>Who makes Zorvex?');
    expect(visitor.page()).not.toContain('class="number');
  });

  it('comes as a whole page where no script asked for a part', async () => {
    const visitor = visitorOf(appOf(services));
    await visitor.get('/?lang=en');
    await visitor.post('/', { text: 'when is the office open?' });
    expect(visitor.page()).toContain('<html');
    expect(visitor.page()).toContain('When is the office open?!');
    await visitor.post('/', {
      press: visitor.buttons('👍')[0] ?? '',
      message: /name="message" value="(code[^"]*)"/.exec(visitor.page())?.[1] ?? '',
    });
    expect(visitor.page()).toContain('Glad it helped');
  });

  it('follows buttons, and refuses forged ones and those of others', async () => {
    const app = appOf(services);
    const [one, other] = [visitorOf(app), visitorOf(app)];
    for (const visitor of [one, other]) await visitor.get('/?lang=en');
    await one.post('/', { text: 'why was my account banned?' }, PART);
    const [press = ''] = one.buttons('Can I get a refund');
    await one.post('/', { press }, PART);
    expect(one.page()).toContain('<h2>Can I get a refund for my subscription?');
    for (const [visitor, data] of [
      [other, press],
      [one, `${press} x`],
      [one, ''],
    ] as const) {
      await visitor.get('/');
      await visitor.post('/', { press: data }, PART);
      expect(visitor.page()).toContain('This button no longer works');
    }
  });

  it('lets nobody moderate who has not signed in', async () => {
    const visitor = visitorOf(appOf(services));
    await visitor.get('/?lang=en');
    const tried: readonly Readonly<Record<string, string>>[] = [
      { text: '/teach' },
      { command: 'teach', 'option-question': 'a', 'option-answer': 'b' },
      { command: 'settings' },
    ];
    for (const fields of tried) {
      await visitor.post('/', fields, PART);
      expect(visitor.page()).toContain('Only moderators can do that here');
      await visitor.get('/');
    }
  });

  describe('and the dashboard', () => {
    const ask = async (visitor: Visitor, text: string, path = '/') => {
      await visitor.get('/?lang=en');
      await visitor.post(path, { text }, PART);
      return visitor.page();
    };
    const signedIn = async (app: ReturnType<typeof appOf>) => {
      const visitor = visitorOf(app);
      await visitor.get('/dashboard?lang=en');
      await visitor.post('/dashboard/login', { token: WEB_TOKEN });
      await visitor.get('/dashboard');
      return visitor;
    };
    let own: Services;
    let app: ReturnType<typeof appOf>;
    beforeEach(async () => {
      own = await telegramServices();
      app = appOf(own);
    });

    it('share one community: what is taught is found at once, what is asked counts', async () => {
      const moderator = await signedIn(app);
      await moderator.post(
        '/dashboard/act',
        { command: 'teach', 'option-question': 'Where do I park my bicycle?', 'option-answer': 'Behind the house.' },
        PART,
      );
      await moderator.post('/dashboard/act', { press: moderator.buttons('Save')[0] ?? '' }, PART);
      expect(await ask(visitorOf(app), 'where do I park my bicycle?')).toContain('Behind the house.');
      await moderator.get('/dashboard');
      expect(moderator.page()).toContain('<dd><span class="big">1</span>');
    });

    it('lets whoever signed in ask the community that the dashboard shows, and nobody else', async () => {
      await own.store.transact(({ tallies }) =>
        tallies.add([
          {
            community: 'test:there',
            day: own.now().slice(0, 10),
            what: 'asked',
            language: 'en',
            platform: 'test',
            entry: '',
            count: 9,
          },
        ]),
      );
      const moderator = await signedIn(app);
      await moderator.get('/dashboard?community=test:there');
      await moderator.get('/');
      await moderator.post('/', { text: '/pin question: parking entry: questions/hours' }, PART);
      expect((await own.communities.byId('test:there')).state.all('pin')).toHaveLength(1);
      expect(await ask(moderator, 'parking')).toContain('When is the office open?!');
      expect(await ask(visitorOf(app), 'parking')).not.toContain('When is the office open?!');
    });

    it("keep every visitor's conversation, whoever else asks", async () => {
      const machines = await servicesOf(MACHINES, { library: libraryOf(MACHINES, await shippedLocales()) });
      const open = appOf(machines);
      const one = visitorOf(open);
      await ask(one, 'What is Zorvex?');
      await ask(visitorOf(open), 'What is Kelpin?');
      await one.post('/', { text: 'who makes it?' }, PART);
      expect(one.page()).toContain('<h2>Who makes Zorvex?');
    });

    it('are one list, however many they make themselves', async () => {
      const from = (address: string, text: string) => ask(visitorOf(app, address), text);
      await from('192.0.2.1', 'where is the parking of the office');
      await from('192.0.2.2', 'where is the parking of the office');
      const [kept] = await own.questions.list('web:pages');
      expect([kept?.text, kept?.askers.length]).toEqual(['where is the parking of the office', 2]);
    });
  });

  it('slows down who asks too much', async () => {
    const few = { burst: 2, every: 1_000_000 };
    const many = { burst: 1000, every: 1 };
    const visitor = visitorOf(appOf(services, { config: { pace: { session: few, login: many, atOnce: 100 } } }));
    await visitor.get('/?lang=en');
    const statuses: number[] = [];
    for (let at = 0; at < 4; at++) {
      statuses.push((await visitor.post('/', { text: 'hello' })).status);
    }
    expect(statuses).toEqual([200, 200, 429, 429]);
  });

  it('answers so many at once, whoever they are, and the next ones as soon as one is done', async () => {
    const waiting: (() => void)[] = [];
    const respond = () => new Promise<undefined>((resolve) => waiting.push(() => resolve(undefined)));
    const pace = { session: { burst: 100, every: 1 }, login: { burst: 100, every: 1 }, atOnce: 2 };
    const app = appOf(services, { respond, config: { pace } });
    const visitors = await Promise.all(
      [1, 2, 3].map(async (at) => {
        const visitor = visitorOf(app, `203.0.113.${at}`);
        await visitor.get('/?lang=en');
        return visitor;
      }),
    );
    const [one, two, three] = visitors as [Visitor, Visitor, Visitor];
    const first = [one, two].map((visitor) => visitor.post('/', { text: 'hello' }));
    await expect.poll(() => waiting.length).toBe(2);
    expect((await three.post('/', { text: 'hello' })).status).toBe(429);
    waiting.shift()?.();
    expect((await Promise.race(first)).status).toBe(200);
    await three.get('/');
    const next = three.post('/', { text: 'hello' });
    await expect.poll(() => waiting.length).toBe(2);
    for (const resolve of waiting) resolve();
    expect((await next).status).toBe(200);
  });

  it('keeps words out of the log, also where something fails', async () => {
    const lines: string[] = [];
    const respond = () => Promise.reject(new Error('broken'));
    const visitor = visitorOf(appOf(services, { lines, respond }));
    await visitor.get('/?lang=en');
    expect((await visitor.post('/', { text: 'a secret question' })).status).toBe(500);
    expect(visitor.page()).toContain('Something went wrong. Please try again in a moment.');
    expect(visitor.page()).toContain('Go back: what you typed is still there.');
    expect(lines.join('\n')).toContain('broken');
    expect(lines.join('\n')).not.toMatch(/secret|csrf|wenda_session/);
  });
});
