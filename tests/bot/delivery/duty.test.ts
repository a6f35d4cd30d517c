import { beforeEach, describe, expect, it } from 'vitest';
import { type Duty, OffDuty, onDuty } from '../../../src/bot/delivery/duty.ts';
import { type Store, StoreError } from '../../../src/bot/ports/store.ts';

const TIMES = { claim: 200, every: 10, margin: 40 };

let holder: string | undefined;
let isDown: boolean;
let errors: unknown[];
let stop: AbortController;
let duties: Duty[];

beforeEach(() => {
  holder = undefined;
  isDown = false;
  errors = [];
  stop = new AbortController();
  duties = [];
});

const store: Pick<Store, 'claims'> = {
  claims: {
    holder: 'me',
    hold: async () => {
      if (isDown) throw new Error('down');
      holder ??= 'me';
      return holder === 'me';
    },
    release: async () => {
      if (holder === 'me') holder = undefined;
    },
  },
};
const unit = { claims: { holderOf: async () => holder } };
const aborted = (signal: AbortSignal) =>
  new Promise<void>((resolve) => (signal.aborted ? resolve() : signal.addEventListener('abort', () => resolve())));

async function until(isDone: () => boolean): Promise<void> {
  await expect.poll(isDone, { interval: 5 }).toBe(true);
}

const serve = () =>
  onDuty(
    { store, name: 'telegram', stop: stop.signal, onError: (error) => errors.push(error), times: TIMES },
    async (duty) => {
      duties.push(duty);
      await aborted(duty.over);
    },
  );
const newest = (): Duty => {
  const duty = duties.at(-1);
  if (!duty) throw new Error('nobody is on duty');
  return duty;
};

describe('a duty', () => {
  it("is every process's own where the store serves one only", async () => {
    await onDuty(
      { store: { claims: undefined }, name: 'telegram', stop: stop.signal, onError: () => undefined },
      async (duty) => {
        await duty.sure();
        await duty.demand({ claims: { holderOf: async () => 'somebody' } });
        duties.push(duty);
      },
    );
    expect(duties).toHaveLength(1);
  });

  it('begins once nobody else has it, and is given back at the end', async () => {
    holder = 'other';
    const ended = serve();
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(duties).toEqual([]);
    holder = undefined;
    await until(() => duties.length === 1);
    await newest().sure();
    await newest().demand(unit);
    expect(holder).toBe('me');
    stop.abort();
    await ended;
    expect(holder).toBeUndefined();
  });

  it('is over once another has taken it: nothing is said or kept any more, and it is waited for again', async () => {
    const ended = serve();
    await until(() => duties.length === 1);
    const first = newest();
    holder = 'other';
    await expect(first.demand(unit)).rejects.toThrow(OffDuty);
    await aborted(first.over);
    await expect(first.sure()).rejects.toThrow(OffDuty);
    holder = undefined;
    await until(() => duties.length === 2);
    await newest().sure();
    stop.abort();
    await ended;
  });

  it('pauses while the store cannot be asked, and goes on where nobody has taken it meanwhile', async () => {
    const ended = serve();
    await until(() => duties.length === 1);
    isDown = true;
    await new Promise((resolve) => setTimeout(resolve, TIMES.claim));
    let isSure = false;
    const sure = newest()
      .sure()
      .then(() => {
        isSure = true;
      });
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(isSure).toBe(false);
    isDown = false;
    await sure;
    expect(duties).toHaveLength(1);
    expect(errors).toHaveLength(1);
    stop.abort();
    await ended;
  });

  it('lets what is under way end when it is told to stop', async () => {
    let said = 0;
    const ended = onDuty(
      { store, name: 'telegram', stop: stop.signal, onError: () => undefined, times: TIMES },
      async (duty) => {
        stop.abort();
        await duty.sure();
        await duty.demand(unit);
        said += 1;
      },
    );
    await ended;
    expect(said).toBe(1);
    expect(holder).toBeUndefined();
  });

  it('is begun again where the store failed, and not where it is set up wrongly', async () => {
    let begun = 0;
    const serve = (isLasting: boolean) =>
      onDuty(
        { store, name: 'telegram', stop: stop.signal, onError: (error) => errors.push(error), times: TIMES },
        async () => {
          begun += 1;
          if (begun === 1 || isLasting) throw new StoreError('not reached', { isLasting });
        },
      );
    await serve(false);
    expect([begun, errors.length]).toEqual([2, 1]);
    await expect(serve(true)).rejects.toThrow('not reached');
    expect(begun).toBe(3);
    expect(holder).toBeUndefined();
  });

  it('ends with what the work throws, and is given back', async () => {
    await expect(
      onDuty({ store, name: 'telegram', stop: stop.signal, onError: () => undefined, times: TIMES }, () =>
        Promise.reject(new Error('a wrong token')),
      ),
    ).rejects.toThrow('a wrong token');
    expect(holder).toBeUndefined();
  });
});
