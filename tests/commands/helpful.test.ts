import { beforeEach, describe, expect, it } from 'vitest';
import { choicesOf } from '../../src/bot/answers/reply.ts';
import type { About } from '../../src/bot/conversation/incoming.ts';
import type { Services } from '../../src/bot/services.ts';
import { plainText } from '../../src/core/entry/blocks.ts';
import { libraryOf } from '../helpers/library.ts';
import { PACK } from '../helpers/pack.ts';
import { type AnyRespond, botOf } from '../helpers/replies.ts';
import { moderatorIn, PLACE, servicesOf, shippedLocales } from '../helpers/services.ts';

const library = libraryOf(PACK, await shippedLocales());
const ABOUT: About = { entry: 'questions/refund', message: '77' };

let services: Services;
let respond: AnyRespond;
const vote = async (text: string, person = 'a', about: About | undefined = ABOUT, locale?: string) =>
  respond({ person: `test:${person}`, place: PLACE, text: `/helpful ${text}`, addressed: false, about, locale });
const counted = () => services.store.transact(({ votes }) => votes.count('test:here', '2026-01-01'));

beforeEach(async () => {
  services = await servicesOf(PACK, { library });
  respond = botOf(services);
});

describe('/helpful', () => {
  it('counts a vote a person, which may change, and thanks in private', async () => {
    const reply = await vote('yes');
    expect([reply?.isPrivate, plainText(reply?.blocks ?? [])]).toEqual([true, 'Thanks! Glad it helped.']);
    await vote('yes');
    await vote('yes', 'b');
    expect(await counted()).toMatchObject([{ entry: 'questions/refund', helpful: 2, unhelpful: 0 }]);
    await vote('no');
    expect(await counted()).toMatchObject([{ helpful: 1, unhelpful: 1 }]);
  });

  it('asks once what was wrong, where nobody else sees it, and tells moderators', async () => {
    const press = (text: string, isSeenAlone: boolean) =>
      respond({
        person: 'test:a',
        place: PLACE,
        text: `/helpful ${text}`,
        addressed: false,
        about: ABOUT,
        isSeenAlone,
      });
    const labels = (reply: Awaited<ReturnType<typeof press>>) => choicesOf(reply ?? {}).map(({ label }) => label);
    expect(labels(await press('no', false))).toEqual([]);
    await vote('yes');
    const asked = await press('no', true);
    expect(plainText(asked?.blocks ?? [])).toContain('What was wrong?');
    expect(choicesOf(asked ?? {}).map(({ argument }) => argument)).toContain('outdated 77');
    expect(labels(await press('no', true))).toEqual([]);
    await moderatorIn(services)('/settings reports here');
    const thanks = await press('outdated', true);
    expect([plainText(thanks?.blocks ?? []), labels(thanks)]).toEqual(['Thanks, that helps to put it right.', []]);
    expect(await counted()).toMatchObject([{ helpful: 0, unhelpful: 1 }]);
    expect(await services.store.transact(({ votes }) => votes.reasons('test:here', '2026-01-01'))).toEqual([
      { entry: 'questions/refund', reason: 'outdated', count: 1 },
    ]);
    const told = await services.store.transact(({ outbox }) => outbox.due('test', services.now()));
    expect(told.map(({ payload }) => payload)).toEqual([expect.stringContaining('did not help: Out of date')]);
  });

  it('takes another message for another answer', async () => {
    await vote('yes');
    await vote('no', 'a', { ...ABOUT, message: '78' });
    await vote('no', 'a', { entry: 'questions/refund' });
    await vote('no', 'a', { entry: 'questions/refund' });
    expect(await counted()).toMatchObject([{ helpful: 1, unhelpful: 2 }]);
  });

  it('counts by how sure the bot was, where the question is known and no pin decided', async () => {
    const question = 'can I get a refund for my subscription';
    await vote('yes', 'a', { ...ABOUT, question });
    await vote('no', 'b', { ...ABOUT, question });
    await vote('yes', 'c', { ...ABOUT, question, pin: 'x' });
    await vote('yes', 'd', { ...ABOUT, entry: 'questions/refund', question: 'zzz qqq' });
    await services.counter.flush();
    const tallies = await services.store.transact(({ tallies: all }) => all.list('test:here', '2026-01-01'));
    const judged = tallies
      .filter(({ what }) => what === 'liked' || what === 'disliked')
      .map(({ what, entry, count }) => [what, Number(entry) >= 0.8, count]);
    expect(judged).toEqual([
      ['disliked', true, 1],
      ['liked', true, 1],
    ]);
  });

  it('understands the words of the language', async () => {
    await vote('没用', 'a', ABOUT, 'zh-CN');
    await vote('NO', 'b');
    expect(await counted()).toMatchObject([{ helpful: 0, unhelpful: 2 }]);
  });

  it('understands the words of the buttons in another language than the client is in', async () => {
    await vote('没有', 'a', ABOUT, 'en-US');
    await vote('Me sirvió', 'b', ABOUT, 'en-US');
    expect(await counted()).toMatchObject([{ helpful: 1, unhelpful: 1 }]);
  });

  it('asks back where it cannot tell', async () => {
    for (const [text, about] of [
      ['perhaps', ABOUT],
      ['', ABOUT],
      ['yes', { entry: 'questions/none' }],
    ] as const)
      expect(plainText((await vote(text, 'a', about))?.blocks ?? []), text).toMatch(/yes or .*no|Which answer/);
    expect(
      plainText(
        (await respond({ person: 'test:a', place: PLACE, text: '/helpful yes', addressed: true }))?.blocks ?? [],
      ),
    ).toContain('Which answer');
    expect(await counted()).toEqual([]);
  });
});
