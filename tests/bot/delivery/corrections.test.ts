import { beforeEach, describe, expect, it } from 'vitest';
import { correctedReply } from '../../../src/bot/delivery/corrected-reply.ts';
import type { Correction } from '../../../src/bot/delivery/post-corrections.ts';
import type { PostedAnswer } from '../../../src/bot/ports/memory.ts';
import type { Services } from '../../../src/bot/services.ts';
import { plainInline, plainText } from '../../../src/core/entry/blocks.ts';
import { libraryOf } from '../../helpers/library.ts';
import { PACK } from '../../helpers/pack.ts';
import { moderatorIn, servicesOf, shippedLocales } from '../../helpers/services.ts';

const library = libraryOf(PACK, await shippedLocales());
let services: Services;
let say: ReturnType<typeof moderatorIn>;

beforeEach(async () => {
  services = await servicesOf(PACK, { library });
  say = moderatorIn(services);
});

const posted = (parts: Partial<PostedAnswer> = {}): PostedAnswer => ({
  place: 'test:here',
  message: 'm1',
  channel: '',
  community: 'test:here',
  entry: 'questions/refund',
  language: 'en',
  pin: null,
  person: 'p',
  asked: '',
  at: services.now(),
  ...parts,
});
const post = (parts: Partial<PostedAnswer> = {}) =>
  services.store.transact(({ answers }) => answers.add(posted(parts)));
const waiting = async () =>
  (await services.store.transact(({ outbox }) => outbox.due('test', services.now()))).map(
    ({ payload }) => (JSON.parse(payload) as Correction).answer.message,
  );
const notes = async (answer: PostedAnswer) =>
  (await correctedReply(services, answer)).notes.map((note) => plainInline(note));

describe('an answer that was given', () => {
  it('is corrected where its entry was, once', async () => {
    await post();
    await post({ message: 'other', entry: 'questions/why-banned' });
    await post({ message: 'elsewhere', community: 'test:there', place: 'test:there' });
    await post({ message: 'old', at: '2026-11-01T00:00:00.000Z' });
    const preview = await say(
      '/correct refund question: Can I get a refund for my subscription? answer: Yes, within 30 days.',
    );
    expect(await waiting()).toEqual([]);
    await say(`/confirm ${preview?.choices?.find(({ command }) => command === 'confirm')?.argument}`);
    expect(await waiting()).toEqual(['m1']);
    expect(plainText((await correctedReply(services, posted())).blocks)).toBe('Yes, within 30 days.');
    expect((await notes(posted()))[0]).toBe('✎ Corrected on 25 November 2026.');
  });

  it('says so where its entry was retired, and again where that was undone', async () => {
    await post();
    await say('/retire refund');
    expect(plainText((await correctedReply(services, posted())).blocks)).toContain('is retired');
    await say('/undo');
    expect(await waiting()).toEqual(['m1', 'm1']);
    expect(await correctedReply(services, posted())).toHaveProperty('title', 'Can I get a refund for my subscription?');
  });

  it('is no longer marked as pinned where the pin is gone', async () => {
    await say('/pin is bing banned entry: refund');
    await post({ pin: 'en/is bing banned' });
    await post({ message: 'not by the pin' });
    await say('/unpin is bing banned');
    expect(await waiting()).toEqual(['m1']);
    expect((await notes(posted({ pin: 'en/is bing banned' })))[0]).toContain('Unpinned on');
  });

  it('is gone where the pin that it stood in is', async () => {
    await say('/pin where do we meet text: In the park.');
    await post({ entry: 'pins/en/where do we meet', pin: 'en/where do we meet' });
    await say('/unpin where do we meet');
    expect(await waiting()).toEqual(['m1']);
    expect(plainText((await correctedReply(services, posted({ entry: 'pins/en/where do we meet' }))).blocks)).toContain(
      'withdrawn',
    );
  });

  it('stays as it is where only ways to ask were added', async () => {
    await post();
    await say('/rephrase refund add: chargeback by my bank');
    expect(await waiting()).toEqual([]);
  });
});
