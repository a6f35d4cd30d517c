import { beforeAll, describe, expect, it } from 'vitest';
import { type Communities, openCommunities } from '../../../src/bot/community/communities.ts';
import { createMemory, type Memory } from '../../../src/bot/community/community.ts';
import { encode } from '../../../src/bot/community/records.ts';
import type { Services } from '../../../src/bot/services.ts';
import { PACK } from '../../helpers/pack.ts';
import { moderatorIn, servicesOf } from '../../helpers/services.ts';

const QUESTION = 'where do the lanterns wait?';
let services: Services;
beforeAll(async () => {
  services = await servicesOf(PACK);
  for (const id of ['one', 'two'])
    await moderatorIn(services, { place: { platform: 'test', id } })(
      `/pin question: ${QUESTION} entry: Why was my account banned?`,
    );
});

/** Communities whose memory is looked at. */
async function open(megabytes: number): Promise<{ communities: Communities; memory: Memory; made: string[] }> {
  const memory = createMemory(megabytes);
  const made: string[] = [];
  const set: Memory['knowledge']['set'] = (key, ...one) => {
    made.push(key);
    memory.knowledge.set(key, ...one);
  };
  const knowledge = { ...memory.knowledge, set };
  const communities = await openCommunities(services.store, services.knowledge.current, services.effective, {
    ...memory,
    knowledge,
  });
  return { communities, memory, made };
}

describe('what communities know', () => {
  it('is worked out once while there is room', async () => {
    const { communities, made } = await open(64);
    const ask = async (id: string, question = QUESTION) =>
      (await communities.of({ platform: 'test', id })).answer(question, 'en');
    for (const id of ['one', 'two', 'one', 'two'])
      expect((await ask(id, `${QUESTION} ${id} ${made.length}`)).candidates.length).toBeGreaterThan(0);
    expect(made).toEqual(['test:one', 'test:two']);
  });

  it('is not worked out anew where it is as it was looked ahead to', async () => {
    const { communities } = await open(64);
    const act = {
      community: 'test:three',
      person: 'p',
      place: 'test:three',
      at: '2026-01-01T00:00:00.000Z',
      command: 'pin',
      why: '',
      forced: null,
      undoes: null,
      approves: null,
      held: false,
    };
    const pin = (question: string) => ({
      community: 'test:three',
      kind: 'pin' as const,
      key: `en/${question}`,
      after: encode('pin', { question, language: 'en', entry: 'questions/why-banned', by: 'p', at: act.at }),
    });
    const pinned = async (foreseen: string, done: string) => {
      const ahead = (await communities.lookAhead('test:three', [pin(foreseen)])).knowledge();
      await services.store.transact(({ log }) => log.append({ ...act, edits: [pin(done)] }));
      await communities.refresh();
      return (await communities.byId('test:three')).knowledge() === ahead;
    };
    expect(await pinned('lamps', 'lamps')).toBe(true);
    expect(await pinned('lights', 'torches')).toBe(false);
  });

  it('is let go where there is none, and answers as before', async () => {
    const { communities, made } = await open(0.0001);
    const ask = async (id: string) => (await communities.of({ platform: 'test', id })).answer(QUESTION, 'en');
    expect([(await ask('one')).kind, (await ask('two')).kind]).toEqual(['sure', 'sure']);
    expect((await communities.of({ platform: 'test', id: 'one' })).answer(`${QUESTION}!`, 'en').kind).toBe('sure');
    expect(made).toEqual(['test:one', 'test:two', 'test:one']);
  });

  it('is one answer for one question, until what it rests on is another', async () => {
    const { communities } = await open(64);
    const one = await communities.of({ platform: 'test', id: 'one' });
    expect(one.answer(QUESTION, 'en')).toBe(one.answer(QUESTION, 'en'));
    expect(one.answer(QUESTION, 'zh-Hans')).not.toBe(one.answer(QUESTION, 'en'));
    expect((await communities.of({ platform: 'test', id: 'two' })).answer(QUESTION, 'en')).not.toBe(
      one.answer(QUESTION, 'en'),
    );
    const before = one.answer(QUESTION, 'en');
    await moderatorIn(services, { place: { platform: 'test', id: 'one' } })(
      '/pin question: where do the lanterns sleep? entry: Why was my account banned?',
    );
    await communities.refresh();
    expect(one.answer(QUESTION, 'en')).not.toBe(before);
  });
});
