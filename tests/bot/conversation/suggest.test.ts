import { beforeAll, describe, expect, it } from 'vitest';
import { suggest } from '../../../src/bot/conversation/suggest.ts';
import type { Services } from '../../../src/bot/services.ts';
import { ticking } from '../../helpers/moderators.ts';
import { PACK } from '../../helpers/pack.ts';
import { moderatorIn, PLACE, servicesOf } from '../../helpers/services.ts';

let services: Services;
const ids = async (words: string, language = 'en', most = 25) =>
  suggest(await services.communities.of(PLACE), services.languages, words, language, most).map(({ entry }) => entry);

beforeAll(async () => {
  services = await servicesOf(PACK, { now: ticking() });
  const say = moderatorIn(services);
  await say('/pin is bing banned entry: questions/refund');
  await say('/pin where do we meet text: In the **park**.');
});

describe('suggestions', async () => {
  it('begin with what is pinned, the newest first, where nothing is typed', async () => {
    expect((await ids('')).slice(0, 2)).toEqual(['pins/en/where do we meet', 'questions/refund']);
    expect(await ids('')).toHaveLength(PACK.length + 1);
    expect(suggest(await services.communities.of(PLACE), services.languages, ' ', 'en', 1)).toEqual([
      { entry: 'pins/en/where do we meet', title: 'where do we meet', isPinned: true },
    ]);
  });

  it('are the best matches, then titles that contain the words', async () => {
    expect((await ids('banned account'))[0]).toBe('questions/why-banned');
    expect((await ids('conversation hist'))[0]).toBe('questions/delete-data');
    expect(await ids('verify')).toContain('questions/phone-number');
    expect((await ids('账号被封', 'zh-Hans'))[0]).toBe('questions/why-banned');
    expect(await ids('成立於', 'zh-Hant')).toContain('facts/founding');
    expect(suggest(await services.communities.of(PLACE), services.languages, '封號', 'zh-Hant', 1)).toMatchObject([
      { title: '為什麼我的賬號被封了？' },
    ]);
  });

  it('leave out what is retired', async () => {
    const say = moderatorIn(services);
    await say('/retire phone-number');
    expect(await ids('')).not.toContain('questions/phone-number');
    await say('/undo');
    expect(await ids('')).toContain('questions/phone-number');
  });
});
