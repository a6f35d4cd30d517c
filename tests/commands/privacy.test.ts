import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openCommunities } from '../../src/bot/community/communities.ts';
import { finishErasures } from '../../src/bot/community/personal-data.ts';
import { encode } from '../../src/bot/community/records.ts';
import { privatePlace } from '../../src/bot/conversation/place.ts';
import { type Session, type Store, StoreError } from '../../src/bot/ports/store.ts';
import type { Services } from '../../src/bot/services.ts';
import { plainText } from '../../src/core/entry/blocks.ts';
import { openStore } from '../../src/store/index.ts';
import { libraryOf } from '../helpers/library.ts';
import { PACK } from '../helpers/pack.ts';
import { type AnyReply, type AnyRespond, botOf } from '../helpers/replies.ts';
import { PLACE, servicesOf, shippedLocales } from '../helpers/services.ts';

const library = libraryOf(PACK, await shippedLocales());
const PERSON = 'test:somebody-31415926';
const ABOUT = { entry: 'questions/refund', message: '1' };
const words = (reply: AnyReply | undefined) => plainText(reply?.blocks ?? []);

let folder: string;
let services: Services;
let respond: AnyRespond;
const say = (text: string, person = PERSON) =>
  respond({ person, place: PLACE, text, addressed: true, isModerator: async () => true, about: ABOUT });

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'wenda-privacy-'));
  const store = await openStore(`sqlite:${join(folder, 'wenda.db')}`);
  services = await servicesOf(PACK, { library, store });
  respond = botOf(services);
});
afterEach(async () => {
  await services.store.close();
  rmSync(folder, { recursive: true });
});

/** Everything that leaves a trace of a person. */
async function leaveTraces(): Promise<void> {
  const { store, hash } = services;
  const person = hash(PERSON);
  await say('how do I train my dog');
  await say('why was my account banned?');
  await say('/helpful no');
  await say('/language en');
  await say('/pin do dragons exist text: They do.');
  await say('/teach question: Where do dragons live? answer: In caves.');
  await say('/settings unknown short');
  await say('/undo');
  await store.transact(async ({ answers, inbox, outbox }) => {
    const at = services.now();
    await answers.add({
      place: 'test:here',
      message: '1',
      channel: '',
      community: 'test:here',
      entry: 'questions/refund',
      language: 'en',
      pin: null,
      person,
      asked: '0',
      at,
    });
    await inbox.accept([{ platform: 'test', id: 'u1', queue: 'l', person, payload: `{"from":"${PERSON}"}`, at }]);
    await outbox.add({ platform: 'test', queue: 'l', person, payload: `{"to":"${PERSON}"}`, due: at });
  });
  await services.counter.flush();
}

/** In as many communities. */
async function pinOften(times: number): Promise<void> {
  const person = services.hash(PERSON);
  const rest = {
    person,
    at: services.now(),
    command: 'pin',
    why: '',
    forced: null,
    undoes: null,
  };
  await services.store.transact(async ({ log }) => {
    for (let at = 0; at < times; at++) {
      const community = `test:${at}`;
      const pin = encode('pin', {
        question: `question ${at}`,
        language: 'en',
        entry: 'questions/refund',
        by: person,
        at: services.now(),
      });
      await log.append({
        ...rest,
        community,
        place: community,
        edits: [{ community, kind: 'pin', key: `en question ${at}`, after: pin }],
      });
    }
  });
  await services.communities.refresh();
}

const bytes = (): string =>
  readdirSync(folder)
    .map((name) => readFileSync(join(folder, name), 'latin1'))
    .join('\n');

describe('/privacy', () => {
  it('says what is kept, and offers the rest', async () => {
    const reply = await say('/privacy');
    expect(reply?.isPrivate).toBe(true);
    expect(words(reply)).toContain('as you typed it');
    expect(words(reply)).toContain('answers you taught as a moderator stay');
    expect(reply?.choices?.map(({ command, argument }) => `${command} ${argument}`)).toEqual([
      'privacy export',
      'privacy erase',
    ]);
  });

  it('is for everyone', async () => {
    const reply = await respond({ person: 'test:anyone', place: PLACE, text: '/privacy export', addressed: true });
    expect(reply?.file?.name).toBe('wenda-2026-11-25.json');
  });

  it('hands over everything, and nothing of others', async () => {
    await leaveTraces();
    await say('where do I wash my dog', 'test:other');
    await say('/helpful yes', 'test:other');
    await services.questions.flush();
    const reply = await say('/privacy export');
    expect(reply?.isPrivate).toBe(true);
    const data = JSON.parse(reply?.file?.text ?? '') as Record<string, object[]>;
    const counts = Object.fromEntries(
      Object.entries(data)
        .filter(([, rows]) => Array.isArray(rows))
        .map(([table, rows]) => [table, rows.length]),
    );
    expect(counts).toEqual({
      choices: 1,
      drafts: 1,
      helped: 0,
      kept: 0,
      answers: 1,
      votes: 1,
      signals: 0,
      asked: 1,
      inbox: 1,
      outbox: 1,
      tallies: 0,
      acts: 3,
      questions: 0,
      conversations: 1,
      waiting: 0,
      quiet: 0,
      credits: 0,
    });
    expect(reply?.file?.text).not.toContain('wash');
  });

  it('erases only what is confirmed', async () => {
    await leaveTraces();
    const reply = await say('/privacy erase');
    const kept = await services.store.transact(({ people }) => people.export(services.hash(PERSON), ''));
    expect(kept.votes?.length).toBe(1);
    expect(reply?.choices?.map(({ command, argument }) => `${command} ${argument}`)).toEqual([
      'privacy erase confirmed',
    ]);
  });

  it('erases everything: no byte of the person is left in the folder or in memory', async () => {
    await leaveTraces();
    const hash = services.hash(PERSON);
    expect(bytes()).toContain(hash);
    expect(words(await say('/privacy erase confirmed'))).toContain('Done');
    expect(services.questions.of(hash)).toEqual([]);
    expect(JSON.stringify((await services.communities.of(PLACE)).state.rawAll('pin'))).not.toContain(hash);
    await services.store.close();
    expect(bytes()).not.toContain(hash);
    expect(bytes()).not.toContain(PERSON);
    expect(bytes()).toContain('They do.');
  });

  it('leaves what the person made usable, here and in other processes', async () => {
    await leaveTraces();
    const other = await openCommunities(services.store, services.knowledge.current, services.effective);
    await say('/privacy erase confirmed');
    await other.refresh();
    expect(JSON.stringify((await other.byId('test:here')).state.rawAll('pin'))).not.toContain(services.hash(PERSON));
    expect((await say('do dragons exist', 'test:other'))?.title).toBe('do dragons exist');
    expect(words(await say('/unpin do dragons exist', 'test:other'))).toContain('Unpinned');
  });

  it('takes along where somebody is alone with the bot: what is counted, and what was decided there, in every process', async () => {
    const place = privatePlace('test', services.hash(PERSON));
    const alone = (text: string) =>
      respond({ person: PERSON, place, text, addressed: true, isModerator: async () => true, about: ABOUT });
    await alone('why was my account banned?');
    await services.counter.flush();
    await alone('/pin do dragons exist text: They do.');
    await alone('/settings unknown short');
    await alone('how do I tame a dragon');
    const other = await openCommunities(services.store, services.knowledge.current, services.effective);
    const data = JSON.parse((await alone('/privacy export'))?.file?.text ?? '') as Record<string, object[]>;
    expect([data.tallies?.length, data.acts?.length]).toEqual([2, 2]);
    await say('/privacy erase confirmed');
    await services.counter.flush();
    await other.refresh();
    for (const { state } of [await services.communities.of(place), await other.of(place)])
      expect([state.rawAll('pin'), state.rawAll('setting')]).toEqual([[], []]);
    await services.store.close();
    for (const mark of [services.hash(PERSON), 'They do.', 'dragon']) expect(bytes()).not.toContain(mark);
  });

  it('hands over reasons and taught texts, and erases the reasons', async () => {
    const taught = await say('/teach question: Where do dragons live? answer: In caves. why: they told me');
    const confirm = taught?.choices?.find(({ command }) => command === 'confirm');
    await say(`/confirm ${confirm?.argument ?? ''}`);
    const file = (await say('/privacy export'))?.file?.text ?? '';
    expect(JSON.parse(file).acts).toMatchObject([
      {
        command: 'teach',
        why: 'they told me',
        changes: [{ kind: 'entry', after: expect.stringContaining('In caves.') }, { kind: 'source' }],
      },
    ]);
    await say('/privacy erase confirmed');
    await services.store.close();
    expect(bytes()).not.toContain('they told me');
    expect(bytes()).toContain('In caves.');
  });

  it('says that it is done when all of a long history is, and others come between', async () => {
    const { store, hash, communities } = services;
    const [person, reader] = [hash(PERSON), 'reader'];
    await pinOften(450);
    expect((await communities.byId('test:7')).state.rawAll('pin')).toHaveLength(1);
    let isOver = false;
    const seen: boolean[] = [];
    const others = async (): Promise<void> => {
      while (!isOver) {
        await store.transact(({ people }) => people.setLanguage(reader, 'en'));
        seen.push(isOver);
        await new Promise((resolve) => setTimeout(resolve, 1));
      }
    };
    const theirs = others();
    const reply = await say('/privacy erase confirmed');
    isOver = true;
    await theirs;
    expect(words(reply)).toContain('Done');
    expect(seen.filter((over) => !over).length).toBeGreaterThan(3);
    expect(bytes()).not.toContain(person);
    expect(JSON.stringify((await communities.byId('test:7')).state.rawAll('pin'))).not.toContain(person);
  });

  it('goes on where the process ended in the middle', async () => {
    const { store, hash } = services;
    const person = hash(PERSON);
    await pinOften(450);
    await store.transact(({ people }) => people.eraseSome(person, ''));
    expect((await store.transact(({ people }) => people.export(person, ''))).acts?.length).toBeGreaterThan(0);
    await finishErasures(services, true);
    expect(bytes()).not.toContain(person);
    expect(await store.transact(({ people }) => people.begun())).toEqual([]);
  });

  it('takes along what they ask while it is at it', async () => {
    const { store, hash, questions, conversations } = services;
    let begin = (): void => undefined;
    const asked = new Promise<void>((resolve) => {
      begin = resolve;
    }).then(() => say('how do I train my dog'));
    const asking: Store['inSteps'] = async (step) => {
      await store.inSteps(step);
      begin();
      await asked;
      expect(questions.of(hash(PERSON))).toHaveLength(1);
    };
    const session = () => ({ ...store.session(), inSteps: asking });
    await botOf({ ...services, store: { ...store, session } })({
      person: PERSON,
      place: PLACE,
      text: '/privacy erase confirmed',
      addressed: true,
    });
    expect([questions.of(hash(PERSON)), conversations.ofPerson(hash(PERSON))]).toEqual([[], []]);
  });

  it('lets whoever is named sign in again where it fails', async () => {
    const { store } = services;
    let isRemoved = false;
    let isFailing = false;
    const session = (): Session => ({
      ...store.session(),
      inSteps: async (step) => {
        await store.inSteps(step);
        isFailing = true;
      },
      write: (work) => (isFailing ? Promise.reject(new StoreError('no')) : store.transact(work)),
    });
    const erase = async (): Promise<void> => {
      isRemoved = true;
    };
    const respondFailing = botOf({ ...services, store: { ...store, session } });
    const call = () =>
      respondFailing({
        person: PERSON,
        place: PLACE,
        text: '/privacy erase confirmed',
        addressed: true,
        account: { export: () => ({}), erase },
      });
    await expect(call()).rejects.toThrow('no');
    expect(isRemoved).toBe(false);
  });

  it('leaves others alone', async () => {
    await leaveTraces();
    await say('where do I wash my dog', 'test:other');
    await say('/helpful yes', 'test:other');
    await say('/privacy erase confirmed');
    const kept = await services.store.transact(({ people }) => people.export(services.hash('test:other'), ''));
    expect(kept.votes?.length).toBe(1);
    expect(services.questions.of(services.hash('test:other')).length).toBe(1);
  });
});
