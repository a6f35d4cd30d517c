import { afterEach, describe, expect, it } from 'vitest';
import { StoreError } from '../../../src/bot/ports/store.ts';
import { discordFileWorld } from '../../helpers/discord-file-world.ts';
import { buttonsOf, PRIVATE, seen } from '../../helpers/discord-message.ts';
import { filledIn, panelsOf } from '../../helpers/discord-panel.ts';
import { discordWorld, MEMBER, MODERATOR, moderator, type Person } from '../../helpers/discord-world.ts';
import { entryOf, textOf } from '../../helpers/entries.ts';
import type { Json } from '../../helpers/fake-discord.ts';
import { CHANNEL, FORUM, GUILD } from '../../helpers/fake-discord-rest.ts';
import { libraryOf } from '../../helpers/library.ts';
import { shippedLocales } from '../../helpers/services.ts';

const world = discordFileWorld();
const { alone, open, openPage, choose, form, send } = panelsOf(world);

const PLACE = { platform: 'discord', id: GUILD };
const state = async () => (await world.services.communities.of(PLACE)).state;
const setting = async (key: string) => (await state()).get('setting', key);
const ofServer = (key: string) => setting(`${key}:discord:${GUILD}`);
const acts = () => world.services.store.read(({ log }) => log.acts({ community: `discord:${GUILD}`, kind: 'setting' }));
const typesIn = ({ components }: Json) =>
  Object.fromEntries(components.map(({ component }: Json) => [component.custom_id, component.type]));
const typed = (name: string, value: string, who: Person = moderator) =>
  world.slash('settings', { setting: name, value }, who);

afterEach(async () => {
  for (const [key] of (await state()).all('setting')) {
    const [name = '', where = ''] = key.split(':discord:');
    const [, channel] = where.split('/');
    await typed(name, `default${channel ? ` <#${channel}>` : ['mode', 'packs'].includes(name) ? ' everywhere' : ''}`);
  }
  expect((await state()).all('setting')).toEqual([]);
});

describe('a form of the panel', () => {
  it('has what holds now, for all settings that are beside each other', async () => {
    await typed('mode', 'questions everywhere');
    await typed('patience', '45');
    await typed('site', 'on');
    const panel = await open();
    const [first, second] = await Promise.all(panel.forms.map((button) => form(button)));
    expect([typesIn(first), filledIn(first)]).toEqual([
      { language: 21, packs: 22, mode: 21, unknown: 21 },
      { language: 'en', packs: '', mode: 'questions', unknown: 'helpful' },
    ]);
    expect([typesIn(second), filledIn(second)]).toEqual([
      { learn: 21, questions: 21, patience: 4, site: 21 },
      { learn: '2', questions: 'on', patience: '45', site: 'on' },
    ]);
    expect(second.title).toBe('What I answer, and how');
    const [, , patience, site] = second.components;
    expect([patience.label, patience.description]).toEqual(['Time for people to answer first', '0–300']);
    // What nobody decided cannot be taken back.
    const labels = ({ component: { options } }: Json) => options.map(({ label }: Json) => label);
    expect([labels(site), labels(second.components[0])]).toEqual([
      ['public once the website is next built', 'not on the website', 'Back to default'],
      ['I learn nothing', '1', '2', '3'].map((label, at) => (at === 0 ? label : `people who must agree: ${at}`)),
    ]);
  });

  it('has roles, channels, hours, and several languages and topics', async () => {
    await typed('helpers', '<@&500000000000000001>');
    await typed('reports', `<#${CHANNEL}>`);
    await typed('human', `<#${CHANNEL}>`);
    await typed('hours', '9-18 Europe/Berlin');
    await typed('faqlanguages', 'zh-Hans, en');
    await typed('faqtopics', 'privacy, accounts');
    const [people] = (await openPage('people')).forms;
    const [notices] = (await openPage('notices')).forms;
    const [faq] = (await openPage('faq')).forms;
    const forms = [await form(people), await form(notices), await form(faq)];
    expect(forms.map(typesIn)).toEqual([
      { moderators: 6, helpers: 6 },
      { reports: 8, digest: 21, human: 8, hours: 4 },
      { faq: 8, faqlanguages: 22, faqtopics: 22 },
    ]);
    expect(forms.map(filledIn)).toEqual([
      { moderators: '', helpers: '500000000000000001' },
      { reports: CHANNEL, digest: 'off', human: CHANNEL, hours: '09:00-18:00 Europe/Berlin' },
      { faq: '', faqlanguages: 'zh-Hans\nen', faqtopics: 'privacy\naccounts' },
    ]);
    await choose((await openPage('people')).select(/Helpers/), []);
    await choose((await openPage('notices')).select(/Where moderators get reports/), []);
  });

  it('changes all that was chosen otherwise at once, shows it in the panel, and one undo takes it back', async () => {
    await typed('digest', 'weekly');
    const before = (await acts()).length;
    const [button] = (await openPage('notices')).forms;
    const after = await send(await form(button), {
      reports: CHANNEL,
      digest: 'default',
      human: CHANNEL,
      hours: '8-16 UTC',
    });
    expect([
      await ofServer('reports'),
      await setting('digest'),
      await setting('human'),
      await setting('hours'),
    ]).toEqual([CHANNEL, undefined, `discord:${GUILD}/${CHANNEL}`, '08:00-16:00 UTC']);
    expect(await acts()).toHaveLength(before + 1);
    expect(after.text).toMatch(
      /Changed\. Where moderators get reports: .*; Digest: default; Where helpers are asked: .*; When helpers are there: 08:00-16:00 UTC/,
    );
    expect(after.select(/Where helpers are asked/).default_values).toEqual([{ id: CHANNEL, type: 'channel' }]);
    await choose(after.button('Undo'), []);
    expect([
      await ofServer('reports'),
      await setting('digest'),
      await setting('human'),
      await setting('hours'),
    ]).toEqual([undefined, 'weekly', undefined, undefined]);
  });

  it('says so if nothing was changed, and leaves what nobody touched', async () => {
    await typed('faqtopics', 'privacy, accounts');
    const before = await acts();
    const [button] = (await openPage('faq')).forms;
    // In another order, as a client may send it.
    const after = await send(await form(button), { faqtopics: 'accounts\nprivacy' });
    expect(after.text).toContain('Nothing was changed.');
    expect([after.button('Undo'), after.button('✎ Edit')]).toEqual([undefined, undefined]);
    expect(await acts()).toEqual(before);
    expect(await setting('faqtopics')).toEqual(['privacy', 'accounts']);
  });

  it('takes several topics and languages, and an empty field back to the default', async () => {
    await typed('faqlanguages', 'zh-Hans');
    const [button] = (await openPage('faq')).forms;
    await send(await form(button), { faqlanguages: '', faqtopics: 'history\nprivacy' });
    expect([await setting('faqlanguages'), await setting('faqtopics')]).toEqual([undefined, ['history', 'privacy']]);
  });

  it('is of the channel that is looked at, on its page', async () => {
    const tags = [
      { id: '71', name: 'Done', moderated: false },
      { id: '72', name: 'Open', moderated: false },
    ];
    Object.assign(world.discord.state.channels.get(FORUM) ?? {}, { available_tags: tags });
    world.discord.gateway.dispatch('CHANNEL_UPDATE', world.discord.state.channels.get(FORUM));
    await typed('mode', 'off everywhere');
    const page = await choose((await openPage('channel')).select(/one channel/), [FORUM]);
    const [button] = page.forms;
    const shown = await form(button);
    expect([typesIn(shown), filledIn(shown)]).toEqual([
      { packs: 22, mode: 21, solved: 21 },
      { packs: '', mode: 'off', solved: '' },
    ]);
    await send(shown, { mode: 'questions', solved: '71' });
    const own = (name: string) => setting(`${name}:discord:${GUILD}/${FORUM}`);
    expect([await own('mode'), await own('solved'), await own('packs'), await setting('mode')]).toEqual([
      'questions',
      '71',
      undefined,
      'off',
    ]);
  });

  it('leaves the community’s own words, which the panel asks for', async () => {
    const panel = await open();
    const asked = await world.choose(panel.select(/When I don't know/).custom_id, ['own'], alone(), moderator);
    const { data: preview } = await world.submit(asked.data, { unknown: 'Ask the porter.' }, moderator, alone());
    await world.press(buttonsOf(preview).Save ?? '', { ...alone(), components: preview.components }, moderator);
    const shown = await form((await open()).forms[0]);
    expect(filledIn(shown).unknown).toBe('own');
    await send(shown, { mode: 'off' });
    expect([await setting('unknown'), await setting('mode')]).toEqual([['Ask the porter.'], 'off']);
    await choose((await open()).select(/\*\*When I answer\*\*/), ['default']);
  });
});

describe('what is not right in a form', () => {
  it('is said with all else of it undone, and the form opens again with what was chosen', async () => {
    const [button] = (await openPage('notices')).forms;
    const refused = await send(await form(button), { digest: 'daily', hours: 'in the morning' });
    expect(refused.text).toContain("I can't accept that yet");
    expect(refused.text).toContain("“When helpers are there” can't be “in the morning”");
    expect(refused.text).toContain('9-18 Europe/Berlin');
    expect(await setting('digest')).toBeUndefined();
    const again = await form(refused.button('✎ Edit'));
    expect(filledIn(again)).toEqual({ reports: '', digest: 'daily', human: '', hours: 'in the morning' });
    await send(again, { hours: '9-18 Europe/Berlin' });
    expect([await setting('digest'), await setting('hours')]).toEqual(['daily', '09:00-18:00 Europe/Berlin']);
  });

  it('is a number beyond what it can be', async () => {
    const second = async () => form((await open()).forms[1]);
    expect((await send(await second(), { patience: '301' })).text).toContain("can't be “301”");
    await send(await second(), { patience: '300' });
    expect(await setting('patience')).toBe('300');
  });

  it('is a value that there is no more, which may not be offered again', async () => {
    await world.slash('retire', { entry: 'questions/delete-data' }, moderator);
    await world.slash('restore', { entry: 'questions/delete-data' }, moderator);
    const [button] = (await openPage('faq')).forms;
    const shown = await form(button);
    await through(await world.slash('retire', { entry: 'questions/delete-data' }, moderator));
    const refused = await send(shown, { faqlanguages: 'en', faqtopics: 'accounts\nprivacy' });
    expect(refused.text).toContain("can't be “accounts, privacy”");
    expect([await setting('faqlanguages'), await setting('faqtopics')]).toEqual([undefined, undefined]);
    const again = await form(refused.button('✎ Edit'));
    expect(filledIn(again)).toMatchObject({ faqlanguages: 'en', faqtopics: 'accounts' });
    await send(again);
    expect([await setting('faqlanguages'), await setting('faqtopics')]).toEqual([['en'], ['accounts']]);
    await through(await world.slash('restore', { entry: 'questions/delete-data' }, moderator));
  });

  it('is what somebody else has changed meanwhile; what nobody touched in it stays as they set it', async () => {
    const other = { ...moderator, user: '600000000000000074' };
    const [first, second] = [await form((await openPage('notices')).forms[0]), await form((await open()).forms[1])];
    await typed('digest', 'weekly', other);
    const overtaken = await send(first, { digest: 'daily', hours: '9-18' });
    expect(overtaken.text).toContain('Someone else has just changed “Digest”');
    expect([await setting('digest'), await setting('hours')]).toEqual(['weekly', undefined]);
    const again = await form(overtaken.button('✎ Edit'));
    await send(again);
    expect([await setting('digest'), await setting('hours')]).toEqual(['daily', '09:00-18:00 UTC']);
    await typed('learn', '3', other);
    await send(second, { patience: '30' });
    expect([await setting('learn'), await setting('patience')]).toEqual(['3', '30']);
  });
});

const through = async ({ data }: Json): Promise<void> => {
  const { Save, Retire, Restore, 'Do it anyway': force } = buttonsOf(data);
  const id = Save ?? Retire ?? Restore ?? force;
  if (id !== undefined) await through(await world.press(id, { ...alone(), components: data.components }, moderator));
};

describe('who may not', () => {
  const member: Person = { user: MODERATOR, permissions: '1024' };

  it('opens no form, and sends none that was opened while they might', async () => {
    const [button] = (await openPage('notices')).forms;
    const refused = await world.press(button.custom_id, alone(), member);
    expect([refused.type, refused.data.flags, seen(refused.data).text]).toEqual([
      4,
      PRIVATE,
      expect.stringContaining('Only moderators'),
    ]);
    const shown = await form(button);
    const sent = await world.submit(shown, { ...filledIn(shown), digest: 'daily' }, member, alone());
    expect([sent.type, sent.data.flags, seen(sent.data).text]).toEqual([
      4,
      PRIVATE,
      expect.stringContaining('Only moderators'),
    ]);
    expect(await setting('digest')).toBeUndefined();
  });

  it('cannot send the form of somebody else', async () => {
    const shown = await form((await openPage('notices')).forms[0]);
    const other = { ...moderator, user: '600000000000000055' };
    const since = world.discord.calls.length;
    const sent = await world.submit(shown, { ...filledIn(shown), digest: 'daily' }, other, alone());
    const told =
      sent.type === 6
        ? (await world.called(({ method, path }) => method === 'POST' && path.startsWith('/webhooks/'), since)).body
        : sent.data;
    expect(seen(told).text).toContain('no longer works');
    expect(await setting('digest')).toBeUndefined();
  });

  it('name no moderators, if only a role makes them one themselves', async () => {
    const byRole = { user: MEMBER, roles: ['500000000000000001'] };
    await choose((await openPage('people')).select(/Additional moderators/), ['500000000000000001']);
    expect((await openPage('people', byRole)).forms).toEqual([]);
    const boss = { user: MEMBER, roles: ['500000000000000001'], permissions: moderator.permissions ?? '' };
    const shown = await form((await openPage('people', boss)).forms[0], boss);
    const two = '500000000000000001\n500000000000000002';
    const refused = await send(shown, { moderators: two, helpers: '500000000000000002' }, byRole);
    expect(refused.text).toContain('Only people whom the server');
    expect([await ofServer('moderators'), await ofServer('helpers')]).toEqual([['500000000000000001'], undefined]);
    await choose((await openPage('people')).select(/Additional moderators/), []);
  });

  it('are kept who were named as people, where roles are picked', async () => {
    await typed('helpers', '<@600000000000000777> <@&500000000000000001>');
    const marks = async () => (await ofServer('helpers')) as readonly string[];
    const [person] = (await marks()).filter((mark) => mark !== '500000000000000001');
    await send(await form((await openPage('people')).forms[0]), { helpers: '500000000000000002' });
    expect(new Set(await marks())).toEqual(new Set([person, '500000000000000002']));
    await typed('helpers', 'default');
  });
});

describe('an outage', () => {
  it('while a form is sent is told, changes nothing, and the same form can be sent once it is over', async () => {
    const shown = await form((await openPage('notices')).forms[0]);
    const { store } = world.services;
    const { transact, read, session } = store;
    const full = () => {
      throw new StoreError('No space is left');
    };
    Object.assign(store, { transact: async () => full(), read: async () => full(), session: full });
    const since = world.discord.calls.length;
    const sent = await world.submit(shown, { ...filledIn(shown), digest: 'daily', hours: '9-18' }, moderator, alone());
    expect(sent.type).toBe(6);
    const { body } = await world.called(
      ({ method, path }) => method === 'POST' && path.startsWith('/webhooks/'),
      since,
    );
    expect([body.flags & 64, seen(body).text]).toEqual([
      64,
      expect.stringContaining("I can't save anything right now"),
    ]);
    Object.assign(store, { transact, read, session });
    expect([await setting('digest'), await setting('hours')]).toEqual([undefined, undefined]);
    await send(shown, { digest: 'daily', hours: '9-18' });
    expect([await setting('digest'), await setting('hours')]).toEqual(['daily', '09:00-18:00 UTC']);
  });
});

describe('a list with more values than boxes', () => {
  it.each([
    ['ten are boxes', 10, 22],
    ['eleven are a menu', 11, 3],
    ['twenty-six are typed', 26, 4],
  ])('%s', async (_, count, type) => {
    const topics = Array.from({ length: count }, (_, n) => `topic ${n}`);
    const entries = topics.map((tag, n) =>
      entryOf(`questions/t${n}`, textOf('en', `What is ${tag}?`, [], { tags: [tag] })),
    );
    const { languages } = await shippedLocales();
    const own = await discordWorld({
      services: { library: libraryOf(entries, { languages, background: new Map() }) },
    });
    const panels = panelsOf(own);
    await own.slash('settings', { setting: 'faqtopics', value: 'topic 3, topic 1' }, moderator);
    const shown = await panels.form((await panels.openPage('faq')).forms[0]);
    expect(typesIn(shown).faqtopics).toBe(type);
    const parting = type === 4 ? ', ' : '\n';
    expect(filledIn(shown).faqtopics).toBe(`topic 3${parting}topic 1`);
    await panels.send(shown, { faqtopics: ['topic 3', 'topic 1', 'topic 9'].join(parting) });
    const { state } = await own.services.communities.of(PLACE);
    expect(state.get('setting', 'faqtopics')).toEqual(['topic 3', 'topic 1', 'topic 9']);
    await own.stop();
    expect(own.discord.problems).toEqual([]);
  });
});

describe('topics that no menu can have', () => {
  it('are typed, and the others are picked', async () => {
    const topics = ['cars', 'x'.repeat(101), 'default'];
    const entries = topics.map((tag, n) =>
      entryOf(`questions/t${n}`, textOf('en', `What is ${n}?`, [], { tags: [tag] })),
    );
    const { languages } = await shippedLocales();
    const town = await discordWorld({
      services: { library: libraryOf(entries, { languages, background: new Map() }) },
    });
    const panels = panelsOf(town);
    await town.slash('settings', { setting: 'faqtopics', value: topics.slice(0, 2).join(', ') }, moderator);
    expect((await town.services.communities.of(PLACE)).state.get('setting', 'faqtopics')).toEqual(topics.slice(0, 2));
    const page = await panels.openPage('faq');
    const valuesIn = ({ options }: Json) => options.map(({ value }: Json) => value);
    expect(valuesIn(page.select(/Topics of the FAQ channel/))).toEqual(['cars', 'default']);
    const shown = await panels.form(page.forms[0]);
    expect([typesIn(shown).faqtopics, filledIn(shown).faqtopics]).toEqual([4, topics.slice(0, 2).join(', ')]);
    await town.stop();
    expect(town.discord.problems).toEqual([]);
  });
});

describe('topics with commas in their names', () => {
  const topics = ['cars, trains', 'cars', 'trains, planes', 'planes'];
  const own = async (more: readonly string[] = []) => {
    const entries = [...topics, ...more].map((tag, n) =>
      entryOf(`questions/t${n}`, textOf('en', `What is ${tag}?`, [], { tags: [tag] })),
    );
    const { languages } = await shippedLocales();
    return discordWorld({ services: { library: libraryOf(entries, { languages, background: new Map() }) } });
  };

  it('are typed, picked in the panel, and chosen in its form', async () => {
    const town = await own();
    const panels = panelsOf(town);
    const chosen = async () => (await town.services.communities.of(PLACE)).state.get('setting', 'faqtopics');
    await town.slash('settings', { setting: 'faqtopics', value: 'planes,Cars, trains' }, moderator);
    expect(await chosen()).toEqual(['planes', 'cars, trains']);
    await town.slash('settings', { setting: 'faqtopics', value: 'cars, buses' }, moderator);
    expect(await chosen()).toEqual(['planes', 'cars, trains']);
    await panels.choose((await panels.openPage('faq')).select(/Topics of the FAQ channel/), ['trains, planes', 'cars']);
    expect(await chosen()).toEqual(['trains, planes', 'cars']);
    const shown = await panels.form((await panels.openPage('faq')).forms[0]);
    await panels.send(shown, { faqtopics: 'cars\ncars, trains' });
    expect(await chosen()).toEqual(['cars', 'cars, trains']);
    await town.stop();
    expect(town.discord.problems).toEqual([]);
  });

  it('are typed in a form if there are too many to pick', async () => {
    const town = await own(Array.from({ length: 26 }, (_, n) => `topic ${n}`));
    const panels = panelsOf(town);
    const shown = await panels.form((await panels.openPage('faq')).forms[0]);
    await panels.send(shown, { faqtopics: 'topic 3, cars, trains，trains, planes' });
    expect((await town.services.communities.of(PLACE)).state.get('setting', 'faqtopics')).toEqual([
      'topic 3',
      'cars, trains',
      'trains, planes',
    ]);
    await town.stop();
  });
});
