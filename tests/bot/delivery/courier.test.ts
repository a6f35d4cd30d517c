import { beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import {
  type Courier,
  type CourierOptions,
  createCourier,
  createIntake,
  type Outgoing,
} from '../../../src/bot/delivery/courier.ts';
import { type Duty, OffDuty } from '../../../src/bot/delivery/duty.ts';
import type { SendOutcome } from '../../../src/bot/delivery/sender.ts';
import type { OutboxMessage, Update } from '../../../src/bot/ports/delivery.ts';
import { Outdated, type Store, StoreError } from '../../../src/bot/ports/store.ts';
import { openStore } from '../../../src/store/index.ts';

let store: Store;
let sent: string[];
let handled: string[];
let errors: unknown[];
const update = (id: string, queue = 'a'): Update => ({
  platform: 'test',
  id,
  queue,
  person: 'p',
  payload: `ask ${id}`,
  at: new Date().toISOString(),
});
const answer = ({ queue, payload }: Update): Outgoing[] => [
  { queue, person: 'p', payload: payload.replace('ask', 'answer') },
];

function courierOf(parts: Partial<CourierOptions> = {}): Courier {
  return createCourier({
    store,
    platform: 'test',
    handle: async (one) => {
      handled.push(one.id);
      return answer(one);
    },
    send: async ({ payload }) => {
      sent.push(payload);
      return { kind: 'sent' };
    },
    now: () => new Date().toISOString(),
    onError: (error) => errors.push(error),
    ...parts,
  });
}

async function until(isDone: () => boolean): Promise<void> {
  await expect.poll(isDone, { interval: 5 }).toBe(true);
}

beforeEach(async () => {
  store = await openStore('sqlite::memory:');
  sent = [];
  handled = [];
  errors = [];
});

describe('the courier', () => {
  it('has each update handled and answered once, however often it comes', async () => {
    const courier = courierOf();
    await courier.accept([update('1'), update('1'), update('2')]);
    await courier.accept([update('2'), update('1')]);
    await until(() => sent.length === 2);
    await courier.stop();
    expect(handled).toEqual(['1', '2']);
    expect(sent).toEqual(['answer 1', 'answer 2']);
  });

  it('has it told that nothing can be kept, from the second refusal on, and also where the work itself cannot be', async () => {
    let isFull = true;
    const notStored: string[] = [];
    const refuse = () => Promise.reject(new StoreError('No space is left'));
    const full: Store = { ...store, transact: (work) => (isFull ? refuse() : store.transact(work)) };
    const courier = courierOf({ store: full, onNotStored: ({ id }) => notStored.push(id) });
    await expect(courier.accept([update('1')])).rejects.toThrow('No space');
    expect(notStored).toEqual([]);
    await expect(courier.accept([update('1')])).rejects.toThrow('No space');
    expect(notStored).toEqual(['1']);
    isFull = false;
    await courier.accept([update('1')]);
    await until(() => sent.length === 1);
    isFull = true;
    await expect(courier.accept([update('2')])).rejects.toThrow('No space');
    expect(notStored).toEqual(['1']);
    isFull = false;
    const other = courierOf({
      handle: refuse,
      attempts: { handle: 1, send: 1 },
      onNotStored: ({ id }) => notStored.push(id),
    });
    await other.accept([update('3')]);
    await until(() => notStored.length === 2);
    await Promise.all([courier.stop(), other.stop()]);
    expect(notStored).toEqual(['1', '3']);
  });

  it('notes nothing of somebody who was erased while a message to them was being sent', async () => {
    const noted: string[] = [];
    const courier = courierOf({
      send: async ({ payload, person }) => {
        if (payload === 'answer 2') await store.transact(({ people }) => people.erase(person, ''));
        sent.push(payload);
        return { kind: 'sent', note: async () => void noted.push(payload) };
      },
    });
    for (const id of ['1', '2', '3']) {
      await courier.accept([update(id)]);
      await until(() => sent.length === Number(id));
    }
    await courier.stop();
    expect(noted).toEqual(['answer 1', 'answer 3']);
  });

  it('keeps and says nothing of an update that was being handled when its person was erased elsewhere', async () => {
    const courier = courierOf({
      handle: async (one, { write }) => {
        handled.push(one.id);
        if (one.queue === 'erased') await store.transact(({ people }) => people.erase('p', ''));
        if (one.id === '2') await write(({ people }) => people.setLanguage('p', 'de'));
        return answer(one);
      },
    });
    await courier.accept([update('1', 'erased'), update('2', 'erased')]);
    await until(() => handled.length === 2);
    await courier.accept([update('3')]);
    await until(() => sent.length === 1);
    await courier.stop();
    expect([sent, errors]).toEqual([['answer 3'], []]);
    expect((await store.read(({ people }) => people.export('p', ''))).choices).toEqual([]);
  });

  it('has an update and what is to be sent on the disk, and of what was sent no more than a note', async () => {
    const kept: (string | undefined)[] = [];
    const noting: Store = {
      ...store,
      transact: (work, durability) => {
        kept.push(durability?.());
        return store.transact(work, durability);
      },
    };
    const courier = courierOf({ store: noting });
    await courier.accept([update('1')]);
    await until(() => kept.includes('written'));
    await courier.stop();
    expect(kept).toEqual(['synced', 'synced', 'written']);
  });

  it('keeps the order in a queue, and lets queues run side by side', async () => {
    let end = (): void => undefined;
    const first = new Promise<void>((resolve) => {
      end = resolve;
    });
    const courier = courierOf({
      handle: async (one) => {
        handled.push(one.id);
        return answer(one);
      },
      send: async ({ payload }) => {
        if (payload === 'answer 1') await first;
        sent.push(payload);
        return { kind: 'sent' };
      },
    });
    await courier.accept([update('1', 'a'), update('2', 'a'), update('3', 'b')]);
    await until(() => sent.length === 1);
    end();
    await until(() => sent.length === 3);
    expect(sent).toEqual(['answer 3', 'answer 1', 'answer 2']);
    await courier.stop();
  });

  it('goes on with what a killed process had accepted or not yet sent', async () => {
    await store.transact(({ inbox }) => inbox.accept([update('1'), update('2')]));
    await store.transact(async ({ inbox, outbox }) => {
      await inbox.done('test', '1');
      await outbox.add({
        platform: 'test',
        queue: 'a',
        person: '',
        payload: 'answer 1',
        due: new Date().toISOString(),
      });
    });
    const courier = courierOf();
    await courier.start();
    await until(() => sent.length === 2);
    await courier.stop();
    expect(handled).toEqual(['2']);
    expect(sent).toEqual(['answer 1', 'answer 2']);
    expect(await store.transact(({ inbox }) => inbox.open('test'))).toEqual([]);
  });

  it('sends at once what something else puts in the outbox, without waiting for its next look', async () => {
    vi.useFakeTimers({ toFake: ['setInterval'] });
    onTestFinished(() => void vi.useRealTimers());
    const courier = courierOf();
    await courier.start();
    const due = new Date().toISOString();
    await store.transact(({ outbox }) => outbox.add({ platform: 'test', queue: 'a', person: '', payload: 'new', due }));
    await until(() => sent.length === 1);
    await courier.stop();
  });

  it('keeps nothing of what another process has handled meanwhile', async () => {
    const courier = courierOf({
      handle: async (one) => {
        handled.push(one.id);
        return answer(one);
      },
      prepare: async ({ id }) => {
        if (id === '2') await store.transact(({ inbox }) => inbox.done('test', '2'));
      },
    });
    await courier.accept([update('2'), update('3')]);
    await until(() => sent.length === 1);
    await courier.stop();
    expect(handled).toEqual(['2', '3']);
    expect(sent).toEqual(['answer 3']);
    expect(errors).toEqual([]);
  });

  it('takes back what a failed attempt did, and tries again', async () => {
    let attempts = 0;
    const courier = courierOf({
      handle: async (one, attempt) => {
        await attempt.write(({ people }) => people.setLanguage(`p${attempts}`, 'en'));
        if (++attempts === 1) throw new Error('broken once');
        return answer(one);
      },
    });
    await courier.accept([update('1')]);
    await until(() => sent.length === 1);
    await courier.stop();
    expect(errors).toHaveLength(1);
    const [first, second] = await store.transact(async ({ people }) => [
      await people.languageOf('p0'),
      await people.languageOf('p1'),
    ]);
    expect([first, second]).toEqual([undefined, 'en']);
  });

  it('gives up an update that always fails, and goes on with the next', async () => {
    const courier = courierOf({
      attempts: { handle: 1, send: 1 },
      handle: async (one) => (one.id === 'bad' ? Promise.reject(new Error('always')) : answer(one)),
    });
    await courier.accept([update('bad'), update('2')]);
    await until(() => sent.length === 1);
    await courier.stop();
    expect(sent).toEqual(['answer 2']);
    expect(await store.transact(({ inbox }) => inbox.open('test'))).toEqual([]);
  });

  it('prepares an update before its transaction, so that other queues go on meanwhile', async () => {
    let end = (): void => undefined;
    const asked = new Promise<void>((resolve) => {
      end = resolve;
    });
    const courier = courierOf({ prepare: ({ id }) => (id === '1' ? asked : Promise.resolve()) });
    await courier.accept([update('1', 'a'), update('2', 'b')]);
    await until(() => sent.length === 1);
    expect(sent).toEqual(['answer 2']);
    end();
    await until(() => sent.length === 2);
    await courier.stop();
  });

  it('waits as it is told, and nothing overtakes', async () => {
    const outcomes: SendOutcome[] = [{ kind: 'later', after: 40 }];
    const courier = courierOf({
      send: async ({ payload }: OutboxMessage) => {
        sent.push(payload);
        return outcomes.shift() ?? { kind: 'sent' };
      },
    });
    await courier.accept([update('1'), update('2')]);
    await until(() => sent.length === 3);
    await courier.stop();
    expect(sent).toEqual(['answer 1', 'answer 1', 'answer 2']);
  });

  it('drops what can never be sent', async () => {
    const courier = courierOf({ send: async () => ({ kind: 'refused' }) });
    await courier.accept([update('1')]);
    await until(() => handled.length === 1);
    await courier.stop();
    expect(await store.transact(({ outbox }) => outbox.due('test', '2999-01-01T00:00:00.000Z'))).toEqual([]);
  });

  it('keeps what could not be sent for the next process', async () => {
    const courier = courierOf({ send: () => Promise.reject(new Error('no network')) });
    await courier.accept([update('1')]);
    await until(() => errors.length === 1);
    await courier.stop();
    expect(await store.transact(({ outbox }) => outbox.due('test', '2999-01-01T00:00:00.000Z'))).toHaveLength(1);
  });

  it('posts what no update asked for, and takes nothing after its end', async () => {
    const courier = courierOf();
    await courier.post({ queue: 'a', person: '', payload: 'news' });
    await until(() => sent.length === 1);
    await courier.stop();
    expect(sent).toEqual(['news']);
    await expect(courier.accept([update('1')])).rejects.toThrow('stopped');
  });
});

describe('where several processes take updates in for one', () => {
  /** Whose duty it is, whatever time has passed. */
  const dutyOf = (isMine: () => boolean): Duty => {
    const unless = (): Promise<void> =>
      isMine() ? Promise.resolve() : Promise.reject(new OffDuty('another process has taken over'));
    return { over: new AbortController().signal, sure: unless, demand: unless };
  };

  it('that one handles what any of them took in, in the order in which it was taken', async () => {
    const noticed: string[] = [];
    const courier = courierOf({ duty: dutyOf(() => true), notice: ({ id }) => noticed.push(id) });
    const intake = createIntake(store);
    await intake([update('1')]);
    await courier.start();
    await intake([update('2'), update('3')]);
    await courier.accept([update('4'), update('2')]);
    await until(() => sent.length === 4);
    await courier.stop();
    expect(handled).toEqual(['1', '2', '3', '4']);
    expect(noticed).toEqual(['1', '2', '3', '4']);
  });

  it('that one is told of what others took in', async () => {
    let tell = (): void => undefined;
    const watched: Store = {
      ...store,
      watchWork: (onWork) => {
        tell = onWork;
        return () => undefined;
      },
    };
    const courier = courierOf({ store: watched, duty: dutyOf(() => true) });
    await courier.start();
    await createIntake(store)([update('1')]);
    tell();
    await until(() => sent.length === 1);
    await courier.stop();
    expect(handled).toEqual(['1']);
  });

  it('nothing is kept or said any more once another has taken over', async () => {
    let isMine = true;
    const courier = courierOf({
      duty: dutyOf(() => isMine),
      handle: async (one, attempt) => {
        handled.push(one.id);
        await attempt.write(({ people }) => people.setLanguage('p', 'en'));
        isMine = one.id !== '2';
        return answer(one);
      },
    });
    await courier.start();
    await courier.accept([update('1')]);
    await until(() => sent.length === 1);
    await store.transact(({ people }) => people.setLanguage('p', undefined));
    await courier.accept([update('2')]);
    await until(() => handled.length === 2);
    await courier.stop();
    expect(await store.transact(({ people }) => people.languageOf('p'))).toBeUndefined();
    expect((await store.transact(({ inbox }) => inbox.open('test'))).map(({ id }) => id)).toEqual(['2']);
    expect(sent).toEqual(['answer 1']);
    expect(errors).toEqual([]);
  });

  it('nothing is said, given up or put off where that is found out right before it', async () => {
    let isMine = true;
    const courier = courierOf({
      duty: dutyOf(() => isMine),
      send: async ({ payload }, alone) => {
        isMine = false;
        await alone();
        sent.push(payload);
        return { kind: 'sent' };
      },
    });
    await courier.start();
    await courier.accept([update('1')]);
    await until(() => !isMine);
    await courier.stop();
    expect(sent).toEqual([]);
    expect(await store.transact(({ outbox }) => outbox.due('test', new Date().toISOString()))).toMatchObject([
      { payload: 'answer 1', attempts: 0 },
    ]);
  });

  it.each<SendOutcome>([{ kind: 'sent' }, { kind: 'refused' }, { kind: 'later' }])(
    'what became of a message is not noted once another has taken over: %o',
    async (outcome) => {
      let isMine = true;
      const courier = courierOf({
        duty: dutyOf(() => isMine),
        send: async () => {
          isMine = false;
          return outcome;
        },
      });
      await courier.start();
      await courier.accept([update('1')]);
      await until(() => !isMine);
      await courier.stop();
      expect(await store.transact(({ outbox }) => outbox.due('test', new Date().toISOString()))).toMatchObject([
        { payload: 'answer 1', attempts: 0 },
      ]);
      expect(errors).toEqual([]);
    },
  );
});

/** A store in which nothing is written from some moment on: as where the process is killed there. */
function mortal(): { readonly store: Store; readonly die: () => void } {
  let isDead = false;
  const never = <T>(): Promise<T> => new Promise(() => undefined);
  return {
    store: { ...store, transact: (work) => (isDead ? never() : store.transact(work)) },
    die: () => {
      isDead = true;
    },
  };
}

describe('what an update rests on', () => {
  it('is looked at again before it is kept; the others of its batch are not done again', async () => {
    let version = 1;
    const consequences: string[] = [];
    const courier = courierOf({
      handle: async (one, attempt) => {
        handled.push(one.id);
        await attempt.afterCommit(() => void consequences.push(one.id));
        if (one.id === '2') attempt.dependsOn('version', () => version);
        // The last of the batch changes it.
        if (one.id === '3') version++;
        return answer(one);
      },
    });
    await courier.accept([update('1', 'a'), update('2', 'b'), update('3', 'c')]);
    await until(() => sent.length === 3);
    await courier.stop();
    expect(handled.sort()).toEqual(['1', '2', '2', '3']);
    expect(consequences.sort()).toEqual(['1', '2', '3']);
    expect(sent.sort()).toEqual(['answer 1', 'answer 2', 'answer 3']);
    expect(errors).toEqual([]);
  });

  it('takes back what was written, where it is outdated', async () => {
    const courier = courierOf({
      handle: async (one, attempt) => {
        handled.push(one.id);
        await attempt.write(({ people }) => people.setLanguage(`p${handled.length}`, 'en'));
        if (handled.length === 1) throw new Outdated();
        return answer(one);
      },
    });
    await courier.accept([update('1')]);
    await until(() => sent.length === 1);
    await courier.stop();
    expect(errors).toEqual([]);
    const kept = await store.transact(({ people }) => Promise.all([people.languageOf('p1'), people.languageOf('p2')]));
    expect(kept).toEqual([undefined, 'en']);
  });
});

describe('a kill', () => {
  it.each([1, 2, 3])('between sending and noting, at message %i, says one message twice at most', async (at) => {
    const ids = Array.from({ length: 20 }, (_, n) => String(n));
    const { store: mine, die } = mortal();
    const killed = courierOf({
      store: mine,
      send: async ({ payload }, alone) => {
        await alone();
        sent.push(payload);
        if (sent.length === at) die();
        // Others go on meanwhile, as if nothing had happened.
        await new Promise((resolve) => setTimeout(resolve, 5));
        return { kind: 'sent' };
      },
    });
    await killed.accept(ids.map((id) => update(id, id)));
    await until(() => sent.length >= at);
    await new Promise((resolve) => setTimeout(resolve, 100));
    const next = courierOf();
    await next.start();
    await until(() => new Set(sent).size === ids.length);
    await next.stop();
    expect(sent).toHaveLength(ids.length + 1);
  });
});

it('a queue that was put off by an earlier process waits as long, and nothing overtakes', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'] });
  onTestFinished(() => void vi.useRealTimers());
  const due = new Date(Date.now() + 300).toISOString();
  await store.transact(async ({ outbox }) => {
    await outbox.postpone(await outbox.add({ platform: 'test', queue: 'a', person: '', payload: 'first', due }), due);
  });
  const courier = courierOf();
  await courier.start();
  await courier.accept([update('1', 'a'), update('2', 'b')]);
  await until(() => sent.length === 1 && handled.length === 2);
  await vi.advanceTimersByTimeAsync(299);
  expect(sent).toEqual(['answer 2']);
  await vi.advanceTimersByTimeAsync(100);
  await until(() => sent.length === 3);
  await courier.stop();
  expect(sent).toEqual(['answer 2', 'first', 'answer 1']);
});
