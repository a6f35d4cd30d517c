import { beforeEach, describe, expect, it } from 'vitest';
import { isOfOnePlace, lineage, undoneIn } from '../../../src/bot/community/lineage.ts';
import type { NewAct } from '../../../src/bot/ports/changes.ts';
import type { Store } from '../../../src/bot/ports/store.ts';
import { openStore } from '../../../src/store/index.ts';

let store: Store;
beforeEach(async () => {
  store = await openStore('sqlite::memory:');
});

const edit = (community: string, key: string) => ({ community, kind: 'retired' as const, key, after: '{"why":""}' });
const did = (community: string, parts: Partial<NewAct> = {}) =>
  store.transact(({ log }) =>
    log.append({
      community,
      person: 'p',
      place: community,
      at: '2026-11-25T12:00:00.000Z',
      command: 'retire',
      why: '',
      forced: null,
      undoes: null,
      edits: [],
      ...parts,
    }),
  );
const ids = (community: string) =>
  store.transact(async ({ log }) => (await lineage(log, community)).map(({ id }) => id));
const all = () => store.transact(({ log }) => log.acts({}));

describe('the lineage of a community', () => {
  it('is its own acts, and those of communities up to when they were carried over', async () => {
    await did('a', { edits: [edit('a', '1')] });
    await did('b', { edits: [edit('b', '2')] });
    await did('b', { command: 'link', edits: [edit('a', '2')] });
    await did('b', { edits: [edit('b', '3')] });
    await did('c', { edits: [edit('c', '4')] });
    expect(await ids('a')).toEqual([1, 2, 3]);
    expect(await ids('b')).toEqual([2, 3, 4]);
    expect(await ids('c')).toEqual([5]);
  });

  it('ends though places were linked and parted again and again', async () => {
    for (let at = 0; at < 40; at++)
      await did(at % 2 === 0 ? 'a' : 'b', { edits: [edit(at % 2 === 0 ? 'b' : 'a', `${at}`)] });
    expect(await ids('a')).toHaveLength(40);
  });
});

describe('what stands', () => {
  it('was not undone, unless the undoing was undone', async () => {
    await did('a');
    await did('a', { undoes: 1 });
    expect([...undoneIn(await all())]).toEqual([1]);
    await did('a', { undoes: 2 });
    expect([...undoneIn(await all())]).toEqual([2]);
  });

  it('is of one place where it touches no other', async () => {
    const place = { community: 'a', kind: 'place' as const, key: 'x:1', after: '{"title":""}' };
    const acts = [
      await did('a', { edits: [edit('a', '1')] }),
      await did('a', { edits: [edit('b', '1')] }),
      await did('a', { edits: [place] }),
    ];
    expect(acts.map(isOfOnePlace)).toEqual([true, false, false]);
  });
});
