import { beforeEach, describe, expect, it } from 'vitest';
import { type Communities, openCommunities } from '../../../src/bot/community/communities.ts';
import { createMemory } from '../../../src/bot/community/community.ts';
import { prepareLargest } from '../../../src/bot/community/largest.ts';
import { encode } from '../../../src/bot/community/records.ts';
import type { Services } from '../../../src/bot/services.ts';
import { editor } from '../../../src/knowledge/export/entry-text.ts';
import { openStore } from '../../../src/store/index.ts';
import { PACK } from '../../helpers/pack.ts';
import { servicesOf } from '../../helpers/services.ts';

const PLACE = { platform: 'test', id: 'large' };
const COUNT = 400;

let services: Services;
let communities: Communities;
/** Texts that were read, and how many of them since somebody else had a turn: the most. */
let [read, sinceTurn, mostAtOnce] = [0, 0, 0];

const teach = async (from: number, count: number): Promise<void> => {
  const edits = Array.from({ length: count }, (_, at) => ({
    community: 'test:large',
    kind: 'entry' as const,
    key: `en/questions/e${from + at}`,
    after: encode('entry', {
      pack: 'community',
      text: editor.write({
        frontMatter: editor.writeFrontMatter({ sources: ['hall'] }),
        title: `Where is lantern number ${from + at}?`,
        phrasings: [],
        answer: `In the hall ${from + at}.`,
      }),
    }),
  }));
  await services.store.transact(({ log }) =>
    log.append({
      community: 'test:large',
      person: 'p',
      place: 'test:large',
      at: '2026-01-01T00:00:00.000Z',
      command: 'teach',
      why: '',
      forced: null,
      undoes: null,
      edits,
    }),
  );
  await communities.refresh();
};

beforeEach(async () => {
  services = await servicesOf(PACK);
  const counted: typeof editor = {
    ...editor,
    readEntry: (...file) => {
      read++;
      mostAtOnce = Math.max(mostAtOnce, ++sinceTurn);
      return editor.readEntry(...file);
    },
  };
  const { store, knowledge, effective } = services;
  communities = await openCommunities(store, knowledge.current, { ...effective, editor: counted }, createMemory());
  await teach(0, COUNT);
  [read, sinceTurn, mostAtOnce] = [0, 0, 0];
});

/** Lets others have their turn until it is over. @returns how many turns they had */
async function othersMeanwhile(work: Promise<unknown>): Promise<number> {
  let isOver = false;
  const ended = work.finally(() => {
    isOver = true;
  });
  let turns = 0;
  while (!isOver) {
    await new Promise((resolve) => void setImmediate(resolve));
    sinceTurn = 0;
    turns++;
  }
  await ended;
  return turns;
}

describe('a large community', () => {
  it('is made ready in slices, between which others get their turns', async () => {
    expect(await othersMeanwhile(communities.prepared(PLACE))).toBeGreaterThan(3);
    expect(read).toBe(COUNT);
    expect(mostAtOnce).toBeLessThan(COUNT / 2);
  });

  it('is made ready once for all who ask at a time, and then is ready', async () => {
    const [one, other] = await Promise.all([communities.prepared(PLACE), communities.prepared(PLACE)]);
    expect(one.knowledge()).toBe(other.knowledge());
    expect((await communities.prepared(PLACE)).knowledge()).toBe(one.knowledge());
    expect(one.answer('Where is lantern number 7?', 'en').candidates[0]?.entry.id).toBe('questions/e7');
    expect(read).toBe(COUNT);
  });

  it('knows what was changed while it was made ready, and reads only that again', async () => {
    const preparing = communities.prepared(PLACE);
    await new Promise((resolve) => void setImmediate(resolve));
    await teach(COUNT, 1);
    const ready = await preparing;
    expect(ready.answer(`Where is lantern number ${COUNT}?`, 'en').kind).toBe('sure');
    expect(ready.knowledge().entries.has(`questions/e${COUNT}`)).toBe(true);
    expect(read).toBe(COUNT + 1);
  });

  it('is made ready before anybody asks, unless the process ends', async () => {
    const { store } = services;
    const closed = await openStore('sqlite::memory:');
    await closed.close();
    await prepareLargest(closed, communities, AbortSignal.abort());
    expect(read).toBe(0);
    expect(await othersMeanwhile(prepareLargest(store, communities))).toBeGreaterThan(3);
    const before = read;
    (await communities.prepared(PLACE)).knowledge();
    expect(read).toBe(before);
    expect(before).toBeGreaterThan(COUNT / 2);
  });

  it('stays ready for those who asked, also if it is let go meanwhile', async () => {
    const { store, knowledge, effective } = services;
    const few = await openCommunities(store, knowledge.current, effective, createMemory(0.0001));
    const ready = await few.prepared(PLACE);
    const known = ready.knowledge();
    (await few.prepared({ platform: 'test', id: 'another' })).knowledge();
    expect(ready.knowledge()).toBe(known);
  });
});
