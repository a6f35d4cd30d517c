import { once } from 'node:events';
import { createServer } from 'node:http';
import { describe, expect, it, onTestFinished } from 'vitest';
import { encode } from '../../src/bot/community/records.ts';
import { sayDiagnosis } from '../../src/bot/platform/diagnose.ts';
import type { Diagnosis } from '../../src/bot/ports/diagnosis.ts';
import { StoreError } from '../../src/bot/ports/store.ts';
import { plainText } from '../../src/core/entry/blocks.ts';
import { diagnose } from '../../src/ops/doctor.ts';
import { checks as checkDiscord } from '../../src/platforms/discord/doctor/doctor.ts';
import { checks as checkTelegram } from '../../src/platforms/telegram/doctor/doctor.ts';
import { entryOf, textOf } from '../helpers/entries.ts';
import { moderatorIn, servicesOf, shippedLocales } from '../helpers/services.ts';
import { unitWith } from '../helpers/unit-with.ts';
import { append } from '../store/samples.ts';

/** What the bot needs on Discord, and more. */
const ALL = String(2n ** 52n - 1n - 8n);

/** A server that answers by path. @returns its address */
async function answering(
  answers: Readonly<Record<string, unknown>>,
  { date, status = 200 }: { date?: string; status?: number } = {},
): Promise<string> {
  const server = createServer((request, response) => {
    const path = Object.keys(answers).find((one) => request.url?.includes(one));
    response
      .writeHead(path === undefined ? 404 : status, {
        'content-type': 'application/json',
        ...(date === undefined ? {} : { date }),
      })
      .end(JSON.stringify(answers[path ?? ''] ?? {}));
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => void server.close());
  const address = server.address();
  return `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`;
}

const keysOf = (found: readonly Diagnosis[]) =>
  found.map(({ state, found: { key } }) => `${state} ${key.replace('diagnosis-', '')}`);
/** Where another platform's moderators ask, nothing is looked into one by one. */
const ELSEWHERE = { platform: 'test', id: 'here' };
const discord = async (apiUrl: string) =>
  checkDiscord({ token: 't', apiUrl, announce: () => undefined }, await servicesOf([]), ELSEWHERE);

describe('the doctor of the installation', () => {
  it('names damaged records, but not where somebody asks about one place', async () => {
    const services = await servicesOf([entryOf('questions/a', textOf('en', 'Alpha question?', []))]);
    const edits = ['b', 'a'].map((key) => ({
      community: 'test:here',
      kind: 'pin' as const,
      key,
      after: key === 'a' ? '{broken' : '{}',
    }));
    await append(services.store, edits);
    const [, damaged] = await diagnose(services);
    expect(damaged).toMatchObject({
      state: 'bad',
      found: { key: 'diagnosis-damaged', values: { records: 'pin "a" of test:here' } },
      cure: { key: 'cure-damaged' },
    });
    expect(keysOf(await diagnose(services, [], ELSEWHERE))).not.toContain('bad damaged');
  });

  it('names tables and columns that the database lacks', async () => {
    const services = await servicesOf([entryOf('questions/a', textOf('en', 'Alpha question?', []))]);
    const store = { ...services.store, missing: async () => ['acts.why', 'votes', 'kept', 'log', 'more'] };
    expect((await diagnose({ ...services, store }))[1]).toMatchObject({
      state: 'bad',
      found: { key: 'diagnosis-tables', values: { names: 'acts.why, votes, kept, +2' } },
      cure: { key: 'cure-tables' },
    });
  });

  it('finds what is well, old, and overdue', async () => {
    const services = await servicesOf([
      entryOf('questions/a', textOf('en', 'Alpha question?', [], { asOf: '2020', reviewBy: '2026-01-01' })),
      entryOf('questions/b', textOf('en', 'Beta question?', [], { asOf: '2020' })),
    ]);
    expect(keysOf(await diagnose({ ...services, version: '1.2.3' }))).toEqual([
      'good version',
      'good database',
      'good knowledge',
      'warning overdue',
      'warning old',
    ]);
  });

  it('says nothing of the age of an example, which is not the owner’s to review', async () => {
    const services = await servicesOf([entryOf('questions/a', textOf('en', 'Alpha question?', [], { asOf: '2020' }))]);
    const shared = services.knowledge.current();
    const [entry] = shared.entries.values();
    const pack = { name: entry?.pack ?? '', title: {}, defaultLanguage: 'en', sources: {}, example: true };
    const current = () => ({ ...shared, packs: [pack] });
    const found = await diagnose({ ...services, knowledge: { ...services.knowledge, current } });
    expect(keysOf(found)).toEqual(['good database', 'good knowledge']);
  });

  it('finds a cache that cannot be written', async () => {
    const services = await servicesOf([entryOf('questions/a', textOf('en', 'Alpha question?'))]);
    const found = await diagnose({
      ...services,
      knowledge: { ...services.knowledge, learning: () => ({ isLearning: false, cacheFailure: 'EROFS' }) },
    });
    expect(keysOf(found)).toEqual(['good database', 'good knowledge', 'warning cache-bad']);
    expect(sayDiagnosis(found[2] as Diagnosis, services.speak('en'))).toEqual([
      "⚠ What I learn can't be kept for the next start: EROFS",
      "→ Let the bot's user write to the folder in WENDA_CACHE, and check that the disk is not full.",
    ]);
  });

  it('finds changed knowledge that is refused, and names the first of it', async () => {
    const services = await servicesOf([entryOf('questions/a', textOf('en', 'Alpha question?'))]);
    const problems = [1, 2, 3, 4, 5].map((line) => `a.md:${line}: wrong (right it)`);
    const found = await diagnose({ ...services, knowledge: { ...services.knowledge, refused: () => problems } });
    expect(keysOf(found)).toEqual(['good database', 'good knowledge', 'bad refused']);
    expect(sayDiagnosis(found[2] as Diagnosis, services.speak('en'))).toEqual([
      '✗ Changed knowledge was not loaded: a.md:1: wrong (right it), a.md:2: wrong (right it), a.md:3: wrong (right it), … and 2 more.',
      '→ Correct these lines; I read them again by myself, or with /reload.',
    ]);
  });

  it('finds a repository of the knowledge that is not reached', async () => {
    const services = await servicesOf([entryOf('questions/a', textOf('en', 'Alpha question?'))]);
    const unreached = () => ({ why: 'git: no route', since: '2026-11-25T10:00:00.000Z' });
    const repository = { unreached, fetch: async () => undefined, pageOf: () => undefined };
    const found = await diagnose({ ...services, knowledge: { ...services.knowledge, repository } });
    expect(keysOf(found)).toEqual(['good database', 'good knowledge', 'warning repository']);
    expect(sayDiagnosis(found[2] as Diagnosis, services.speak('en'))[0]).toBe(
      '⚠ The repository of the knowledge has not been reached since 2026-11-25 10:00 UTC: git: no route',
    );
  });

  it('finds a database that cannot be written, no knowledge, and a platform that cannot be reached', async () => {
    const services = await servicesOf([]);
    await services.store.close();
    const broken = { name: 'x', checks: () => Promise.reject(new Error('secret token')) };
    const found = await diagnose(services, [broken, { name: 'y' }]);
    expect(keysOf(found)).toEqual(['bad database-bad', 'bad empty', 'bad unreachable']);
    expect(JSON.stringify(found)).not.toContain('secret');
  });

  it.each(['ar', 'fa'])('%s: a list runs as the language does, each of its names held together', async (language) => {
    const services = await servicesOf([]);
    const values = {
      place: 'Mei’s server',
      channels: ['#general', '#עזרה', '#a.b'],
      rights: [{ key: 'right-view' }, { key: 'right-send' }],
    };
    const lines = sayDiagnosis(
      { state: 'bad', found: { key: 'diagnosis-channels', values }, cure: { key: 'cure-channels' } },
      services.speak(language),
      'rtl',
    );
    expect(lines[0]).toContain(' \u2068#general\u2069، \u2068#עזרה\u2069، \u2068#a.b\u2069');
    expect(lines[0]?.match(/\u2069، \u2068/g)).toHaveLength(3);
    expect(lines[1]).toMatch(/^← /);
    // The list itself is not set apart: it would run as its first name does.
    expect(lines[0]).not.toMatch(/\u2068\u2068#/);
  });

  it('tells moderators, and only them', async () => {
    const services = await servicesOf([], {
      diagnose: async () => [{ state: 'bad', found: { key: 'diagnosis-empty' }, cure: { key: 'cure-empty' } }],
    });
    const say = moderatorIn(services);
    expect(plainText((await say('/doctor'))?.blocks ?? [])).toBe(
      '- ✗ There is no knowledge: no entry is ready to answer.\n→ Set KNOWLEDGE_DIR to a folder of packs.',
    );
    expect(plainText((await say('/doctor', { isModerator: async () => false }))?.blocks ?? [])).toContain(
      'Only moderators',
    );
  });

  it('tells moderators of a full disk, though nothing that fails in their own transaction could be told', async () => {
    const { store, ...services } = await servicesOf([]);
    const transact: typeof store.transact = (work) =>
      store.transact((unit) => {
        const save: typeof unit.kept.save = async (item) => {
          await unit.kept.save(item);
          throw new StoreError('No space is left');
        };
        return work(unitWith(unit, 'kept', { save }));
      });
    const full = { ...services, store: { ...store, transact } };
    const say = moderatorIn({ ...full, diagnose: () => diagnose(full) });
    expect(plainText((await say('/doctor'))?.blocks ?? [])).toContain('The database cannot be used: No space is left');
  });

  it('looks at the place where it is asked', async () => {
    const places: unknown[] = [];
    const services = await servicesOf([]);
    const checks = async (place: unknown) => {
      places.push(place);
      return [];
    };
    const platform = { name: 'x', checks };
    await moderatorIn({ ...services, diagnose: (place) => diagnose(services, [platform], place) })('/doctor');
    await diagnose(services, [platform]);
    expect(places).toEqual([expect.objectContaining({ platform: 'test', id: 'here' }), undefined]);
  });

  it('has words for everything that it may find', async () => {
    const { messages } = await shippedLocales();
    const services = await servicesOf([]);
    const keys = [...(messages.get('en') ?? '').matchAll(/^((?:diagnosis|cure|right)-\S+) =/gm)].map(
      ([, key = '']) => key,
    );
    expect(keys.length).toBeGreaterThan(60);
    const values = {
      name: 'n',
      version: '1.2.3',
      node: '24.0.0',
      command: 'npm run doctor',
      place: 'p',
      status: 429,
      count: 2,
      all: 3,
      seconds: 4,
      why: 'w',
      since: 's',
      rights: [{ key: 'right-view' }, 'r'],
      channels: ['#c', '#d'],
      problems: ['a.md:1: p'],
      records: 'r',
      names: 'n',
      file: 'f',
    };
    for (const language of messages.keys())
      for (const key of keys)
        expect(
          sayDiagnosis(
            { state: 'bad', found: { key, values }, cure: { key, values } },
            services.speak(language),
          ).join(),
        ).not.toMatch(/\{|undefined/);
  });
});

describe('the doctor of Discord', () => {
  const application = { flags: 1 << 19, interactions_endpoint_url: null };
  const guilds = [
    { id: '1', permissions: ALL },
    { id: '2', permissions: '8' },
  ];

  it('finds nothing where all is well', async () => {
    expect(keysOf(await discord(await answering({ 'applications/@me': application, guilds })))).toEqual([
      'good token-good',
      'good content',
      'good permissions',
      'good clock',
    ]);
  });

  it('finds a wrong token', async () =>
    expect(keysOf(await discord(await answering({ 'applications/@me': {} }, { status: 401 })))).toEqual(['bad token']));

  it('finds a missing intent, lacking permissions, and a wrong clock', async () => {
    const parts = {
      'applications/@me': { ...application, flags: 0 },
      guilds: [
        { id: '1', permissions: '2048' },
        { id: '2', permissions: ALL },
      ],
      '/': {},
    };
    const url = await answering(parts, { date: 'Wed, 01 Jan 2020 00:00:00 GMT' });
    expect(keysOf(await discord(url))).toEqual([
      'good token-good',
      'warning content-off',
      'bad permissions-lack',
      'bad clock-off',
    ]);
  });

  it('finds that interactions go elsewhere, and that no server knows the bot', async () => {
    const elsewhere = { ...application, interactions_endpoint_url: 'https://x.example' };
    const url = await answering({ 'applications/@me': elsewhere, guilds: [] });
    expect(keysOf(await discord(url)).slice(2, 4)).toEqual(['bad endpoint', 'warning alone']);
  });

  it('says where Discord cannot be reached', async () => expect(discord('http://127.0.0.1:1')).rejects.toThrow());
});

describe('the doctor of Telegram', () => {
  const ok = (result: unknown) => ({ ok: true, result });
  const me = ok({ id: 1, can_read_all_group_messages: true });
  const telegram = async (apiRoot: string, url?: string) =>
    checkTelegram(
      { token: 't', apiRoot, webhook: url === undefined ? undefined : { url, secret: 's'.repeat(16) } },
      await servicesOf([]),
    );

  it('finds nothing where all is well', async () => {
    expect(keysOf(await telegram(await answering({ getMe: me, getWebhookInfo: ok({ url: '' }) }))).slice(0, 4)).toEqual(
      ['good token-good', 'good reads-all', 'good guest-off', 'good polling'],
    );
  });

  it('finds a wrong token', async () => {
    const url = await answering(
      { getMe: { ok: false, error_code: 401, description: 'Unauthorized' } },
      { status: 401 },
    );
    expect(keysOf(await telegram(url))).toEqual(['bad token']);
  });

  it.each([
    [{ url: 'https://other.example' }, undefined, 'warning webhook-other'],
    [{ url: '' }, 'https://bot.example/t', 'bad webhook-none'],
    [
      {
        url: 'https://bot.example/t',
        last_error_date: Math.round(Date.now() / 1000),
        last_error_message: 'no',
        pending_update_count: 3,
      },
      'https://bot.example/t',
      'bad webhook-bad',
    ],
    [{ url: 'https://bot.example/t', last_error_date: 1 }, 'https://bot.example/t', 'good webhook'],
  ])('%j, set %s: %s', async (info, url, expected) => {
    expect(
      keysOf(await telegram(await answering({ getMe: ok({ id: 1 }), getWebhookInfo: ok(info) }), url)).slice(1, 4),
    ).toEqual(['warning privacy', 'good guest-off', expected]);
  });

  it('looks into the groups that were set up', async () => {
    const services = await servicesOf([]);
    const edits = ['telegram:-1', 'discord:5', 'telegram:7'].map((key) => ({
      community: 'telegram:-1',
      kind: 'place' as const,
      key,
      after: encode('place', { title: '' }),
    }));
    const act = {
      community: 'telegram:-1',
      person: 'p',
      place: 'telegram:-1',
      at: services.now(),
      command: 'link',
      why: '',
      forced: null,
      undoes: null,
    };
    await services.store.transact(({ log }) => log.append({ ...act, edits }));
    const apiRoot = await answering({
      getMe: me,
      getWebhookInfo: ok({}),
      getChatMember: ok({ status: 'restricted', is_member: true, can_send_messages: false }),
      getChat: ok({ title: 'Ours' }),
    });
    expect(keysOf(await checkTelegram({ token: 't', apiRoot }, services, ELSEWHERE)).slice(4, 6)).toEqual([
      'bad groups-lack',
      'warning no-pin',
    ]);
  });

  it('says where Telegram cannot be reached', async () => expect(telegram('http://127.0.0.1:1')).rejects.toThrow());
});
