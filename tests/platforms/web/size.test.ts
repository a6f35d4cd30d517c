import { beforeAll, expect, it } from 'vitest';
import { keyOfPlace } from '../../../src/bot/conversation/place.ts';
import type { Services } from '../../../src/bot/services.ts';
import { addModerator } from '../../../src/platforms/web/people.ts';
import { PAGES } from '../../../src/platforms/web/receive.ts';
import { entryOf, textOf } from '../../helpers/entries.ts';
import { appOf, WEB_TOKEN } from '../../helpers/pages.ts';
import { putQuestion } from '../../helpers/questions.ts';
import { servicesOf } from '../../helpers/services.ts';
import { type Visitor, visitorOf } from '../../helpers/web-visitor.ts';

const MOST_BYTES = 150_000;
const TITLE = 'چرا این پرسش که کسی اینجا نوشته است این‌قدر بلند است';
const ENTRIES = Array.from({ length: 200 }, (_, at) =>
  entryOf(
    `questions/${at}`,
    ...['fa', 'en', 'zh-Hans'].map((language) =>
      textOf(
        language,
        `${TITLE} ${at}؟`,
        at === 0 ? Array.from({ length: 60 }, (_one, nth) => `${TITLE} ${nth}`) : [],
        { tags: [`topic ${at % 50}`] },
      ),
    ),
  ),
);

let services: Services;
let visitor: Visitor;
beforeAll(async () => {
  services = await servicesOf(ENTRIES);
  const community = keyOfPlace(PAGES);
  const now = services.now();
  await services.store.transact(async (unit) => {
    const { log } = unit;
    const rest = {
      community,
      person: 'p',
      place: community,
      at: now,
      why: TITLE.repeat(8),
      forced: null,
      undoes: null,
    };
    for (let at = 0; at < 120; at++)
      await log.append({
        ...rest,
        command: 'retire',
        edits: [
          {
            community,
            kind: 'retired',
            key: at % 2 === 0 ? `questions/${at}` : 'questions/0',
            after: JSON.stringify({ why: `${at}` }),
          },
        ],
      });
    await log.append({
      ...rest,
      command: 'restore',
      edits: [{ community, kind: 'retired', key: 'questions/0', after: null }],
    });
    for (let at = 0; at < 60; at++)
      await putQuestion(unit, { community, text: `${TITLE} ${at}`, language: 'fa', people: 4, at: now });
  });
  for (let at = 0; at < 60; at++)
    await addModerator(services, { name: `${TITLE} ${at}`, role: 'moderator', days: 30, community: '' }, 'p');
  await services.communities.refresh();
  visitor = visitorOf(appOf(services));
  await visitor.get('/dashboard?lang=fa');
  await visitor.post('/dashboard/login', { token: WEB_TOKEN });
});

it.each([
  '/',
  '/dashboard?from=2025-11-26',
  '/dashboard/entries',
  '/dashboard/entries?q=چرا',
  '/dashboard/entry?id=questions/0&text=fa',
  '/dashboard/entry',
  '/dashboard/exchange',
  '/dashboard/people',
])('a page of somewhere with much in it stays small: %s', async (path) => {
  expect((await visitor.get(path)).status).toBe(200);
  expect(Buffer.byteLength(visitor.page())).toBeLessThan(MOST_BYTES);
  expect(Buffer.byteLength(visitor.page())).toBeGreaterThan(3000);
});
