import { beforeEach, describe, expect, it } from 'vitest';
import { encode } from '../../../src/bot/community/records.ts';
import { NO_HELP } from '../../../src/bot/ports/questions.ts';
import type { Services } from '../../../src/bot/services.ts';
import { addModerator, type Role } from '../../../src/platforms/web/people.ts';
import { appOf, WEB_TOKEN } from '../../helpers/pages.ts';
import { keepQuestion } from '../../helpers/questions.ts';
import { telegramServices } from '../../helpers/telegram-bot.ts';
import { unescaped, type Visitor, visitorOf } from '../../helpers/web-visitor.ts';

const COMMUNITY = 'test:here';
const QUERY = `community=${COMMUNITY}`;
const PART = { 'x-wants': 'part' };
const WAITS = JSON.stringify({ channel: '', message: '', user: '', link: '' });
let services: Services;
let visitor: Visitor;

const enter = async (token = WEB_TOKEN): Promise<void> => {
  visitor = visitorOf(appOf(services));
  await visitor.get('/dashboard?lang=en');
  await visitor.post('/dashboard/login', { token });
  await visitor.get(`/dashboard?${QUERY}`);
};
const keep = (text: string, parts: Omit<Parameters<typeof keepQuestion>[1], 'text'> = {}): Promise<number> =>
  keepQuestion(services.store, { community: COMMUNITY, at: services.now(), ...parts, text });
const deal = (fields: Parameters<Visitor['post']>[1], headers = {}, query = QUERY): Promise<Response> =>
  visitor.post(`/dashboard/inbox?${query}`, fields, headers);
const open = async (): Promise<string[]> => (await services.questions.list(COMMUNITY)).map(({ text }) => text);
const listed = (): string[] =>
  [...visitor.page().matchAll(/class="ask-text"[^>]*><bdi[^>]*>([^<]*)</g)].map(([, text = '']) => unescaped(text));
const acts = () => services.store.transact(({ log }) => log.acts({ community: COMMUNITY }));
const stateOf = async () => (await services.communities.byId(COMMUNITY)).state;
const phrasings = async () => (await stateOf()).all('phrasings').flatMap(([, { added }]) => added);
const undo = async (): Promise<void> => {
  await visitor.post(`/dashboard/act?${QUERY}`, { press: visitor.buttons('Undo')[0] ?? '' });
  await visitor.get(`/dashboard?${QUERY}`);
};

beforeEach(async () => {
  services = await telegramServices();
  // The dashboard offers communities that decided something.
  for (const community of [COMMUNITY, 'test:there'])
    await services.store.transact(({ log }) =>
      log.append({
        ...{ community, person: 'p', place: community, at: services.now(), command: 'pin', why: '' },
        ...{ forced: null, undoes: null },
        edits: [{ community, kind: 'place', key: community, after: encode('place', { title: 'The club' }) }],
      }),
    );
  await services.communities.refresh();
});

describe('the questions without an answer', () => {
  it('are the first card, each with what is known of it, and name nobody', async () => {
    await keep('is there parking', {
      people: 3,
      asker: { place: COMMUNITY, channel: '12', link: 'https://chat.example/12/7', address: WAITS },
    });
    await keep('دوچرخه را کجا بگذارم', {
      language: 'fa',
      asker: { person: 'secret-person', offered: 'questions/hours' },
    });
    await enter();
    const page = visitor.page();
    expect(page.indexOf('id="questions"')).toBeLessThan(page.indexOf('id="figures"'));
    expect(page).toContain('Questions without an answer: 2');
    expect(listed()).toEqual(['is there parking', 'دوچرخه را کجا بگذارم']);
    for (const words of ['asked by 3 people', '3 people wait for this', 'asked by 1 person', 'choices, none pressed'])
      expect(page).toContain(words);
    expect(page).toContain('href="https://chat.example/12/7"');
    expect(page).toContain('The club #12');
    expect(page).toMatch(/dir="auto" lang="fa">دوچرخه/);
    expect(page).not.toContain('secret-person');
  });

  it('are sifted by what occurs, in the address, in what one goes on to, and in the file', async () => {
    await keep('is there parking', { asker: { place: COMMUNITY, channel: '12' } });
    await keep('wo ist das', { language: 'es', state: 'passed', asker: { place: COMMUNITY, channel: '13' } });
    await enter();
    expect(visitor.page()).toContain('<option value="helpers"');
    expect(visitor.page()).not.toContain('<option value="choices"');
    for (const [query, found] of [
      ['state=open', ['is there parking']],
      ['in=es', ['wo ist das']],
      [`channel=${COMMUNITY}/13`, ['wo ist das']],
      ['state=open&in=es', []],
    ] as const) {
      await visitor.get(`/dashboard?${QUERY}&${query}`);
      expect(listed(), query).toEqual(found);
      expect(visitor.page()).toContain(`Questions without an answer: ${found.length}`);
      const [, file = ''] = /href="([^"]*csv\/questions[^"]*)"/.exec(visitor.page()) ?? [];
      const lines = (await (await visitor.get(unescaped(file))).text()).trim().split('\r\n').slice(1);
      expect(lines.length, query).toBe(found.length);
    }
    await visitor.get(`/dashboard?${QUERY}&state=open`);
    await deal({ do: 'ignore 1' }, {}, `${QUERY}&state=open`);
    expect(visitor.page()).toContain('<option value="open" selected>');
    await visitor.get(`/dashboard/inbox?${QUERY}&in=es`);
    expect((await visitor.get(`/dashboard/inbox?${QUERY}&in=es`)).headers.get('location')).toContain('in=es');
  });

  it('have likely entries with the reason, and those alike are beside each other', async () => {
    await keep('opening hours on holidays', { people: 9 });
    await keep('do you sell gift cards', { people: 8 });
    await keep('is the office open at night', { people: 7 });
    await enter();
    expect(listed()).toEqual(['opening hours on holidays', 'is the office open at night', 'do you sell gift cards']);
    expect(visitor.page()).toMatch(/\d+% sure · in common: opening, hours|\d+% sure · in common: hours, opening/);
    expect(visitor.page()).toContain('value="is 1 questions/hours"');
  });

  it('become phrasings of the entry that is pressed: those who wait hear it, and one undo brings them back', async () => {
    await keep('opening hours on holidays', { asker: { place: 'test:there', address: WAITS } });
    await enter();
    await deal({ do: 'is 1 questions/hours' });
    expect(visitor.page()).toContain('Phrasings changed');
    expect(await phrasings()).toEqual(['opening hours on holidays']);
    expect(listed()).toEqual([]);
    expect(await services.store.read(({ outbox }) => outbox.due('test', services.now()))).toHaveLength(1);
    await undo();
    expect(listed()).toEqual(['opening hours on holidays']);
  });

  it('are answered by a new entry in one step, with what was asked as a phrasing, and one undo', async () => {
    await keep('whre can i park');
    await enter();
    await deal({ do: 'save', ids: '1', heading: 'Where can I park?', answer: 'Behind the house.', source: 'Office' });
    expect(listed()).toEqual([]);
    const [[, { text }] = ['', { text: '' }]] = (await stateOf()).all('entry');
    expect(text).toContain('# Where can I park?');
    expect(text).toContain('whre can i park');
    expect(text).toContain('Behind the house.');
    await undo();
    expect((await stateOf()).all('entry')).toEqual([]);
    expect(listed()).toEqual(['whre can i park']);
  });

  it('keep what was typed if it cannot be saved, and say what it would break, with a way to save it all the same', async () => {
    await keep('when are you there');
    await enter();
    await deal({ do: 'save', ids: '1', heading: 'Where?', answer: '', source: 'My <b>source</b>' });
    expect(visitor.page()).toContain('value="My &lt;b&gt;source&lt;/b&gt;"');
    expect(visitor.page()).toMatch(/<details class="ask-answer" open>/);
    await deal({ do: 'save', ids: '1', heading: 'When is the office open?', answer: 'Never.', source: '' }, PART);
    expect(visitor.page()).not.toContain('data-done');
    expect((await stateOf()).all('entry')).toEqual([]);
    await visitor.get(`/dashboard?${QUERY}`);
    await deal({ do: 'save', ids: '1', heading: 'When is the office open?', answer: 'Never.', source: '' });
    const [force = ''] = visitor.buttons('Do it anyway');
    await visitor.post(`/dashboard/act?${QUERY}`, { press: force });
    expect((await stateOf()).all('entry')).toHaveLength(1);
  });

  it('are ignored one or several at once, with one undo', async () => {
    for (const text of ['is there parking', 'do you sell cards', 'where is the toilet']) await keep(text);
    await enter();
    await deal({ do: 'ignore 2' });
    expect(await open()).toEqual(['is there parking', 'where is the toilet']);
    await visitor.get(`/dashboard?${QUERY}`);
    await deal([
      ['question', '1'],
      ['question', '3'],
      ['do', 'ignore'],
    ]);
    expect(visitor.page()).toContain('Off the list: 2.');
    expect(await open()).toEqual([]);
    await undo();
    expect((await open()).sort()).toEqual(['is there parking', 'where is the toilet']);
  });

  it('are all one entry, or get a new one together: one act, and one undo', async () => {
    for (const text of ['opening | hours on holidays', 'ساعت کار تعطیلات', 'is there parking', 'where do cars go'])
      await keep(text, { language: text.startsWith('س') ? 'fa' : 'en' });
    await enter();
    const before = (await acts()).length;
    const ticked = [
      ['question', '1'],
      ['question', '2'],
      ['do', 'together'],
    ];
    await visitor.get((await deal(ticked)).headers.get('location') ?? '');
    expect(visitor.page()).toContain('value="is 1,2 questions/hours"');
    await deal({ do: 'is 1,2 questions/hours' });
    expect((await phrasings()).sort()).toEqual(['opening | hours on holidays', 'ساعت کار تعطیلات']);
    expect(
      (await stateOf())
        .all('phrasings')
        .map(([key]) => key)
        .sort(),
    ).toEqual(['en/questions/hours', 'fa/questions/hours']);
    expect(await acts()).toHaveLength(before + 1);
    await undo();
    expect(await phrasings()).toEqual([]);
    await deal({ do: 'save', ids: '3,4', heading: 'is there parking', answer: 'Yes.', source: '' });
    const [[, { text }] = ['', { text: '' }]] = (await stateOf()).all('entry');
    expect(text).toContain('where do cars go');
    expect(text.match(/is there parking/g)).toHaveLength(1);
    expect(await acts()).toHaveLength(before + 3);
    expect(listed()).not.toContain('where do cars go');
  });

  it('say so if nothing is ticked, or somebody else was quicker', async () => {
    await keep('is there parking');
    await enter();
    for (const does of ['ignore', 'together']) {
      await deal({ do: does });
      expect(visitor.page()).toContain('Tick at least one question first.');
    }
    await deal({ do: 'ignore 99' });
    expect(visitor.page()).toContain('These questions are no longer open.');
    expect((await deal({ do: 'dance' })).status).toBe(404);
    expect(await open()).toEqual(['is there parking']);
  });

  it('that helpers have are answered here, too', async () => {
    await keep('which fuse is it', { state: 'passed', asker: { place: 'test:there', address: WAITS } });
    await enter();
    expect(visitor.page()).toContain('with the helpers');
    await deal({ do: 'reply', ids: '1', words: 'The *third* one.' });
    expect(visitor.page()).toContain('I passed your answer on');
    expect(listed()).toEqual([]);
    const told = await services.store.read(({ outbox }) => outbox.due('test', services.now()));
    expect(told.map(({ payload }) => payload.includes('third'))).toEqual([true]);
  });

  it('are words, whatever is in them', async () => {
    const texts = [
      '<script>alert(1)</script><img src=x onerror=alert(2)>',
      '@everyone **bold** [link](javascript:alert(1)) `code`',
      `${'H̴̵̶̷̸̡̢̧̨̛̖̗̘̙'.repeat(50)} zalgo`,
      'abc \u202Edetrevni\u202C \u2067rtl',
      'long '.repeat(800),
    ];
    for (const text of texts) await keep(text, { asker: { link: 'javascript:alert(1)', place: COMMUNITY } });
    await enter();
    const page = visitor.page();
    expect(listed()).toHaveLength(texts.length);
    expect(page).not.toMatch(/<script>alert|<img src=x|href="javascript/);
    expect(page).toContain('&lt;script&gt;alert(1)');
    expect(page).toContain('[link](javascript:alert(1))');
    expect(Buffer.byteLength(page)).toBeLessThan(100_000);
  });

  const as = (role: Role, community: string) =>
    addModerator(services, { name: 'Ada', role, days: 0, community }, 'test');

  it('are an editor’s, but for what members suggest; nobody else’s of another community', async () => {
    const id = await keep('is there parking');
    await keep('do you sell cards');
    await enter(await as('editor', COMMUNITY));
    await deal({ do: `ignore ${id}` });
    expect(listed()).toEqual(['do you sell cards']);
    await deal({ do: 'save', ids: '2', heading: 'do you sell cards', answer: 'No.', source: '' });
    expect(await open()).toEqual([]);
    await keep('where is the toilet');
    await enter(await as('moderator', 'test:there'));
    expect(visitor.page()).not.toContain('where is the toilet');
    for (const does of ['ignore 3', 'is 3 questions/hours', 'together']) {
      await deal({ do: does, question: '3', ids: '3' });
      expect(visitor.page(), does).not.toContain('where is the toilet');
    }
    expect((await visitor.get(`/dashboard/together?${QUERY}&group=3`)).status).toBe(404);
    expect(await (await visitor.get(`/dashboard/csv/questions?${QUERY}`)).text()).not.toContain('toilet');
    expect(await open()).toEqual(['where is the toilet']);
  });

  it('are thirty on a page, and the engine is asked for no others, however many there are', async () => {
    await services.store.transact(async ({ questions }) => {
      for (let at = 0; at < 300; at++) {
        const row = { ...NO_HELP, community: COMMUNITY, language: 'en', state: 'open' as const, at: services.now() };
        const item = await questions.add(row);
        const words = {
          text: `is there parking for number ${at}`,
          place: COMMUNITY,
          channel: '',
          message: '',
          link: '',
        };
        const rest = { offered: '', meant: '', address: '', told: '', until: '2036-01-01T00:00:00.000Z' };
        await questions.join({ ...words, ...rest, item, person: 'p', at: services.now() });
      }
    });
    const asked = new Set<string>();
    const { communities } = services;
    services = {
      ...services,
      communities: {
        ...communities,
        byId: async (id: string) => {
          const one = await communities.byId(id);
          const counted: typeof one = {
            ...one,
            prepared: async () => {
              await one.prepared();
              return counted;
            },
            answer: (question, language) => {
              asked.add(question);
              return one.answer(question, language);
            },
          };
          return counted;
        },
      },
    };
    await enter();
    expect(visitor.page()).toContain('Questions without an answer: 300');
    expect(listed()).toHaveLength(30);
    expect(asked.size).toBe(30);
    expect(visitor.page()).toContain('Page 1 of 10');
    await visitor.get(`/dashboard?${QUERY}&page=10`);
    expect(listed()).toHaveLength(30);
    await visitor.get(`/dashboard?${QUERY}&page=99`);
    expect(visitor.page()).toContain('Page 10 of 10');
  });
});
