import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import type { Store } from '../../../src/bot/ports/store.ts';
import { inOrder } from '../../../src/bot/questions/listed.ts';
import type { MemberQuestion } from '../../../src/bot/questions/put-question.ts';
import { keptQuestions } from '../../../src/bot/questions/questions.ts';
import { openStore } from '../../../src/store/index.ts';
import { shippedLocales } from '../../helpers/services.ts';

const { languages } = await shippedLocales();
const NOW = '2026-11-25T12:00:00.000Z';

async function fresh(store?: Store) {
  const kept = store ?? (await openStore('sqlite::memory:'));
  const errors: unknown[] = [];
  const opened: string[] = [];
  const questions = keptQuestions({ store: kept, languages, now: () => NOW, onError: (error) => errors.push(error) });
  const asked = (
    person: string,
    text: string,
    { language = 'en', ...more }: Partial<MemberQuestion> & { language?: string } = {},
  ) => ({
    ...{
      community: 'c',
      person,
      text,
      place: 'x:1',
      channel: '',
      message: '',
      link: '',
      isAnybody: false,
      days: () => 30,
    },
    languageOf: () => language,
    ...more,
  });
  const note = (...about: Parameters<typeof asked>) =>
    questions.note(asked(...about), undefined, async ({ text }) => void opened.push(text));
  const press = (person: string, text: string, entry: string, isLearned = true) =>
    questions.note(asked(person, text), { entry, kind: 'choice', person, isLearned });
  const list = async (community = 'c') =>
    (await questions.list(community)).map(({ text, state, askers }) => `${state} ${askers.length} ${text}`);
  return { store: kept, errors, opened, questions, asked, note, press, list };
}

describe('questions without an answer', () => {
  it('are kept as soon as one person has asked, as they were typed, and once for all who ask alike', async () => {
    const { note, list, opened } = await fresh();
    note('a', 'Hello, how do I reset my Steam password?');
    note('a', 'how do I reset my Steam password');
    note('b', 'How to reset my Steam password?!');
    note('b', 'is there parking');
    expect(await list()).toEqual(['open 2 how do I reset my Steam password', 'open 1 is there parking']);
    expect(opened).toEqual(['Hello, how do I reset my Steam password?', 'is there parking']);
  });

  it('are kept without numbers and addresses that are a person’s', async () => {
    const { note, list } = await fresh();
    note('a', 'Did Margaret reset the Quetzal? Call her on +44 7700 900123!');
    expect(await list()).toEqual(['open 1 Did Margaret reset the Quetzal? Call her on …!']);
  });

  it('are others in another community, and in another language', async () => {
    const { note, list } = await fresh();
    note('a', '怎么重置密码', { language: 'zh-Hans' });
    note('b', '密碼如何重置', { language: 'zh-Hant' });
    note('c', 'reset password', { community: 'other' });
    expect([await list(), await list('other')]).toEqual([['open 2 怎么重置密码'], ['open 1 reset password']]);
  });

  it('go on after a restart', async () => {
    const { note, store, questions } = await fresh();
    note('a', 'reset password');
    await questions.flush();
    const again = await fresh(store);
    again.note('b', 'reset the password');
    expect(await again.list()).toEqual(['open 2 reset password']);
  });

  it('are answered by a press of everybody who asked, and open again with the next one', async () => {
    const { note, press, list } = await fresh();
    note('a', 'reset password', { offered: ['e1', 'e2'] });
    note('b', 'reset password', { offered: ['e1', 'e2'] });
    press('a', 'reset password', 'e1');
    expect(await list()).toEqual(['open 2 reset password']);
    press('b', 'reset password', 'e2');
    expect(await list()).toEqual(['meant 2 reset password']);
    note('c', 'reset password');
    expect(await list()).toEqual(['open 3 reset password']);
  });

  it('are kept no longer once they are answered by a press of which nothing is learned', async () => {
    const { note, press, list } = await fresh();
    note('a', 'reset password', { offered: ['e1'] });
    press('a', 'reset password', 'e1', false);
    expect(await list()).toEqual([]);
  });

  it('are told only where they got nothing', async () => {
    const { note, list, opened } = await fresh();
    note('a', 'reset password', { offered: ['e1'] });
    await list();
    expect(opened).toEqual([]);
    note('a', 'reset password');
    note('b', 'reset password');
    await list();
    expect(opened).toEqual(['reset password']);
  });

  it('that one message asks are one: in other words, it asks nothing else any more', async () => {
    const { note, list, questions, store, asked } = await fresh();
    note('a', 'reset pasword', { message: 'm1' });
    await store.transact((unit) => questions.keep(unit, asked('a', 'reset pasword', { message: 'm1', address: '{}' })));
    note('a', 'is there parking', { message: 'm1' });
    expect(await list()).toEqual(['open 1 is there parking']);
    const [kept] = await questions.list('c');
    expect(kept?.askers[0]?.address, 'goes on waiting').toBe('{}');
  });

  it('of one person are fifty at most: the oldest of theirs go, are counted, and nobody else’s', async () => {
    const { note, list, store } = await fresh();
    note('b', 'when does the gate open');
    const topic = (at: number) => `topic${'abcdefghij'[at % 10]}${'klmnopqrst'[Math.floor(at / 10)]}`;
    for (let at = 0; at < 60; at++) note('a', topic(at));
    const kept = await list();
    expect(kept).toHaveLength(51);
    expect(kept.slice(0, 2)).toEqual(['open 1 when does the gate open', `open 1 ${topic(10)}`]);
    const tallies = await store.read((unit) => unit.tallies.list('c', '2026-11-25'));
    expect(tallies).toMatchObject([{ what: 'dropped', count: 10, platform: 'x' }]);
  });

  it('are listed in turns: people who ask very much leave nobody behind', async () => {
    const { note, questions } = await fresh();
    for (const person of ['b', 'c']) note(person, 'when does the gate open');
    note('d', 'is there parking');
    const topic = (at: number) => `topic${String.fromCodePoint(97 + (at % 26), 97 + Math.floor(at / 26))}x`;
    for (let at = 0; at < 90; at++) note(`noisy${at % 3}`, topic(at));
    const listed = inOrder(await questions.list('c')).map(({ text }) => text);
    expect(listed).toHaveLength(92);
    expect(listed[0]).toBe('when does the gate open');
    expect(listed.slice(1, 17)).toContain('is there parking');
  });

  it('of people who can be made up are two hundred at most, whoever they say they are', async () => {
    const { note, list } = await fresh();
    const letters = 'abcdefghijklmnopqrstuvwxyz';
    for (let at = 0; at < 210; at++)
      note(`visitor ${at}`, `topic${letters[at % 26]}${letters[Math.floor(at / 26)]}x`, { isAnybody: true });
    expect(await list()).toHaveLength(200);
  });

  it('make nobody wait for the disk, and are written together', async () => {
    const { note, list, store } = await fresh();
    let free: (() => void) | undefined;
    const busy = store.transact(() => new Promise<void>((resolve) => (free = resolve)));
    await expect.poll(() => free).toBeDefined();
    for (const person of ['a', 'b', 'c']) note(person, 'reset password');
    free?.();
    await busy;
    const { transact } = store;
    let commits = 0;
    Object.assign(store, {
      transact: (work: Parameters<typeof transact>[0]) => transact(work).finally(() => commits++),
    });
    expect([await list(), commits]).toEqual([['open 3 reset password'], 1]);
  });

  it('are not written of whoever is erased before that, or whose message is gone', async () => {
    const { note, questions, list } = await fresh();
    note('a', 'reset password');
    note('b', 'is there parking', { message: 'm1' });
    expect(questions.of('a')).toEqual([{ community: 'c', text: 'reset password' }]);
    questions.erase('a');
    expect(questions.of('a')).toEqual([]);
    questions.forget(({ message }) => message === 'm1');
    expect(await list()).toEqual([]);
  });

  it('come back for ten minutes, unless who asked was erased meanwhile', async () => {
    const { note, questions, list } = await fresh();
    for (const person of ['a', 'b']) note(person, `what does ${person} mean`);
    for (const one of await questions.list('c')) await questions.remove(one, false);
    expect(await list()).toEqual([]);
    questions.erase('a');
    const gone = questions.removed('c').map(({ question }) => question);
    expect(gone.map(({ text }) => text)).toEqual(['what does b mean']);
    for (const one of gone) await questions.bringBack(one);
    expect(await list()).toEqual(['open 1 what does b mean']);
    expect(questions.removed('c')).toEqual([]);
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
    note('a', 'reset password');
    note('d', 'unlock the door');
    Object.assign(store, { transact: () => Promise.reject(new Error('no room')) });
    const tried = questions.flush();
    questions.erase('d');
    await tried;
    expect(String(errors)).toContain('no room');
    await expect(list()).rejects.toThrow('no room');
    Object.assign(store, { transact });
    expect(await list()).toEqual(['open 1 reset password']);
    expect(await list()).toEqual(['open 1 reset password']);
  });
});
