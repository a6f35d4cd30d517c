import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Reply } from '../../src/bot/answers/reply.ts';
import { createBot } from '../../src/bot/bot.ts';
import type { Services } from '../../src/bot/services.ts';
import { plainText } from '../../src/core/entry/blocks.ts';
import type { Library } from '../../src/core/search/library.ts';
import { libraryOf } from '../helpers/library.ts';
import { PACK } from '../helpers/pack.ts';
import { moderatorIn, PLACE, servicesOf, shippedLocales } from '../helpers/services.ts';

let library: Library;
let services: Services;
let moderator: ReturnType<typeof moderatorIn>;
const words = (reply: Reply | undefined) => plainText(reply?.blocks ?? []);
const setting = (key: string) => services.communities.of(PLACE).state.get('setting', key);

beforeAll(async () => {
  library = libraryOf([...PACK.slice(1), { ...PACK[0], pack: 'other' } as (typeof PACK)[number]], await shippedLocales());
});

beforeEach(async () => {
  services = await servicesOf([], { library });
  const { knowledge } = services;
  const packs = ['test', 'other'].map((name) => ({ name, title: {}, defaultLanguage: 'en', sources: {} }));
  services = { ...services, knowledge: { ...knowledge, current: () => ({ ...knowledge.current(), packs }) } };
  moderator = moderatorIn(services);
});

describe('/settings', () => {
  it('shows what holds, and what can be chosen', async () => {
    const reply = await moderator('/settings');
    expect(reply?.isPrivate).toBe(true);
    expect(words(reply)).toBe(
      "- Language: en (English), default\n- Knowledge packs: all, default\n- When I answer: addressed (questions addressed to me), default\n- When I don't know: helpful (say so and suggest what to try), default\n- Anonymous administrators: no (only moderators who show their name), default\n- Commands: any (with my name or without), default\n- Commands switched off: none, default\n- Who may ask: everyone (everybody), default\n- Answered commands: keep (stay where they are), default\n- Answers delete themselves: never (they stay), default",
    );
    expect(reply?.choices.map(({ argument }) => argument)).toEqual(['language', 'packs', 'mode', 'unknown', 'anonymous', 'commands', 'disabled', 'who', 'cleanup', 'expiry']);
    expect((await moderator('/settings mode'))?.choices.map(({ argument }) => argument)).toEqual(['mode off', 'mode addressed', 'mode shadow', 'mode questions']);
  });

  it('changes each, so that history tells it and undo takes it back', async () => {
    for (const [key, value, kept] of [
      ['language', 'zh-Hans', 'zh-Hans'],
      ['mode', 'questions', 'questions'],
      ['unknown', 'short', 'short'],
      ['packs', 'test', ['test']],
    ] as const) {
      expect(words(await moderator(`/settings ${key} ${value}`, { locale: 'en' }))).toMatch(/^Changed\. /);
      expect(setting(key)).toEqual(kept);
      expect(words(await moderator('/history', { locale: 'en' }))).toContain(`setting ${key}`);
      await moderator('/undo');
      expect(setting(key)).toBeUndefined();
    }
  });

  it('takes values in any case, as options, and languages by name', async () => {
    await moderator('/settings Mode QUESTIONS');
    await moderator('/settings setting: unknown value: Short');
    await moderator('/settings', { options: { setting: 'language', value: '简体中文' } });
    expect([setting('mode'), setting('unknown'), setting('language')]).toEqual(['questions', 'short', 'zh-Hans']);
  });

  it('says what is possible, and changes nothing', async () => {
    expect(words(await moderator('/settings mode loud'))).toBe("“When I answer” can't be “loud”. Choose one: off, addressed, shadow, questions, default.");
    expect(words(await moderator('/settings language tlh'))).toContain('Choose one: ar, en, es, fa, it, ko, ru, zh-Hans, zh-Hant, default');
    expect(words(await moderator('/settings packs test، nonsense'))).toContain('Choose one: test, other, default');
    expect(words(await moderator('/settings volume 11'))).toContain('Settings: language, packs, mode, unknown');
    expect(services.communities.of(PLACE).state.all('setting')).toEqual([]);
  });

  it('goes back to the default', async () => {
    await moderator('/settings language zh-Hans');
    const back = (await moderator('/settings language', { locale: 'en' }))?.choices.at(-1);
    await moderator(`/${back?.command} ${back?.argument}`);
    expect(setting('language')).toBeUndefined();
  });

  it('answers from the chosen packs only, which breaks nothing', async () => {
    const ask = () => createBot(services)({ person: 'test:a', place: PLACE, text: 'why was my account banned?', addressed: true });
    expect((await ask())?.title).toBe('Why was my account banned?');
    expect(words(await moderator('/settings packs test'))).toContain('Changed');
    expect((await ask())?.title).toBeUndefined();
    await moderator('/settings packs test other');
    expect((await ask())?.title).toBe('Why was my account banned?');
  });

  it('speaks the language by default', async () => {
    await moderator('/settings language zh-Hans');
    expect((await createBot(services)({ person: 'test:a', place: PLACE, text: '/help', addressed: true }))?.language).toBe('zh-Hans');
  });

  it('gives a channel its own mode, or all of them one', async () => {
    const inChannel = { place: { ...PLACE, channel: '5' } };
    await moderator('/settings mode questions', inChannel);
    await moderator('/settings mode shadow everywhere', inChannel);
    expect([setting('mode:test:here/5'), setting('mode')]).toEqual(['questions', 'shadow']);
    expect(words(await moderator('/settings', inChannel))).toContain('When I answer in this channel: questions');
    await moderator('/settings mode default', inChannel);
    expect([setting('mode:test:here/5'), setting('mode')]).toEqual([undefined, 'shadow']);
  });

  it('is for moderators only', async () => {
    expect(words(await createBot(services)({ person: 'test:a', place: PLACE, text: '/settings mode questions', addressed: true }))).toContain('Only moderators');
    expect(setting('mode')).toBeUndefined();
  });
});
