import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { LRUCache } from 'lru-cache';
import { beforeAll, describe, expect, it } from 'vitest';
import { type Communities, openCommunities } from '../../../src/bot/community/communities.ts';
import { type CommunityCaches, createMemory, keepIn } from '../../../src/bot/community/community.ts';
import { encode } from '../../../src/bot/community/records.ts';
import type { Services } from '../../../src/bot/services.ts';
import { PACK } from '../../helpers/pack.ts';
import { moderatorIn, servicesOf } from '../../helpers/services.ts';
import { append, editOf } from '../../store/samples.ts';

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;

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
async function open(megabytes: number): Promise<{ communities: Communities; memory: CommunityCaches; made: string[] }> {
  const memory = createMemory(megabytes);
  const made: string[] = [];
  const { store, knowledge, effective } = services;
  // Neither a spy nor a set, which would hold what is to be let go.
  const seen = new WeakSet<object>();
  const set = memory.knowledge.set.bind(memory.knowledge);
  const noted: typeof set = (key, value, options) => {
    // What has grown is put in again.
    if (value !== undefined && !seen.has(value)) made.push(key);
    if (value !== undefined) seen.add(value);
    return set(key, value, options);
  };
  Object.assign(memory.knowledge, { set: noted });
  const communities = await openCommunities(store, knowledge.current, effective, memory);
  return { communities, memory, made };
}

describe('room for what is kept', () => {
  const cacheOf = (maxSize: number) => {
    const cache = new LRUCache<string, object>({ maxSize });
    return { cache, keep: (key: string, size: number, value: object = { key }) => keepIn(cache, key, value, size) };
  };

  it('is made for what grows, by letting go of what was used longest ago', () => {
    const { cache, keep } = cacheOf(10);
    const growing = {};
    keep('a', 4);
    keep('b', 4, growing);
    keep('b', 7, growing);
    expect([[...cache.keys()], cache.calculatedSize]).toEqual([['b'], 7]);
    keep('b', 3, growing);
    keep('c', 7);
    expect([...cache.keys()]).toEqual(['c', 'b']);
  });

  it('is all given to what takes more than that', () => {
    const { cache, keep } = cacheOf(10);
    keep('a', 4);
    keep('b', 40);
    expect([...cache.keys()]).toEqual(['b']);
    keep('c', 0);
    expect([...cache.keys()]).toEqual(['c']);
  });
});

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

  it('is let go with the answers that were made of it, and its room counts them', async () => {
    const own = Array.from({ length: 40 }, (_, at) => ({ platform: 'test', id: `own${at}` }));
    for (const [at, { id }] of own.entries()) {
      const text = `---\nsources: [hall]\nas_of: 2026-01\n---\n# Who feeds unicorn ${at}?\n\nNobody does.\n`;
      const entry = encode('entry', { pack: 'community', text });
      const community = `test:${id}`;
      const source = editOf('community/hall', encode('source', { title: 'Hall' }), community, 'source');
      const edits = [source, editOf('en/questions/unicorn', entry, community, 'entry')];
      await append(services.store, edits, { community });
    }
    const megabytes = 0.1;
    const { communities, memory } = await open(megabytes);
    const entries: WeakRef<object>[] = [];
    for (const [at, place] of own.entries()) {
      const community = await (await communities.of(place)).prepared();
      for (const mark of ['', '!']) community.answer(`Who feeds unicorn ${at}?${mark}`, 'en');
      const { entry } = community.answer(`Who feeds unicorn ${at}?`, 'en').candidates[0] ?? {};
      expect(entry?.id).toContain('unicorn');
      if (entry) entries.push(new WeakRef(entry));
    }
    const kept = memory.knowledge.size;
    expect(kept).toBeLessThan(15);
    expect(memory.knowledge.calculatedSize).toBeLessThanOrEqual(megabytes * 2 ** 20);
    // Of what was just used the engine may still hold a little.
    await expect
      .poll(() => {
        collect();
        return entries.filter((entry) => entry.deref() !== undefined).length;
      })
      .toBeLessThanOrEqual(kept + 5);
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
