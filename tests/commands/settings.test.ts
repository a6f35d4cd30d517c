import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Services } from '../../src/bot/services.ts';
import { settingsWith } from '../../src/bot/settings/table.ts';
import { plainText } from '../../src/core/entry/blocks.ts';
import type { Library } from '../../src/core/search/library.ts';
import { libraryOf } from '../helpers/library.ts';
import { PACK } from '../helpers/pack.ts';
import { type AnyReply, botOf } from '../helpers/replies.ts';
import { moderatorIn, PLACE, servicesOf, shippedLocales } from '../helpers/services.ts';

let library: Library;
let services: Services;
let moderator: ReturnType<typeof moderatorIn>;
const words = (reply: AnyReply | undefined) => plainText(reply?.blocks ?? []);
const setting = async (key: string) => (await services.communities.of(PLACE)).state.get('setting', key);

beforeAll(async () => {
  library = libraryOf(
    [...PACK.slice(1), { ...PACK[0], pack: 'other' } as (typeof PACK)[number]],
    // Only titles are asked: lines about other things would take seconds to learn, and tell nothing here.
    { ...(await shippedLocales()), background: new Map() },
  );
});

beforeEach(async () => {
  services = await servicesOf([], { library });
  const { knowledge } = services;
  const packs = ['test', 'other'].map((name) => ({ name, title: {}, defaultLanguage: 'en', sources: {} }));
  services = { ...services, knowledge: { ...knowledge, current: () => ({ ...knowledge.current(), packs }) } };
  moderator = moderatorIn(services);
});

describe('/settings', () => {
  it('speaks of what means something there, and of nothing else', async () => {
    const there = moderatorIn(services, { settings: settingsWith() });
    expect((await there('/settings'))?.choices?.map(({ argument }) => argument)).toEqual([...settingsWith()]);
    expect(words(await there('/settings cleanup delete'))).toContain('no setting “cleanup”');
  });

  it('shows what holds, and what can be chosen', async () => {
    const reply = await moderator('/settings');
    expect(reply?.isPrivate).toBe(true);
    expect(words(reply)).toMatch(/^- What I answer, and how\n.*Language, Knowledge packs, When I answer/);
    expect(reply?.choices?.map(({ argument }) => argument)).toEqual([
      '+speech',
      '+people',
      '+notices',
      '+faq',
      '+manners',
    ]);
    const sections = await Promise.all(
      (reply?.choices ?? []).map(({ argument }) => moderator(`/settings ${argument}`)),
    );
    expect(sections.map((section) => section?.title)).toEqual(reply?.choices?.map(({ label }) => label));
    expect(sections.map(words).join('\n').split('\n').sort().join('\n')).toBe(
      "- Language: en (English), default\n- Knowledge packs: all, default\n- When I answer: addressed (questions addressed to me), default\n- When I don't know: helpful (say so and suggest what to try), default\n- My greeting: who I am and what I know, default\n- Learning from choices: 2 (people who must agree: 2), default\n- Questions without an answer: on (kept for 30 days), default\n- Own entries on the website: off (not on the website), default\n- Additional moderators: none, default\n- Helpers: none, default\n- Where moderators get reports: none, default\n- Digest: off (each report by itself), default\n- Where helpers are asked: none, default\n- When helpers are there: none, default\n- FAQ channel: off (no FAQ channel; what I posted stays as it is), default\n- Languages of the FAQ channel: the language of this community, default\n- Topics of the FAQ channel: all, default\n- Time for people to answer first: 20 seconds, default\n- Tag for solved forum posts: none, default\n- Anonymous administrators: no (only moderators who show their name), default\n- Commands: any (with my name or without), default\n- Commands switched off: none, default\n- Who may ask: everyone (everybody), default\n- Where answers are read: public (in the group), default\n- What concerns one person: group (in the group, seen by them alone, if I may), default\n- Answered commands: keep (stay where they are), default\n- Answers delete themselves: never (they stay), default"
        .split('\n')
        .sort()
        .join('\n'),
    );
    expect(sections.flatMap((section) => section?.choices?.map(({ argument }) => argument) ?? []).sort()).toEqual(
      [
        'language',
        'packs',
        'mode',
        'unknown',
        'greeting',
        'learn',
        'questions',
        'site',
        'moderators',
        'helpers',
        'reports',
        'digest',
        'human',
        'hours',
        'patience',
        'faq',
        'faqlanguages',
        'faqtopics',
        'solved',
        'anonymous',
        'commands',
        'disabled',
        'who',
        'answers',
        'personal',
        'cleanup',
        'expiry',
      ].sort(),
    );
    expect((await moderator('/settings mode'))?.choices?.map(({ argument }) => argument)).toEqual([
      'mode off',
      'mode addressed',
      'mode shadow',
      'mode questions',
    ]);
  });

  it('changes each, so that history tells it and undo takes it back', async () => {
    for (const [key, value, kept, name] of [
      ['language', 'zh-Hans', 'zh-Hans', 'Language'],
      ['patience', '45', '45', 'Time for people to answer first'],
      ['mode', 'questions', 'questions', 'When I answer'],
      ['unknown', 'short', 'short', "When I don't know"],
      ['packs', 'test', ['test'], 'Knowledge packs'],
    ] as const) {
      expect(words(await moderator(`/settings ${key} ${value}`, { locale: 'en' }))).toMatch(/^Changed\. /);
      expect(await setting(key)).toEqual(kept);
      expect(words(await moderator('/history', { locale: 'en' }))).toContain(`setting ${name}`);
      await moderator('/undo');
      expect(await setting(key)).toBeUndefined();
    }
  });

  it('takes values in any case, as options, and languages by name', async () => {
    await moderator('/settings Mode QUESTIONS');
    await moderator('/settings setting: unknown value: Short');
    await moderator('/settings', { options: { setting: 'language', value: '简体中文' } });
    expect([await setting('mode'), await setting('unknown'), await setting('language')]).toEqual([
      'questions',
      'short',
      'zh-Hans',
    ]);
  });

  it('says what is possible, and changes nothing', async () => {
    expect(words(await moderator('/settings mode loud'))).toBe(
      "“When I answer” can't be “loud”. Choose one: off, addressed, shadow, questions, default.",
    );
    expect(words(await moderator('/settings language tlh'))).toContain(
      'Choose one: ar, en, es, fa, it, ko, ru, zh-Hans, zh-Hant, default',
    );
    expect(words(await moderator('/settings packs test، nonsense'))).toContain('Choose one: test, other, default');
    expect(words(await moderator('/settings volume 11'))).toContain(
      'Settings: language, packs, mode, unknown, greeting',
    );
    expect((await services.communities.of(PLACE)).state.all('setting')).toEqual([]);
  });

  describe('takes a community’s own words', () => {
    const ask = (text: string) =>
      botOf(services)({ person: 'test:a', place: PLACE, text, addressed: true, locale: 'es' });
    const save = async (shown: AnyReply | undefined) => {
      const [yes] = shown?.choices ?? [];
      return moderator(`/${yes?.command} ${yes?.argument}`);
    };
    const LINK = { kind: 'link', url: 'https://help.example/', children: [{ kind: 'text', text: 'help desk' }] };

    it('for not knowing: shown first, said in every language, told by the history, and taken back', async () => {
      const shown = await moderator('/settings unknown: Ask @everyone at the [help desk](https://help.example/).');
      expect(shown?.isPrivate).toBe(true);
      expect(JSON.stringify(shown?.blocks)).toContain(JSON.stringify(LINK));
      expect(await setting('unknown')).toBeUndefined();
      expect(words(await save(shown))).toContain("When I don't know: “Ask @everyone at the [help desk]");
      const said = await ask('¿cuál es la capital de Francia?');
      expect([words(said), said?.isUnknown]).toEqual([words(shown), true]);
      expect(words(await moderator('/history'))).toContain('+ Ask @everyone');
      await moderator('/undo');
      expect(words(await ask('¿cuál es la capital de Francia?'))).toMatch(/^No lo sé/);
    });

    it('for its greeting, above the questions to try', async () => {
      await save(await moderator('/settings', { options: { greeting: 'Welcome aboard!\n\nRead the rules first.' } }));
      const greeting = await ask('hola');
      expect(words(greeting)).toBe('Welcome aboard!\n\nRead the rules first.');
      expect(greeting?.question).toBe('Elige una pregunta o escribe la tuya.');
      expect(words(await moderator('/settings greeting'))).toContain('“Welcome aboard! Read the rules first.”');
      await moderator('/settings greeting default');
      expect(words(await ask('hola'))).toMatch(/^Hola, soy Wenda/);
    });

    it('by a form, which keeps what is too long or no answer could hold', async () => {
      expect((await moderator('/settings unknown own'))?.form?.fields.map(({ name }) => name)).toEqual(['unknown']);
      const long = 'x'.repeat(501);
      const refused = await moderator('/settings', { options: { unknown: long } });
      expect(words(refused)).toContain('under 500 characters');
      expect(refused?.form?.fields[0]?.value).toBe(long);
      expect(words(await moderator('/settings', { options: { unknown: '<b>no</b>' } }))).toContain('HTML');
      expect(await setting('unknown')).toBeUndefined();
    });
  });

  it('goes back to the default', async () => {
    await moderator('/settings language zh-Hans');
    const back = (await moderator('/settings language', { locale: 'en' }))?.choices?.at(-1);
    await moderator(`/${back?.command} ${back?.argument}`);
    expect(await setting('language')).toBeUndefined();
  });

  it('answers from the chosen packs only, which breaks nothing', async () => {
    const ask = () =>
      botOf(services)({ person: 'test:a', place: PLACE, text: 'why was my account banned?', addressed: true });
    expect((await ask())?.title).toBe('Why was my account banned?');
    expect(words(await moderator('/settings packs test'))).toContain('Changed');
    expect((await ask())?.title).toBeUndefined();
    await moderator('/settings packs test other');
    expect((await ask())?.title).toBe('Why was my account banned?');
  });

  it('speaks the language by default', async () => {
    await moderator('/settings language zh-Hans');
    expect((await botOf(services)({ person: 'test:a', place: PLACE, text: '/help', addressed: true }))?.language).toBe(
      'zh-Hans',
    );
  });

  it('gives a channel its own mode, or all of them one', async () => {
    const inChannel = { place: { ...PLACE, channel: '5' } };
    await moderator('/settings mode questions', inChannel);
    await moderator('/settings mode shadow everywhere', inChannel);
    expect([await setting('mode:test:here/5'), await setting('mode')]).toEqual(['questions', 'shadow']);
    expect(words(await moderator('/settings +speech', inChannel))).toContain(
      'When I answer in this channel: questions',
    );
    await moderator('/settings mode default', inChannel);
    expect([await setting('mode:test:here/5'), await setting('mode')]).toEqual([undefined, 'shadow']);
  });

  it('answers in a channel from packs of its own, and elsewhere as before', async () => {
    const ask = (channel: string) =>
      botOf(services)({
        person: 'test:a',
        place: { ...PLACE, channel },
        text: 'why was my account banned?',
        addressed: true,
      });
    await moderator('/settings packs test here', { place: { ...PLACE, channel: '5' } });
    await moderator('/settings packs test <#7>', { place: { ...PLACE, channel: '5' } });
    expect([await setting('packs'), await setting('packs:test:here/5'), await setting('packs:test:here/7')]).toEqual([
      undefined,
      ['test'],
      ['test'],
    ]);
    expect([(await ask('5'))?.title, (await ask('6'))?.title, (await ask('7'))?.title]).toEqual([
      undefined,
      'Why was my account banned?',
      undefined,
    ]);
    await moderator('/settings packs default here', { place: { ...PLACE, channel: '5' } });
    expect((await ask('5'))?.title).toBe('Why was my account banned?');
  });

  describe('names others who moderate or help', () => {
    const say = (text: string, parts: object) =>
      botOf(services)({ person: 'test:a', place: PLACE, addressed: true, text, ...parts });

    it('by role, and by person without keeping who that is', async () => {
      await moderator('/settings moderators <@&41> 42');
      const kept = (await setting('moderators:test:here')) as string[];
      expect(kept).toEqual(['41', services.hash('test:42')]);
      expect(JSON.stringify(kept)).not.toContain('"42"');
      expect(words(await say('/pins', {}))).toContain('Only moderators');
      for (const one of [{ roles: ['41'] }, { person: 'test:42' }])
        expect(words(await say('/pins', one))).not.toContain('Only moderators');
      expect(words(await say('/pins', { roles: ['41'], place: { ...PLACE, id: 'elsewhere' } }))).toContain(
        'Only moderators',
      );
      expect(words(await moderator('/settings moderators somebody'))).toContain('Add roles or people');
    });

    it('which only those may do whom the platform lets moderate', async () => {
      await moderator('/settings moderators <@&41>');
      expect(words(await say('/settings moderators <@&43>', { roles: ['41'] }))).toContain(
        'Only people whom the server or group itself',
      );
      expect(words(await say('/settings helpers <@&43>', { roles: ['41'] }))).toContain('Changed');
      expect([await setting('moderators:test:here'), await setting('helpers:test:here')]).toEqual([['41'], ['43']]);
    });
  });

  it('says where moderators are told, and they are: what did not help once a day, and what somebody asked in vain', async () => {
    await moderator('/settings reports here', { place: { ...PLACE, channel: '9' } });
    expect(await setting('reports:test:here')).toBe('9');
    const told = async () =>
      (await services.store.transact(({ outbox }) => outbox.due('test', services.now()))).map(
        ({ queue, payload }) => `${queue} ${payload}`,
      );
    const say = (text: string, person: string) =>
      botOf(services)({
        person,
        place: PLACE,
        text,
        addressed: true,
        about: { entry: 'questions/why-banned', message: '1' },
      });
    for (const person of ['test:a', 'test:b']) await say('/helpful no', person);
    expect(await told()).toEqual([expect.stringMatching(/^test:here\/9 .*“Why was my account banned\?” did not help/)]);
    for (const person of ['test:a', 'test:b', 'test:c', 'test:d'])
      await say('where does the lighthouse keeper sleep at night?', person);
    await services.questions.flush();
    expect((await told()).slice(1)).toEqual([expect.stringContaining('I had no answer to “where does the lighthouse')]);
    await moderator('/settings reports default');
    await say('/helpful no', 'test:e');
    expect(await told()).toHaveLength(2);
  });

  it('is for moderators only', async () => {
    expect(
      words(
        await botOf(services)({
          person: 'test:a',
          place: PLACE,
          text: '/settings mode questions',
          addressed: true,
        }),
      ),
    ).toContain('Only moderators');
    expect(await setting('mode')).toBeUndefined();
  });
});
