import { describe, expect, it } from 'vitest';
import { directly } from '../../src/bot/attempt.ts';
import { createBot } from '../../src/bot/bot.ts';
import { StoreError } from '../../src/bot/ports/store.ts';
import { healthRoutes } from '../../src/ops/health.ts';
import { createMetrics } from '../../src/ops/metrics.ts';
import { telegramServices } from '../helpers/telegram-bot.ts';
import { unitWith } from '../helpers/unit-with.ts';

const services = await telegramServices();

async function ready(isConnected: boolean, stop = new AbortController()) {
  const routes = healthRoutes(services, [{ name: 'chat', isConnected: () => isConnected }], stop.signal);
  const answer = await routes.find(({ path }) => path === '/readyz')?.handle('', {});
  return [answer?.status, JSON.parse(answer?.body ?? '')] as const;
}

describe('health', () => {
  it('is alive', async () =>
    expect((await healthRoutes(services, [], new AbortController().signal)[0]?.handle('', {}))?.status).toBe(200));

  it('is ready with knowledge, store and platforms', async () => {
    expect(await ready(true)).toEqual([
      200,
      { status: 'ready', running: true, knowledge: true, store: true, tables: true, chat: true },
    ]);
    expect(await ready(false)).toEqual([
      503,
      { status: 'not ready', running: true, knowledge: true, store: true, tables: true, chat: false },
    ]);
    const stopped = new AbortController();
    stopped.abort();
    expect((await ready(true, stopped))[1]).toMatchObject({ running: false });
  });

  it('is ready while it learns, and says so', async () => {
    const learning = { ...services, knowledge: { ...services.knowledge, learning: () => ({ isLearning: true }) } };
    const read = async (isConnected: boolean) => {
      const answer = await healthRoutes(
        learning,
        [{ name: 'chat', isConnected: () => isConnected }],
        new AbortController().signal,
      )[1]?.handle('', {});
      return [answer?.status, JSON.parse(answer?.body ?? '').status];
    };
    expect([await read(true), await read(false)]).toEqual([
      [200, 'learning'],
      [503, 'not ready'],
    ]);
  });

  it('is not ready where the store can be read and not written', async () => {
    const { store } = services;
    const save = () => Promise.reject(new StoreError('No space is left'));
    const transact: typeof store.transact = (work) => store.transact((unit) => work(unitWith(unit, 'kept', { save })));
    const answer = await healthRoutes(
      { ...services, store: { ...store, transact } },
      [],
      new AbortController().signal,
    )[1]?.handle('', {});
    expect([answer?.status, JSON.parse(answer?.body ?? '').store]).toEqual([503, false]);
  });

  it('says why changed knowledge is refused, and goes on', async () => {
    const refusing = {
      ...services,
      knowledge: { ...services.knowledge, refused: () => ['a.md:3: no source (name one)'] },
    };
    const answer = await healthRoutes(refusing, [], new AbortController().signal)[1]?.handle('', {});
    expect([answer?.status, JSON.parse(answer?.body ?? '')]).toEqual([
      200,
      {
        status: 'ready',
        running: true,
        knowledge: true,
        store: true,
        tables: true,
        refused: ['a.md:3: no source (name one)'],
      },
    ]);
  });

  it('is not ready where tables or columns are lacking, and names them', async () => {
    const store = { ...services.store, missing: async () => ['acts.why', 'votes'] };
    const answer = await healthRoutes({ ...services, store }, [], new AbortController().signal)[1]?.handle('', {});
    expect([answer?.status, JSON.parse(answer?.body ?? '')]).toEqual([
      503,
      expect.objectContaining({ status: 'not ready', tables: false, missing: ['acts.why', 'votes'] }),
    ]);
  });

  it('is not ready without the store', async () => {
    const other = await telegramServices();
    await other.store.close();
    const answer = await healthRoutes(other, [], new AbortController().signal)[1]?.handle('', {});
    expect([answer?.status, JSON.parse(answer?.body ?? '').store]).toEqual([503, false]);
  });
});

describe('metrics', () => {
  it('count calls and questions, without words or ids', async () => {
    const metrics = createMetrics({ ...services, version: '1.2.3' }, [{ name: 'chat', isConnected: () => false }]);
    const respond = metrics.measured(createBot({ ...services, counter: metrics.counted(services.counter) }));
    const incoming = {
      person: 'chat:person-of-tests',
      place: { platform: 'chat', id: 'place-of-tests', title: 'Secret place' },
      addressed: true,
      locale: 'en',
    };
    for (const text of ['why was my account banned?', 'something quite unheard of', 'something quite unheard of'])
      await respond({ ...incoming, text }, undefined);
    await respond({ ...incoming, text: 'hello all', addressed: false }, undefined);
    const { body } = await metrics.route.handle('', {});
    expect(body).toContain('wenda_calls_total{platform="chat",outcome="answer"} 1');
    expect(body).toContain('wenda_calls_total{platform="chat",outcome="silence"} 1');
    expect(body).toContain('wenda_questions_total{what="asked",platform="chat",language="en"} 3');
    expect(body).toContain('wenda_connected{platform="chat"} 0');
    expect(body).toContain('wenda_info{version="1.2.3"} 1');
    expect(body).not.toMatch(/person-of|place-of|Secret|banned|unheard|questions\//);
  });

  it('tells that changed knowledge is refused, until it is right again', async () => {
    let refused: readonly string[] = ['a.md:3: no source (name one)'];
    const metrics = createMetrics(
      { ...services, version: '1.2.3', knowledge: { ...services.knowledge, refused: () => refused } },
      [],
    );
    expect((await metrics.route.handle('', {})).body).toContain('\nwenda_knowledge_refused 1\n');
    refused = [];
    expect((await metrics.route.handle('', {})).body).toContain('\nwenda_knowledge_refused 0\n');
  });

  it('takes part in the attempt of the caller', async () => {
    const metrics = createMetrics({ ...services, version: '1.2.3' }, []);
    const heard: unknown[] = [];
    const within = directly(services.store);
    await metrics.measured(async (_, attempt) => {
      heard.push(attempt);
      return undefined;
    })({ person: 'p', place: { platform: 'chat', id: '1' }, text: '', addressed: true }, within);
    expect(heard).toEqual([within]);
  });

  it('counts what fails', async () => {
    const metrics = createMetrics({ ...services, version: '1.2.3' }, []);
    await expect(
      metrics.measured(() => Promise.reject(new Error('x')))(
        {
          person: 'p',
          place: { platform: 'chat', id: '1' },
          text: '',
          addressed: true,
        },
        undefined,
      ),
    ).rejects.toThrow('x');
    expect((await metrics.route.handle('', {})).body).toContain('wenda_calls_total{platform="chat",outcome="error"} 1');
  });
});
