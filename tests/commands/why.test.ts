import { beforeEach, describe, expect, it } from 'vitest';
import type { Services } from '../../src/bot/services.ts';
import { SURE, UNSURE } from '../../src/core/calibration/policy.ts';
import { plainText } from '../../src/core/entry/blocks.ts';
import { libraryOf } from '../helpers/library.ts';
import { MACHINES } from '../helpers/machines.ts';
import { PACK } from '../helpers/pack.ts';
import { type AnyReply, botOf } from '../helpers/replies.ts';
import { moderatorIn, PLACE, servicesOf, shippedLocales } from '../helpers/services.ts';

const library = libraryOf(PACK, await shippedLocales());
const words = (reply: AnyReply | undefined) => plainText(reply?.blocks ?? []);

let services: Services;
let moderator: ReturnType<typeof moderatorIn>;

beforeEach(async () => {
  services = await servicesOf(PACK, { library });
  moderator = moderatorIn(services);
});

describe('/why', () => {
  it('explains a sure answer', async () => {
    const reply = await moderator('/why why was my account banned?');
    const said = words(reply);
    expect(said).toMatch(/I answer with “Why was my account banned\?”: I am \d+% sure/);
    expect(said).toContain(
      `I answer from ${Math.round(100 * SURE)}%, and offer choices from ${Math.round(100 * UNSURE)}%`,
    );
    expect(said).toContain('Language: English');
    expect(said).toMatch(/The runner-up, “.+”, is \d+ percentage points behind/);
    expect(said).toContain('Words I searched for: account, banned');
    expect(reply?.isPrivate).toBe(true);
    expect(reply?.choices?.length).toBe(3);
    expect(reply?.choices?.[0]).toMatchObject({
      command: 'show',
      argument: 'questions/why-banned',
      label: expect.stringMatching(/English\): \d+%/),
    });
  });

  it('explains doubt: what was misspelt, what is not known', async () => {
    const said = words(await moderator('/why can zorglub see my acount?'));
    expect(said).toMatch(/I offer choices: even of the best one, “.+”, I am only \d+% sure/);
    expect(said).toMatch(/Words I searched for: .*zorglub.*account/);
    expect(said).toContain('Misspelt, read as: account.');
    expect(said).toContain('Words that are in none of my texts: zorglub');
  });

  it('explains silence', async () => {
    expect(words(await moderator('/why capital of France'))).toContain("I say that I don't know");
  });

  it('names what moderators decided', async () => {
    await moderator('/pin how to tame a dragon entry: questions/refund');
    expect(words(await moderator('/why how to tame a dragon'))).toContain('A pin decides this: “how to tame a dragon”');
    await moderator('/rephrase questions/delete-data add: wipe the slate clean');
    expect(words(await moderator('/why wipe the slate clean'))).toContain('Its phrasings were changed');
    await moderator('/retire questions/refund --force');
    expect(words(await moderator('/why how to tame a dragon'))).toContain('is retired');
  });

  it('speaks the language of the moderator, and reads that of the question', async () => {
    const said = words(await moderator('/why 为什么我的账号被封了', { locale: 'en' }));
    expect(said).toContain('Language: Simplified Chinese');
    expect(words(await moderator('/why why was my account banned?', { locale: 'zh-CN' }))).toContain('把握有');
  });

  it('is for moderators only, and counts nothing', async () => {
    expect(
      words(await botOf(services)({ person: 'test:a', place: PLACE, text: '/why banned', addressed: true })),
    ).toContain('Only moderators');
    await moderator('/why why was my account banned?');
    await services.counter.flush();
    expect(await services.store.transact(({ tallies }) => tallies.list('test:here', '2026-01-01'))).toEqual([]);
  });
});

describe('what was answered, and why', () => {
  it('come from one look, also in a conversation', async () => {
    const machines = await servicesOf(MACHINES, { library: libraryOf(MACHINES, await shippedLocales()) });
    const say = moderatorIn(machines);
    await say('What is Zorvex?');
    const said = words(await say('/why who makes it?'));
    expect(said).toMatch(/I answer with “Who makes Zorvex\?”: I am \d+% sure/);
    expect(said).toContain('I read it as a follow-up to “What is Zorvex?”.');
    expect((await say('who makes it?'))?.about?.entry).toBe('questions/who-makes-zorvex');
    // Asked once more right after its own answer, it is still the same.
    expect(words(await say('/why who makes it?'))).toMatch(/I answer with “Who makes Zorvex\?”/);
  });

  it('bare, it is about the answer replied to, or the last one', async () => {
    expect(words(await moderator('/why'))).toBe('Which question? Type it after /why.');
    const reply = await moderator('why was my account banned?');
    expect(words(await moderator('/why', { about: reply?.about }))).toContain('“Why was my account banned?”: I am');
    expect(words(await moderator('/why'))).toMatch(/^My last answer here was “Why was my account banned\?”/);
  });
});
