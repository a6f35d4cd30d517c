import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { attempt } from '../../../src/bot/attempt.ts';
import { createBot } from '../../../src/bot/bot.ts';
import { turns } from '../../../src/bot/conversation/turns.ts';
import { createCourier } from '../../../src/bot/delivery/courier.ts';
import type { Update } from '../../../src/bot/ports/delivery.ts';
import type { Services } from '../../../src/bot/services.ts';
import type { Library } from '../../../src/core/search/library.ts';
import type { Base } from '../../../src/store/base.ts';
import { createStore } from '../../../src/store/create-store.ts';
import { openSqlite } from '../../../src/store/sqlite/index.ts';
import { libraryOf } from '../../helpers/library.ts';
import { moderator, recordsOf, wordsOf } from '../../helpers/moderators.ts';
import { PACK } from '../../helpers/pack.ts';
import { PLACE, reopened, servicesOf, shippedLocales } from '../../helpers/services.ts';

const fail = (error: unknown): void => {
  throw error;
};
const QUESTION = 'Is the bot open on Sundays?';

let library: Library;
let services: Services;
/** Transactions that are open and may write. */
let open: number;
let begun: number;
beforeAll(async () => {
  library = libraryOf(PACK, await shippedLocales());
});
beforeEach(async () => {
  [open, begun] = [0, 0];
  const base = await openSqlite(':memory:', { onError: fail });
  const transaction: Base['transaction'] = (work) =>
    base.transaction(async (db) => {
      open++;
      begun++;
      try {
        return await work(db);
      } finally {
        open--;
      }
    });
  services = await servicesOf([], { library, store: createStore({ ...base, transaction }, fail) });
});
afterEach(() => vi.restoreAllMocks());

const { take } = turns;
/** Not what is computed of unanswered questions whenever the process is idle, which a slow machine comes to earlier. */
const isLookingAhead = (party: string): boolean => party.startsWith('test:');
/** Has something happen while somebody looks ahead, so many times. */
const meanwhile = (times: number, happens: () => Promise<unknown>): { times: number } => {
  const looked = { times: 0 };
  vi.spyOn(turns, 'take').mockImplementation(async (party, steps) => {
    if (isLookingAhead(party) && looked.times++ < times) await happens();
    return take(party, steps);
  });
  return looked;
};
const pinOf = async (question = QUESTION) =>
  (await recordsOf(services, 'test:here'))
    .filter(({ kind, value }) => kind === 'pin' && value.includes(question))
    .map(({ value }) => JSON.parse(value).entry);

/** What the courier makes of commands of moderators, and what it says. */
async function deliver(...texts: readonly (readonly [queue: string, text: string])[]): Promise<string[]> {
  const respond = createBot(services);
  const said: string[] = [];
  const courier = createCourier({
    store: services.store,
    platform: 'test',
    handle: async ({ queue, payload }, attempt) => {
      const reply = await respond(
        {
          person: `test:${queue}`,
          place: { platform: 'test', id: queue },
          addressed: true,
          isModerator: async () => true,
          text: payload,
        },
        attempt,
      );
      return [{ queue, person: '', payload: wordsOf(reply) }];
    },
    send: async ({ payload }) => {
      said.push(payload);
      return { kind: 'sent' };
    },
    now: services.now,
    onError: fail,
  });
  await courier.accept(
    texts.map(
      ([queue, text], at): Update => ({
        platform: 'test',
        id: `${at} ${text}`,
        queue,
        person: '',
        payload: text,
        at: services.now(),
      }),
    ),
  );
  await expect.poll(() => said.length, { interval: 5, timeout: 120_000 }).toBeGreaterThanOrEqual(texts.length);
  await courier.stop();
  return said;
}

describe('looking ahead', () => {
  it('holds no transaction, however long it takes', async () => {
    const opened: number[] = [];
    vi.spyOn(turns, 'take').mockImplementation((party, steps) => {
      const next = () => {
        if (isLookingAhead(party)) opened.push(open);
        return steps.next();
      };
      return take(party, { next });
    });
    // Somebody else writes while one looks ahead, and waits for nothing.
    const wrote = attempt(
      services.store,
      async () => {
        while (opened.length < 3) await new Promise((resolve) => setImmediate(resolve));
      },
      { end: ({ people }) => people.setLanguage('p', 'en') },
    );
    const said = await deliver(['here', `/pin ${QUESTION} entry: refund`], ['there', '/retire refund']);
    await wrote;
    expect(said.sort()).toEqual([expect.stringMatching(/^Pinned/), expect.stringContaining('“')]);
    expect(opened.length).toBeGreaterThan(10);
    expect(new Set(opened)).toEqual(new Set([0]));
  });

  it('is done again where the community has changed meanwhile', async () => {
    const other = moderator(await reopened(services));
    const looked = meanwhile(2, () => other.say(`/pin What about number ${looked.times}? entry: delete-data`));
    expect(await deliver(['here', `/pin ${QUESTION} entry: refund`])).toEqual([expect.stringMatching(/^Pinned/)]);
    // The other moderator looks ahead as well: two pins, and this one three times.
    expect(looked.times).toBe(5);
    expect(await pinOf()).toEqual(['questions/refund']);
  });

  it('is not done again for what another community does', async () => {
    const other = moderator(await reopened(services), 'test:other', { platform: 'test', id: 'elsewhere' });
    const looked = meanwhile(1, () => other.say('/pin What about that? entry: delete-data'));
    expect(await deliver(['here', `/pin ${QUESTION} entry: refund`])).toEqual([expect.stringMatching(/^Pinned/)]);
    expect(looked.times).toBe(2);
  });

  it('is given up after three times, and the moderator is told', async () => {
    const other = moderator(await reopened(services));
    let at = 0;
    let isOther = false;
    const looked = meanwhile(100, async () => {
      if (isOther) return;
      isOther = true;
      await other.say(`/pin What about number ${at++}? entry: delete-data`);
      isOther = false;
    });
    expect(await deliver(['here', `/pin ${QUESTION} entry: refund`])).toEqual([
      expect.stringMatching(/^Someone else has just changed/),
    ]);
    expect([at, looked.times]).toEqual([3, 6]);
    expect(await pinOf()).toEqual([]);
  });

  it('also outside a courier is done again', async () => {
    const other = moderator(await reopened(services));
    const looked = meanwhile(1, () => other.say('/pin What about that? entry: delete-data'));
    expect(await moderator(services).hear(`/pin ${QUESTION} entry: refund`)).toMatch(/^Pinned/);
    expect(looked.times).toBe(3);
  });
});

describe('two moderators at once', () => {
  it('do not overwrite each other: the one who comes second is asked', async () => {
    const second = moderator(services, 'test:second');
    meanwhile(1, () => second.say(`/pin ${QUESTION} entry: delete-data`));
    expect(await deliver(['here', `/pin ${QUESTION} entry: refund`])).toEqual([
      expect.stringMatching(/^This question is pinned already/),
    ]);
    expect(await pinOf()).toEqual(['questions/delete-data']);
  });
});

describe('a question', () => {
  const ASKED = 'Can I get a refund for my subscription?';

  it('is answered with three transactions that write: it came, it was handled, it was said', async () => {
    // What is counted is written by itself, after seconds.
    services = { ...services, counter: { ...services.counter, count: () => undefined } };
    begun = 0;
    expect(await deliver(['here', ASKED])).toEqual([expect.stringContaining(ASKED)]);
    expect(begun).toBe(3);
  });

  it('is answered anew where the community has changed before the answer was kept', async () => {
    const { communities } = services;
    let asked = 0;
    const plain = services;
    const within: typeof communities.within = (access) => ({ ...communities.within(access), prepared });
    const prepared: typeof communities.prepared = async (place) => {
      const community = await communities.prepared(place);
      return {
        ...community,
        answer: (question, language) => {
          const answer = community.answer(question, language);
          if (++asked === 1) void moderator(plain, 'test:quick').say('/retire refund --force');
          return answer;
        },
      };
    };
    // The question waits where it is kept, behind what retires its answer.
    const { store } = services;
    const isRetired = async () => (await plain.communities.of(PLACE)).state.all('retired').length > 0;
    let isHandled = false;
    const transact: typeof store.transact = async (work, durability) => {
      if (asked > 0 && !isHandled) {
        isHandled = true;
        await expect.poll(isRetired, { interval: 5, timeout: 120_000 }).toBe(true);
      }
      return store.transact(work, durability);
    };
    services = { ...services, communities: { ...communities, prepared, within }, store: { ...store, transact } };
    expect(await deliver(['here', ASKED])).toEqual([expect.not.stringContaining(ASKED)]);
    expect(asked).toBe(2);
  });
});
