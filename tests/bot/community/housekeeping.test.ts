import { expect, it } from 'vitest';
import { tidy } from '../../../src/bot/community/housekeeping.ts';
import { openStore } from '../../../src/store/index.ts';

const OLD = '2026-11-01T00:00:00.000Z';
const NOW = '2026-11-25T12:00:00.000Z';
const LATER = '2026-11-25T13:00:00.000Z';

it('forgets what has served its time, and nothing else', async () => {
  const store = await openStore('sqlite::memory:');
  await store.transact(async ({ drafts, kept, invitations, answers, inbox }) => {
    for (const [id, expires] of [
      ['old', NOW],
      ['new', LATER],
    ] as const) {
      await drafts.save({ id, community: 'c', person: 'p', content: '{}', expires });
      await kept.save({ key: id, place: 'x:1', person: 'p', content: '{}', expires });
      await invitations.save({ code: id, community: 'c', place: 'x:1', expires });
    }
    for (const [message, at] of [
      ['old', OLD],
      ['new', NOW],
    ] as const) {
      await answers.add({
        place: 'x:1',
        message,
        channel: '',
        community: 'c',
        entry: 'e',
        language: 'en',
        pin: null,
        person: 'p',
        asked: '',
        at,
      });
      await inbox.accept([{ platform: 'x', id: message, queue: 'l', person: 'p', payload: '{}', at }]);
      await inbox.done('x', message);
    }
  });
  await tidy(store, NOW);
  const [drafts, kept, codes, posted, seen] = await store.transact(async (unit) => [
    [await unit.drafts.find('old', OLD), await unit.drafts.find('new', OLD)].map((one) => one?.id),
    [await unit.kept.find('old', OLD), await unit.kept.find('new', OLD)].map((one) => one?.key),
    [await unit.invitations.take('old', OLD), await unit.invitations.take('new', OLD)].map((one) => one?.code),
    [await unit.answers.find('x:1', 'old'), await unit.answers.find('x:1', 'new')].map((one) => one?.message),
    (
      await unit.inbox.accept(
        ['old', 'new'].map((id) => ({ platform: 'x', id, queue: 'l', person: 'p', payload: '{}', at: NOW })),
      )
    ).map(({ id }) => id),
  ]);
  expect({ drafts, kept, codes, posted, seen }).toEqual({
    drafts: [undefined, 'new'],
    kept: [undefined, 'new'],
    codes: [undefined, 'new'],
    posted: [undefined, 'new'],
    seen: ['old'],
  });
});
