import { describe, expect, it } from 'vitest';
import { discordFileWorld } from '../../helpers/discord-file-world.ts';
import { buttonsOf, PRIVATE, seen } from '../../helpers/discord-message.ts';
import { type Panel, panelOf, panelsOf } from '../../helpers/discord-panel.ts';
import {
  MEMBER,
  MODERATOR,
  mention,
  moderator,
  openMore,
  type Person,
  partsOf,
  until,
} from '../../helpers/discord-world.ts';
import type { Json } from '../../helpers/fake-discord.ts';
import { CHANNEL, FORUM, GUILD } from '../../helpers/fake-discord-rest.ts';

const world = discordFileWorld({ services: { siteUrl: 'https://club.example/' } });

const V2 = 1 << 15;
const setting = async (key: string) =>
  (await world.services.communities.of({ platform: 'discord', id: GUILD })).state.get('setting', key);
const { open, choose, turn, openPage } = panelsOf(world);
const openPeople = (who: Person = moderator): Promise<Panel> => openPage('people', who);
const openNotices = (who: Person = moderator): Promise<Panel> => openPage('notices', who);
const typesIn = ({ tree }: Panel) => partsOf(tree).flatMap(({ type }) => ([3, 6, 8].includes(type) ? [type] : []));

describe('/settings', () => {
  it('opens a panel that only its moderator sees, with a choice for everything, in at most 40 components', async () => {
    const panel = await open();
    const names = panel.pages.options.map(({ value }: Json) => value);
    expect(names).toEqual(['speech', 'people', 'notices', 'faq', 'channel']);
    const [people, notices, faq] = [await openPeople(), await openNotices(), await openPage('faq')];
    const channel = await openPage('channel');
    const pages = [panel, people, notices, faq, channel];
    // The pages, and then a menu for each setting that can be picked.
    expect(pages.map(typesIn)).toEqual([
      [3, 3, 3, 3, 3, 3, 3, 3, 3],
      [3, 6, 6],
      [3, 8, 3, 8],
      [3, 8, 3, 3],
      [3, 8, 3, 3],
    ]);
    const titles = /^### (.*)$/m;
    expect(pages.map(({ text }) => titles.exec(text)?.[1])).toEqual(
      panel.pages.options.map(({ label }: Json) => label),
    );
    for (const { tree } of pages) {
      const ids = partsOf(tree).flatMap(({ custom_id: id }) => id ?? []);
      expect(new Set(ids).size).toBe(ids.length);
      expect(partsOf(tree).length).toBeLessThanOrEqual(40);
    }
    // Read aloud, the parts are below the whole.
    expect(panel.text).toMatch(/^\n?## Settings\n+### What I answer, and how\n/);
    expect(channel.select(/one channel/).default_values).toEqual([{ id: CHANNEL, type: 'channel' }]);
    expect(typesIn(await turn(channel, 'speech'))).toEqual(typesIn(panel));
  });

  it('opens from a typed command as well, at the button that shows what is for one person only', async () => {
    world.discord.state.members.set(`${GUILD} ${MODERATOR}`, {
      user: { id: MODERATOR },
      roles: ['500000000000000001'],
    });
    const hint = await world.replyTo(world.write('<@100000000000000001> /settings', { author: { id: MODERATOR } }));
    const { custom_id: id } = partsOf(hint.components).find(({ custom_id }) => custom_id);
    const { type, data } = await world.press(id, { id: hint.id, flags: 0 }, moderator);
    expect([type, data.flags]).toEqual([4, V2 | 64]);
  });

  it('is refused to members, who cannot use a panel of somebody else either', async () => {
    const refused = await world.slash('settings', {}, { user: MEMBER });
    expect(seen(refused.data).text).toMatch(/Only moderators/);
    const { custom_id: id } = (await open()).select(/When I don't know/);
    for (const who of [{ user: MEMBER }, { user: MODERATOR, permissions: '1024' }]) {
      const { type, data } = await world.choose(id, ['silent'], { id: world.discord.state.id(), flags: V2 | 64 }, who);
      expect([type, data.flags]).toEqual([4, PRIVATE]);
    }
    expect(await setting('unknown')).toBeUndefined();
  });

  it('changes each as the typed command does, shows what holds now, and takes it back', async () => {
    const changed = await choose((await open()).select(/When I don't know/), ['short']);
    expect(await setting('unknown')).toBe('short');
    expect(changed.text).toContain('Changed');
    expect(changed.select(/When I don't know/).options.find(({ value }: Json) => value === 'short').default).toBe(true);
    expect(seen((await world.slash('history', {}, moderator)).data).text).toContain("setting When I don't know");
    await choose(changed.button('Undo'), []);
    expect(await setting('unknown')).toBeUndefined();
  });

  it('asks for own words at once, shows them, and says them without a ping', async () => {
    const shown = { id: world.discord.state.id(), flags: V2 | 64, embeds: [] };
    const panel = await open();
    const asked = await world.choose(panel.select(/When I don't know/).custom_id, ['own'], shown, moderator);
    expect([asked.type, asked.data.components[0].component.custom_id]).toEqual([9, 'unknown']);
    const typed = { unknown: `Ask @everyone in <#${CHANNEL}>.` };
    const preview = await world.submit(asked.data, typed, moderator, shown);
    const yes = partsOf(preview.data.components).find(({ label }) => label === 'Save');
    await world.press(yes.custom_id, { ...shown, components: preview.data.components }, moderator);
    await until(async () => (await setting('unknown')) !== undefined);
    const told = await world.slash('ask', { question: 'what is the capital of France?' });
    expect(told.data.allowed_mentions).toMatchObject({ parse: [] });
    expect(panelOf(told.data.components).text).toContain(`Ask \\@everyone in <#${CHANNEL}>`);
    const greeting = partsOf((await open()).tree).find(({ label }) => label?.startsWith('My greeting:'));
    expect((await world.press(greeting.custom_id, shown, moderator)).type).toBe(9);
    await choose((await open()).select(/When I don't know/), ['default']);
    expect(await setting('unknown')).toBeUndefined();
  });

  it('has pickers for roles and channels; an empty choice takes it back', async () => {
    // Anyone who changes much at once is held up.
    const boss = { ...moderator, user: '600000000000000078' };
    const panel = await openPeople(boss);
    await choose(panel.select(/Additional moderators/), ['500000000000000001'], boss);
    await choose(panel.select(/Helpers/), ['500000000000000001', '500000000000000002'], boss);
    const notices = await openNotices(boss);
    await choose(notices.select(/Where helpers are asked/), [CHANNEL], boss);
    await choose(notices.select(/Digest/), ['weekly'], boss);
    await choose((await open(boss)).select(/Learning from choices/), ['3'], boss);
    const after = await choose(notices.select(/Where moderators get reports/), [CHANNEL], boss);
    expect([
      await setting(`moderators:discord:${GUILD}`),
      await setting(`helpers:discord:${GUILD}`),
      await setting(`reports:discord:${GUILD}`),
      await setting('human'),
      await setting('digest'),
      await setting('learn'),
    ]).toEqual([
      ['500000000000000001'],
      ['500000000000000001', '500000000000000002'],
      CHANNEL,
      `discord:${GUILD}/${CHANNEL}`,
      'weekly',
      '3',
    ]);
    expect((await openPeople(boss)).select(/Helpers/).default_values).toHaveLength(2);
    expect(after.select(/Where helpers are asked/).default_values).toEqual([{ id: CHANNEL, type: 'channel' }]);
    expect(after.text).toContain('When helpers are there');
    for (const label of [/Additional moderators/, /Helpers/]) await choose(panel.select(label), [], boss);
    for (const label of [/Where moderators get reports/, /Where helpers are asked/])
      await choose(after.select(label), [], boss);
    await choose(after.select(/Digest/), ['default'], boss);
    await choose((await open(boss)).select(/Learning from choices/), ['default'], boss);
    expect(await setting(`moderators:discord:${GUILD}`)).toBeUndefined();
  });

  it('takes back who moderates and who helps as it does any setting, but not for those who were appointed', async () => {
    // Whoever changes much at once is held up.
    const boss = { ...moderator, user: '600000000000000071' };
    const byRole = { user: MEMBER, roles: ['500000000000000001'] };
    const last = async (): Promise<string> => (await world.complete('undo', 'change', '', boss)).data.choices[0].value;
    const undo = async (who: Person) => seen((await world.slash('undo', { change: await last() }, who)).data).text;
    await choose((await openPeople(boss)).select(/Helpers/), ['500000000000000001'], boss);
    expect(await undo(boss)).toMatch(/^Undone/);
    expect(await setting(`helpers:discord:${GUILD}`)).toBeUndefined();
    await choose((await openPeople(boss)).select(/Additional moderators/), ['500000000000000001'], boss);
    await choose(
      (await openPeople(boss)).select(/Additional moderators/),
      ['500000000000000001', '500000000000000002'],
      boss,
    );
    expect(await undo(byRole)).toContain('Only people whom the server');
    expect(await undo(boss)).toMatch(/^Undone/);
    expect(await setting(`moderators:discord:${GUILD}`)).toEqual(['500000000000000001']);
    await choose((await openPeople(boss)).select(/Additional moderators/), [], boss);
  });

  it('keeps who was appointed by name where roles are picked, whom no picker of roles shows', async () => {
    const boss = { ...moderator, user: '600000000000000073' };
    const marks = async () => [...(((await setting(`moderators:discord:${GUILD}`)) ?? []) as readonly string[])].sort();
    const pick = async (values: readonly string[]) =>
      choose((await openPeople(boss)).select(/Additional moderators/), values, boss);
    await world.slash(
      'settings',
      { setting: 'moderators', value: '<@600000000000000777> <@&500000000000000001>' },
      boss,
    );
    const [person = ''] = (await marks()).filter((mark) => mark !== '500000000000000001');
    await pick(['500000000000000002']);
    expect(await marks()).toEqual([person, '500000000000000002'].sort());
    await pick([]);
    expect(await marks()).toEqual([person]);
    await world.slash('settings', { setting: 'moderators', value: 'default' }, boss);
    expect(await marks()).toEqual([]);
    // Nobody else is named by what they are known by here.
    await world.slash('settings', { setting: 'moderators', value: person }, boss);
    expect(await marks()).toEqual([]);
  });

  it('sets packs and mode of the channel that is picked', async () => {
    const picked = await choose((await openPage('channel')).select(/one channel/), [FORUM]);
    expect(picked.select(/one channel/).default_values).toEqual([{ id: FORUM, type: 'channel' }]);
    await choose(picked.select(/When I answer in this channel/), ['questions']);
    await choose(picked.select(/Knowledge packs in this channel/), ['test']);
    const whole = await turn(picked, 'speech');
    await choose(whole.select(/\*\*When I answer\*\*/), ['off']);
    expect([
      await setting(`mode:discord:${GUILD}/${FORUM}`),
      await setting(`packs:discord:${GUILD}/${FORUM}`),
      await setting('mode'),
    ]).toEqual(['questions', ['test'], 'off']);
    await choose(whole.select(/\*\*When I answer\*\*/), ['default']);
  });

  it('takes several topics at once', async () => {
    const topics = (await openPage('faq')).select(/Topics of the FAQ channel/);
    const names = topics.options.map(({ value }: Json) => value).slice(0, 2);
    expect(names).toHaveLength(2);
    await choose(topics, names);
    expect(await setting('faqtopics')).toEqual(names);
    await choose((await openPage('faq')).select(/Topics of the FAQ channel/), []);
  });

  it('is opened by whoever has a role that moderates, who may not name further ones', async () => {
    const byRole = { user: MEMBER, roles: ['500000000000000001'] };
    await choose((await openPeople()).select(/Additional moderators/), ['500000000000000001']);
    const panel = await openPeople(byRole);
    expect((await choose(panel.select(/Additional moderators/), ['500000000000000002'], byRole)).text).toContain(
      'Only people whom the server',
    );
    expect(await setting(`moderators:discord:${GUILD}`)).toEqual(['500000000000000001']);
    await choose((await openPeople()).select(/Additional moderators/), []);
    expect(seen((await world.slash('settings', {}, byRole)).data).text).toMatch(/Only moderators/);
  });
});

describe('where Where moderators get reports', () => {
  it('what did not help is told in that channel, and pings nobody', async () => {
    await choose((await openNotices()).select(/Where moderators get reports/), [CHANNEL]);
    await world.slash('ask', { question: 'why was my account banned' });
    await world.slash('helpful', { vote: 'no' });
    const { body } = await world.called(
      ({ method, path, body: sent }) =>
        method === 'POST' && path === `/channels/${CHANNEL}/messages` && JSON.stringify(sent).includes('did not help'),
    );
    expect(body.message_reference).toBeUndefined();
    expect(body.allowed_mentions).toMatchObject({ parse: [] });
    await choose((await openNotices()).select(/Where moderators get reports/), []);
  });
});

describe('an option', () => {
  const offered = async (name: string, option: string, typed = '', who: Person = moderator) =>
    (await world.complete(name, option, typed, who)).data.choices.map(({ value }: Json) => value);

  it('is completed with what it can be', async () => {
    expect(await offered('settings', 'setting', 'moder')).toEqual(['moderators', 'reports']);
    expect(await offered('language', 'language', 'esp')).toEqual(['es']);
    // By the name in the person's own language as well, and first by how a word begins.
    expect(await offered('language', 'language', 'chin')).toEqual(['zh-Hans', 'zh-Hant']);
    expect(await offered('language', 'language', 'ar')).toEqual(['ar']);
    expect(await offered('topics', 'topic', 'priv')).toEqual(['privacy']);
    expect(await offered('privacy', 'what')).toEqual(['export', 'erase']);
    expect(await offered('teach', 'source', 'handb')).toEqual(['Handbook']);
    expect(await offered('stats', 'days')).toEqual(['1', '7', '30', '90', '365']);
    await world.slash(
      'retire',
      { entry: 'questions/refund', why: 'We sell nothing any more.', force: true },
      { ...moderator, user: '600000000000000072' },
    );
    await world.slash(
      'restore',
      { entry: 'questions/refund', force: true },
      { ...moderator, user: '600000000000000072' },
    );
    expect(await offered('pin', 'why')).toEqual([
      'We sell nothing any more.',
      'It was out of date.',
      'It was wrong.',
      'It was unclear.',
      'People kept asking.',
    ]);
    const named = [
      { name: 'entry', type: 3, value: 'questions/refund' },
      { name: 'question', type: 3, value: '', focused: true },
    ];
    const title = await world.interact(
      { type: 4, data: { id: '1', type: 1, name: 'correct', options: named } },
      moderator,
    );
    expect(title.data.choices.map(({ value }: Json) => value)).toEqual(['Can I get a refund for my subscription?']);
    const { data } = await world.interact(
      {
        type: 4,
        data: {
          id: '1',
          type: 1,
          name: 'settings',
          options: [
            { name: 'setting', type: 3, value: 'unknown' },
            { name: 'value', type: 3, value: '', focused: true },
          ],
        },
      },
      moderator,
    );
    const removal = await world.interact(
      {
        type: 4,
        data: {
          id: '1',
          type: 1,
          name: 'rephrase',
          options: [
            { name: 'entry', type: 3, value: 'questions/refund' },
            { name: 'remove', type: 3, value: 'money', focused: true },
          ],
        },
      },
      moderator,
    );
    expect(removal.data.choices.map(({ value }: Json) => value)).toEqual(['money back for subscription']);
    expect(data.choices.map(({ value }: Json) => value)).toEqual(['helpful', 'short', 'silent', 'own', 'default']);
  });

  it('shows nobody else what moderators choose from', async () => {
    await world.slash('pin', { question: 'secret question', entry: 'facts/founding' }, moderator);
    await until(async () => (await offered('unpin', 'question')).length > 0);
    expect(await offered('unpin', 'question', '', { user: MEMBER })).toEqual([]);
    expect((await offered('undo', 'change')).length).toBeGreaterThan(0);
    expect(await offered('undo', 'change', '', { user: MEMBER })).toEqual([]);
  });
});

describe('the site', () => {
  it('has an entry of the server once a moderator says so below its answer', async () => {
    const taught = { question: 'Where is the bicycle shed?', answer: 'Behind the hall.' };
    const { data: preview } = await world.slash('teach', taught, moderator);
    await world.press(buttonsOf(preview).Save ?? '', { ...preview, id: world.discord.state.id() }, moderator);
    const answer = await world.replyTo(world.write(`${mention} ${taught.question}`));
    const press = async (words: string) => {
      const more = await openMore(world, answer, moderator);
      return seen((await world.press(buttonsOf(more)[words] ?? '', more, moderator)).data).text;
    };
    expect(await press('🌐 Put on the website')).toContain('website: public once the website is next built');
    expect(await setting('site:questions/where-is-the-bicycle-shed')).toBe('on');
    expect(await press('🌐 Take off the website')).toContain('website: not on the website');
  });
});
