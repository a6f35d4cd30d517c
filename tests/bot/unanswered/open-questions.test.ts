import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import type { Store } from '../../../src/bot/ports/store.ts';
import { openQuestions } from '../../../src/bot/unanswered/open-questions.ts';
import { openStore } from '../../../src/store/index.ts';
import { shippedLocales } from '../../helpers/services.ts';

const { languages } = await shippedLocales();
const NOW = '2026-11-25T12:00:00.000Z';

async function fresh(store?: Store) {
  const kept = store ?? (await openStore('sqlite::memory:'));
  const errors: unknown[] = [];
  const questions = openQuestions({
    store: kept,
    languages,
    now: () => NOW,
    onError: (error) => errors.push(error),
  });
  const note = (person: string, text: string, { community = 'c', language = 'en' } = {}) =>
    questions.note({ community, person, text, languageOf: () => language });
  const list = async (community = 'c') => (await questions.list(community)).map(({ text, count }) => ({ text, count }));
  return { store: kept, errors, questions, note, list };
}

describe('open questions', () => {
  it('are kept once three people have asked alike, in their shortest form', async () => {
    const { note, list } = await fresh();
    note('a', 'Hello, how do I reset my Steam password, @mod?');
    note('b', 'how to reset a password');
    expect(await list()).toEqual([]);
    note('c', 'how do i reset my steam password 12345678');
    expect(await list()).toEqual([{ text: 'how to reset a password', count: 3 }]);
  });

  it('are kept as they were typed, but for numbers and addresses that are a person’s', async () => {
    const { note, list } = await fresh();
    for (const person of ['a', 'b', 'c']) note(person, 'Did Margaret reset the Quetzal? Call her on +44 7700 900123!');
    expect(await list()).toEqual([{ text: 'Did Margaret reset the Quetzal? Call her on …!', count: 3 }]);
  });

  it('count one person once, before and after', async () => {
    const { note, list } = await fresh();
    for (const _ of [1, 2, 3, 4]) note('a', 'how do I reset my password');
    note('b', 'how do I reset my password');
    expect(await list()).toEqual([]);
    for (const person of ['c', 'c', 'a', 'd', 'd']) note(person, 'password reset how');
    expect(await list()).toEqual([{ text: 'how do I reset my password', count: 4 }]);
  });

  it('go on counting after a restart', async () => {
    const { note, store, questions } = await fresh();
    for (const person of ['a', 'b', 'c']) note(person, '怎么重置密码', { language: 'zh-Hans' });
    await questions.flush();
    const again = await fresh(store);
    again.note('d', '密碼如何重置', { language: 'zh-Hant' });
    expect(await again.list()).toEqual([{ text: '怎么重置密码', count: 4 }]);
  });

  it('belong to one community', async () => {
    const { note, list } = await fresh();
    for (const [person, community] of [
      ['a', 'c'],
      ['b', 'c'],
      ['c', 'other'],
    ] as const)
      note(person, 'reset password', { community });
    expect([await list(), await list('other')]).toEqual([[], []]);
  });

  it('have to be asked by three more once they were removed', async () => {
    const { note, list, questions } = await fresh();
    for (const person of ['a', 'b', 'c']) note(person, 'reset password');
    const [group] = await questions.list('c');
    if (group) await questions.remove(group);
    for (const person of ['d', 'e']) note(person, 'reset password');
    expect(await list()).toEqual([]);
    note('f', 'reset password');
    expect(await list()).toEqual([{ text: 'reset password', count: 3 }]);
  });

  it('are no more than two hundred a community: the least asked go', async () => {
    const { note, list } = await fresh();
    for (let at = 0; at <= 200; at++)
      for (const person of at === 0 ? ['a', 'b', 'c', 'd'] : ['a', 'b', 'c'])
        note(
          person,
          `topic${'abcdefghij'[at % 10]}${'klmnopqrst'[Math.floor(at / 10) % 10]}${'uv w'[Math.floor(at / 100)]}`,
        );
    const kept = await list();
    expect(kept.length).toBe(200);
    expect(kept[0]).toEqual({ text: 'topicaku', count: 4 });
  });

  it('make nobody wait for the disk, and are written together', async () => {
    const { note, list, store } = await fresh();
    let free: (() => void) | undefined;
    const busy = store.transact(() => new Promise<void>((resolve) => (free = resolve)));
    await expect.poll(() => free).toBeDefined();
    for (const person of ['a', 'b', 'c', 'd']) note(person, 'reset password');
    free?.();
    await busy;
    const { transact } = store;
    let commits = 0;
    Object.assign(store, {
      transact: (work: Parameters<typeof transact>[0]) => transact(work).finally(() => commits++),
    });
    expect([await list(), commits]).toEqual([[{ text: 'reset password', count: 4 }], 1]);
  });

  it('are not written of whoever is erased before that', async () => {
    for (const erased of ['a', 'c']) {
      const { note, questions, list } = await fresh();
      for (const person of ['a', 'b', 'c']) note(person, 'reset password');
      questions.erase(erased);
      expect(await list()).toEqual([]);
    }
  });

  it('hold nothing up where the store fails', async () => {
    const { note, errors, store, questions } = await fresh();
    await store.close();
    note('a', 'reset password');
    await questions.flush();
    expect(String(errors)).toContain('closed');
  });

  it('are on disk once they were flushed, also if writing had begun before', async () => {
    const { note, store, questions } = await fresh();
    const { transact } = store;
    let [isBegun, isWritten] = [false, false];
    const slowly: typeof transact = async (...work) => {
      isBegun = true;
      const result = await transact(...work);
      await sleep(50);
      isWritten = true;
      return result;
    };
    Object.assign(store, { transact: slowly });
    note('a', 'reset password');
    const first = questions.flush();
    await expect.poll(() => isBegun).toBe(true);
    await questions.flush();
    expect(isWritten).toBe(true);
    await first;
  });

  it('are written later where the store refuses for a while, but not of whoever was erased meanwhile', async () => {
    const { note, errors, store, questions, list } = await fresh();
    const { transact } = store;
    const refuse = () => Object.assign(store, { transact: () => Promise.reject(new Error('no room')) });
    const recover = () => Object.assign(store, { transact });
    for (const person of ['a', 'b', 'c']) note(person, 'reset password');
    for (const person of ['a', 'b', 'd']) note(person, 'unlock the door');
    refuse();
    const tried = questions.flush();
    questions.erase('d');
    await tried;
    expect(String(errors)).toContain('no room');
    await expect(list()).rejects.toThrow('no room');
    recover();
    expect(await list()).toEqual([{ text: 'reset password', count: 3 }]);
    expect(await list()).toEqual([{ text: 'reset password', count: 3 }]);
  });

  it('leave nothing in memory of whoever is erased', async () => {
    const { note, questions, list } = await fresh();
    note('a', 'reset password');
    expect(questions.of('a')).toEqual([{ community: 'c', text: 'reset password', language: 'en', at: NOW }]);
    questions.erase('a');
    expect(questions.of('a')).toEqual([]);
    for (const person of ['b', 'c']) note(person, 'reset password');
    expect(await list()).toEqual([]);
  });
});
