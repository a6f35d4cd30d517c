import { expect, it } from 'vitest';
import { actsAround } from '../../../src/bot/moderation/about-entry.ts';
import type { ActFilter } from '../../../src/bot/ports/store.ts';
import { telegramServices } from '../../helpers/telegram-bot.ts';

it('finds what was done to an entry long ago without reading a long history', async () => {
  const services = await telegramServices();
  const community = await services.communities.byId('test:here');
  const act = {
    community: community.id,
    person: 'p',
    place: 'x',
    at: services.now(),
    why: '',
    forced: null,
    undoes: null,
  };
  const asked: ActFilter[] = [];
  const acts = await services.store.transact(async ({ log }) => {
    await log.append({
      ...act,
      command: 'retire',
      edits: [{ community: community.id, kind: 'retired', key: 'questions/refund', after: '{"why":""}' }],
    });
    await log.append({
      ...act,
      command: 'rephrase',
      edits: [
        {
          community: community.id,
          kind: 'phrasings',
          key: 'en/questions/refund',
          after: '{"added":["fees"],"removed":[]}',
        },
      ],
    });
    for (let at = 0; at < 600; at++)
      await log.append({
        ...act,
        command: 'settings',
        edits: [{ community: community.id, kind: 'setting', key: 'unknown', after: JSON.stringify(String(at)) }],
      });
    const acts = (filter: ActFilter) => {
      asked.push(filter);
      return log.acts(filter);
    };
    return actsAround({ community, services }, { ...log, acts }, 'questions/refund', 8);
  });
  expect(acts.slice(0, 3).map(({ command }) => command)).toEqual(['retire', 'rephrase', 'settings']);
  expect(Math.max(...asked.map(({ newest = Number.POSITIVE_INFINITY }) => newest))).toBeLessThanOrEqual(500);
});
