import { expect, it } from 'vitest';
import { openCommunities } from '../../../src/bot/community/communities.ts';
import { erasedIn, erasureOf } from '../../../src/bot/community/erasure.ts';
import type { Store } from '../../../src/bot/ports/store.ts';
import { PACK } from '../../helpers/pack.ts';
import { moderatorIn, servicesOf } from '../../helpers/services.ts';
import { unitWith } from '../../helpers/unit-with.ts';

it('what an erasure changed is found, and nobody learns whose it was', () => {
  const known = Array.from({ length: 10_000 }, (_, at) => `telegram:dm-${at}`);
  const act = { ...erasureOf(['telegram:dm-77', 'nobody:5'], '2026'), id: 1, changes: [] };
  expect(JSON.stringify(act)).not.toContain('dm-77');
  const found = erasedIn([act], known);
  expect(found).toEqual(expect.arrayContaining(['telegram:dm-77', 'nobody:5']));
  expect(found.length).toBeLessThan(20);
  expect(erasedIn([{ ...act, command: 'pin' }], known)).toEqual([]);
});

it('another process reads anew only what may be another', async () => {
  const services = await servicesOf(PACK);
  const inPlace = (id: string, person: string) => moderatorIn(services, { person, place: { platform: 'test', id } });
  for (let at = 0; at < 30; at++)
    await inPlace(`group${at}`, `test:${at}`)('/pin the lanterns entry: Why was my account banned?');
  const read: unknown[] = [];
  const watched: Store = {
    ...services.store,
    read: (work) =>
      services.store.read((unit) => {
        const records: typeof unit.log.records = (filter) => {
          read.push(filter?.community);
          return unit.log.records(filter);
        };
        return work(unitWith(unit, 'log', { records }));
      }),
  };
  const other = await openCommunities(watched, services.knowledge.current, services.effective);
  const pinnedBy = async () => (await other.byId('test:group7')).state.all('pin')[0]?.[1].by;
  expect(await pinnedBy()).toBe(services.hash('test:7'));
  read.length = 0;
  await inPlace('group7', 'test:7')('/privacy erase confirmed');
  await other.refresh();
  expect(await pinnedBy()).toBe('');
  expect(read).toContain('test:group7');
  expect(read).not.toContain(undefined);
  expect(read.length).toBeLessThan(5);
});
