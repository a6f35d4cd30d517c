import { beforeEach, describe, expect, it } from 'vitest';
import type { Services } from '../../../src/bot/services.ts';
import { editor } from '../../../src/knowledge/export/entry-text.ts';
import { hostileStrings } from '../../helpers/hostile-strings.ts';
import { appOf, WEB_TOKEN } from '../../helpers/pages.ts';
import { keepQuestion } from '../../helpers/questions.ts';
import { telegramServices } from '../../helpers/telegram-bot.ts';
import { unescaped, type Visitor, visitorOf } from '../../helpers/web-visitor.ts';

const PART = { 'x-wants': 'part' };
const HOURS = '/dashboard/entry?id=questions/hours&text=en';
let services: Services;
let visitor: Visitor;

beforeEach(async () => {
  const plain = await telegramServices();
  // The pack's own files, as a folder would hold them.
  const fileOf = async (_pack: string, language: string, id: string) => {
    const text = plain.knowledge.current().entries.get(id)?.texts.get(language);
    return (
      text &&
      editor.write({
        frontMatter: editor.writeFrontMatter({ sources: ['handbook'] }),
        title: text.title,
        phrasings: text.phrasings,
        answer: `${text.title}!`,
      })
    );
  };
  const packs = [
    {
      name: 'test',
      title: {},
      defaultLanguage: 'en',
      sources: { handbook: { title: 'Handbook', publisher: 'Office' } },
    },
  ];
  const current = () => ({ ...plain.knowledge.current(), packs });
  const repository = {
    unreached: () => undefined,
    fetch: async () => undefined,
    pageOf: (pack: string, language: string, id: string) =>
      language === 'en' ? `https://git.example.org/${pack}/en/${id}.md?a&b` : undefined,
  };
  services = await telegramServices({ knowledge: { ...plain.knowledge, current, fileOf, repository } });
  visitor = visitorOf(appOf(services));
  await visitor.get('/dashboard?lang=en');
  await visitor.post('/dashboard/login', { token: WEB_TOKEN });
});

const state = async () => (await services.communities.byId('web:pages')).state;
const titles = () =>
  [...visitor.page().matchAll(/<th scope="row">\s*(?:<input[^>]*>)?\s*<a [^>]*><bdi>([^<]*)</g)].map(
    ([, title]) => title,
  );

/** What stands in the form now. */
function fields(): Record<string, string> {
  const page = visitor.page();
  const inputs = [...page.matchAll(/<input [^>]*?name="(\w+)" value="([^"]*)"/g)].map(([, name = '', value = '']) => [
    name,
    value,
  ]);
  const texts = [...page.matchAll(/<textarea [^>]*?name="(\w+)"[^>]*>\n([^<]*)</g)].map(([, name = '', value = '']) => [
    name,
    value,
  ]);
  const form = Object.fromEntries([...inputs, ...texts]);
  const { csrf, basis, question, answer, phrasings, sources, asOf, reviewBy, tags, related } = form;
  return {
    csrf,
    basis,
    question,
    answer,
    phrasings,
    sources,
    asOf,
    reviewBy,
    tags,
    related,
    status: 'current',
    do: 'save',
  };
}

const save = async (address: string, more: Record<string, string>) => {
  await visitor.get(address);
  await visitor.post(address, { ...fields(), ...more });
};

describe('the list of entries', () => {
  const list = async (query: string) => {
    await visitor.get(`/dashboard/entries?${query}`);
    return titles();
  };

  it('shows all, and sifts them', async () => {
    expect(await list('')).toEqual([
      'Can I get a refund for my subscription?',
      'When is the office open?',
      'Why was my account banned?',
    ]);
    expect(await list('in=fa')).toHaveLength(3);
    expect(await list('in=-fa')).toEqual([]);
    expect(await list('in=-ru')).toHaveLength(3);
    expect(await list('topic=nothing')).toEqual([]);
    for (const state of ['overdue', 'disputed', 'outdated', 'bare', 'taught', 'changed', 'retired'])
      expect(await list(`state=${state}`), state).toEqual([]);
    await visitor.get(HOURS);
    await visitor.post('/dashboard/act', { press: visitor.buttons('Retire')[0] ?? '' }, PART);
    expect(await list('state=retired')).toEqual(['When is the office open?']);
    expect(await list('')).toHaveLength(2);
  });

  it('puts what the community changed on the site, and takes it off', async () => {
    visitor = visitorOf(appOf({ ...services, siteUrl: 'https://club.example/' }));
    await visitor.get('/dashboard?lang=en');
    await visitor.post('/dashboard/login', { token: WEB_TOKEN });
    await visitor.get(HOURS);
    expect(visitor.buttons('Put on the website')).toEqual([]);
    await save(HOURS, { answer: 'From nine to six.' });
    await visitor.get(HOURS);
    await visitor.post('/dashboard/act', { press: visitor.buttons('Put on the website')[0] ?? '' }, PART);
    expect((await state()).get('setting', 'site:questions/hours')).toBe('on');
    await visitor.get(HOURS);
    await visitor.post('/dashboard/act', { press: visitor.buttons('Take off the website')[0] ?? '' }, PART);
    expect((await state()).get('setting', 'site:questions/hours')).toBe('off');
  });

  it('is where the gaps of the coverage lead', async () => {
    await save('/dashboard/entry?text=en', {
      question: 'Where do I park?',
      answer: 'Behind the house.',
      text: 'en',
      tags: 'cars',
    });
    await save('/dashboard/entry?text=it', {
      question: 'Dove si mangia?',
      answer: 'In mensa.',
      text: 'it',
      tags: 'food',
    });
    await visitor.get('/dashboard');
    const gaps = [...visitor.page().matchAll(/<td class="n h\d"[^>]*><a href="([^"]*)"/g)].map(
      ([, href = '']) => new URL(unescaped(href), 'http://localhost').searchParams,
    );
    const gap = (topic: string | null, language: string) =>
      gaps.find(
        (one) => one.get('pack') === 'community' && one.get('topic') === topic && one.get('in') === `-${language}`,
      );
    expect(await list(gap('cars', 'it')?.toString() ?? 'q=?')).toEqual(['Where do I park?']);
    expect(await list(gap('food', 'en')?.toString() ?? 'q=?')).toEqual(['Dove si mangia?']);
    // What a pack lacks altogether is said once.
    expect(gap('cars', 'ru')).toBeUndefined();
    expect(await list(gap(null, 'ru')?.toString() ?? 'q=?')).toHaveLength(2);
  });

  it('finds by the engine, and by parts of words', async () => {
    expect((await list('q=money back'))[0]).toBe('Can I get a refund for my subscription?');
    expect(await list('q=hour')).toContain('When is the office open?');
  });

  it('puts what holds the words first, by title, phrasing, answer and source, and the merely similar below a line', async () => {
    const base = '/dashboard/entry?text=en';
    await save(base, { question: 'Which refund is quickest?', answer: 'None.', text: 'en' });
    await save(base, { question: 'What about cars?', answer: 'Ask for a subscription refund.', text: 'en' });
    await save(base, { question: 'Who pays?', answer: 'We do.', sources: 'Refund law for subscription', text: 'en' });
    expect((await list('q=Réfund')).slice(0, 4)).toEqual([
      'Can I get a refund for my subscription?',
      'Which refund is quickest?',
      'What about cars?',
      'Who pays?',
    ]);
    expect((await list('q=subscription%20refund')).slice(0, 4)).toEqual([
      'Can I get a refund for my subscription?',
      'What about cars?',
      'Who pays?',
      'Which refund is quickest?',
    ]);
    expect(visitor.page().split('Similar, but without all of these words')[1]).toContain('Which refund is quickest?');
    // The order that is asked for holds on either side of the line.
    expect((await list('q=subscription%20refund&order=asked')).indexOf('Which refund is quickest?')).toBeGreaterThan(2);
    expect(visitor.page()).toContain('<label>State <select');
  });

  it('puts first what was given most, or helped least', async () => {
    const community = 'web:pages';
    const day = services.now().slice(0, 10);
    await services.store.transact(async ({ tallies, votes }) => {
      await tallies.add([
        { community, day, what: 'answered', language: 'en', platform: 'web', entry: 'questions/why-banned', count: 5 },
      ]);
      await votes.cast({
        community,
        person: 'p',
        answer: 'a',
        entry: 'questions/hours',
        helpful: false,
        reason: '',
        at: services.now(),
      });
    });
    expect((await list('order=asked'))[0]).toBe('Why was my account banned?');
    expect((await list('order=helped'))[0]).toBe('When is the office open?');
    await visitor.get(HOURS);
    expect(visitor.page()).toContain('Last 30 days: given as an answer: 0; votes: 1, helpful: 0.');
  });

  it('stands behind the door', async () => {
    const stranger = visitorOf(appOf(services));
    for (const path of ['/dashboard/entries', HOURS]) expect((await stranger.get(path)).status).toBe(303);
    await stranger.get('/');
    expect((await stranger.post(HOURS, { do: 'save', question: 'a', answer: 'b' }, PART)).status).toBe(403);
    expect((await state()).all('entry')).toEqual([]);
  });
});

describe('ticked entries', () => {
  const BULK = '/dashboard/bulk?community=web:pages';
  const tick = async (more: Record<string, string>, ids = ['questions/hours', 'questions/refund']) => {
    await visitor.get('/dashboard/entries');
    const csrf = /name="csrf" value="([^"]*)"/.exec(visitor.page())?.[1] ?? '';
    return visitor.post(BULK, [['csrf', csrf], ...ids.map((id) => ['entry', id]), ...Object.entries(more)]);
  };
  const acts = () => services.store.transact(({ log }) => log.acts({ community: 'web:pages' }));
  const undo = () => visitor.post('/dashboard/act', { press: visitor.buttons('Undo')[0] ?? '' }, PART);
  const texts = async () => {
    const { entries } = (await services.communities.byId('web:pages')).knowledge();
    return ['questions/hours', 'questions/refund'].map((id) => entries.get(id)?.texts.get('en'));
  };

  it('are tagged, dated, retired and restored, each by one act that one undo takes back', async () => {
    await tick({ do: 'tag', tag: 'desk' });
    expect(visitor.page()).toContain('Changed entries: 2.');
    expect((await texts()).map((text) => text?.tags)).toEqual([['desk'], ['desk']]);
    await tick({ do: 'review', day: '2027-01-31' });
    expect((await texts()).map((text) => text?.reviewBy)).toEqual(['2027-01-31', '2027-01-31']);
    await tick({ do: 'untag', tag: 'desk' });
    await tick({ do: 'retire', why: 'old' });
    expect((await state()).all('retired').map(([, { why }]) => why)).toEqual(['old', 'old']);
    expect((await acts()).map(({ command, why }) => [command, why])).toEqual([
      ['bulk', ''],
      ['bulk', ''],
      ['bulk', ''],
      ['bulk', 'old'],
    ]);
    await undo();
    expect((await state()).all('retired')).toEqual([]);
    expect((await texts()).map((text) => text?.tags)).toEqual([[], []]);
  });

  it('are moved if they were taught here, with their sources; else nothing is, and all that was typed stays', async () => {
    for (const question of ['Where do I park?', 'Where is the lift?'])
      await save('/dashboard/entry?text=en', { question, answer: 'There.', text: 'en', sources: 'Sign' });
    const own = ['questions/where-do-i-park', 'questions/where-is-the-lift'];
    await tick({ do: 'move', pack: 'test' }, [...own, 'questions/hours']);
    expect(visitor.page()).toContain('“When is the office open?” is part of a pack in a folder');
    expect(visitor.page()).toMatch(/value="questions\/hours" form="bulk"[^>]* checked/);
    await tick({ do: 'move', pack: 'test' }, own);
    const { entries } = (await services.communities.byId('web:pages')).knowledge();
    expect(own.map((id) => [entries.get(id)?.pack, entries.get(id)?.texts.get('en')?.sources[0]?.title])).toEqual([
      ['test', 'Sign'],
      ['test', 'Sign'],
    ]);
    await undo();
    expect((await state()).all('entry').map(([, { pack }]) => pack)).toEqual(['community', 'community']);
  });

  it('are at least one, and something is said to change', async () => {
    await tick({ do: 'retire' }, []);
    expect(visitor.page()).toContain('Tick at least one entry first.');
    await tick({ do: 'tag', tag: ' ' });
    expect(await acts()).toEqual([]);
  });
});

describe('the page of an entry', () => {
  it('leads to its file in the repository, if it has one', async () => {
    await visitor.get(HOURS);
    expect(visitor.page()).toContain('<a href="https://git.example.org/test/en/questions/hours.md?a&amp;b"');
    await visitor.get(HOURS.replace('text=en', 'text=es'));
    expect(visitor.page()).not.toContain('git.example.org');
  });

  it('changes every field, and keeps the history', async () => {
    await save(HOURS, {
      question: 'When do you open?',
      answer: 'At *nine*.\r\n\r\nOn Mondays.',
      phrasings: 'opening hours of the office\r\nwhen do you open up',
      sources: 'Handbook\nDoor sign, https://office.example/door',
      tags: 'office, time',
      asOf: '2026-11',
      reviewBy: '2027-01-31',
      status: 'disputed',
      related: 'questions/refund',
    });
    const entry = (await services.communities.byId('web:pages')).knowledge().entries.get('questions/hours');
    expect(entry?.texts.get('en')).toMatchObject({
      title: 'When do you open?',
      phrasings: ['opening hours of the office', 'when do you open up'],
      sources: [
        { title: 'Handbook', publisher: 'Office' },
        { title: 'Door sign', url: 'https://office.example/door' },
      ],
      tags: ['office', 'time'],
      asOf: '2026-11',
      reviewBy: '2027-01-31',
      status: 'disputed',
      related: ['questions/refund'],
    });
    expect(entry?.texts.get('fa')?.title).toBe('دفتر چه ساعتی باز است؟');
    expect(visitor.page()).toContain('Corrected');
    expect(visitor.page()).toContain('/correct');
    // The form goes on from what is saved.
    await visitor.post(HOURS, { ...fields(), status: 'disputed', answer: 'At ten.' });
    expect((await state()).get('entry', 'en/questions/hours')?.text).toContain('At ten.');
    await visitor.post('/dashboard/act', { press: visitor.buttons('Undo')[0] ?? '' }, PART);
    expect((await state()).get('entry', 'en/questions/hours')?.text).toContain('At *nine*.');
  });

  it('shows the words that went out and came in, and no others', async () => {
    await save(HOURS, { answer: 'We open at nine on Mondays.', phrasings: '' });
    await save(HOURS, { answer: 'We open at ten on Mondays.' });
    const [changed = ''] = /<details class="changed" open>.*?<\/details>/s.exec(visitor.page()) ?? [];
    expect(changed.replace(/<span class="unseen">[^<]*<\/span>/g, '').replace(/\s*\n\s*/g, '')).toContain(
      '<p dir="auto">We open at <del>nine</del><ins>ten</ins> on Mondays.</p>',
    );
  });

  it('leaves the pack’s text as it is where only phrasings change', async () => {
    await save(HOURS, { phrasings: 'when do you open the doors' });
    expect((await state()).all('entry')).toEqual([]);
    expect((await state()).all('phrasings').map(([, value]) => value)).toEqual([
      { added: ['when do you open the doors'], removed: ['opening hours of the office'] },
    ]);
  });

  it('writes a new entry, and a text in a further language', async () => {
    await save('/dashboard/entry?text=en', { question: 'Where do I park?', answer: 'Behind the house.', text: 'en' });
    expect((await state()).all('entry').map(([key, { pack }]) => [key, pack])).toEqual([
      ['en/questions/where-do-i-park', 'community'],
    ]);
    const italian = '/dashboard/entry?id=questions/where-do-i-park&text=it';
    await save(italian, { question: 'Dove parcheggio?', answer: 'Dietro la casa.' });
    expect((await state()).all('entry').map(([one]) => one)).toEqual([
      'en/questions/where-do-i-park',
      'it/questions/where-do-i-park',
    ]);
    expect(visitor.page()).toContain('Behind the house.');
  });

  it('says what is wrong, keeps what was typed, and saves nothing', async () => {
    const typed = {
      question: 'When is it open?',
      answer: '<b>bold</b>',
      asOf: 'yesterday',
      reviewBy: '2027',
      related: 'questions/nothing',
    };
    for (const action of ['save', 'check', 'preview']) {
      await save(HOURS, { ...typed, do: action });
      for (const words of [
        'HTML',
        '“yesterday” is not a date',
        '“2027” is not a day',
        'questions/nothing”',
        'value="When is it open?"',
        '&lt;b&gt;bold&lt;/b&gt;',
      ])
        expect(visitor.page(), action).toContain(words);
      // Once, and not as files are talked about.
      expect(visitor.page(), action).not.toContain('as_of');
    }
    expect((await state()).all('entry')).toEqual([]);
  });

  it('shows what it would break before it is saved, and refuses it', async () => {
    const breaking = { phrasings: 'why was my account banned?' };
    await save(HOURS, { ...breaking, do: 'check' });
    expect(visitor.page()).toContain('This would break other answers:');
    await save(HOURS, { do: 'check', answer: 'At noon.' });
    expect(visitor.page()).toContain('This breaks no other answer.');
    await save(HOURS, breaking);
    expect(visitor.page()).toContain('because it would break other answers');
    expect((await state()).all('phrasings')).toEqual([]);
    await visitor.post('/dashboard/act', { press: visitor.buttons('Do it anyway')[0] ?? '' }, PART);
    expect((await state()).all('phrasings')).toHaveLength(1);
  });

  it('does not write over what somebody has changed since', async () => {
    await visitor.get(HOURS);
    const mine = fields();
    await save(HOURS, { answer: 'At noon.' });
    await visitor.post(HOURS, { ...mine, answer: 'At midnight.', why: 'late & dark' });
    expect(visitor.page()).toContain('Someone else has just changed');
    expect(visitor.page()).toContain('At midnight.');
    expect(visitor.page()).toContain('name="why" value="late &amp; dark"');
    expect((await state()).get('entry', 'en/questions/hours')?.text).toContain('At noon.');
  });

  it('shows a preview, and what says the same', async () => {
    await visitor.get('/dashboard/entry?text=en');
    await visitor.post(
      '/dashboard/entry?text=en',
      { text: 'en', question: 'When is the office opened?', answer: 'At **nine**.', do: 'preview' },
      PART,
    );
    for (const words of [
      '<h2>When is the office opened?</h2>',
      '<strong>nine</strong>',
      'These may say the same already:',
      'When is the office open?',
    ])
      expect(visitor.page()).toContain(words);
    expect(visitor.page()).not.toContain('<html');
  });

  it('pins, unpins, retires, restores, and takes up what was asked in vain', async () => {
    const asked = { community: 'web:pages', text: 'office hours on sunday', people: 4, at: services.now() };
    await keepQuestion(services.store, asked);
    await visitor.get(HOURS);
    expect(visitor.page()).toContain('answers, ');
    await visitor.post(
      '/dashboard/act',
      { command: 'pin', 'option-entry': 'questions/hours', 'option-question': 'doors' },
      PART,
    );
    expect((await state()).all('pin')).toHaveLength(1);
    await visitor.get(HOURS);
    await visitor.post('/dashboard/act', { press: visitor.buttons('Add as phrasing')[0] ?? '' }, PART);
    expect((await state()).all('phrasings').map(([, { added }]) => added)).toEqual([['office hours on sunday']]);
    for (const [button, kind, count] of [
      ['Unpin', 'pin', 0],
      ['Retire', 'retired', 1],
      ['Restore', 'retired', 0],
    ] as const) {
      await visitor.get(HOURS);
      await visitor.post('/dashboard/act', { press: visitor.buttons(button)[0] ?? '' }, PART);
      expect((await state()).all(kind), button).toHaveLength(count);
    }
  });

  it('finds related entries among all, keeps what is being typed, and saves nothing by that', async () => {
    const found = () => [...visitor.page().matchAll(/name="add" value="([^"]*)"/g)].map(([, id]) => id);
    const typing = { answer: 'Half written', do: 'find', find: 'refund' };
    await save(HOURS, typing);
    expect(found()[0]).toBe('questions/refund');
    expect(fields()).toMatchObject({ answer: 'Half written', related: '' });
    await visitor.post(HOURS, { ...fields(), ...typing, do: '', add: 'questions/refund' });
    const title = 'Can I get a refund for my subscription?';
    expect(fields()).toMatchObject({ answer: 'Half written', related: title });
    // The enter key in the search looks for entries; in any other field it saves.
    await visitor.post(HOURS, { ...fields(), do: 'enter', find: 'banned' }, PART);
    expect(found()[0]).toBe('questions/why-banned');
    expect(visitor.page()).not.toContain('<form');
    expect((await state()).all('entry')).toEqual([]);
    await save(HOURS, { related: title, do: 'enter', find: '' });
    expect((await state()).all('entry')[0]?.[1].text).toContain('related: [questions/refund]');
    await visitor.get(HOURS);
    expect(fields().related).toBe(title);
  });

  it('is picked from all entries for a pin', async () => {
    await visitor.get('/dashboard');
    expect(visitor.page()).toContain('href="/dashboard/pick?');
    await visitor.get('/dashboard/pick?question=doors&q=office+when');
    expect(visitor.page()).toMatch(/name="option-question" value="doors"/);
    expect(/name="option-entry" value="([^"]*)"/.exec(visitor.page())?.[1]).toBe('questions/hours');
    await visitor.post('/dashboard/act', {
      command: 'pin',
      'option-question': 'doors',
      'option-entry': 'questions/hours',
    });
    expect((await state()).all('pin').map(([, pin]) => [pin.question, pin.entry])).toEqual([
      ['doors', 'questions/hours'],
    ]);
    expect((await visitor.get('/dashboard/pick?group=77')).status).toBe(404);
  });

  it('is not there for what is no entry', async () => {
    for (const id of ['nothing', 'pins/en/doors', ''])
      expect((await visitor.get(`/dashboard/entry?id=${id}`)).status).toBe(404);
  });

  it('keeps hostile words words', async () => {
    for (const words of hostileStrings(60)) {
      await visitor.get(`/dashboard/entries?q=${encodeURIComponent(words.toWellFormed())}`);
      const query = visitor.page();
      await visitor.get(HOURS);
      await visitor.post(HOURS, {
        ...fields(),
        question: words,
        answer: words,
        phrasings: words,
        sources: words,
        tags: words,
        related: words,
        why: words,
        do: 'preview',
      });
      for (const page of [query, visitor.page()])
        expect(page).not.toMatch(
          /<(?:script(?! (?:type="module" )?src="\/assets)|img|iframe|style|base|object)|<[^>]*\son[a-z]+=(?=[^"]*>)|href="javascript/i,
        );
    }
  });
});
