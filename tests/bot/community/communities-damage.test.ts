import { expect, it } from 'vitest';
import { openCommunities } from '../../../src/bot/community/communities.ts';
import { openStore } from '../../../src/store/index.ts';
import { servicesOf } from '../../helpers/services.ts';

it('a damaged record stops its own community, by name, and no other', async () => {
  const store = await openStore('sqlite::memory:');
  const edit = { community: 'test:here', kind: 'pin' as const, key: 'en/why', after: '{broken' };
  const act = {
    community: 'test:here',
    person: 'p',
    place: 'test:here',
    at: '2026-11-25T12:00:00.000Z',
    command: 'pin',
    why: '',
    forced: null,
    undoes: null,
    edits: [edit],
  };
  await store.transact(({ log }) => log.append(act));
  const { knowledge, effective } = await servicesOf([]);
  const communities = await openCommunities(store, knowledge.current, effective);
  for (let n = 0; n < 2; n++)
    await expect(communities.byId('test:here')).rejects.toThrow('damaged record (pin "en/why" of test:here)');
  expect((await communities.byId('test:there')).id).toBe('test:there');
});
