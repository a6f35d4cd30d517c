import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Services } from '../../src/bot/services.ts';
import { type Library, warm } from '../../src/core/search/library.ts';
import { libraryOf } from '../helpers/library.ts';
import { type Moderator, moderator, recordsOf, servicesWithFiles, wordsOf } from '../helpers/moderators.ts';
import { PACK } from '../helpers/pack.ts';
import { PLACE, shippedLocales } from '../helpers/services.ts';

let library: Library;
let services: Services;
let mod: Moderator;
beforeAll(async () => {
  library = libraryOf(PACK, await shippedLocales());
  warm(library);
});
beforeEach(async () => {
  services = await servicesWithFiles(library);
  mod = moderator(services);
});

const MEETUP = { question: 'When is the next meetup?', answer: 'On **Friday**.' };
const teach = (options: Record<string, string>) => mod.say('/teach', { options });
const taught = async (options: Record<string, string>) => wordsOf(await mod.press(await teach(options), 'confirm'));

describe('/teach', () => {
  it('opens a form, shows the entry as members will see it, and keeps it when it is confirmed', async () => {
    const form = await mod.say('/teach');
    expect(form?.form?.fields.map(({ name, required, long }) => [name, required, long])).toEqual([
      ['question', true, false],
      ['answer', true, true],
      ['phrasings', false, true],
      ['source', false, false],
      ['language', false, false],
    ]);
    const preview = await teach({
      ...MEETUP,
      phrasings: 'date of the meeting | when do we meet',
      source: 'Calendar, https://a.example/cal',
    });
    expect(preview).toMatchObject({
      kind: 'notice',
      title: MEETUP.question,
      question: 'This is what members will see. Save it?',
      isPrivate: true,
    });
    expect(wordsOf(preview)).toBe(
      'When is the next meetup?\nOn Friday.\nSource: Calendar\nAs of 25 November 2026.\nOther phrasings (members do not see them): date of the meeting | when do we meet',
    );
    expect((await mod.say(MEETUP.question))?.title).toBeUndefined();
    expect(wordsOf(await mod.press(preview, 'confirm'))).toBe('Learned: “When is the next meetup?”.');
    for (const words of [MEETUP.question, 'when do we meet'])
      expect((await mod.say(words))?.title, words).toBe(MEETUP.question);
  });

  it('keeps nothing that was dropped', async () => {
    const preview = await teach(MEETUP);
    expect(wordsOf(await mod.press(preview, 'cancel'))).toBe('Discarded. Nothing was changed.');
    expect(wordsOf(await mod.press(preview, 'confirm'))).toMatch(/^This is no longer open/);
    expect(wordsOf(await mod.press(preview, 'cancel'))).toBe('There is nothing to confirm or discard.');
    expect(await recordsOf(services, 'test:here')).toEqual([]);
  });

  it('begins with what is known: words, a question that was answered, a message', async () => {
    const values = async (text: string, more?: object) =>
      (await mod.say(text, more))?.form?.fields.map(({ value }) => value);
    expect(await values('/teach How do I x')).toEqual(['How do I x', '', '', '', '']);
    expect(await values('/teach', { about: { entry: 'e', question: 'Why?' } })).toEqual(['Why?', '', '', '', '']);
    expect(await values('/teach', { options: { answer: 'A message.' } })).toEqual(['', 'A message.', '', '', '']);
  });

  it('lists what may already say the same', async () => {
    const preview = await teach({ question: 'Could I have a refund for my subscription?', answer: 'No.' });
    expect(wordsOf(preview)).toContain(
      'This entry may already say the same: “Can I get a refund for my subscription?”',
    );
    expect(preview?.choices?.[2]).toMatchObject({ label: 'Can I get a refund for my subscription?', command: 'show' });
  });

  it.each<[string, Record<string, string>, string]>([
    ['HTML', { ...MEETUP, answer: 'a <b>b</b>' }, "HTML can't be shown"],
    ['a heading', { ...MEETUP, answer: '# On Friday' }, 'headings begin with ### or ####'],
    ['a rule that makes a heading', { ...MEETUP, answer: 'On Friday\n---' }, 'headings begin with ### or ####'],
    ['an image', { ...MEETUP, answer: '![x](https://a.example/x.png)' }, "Images can't be shown"],
    ['a link that is none', { ...MEETUP, answer: '[x](javascript:alert(1))' }, 'javascript'],
    ['too much', { ...MEETUP, answer: 'x'.repeat(3501) }, '3,500'],
    ['very much', { ...MEETUP, answer: 'x '.repeat(70_000) }, 'bytes'],
    ['too long a question', { ...MEETUP, question: 'x'.repeat(1001) }, '1,000'],
    ['too long a phrasing', { ...MEETUP, phrasings: `a|${'y'.repeat(1001)}` }, '1,000'],
    ['a question without words', { ...MEETUP, question: '\u200b' }, 'The question is empty'],
    ['an answer without words', { ...MEETUP, answer: '\u200b' }, 'The answer is empty'],
    ['a language nobody speaks', { ...MEETUP, language: 'Klingon' }, "I don't speak “Klingon” yet."],
  ])('refuses %s, says why, and shows what was typed to be put right', async (_, options, words) => {
    const reply = await teach(options);
    const { form } = reply ?? {};
    expect(wordsOf(reply)).toMatch(/^I can't accept that yet:/);
    expect(wordsOf(reply)).toContain(words);
    expect(Object.fromEntries(form?.fields.map(({ name, value }) => [name, value]) ?? [])).toMatchObject(options);
  });

  it.each<[string, string, RegExp]>([
    ['front matter', '---\nsources: [x]\n---\nOn Friday.', /headings begin with ### or ####/],
    ['phrasings', '> - date of it\n\nOn Friday.', /date of it\n\nOn Friday/],
    ['a quote', '> On Friday.', /On Friday/],
    ['a definition', '[a]\n\n[a]: https://a.example', /a/],
    ['a script', '[a](<https://a.example/"onclick=x>)', /a/],
  ])('takes nothing in an answer for %s', async (_, answer, shown) => {
    const preview = await teach({ ...MEETUP, answer });
    expect(wordsOf(preview)).toMatch(shown);
    expect(wordsOf(preview)).not.toContain('Other phrasings');
  });

  it('takes a question literally', async () => {
    const question = '# What is > - *this* [x](y) `z` | --- ?';
    await taught({ ...MEETUP, question });
    expect((await mod.say(question))?.title).toBe(question);
    const [entry] = await recordsOf(services, 'test:here');
    expect(entry?.key).toMatch(/^en\/questions\//);
  });

  it.each<[string, string, string | undefined]>([
    ['Rules', 'Rules', undefined],
    ['Rules, https://a.example/x.', 'Rules', 'https://a.example/x'],
    ['https://a.example/x', 'a.example', 'https://a.example/x'],
    ['规则：https://a.example/x。', '规则', 'https://a.example/x'],
    ['Rules https://%zz', 'Rules https://%zz', undefined],
    ['http://[', 'http://[', undefined],
    ['Bank https://bank.example@evil.example/', 'Bank https://bank.example@evil.example/', undefined],
  ])('reads the source %s', async (source, title, url) => {
    await taught({ ...MEETUP, source });
    const found = (await mod.say(MEETUP.question))?.notes.flat().find((part) => part.kind === 'link');
    expect(wordsOf(await mod.say(MEETUP.question))).toContain(`Source: ${title}`);
    expect(found?.kind === 'link' ? found.url : undefined).toBe(url);
  });

  it('names the moderators where there is no source, in the language of the text', async () => {
    await mod.press(await teach({ question: '聚会是什么时候？', answer: '星期五。' }), 'confirm');
    expect(await mod.hear('聚会是什么时候？')).toContain('来源：本社区的管理员');
    expect(await mod.hear('聚會是什麼時候？')).toContain('來源：本社群的管理員');
  });

  it('takes a language by its tag or name', async () => {
    for (const [language, key] of [
      ['中文', 'zh-Hans/questions/gpt'],
      ['English', 'en/questions/gpt-2'],
    ] as const) {
      const preview = await teach({
        question: 'GPT',
        answer: 'X',
        language: language === '中文' ? '简体中文' : language,
      });
      const done = await mod.press(preview, 'confirm');
      if (done?.question !== undefined) await mod.press(done, 'confirm');
      expect((await recordsOf(services, 'test:here')).map((record) => record.key)).toContain(key);
    }
  });

  it('refuses the same question twice, names the first entry, and gives way where one insists', async () => {
    await taught(MEETUP);
    const preview = await teach({ ...MEETUP, answer: 'On Sunday.' });
    expect(wordsOf(preview)).toContain('may already say the same');
    const refused = await mod.press(preview, 'confirm');
    expect(wordsOf(refused)).toContain(
      `“${MEETUP.question}” would find another entry, which is also called “${MEETUP.question}”. Keep one of the two.`,
    );
    expect(wordsOf(await mod.press(refused, 'confirm'))).toContain('Learned');
    expect(
      new Set((await recordsOf(services, 'test:here')).filter(({ kind }) => kind === 'entry').map(({ key }) => key))
        .size,
    ).toBe(2);
    expect(await mod.hear('/history')).toContain('Done anyway, although it broke: When is the next meetup?');
  });

  it('keeps two entries that were prepared side by side, also with the same new source', async () => {
    const [first, second] = [
      await teach({ ...MEETUP, source: 'Calendar' }),
      await teach({ question: 'Who cooks at the party?', answer: 'Ann.', source: 'Calendar' }),
    ];
    for (const preview of [first, second]) expect(wordsOf(await mod.press(preview, 'confirm'))).toContain('Learned');
  });

  it('shows the preview again where somebody took the same name meanwhile, and overwrites nothing', async () => {
    const preview = await teach(MEETUP);
    const other = moderator(services, 'test:other');
    await other.press(await other.say('/teach', { options: { ...MEETUP, answer: 'On Sunday.' } }), 'confirm');
    const again = await mod.press(preview, 'confirm');
    expect(wordsOf(again)).toContain('Someone else has just changed “When is the next meetup?”');
    expect(wordsOf(again)).toContain('On Friday');
    await mod.press(await mod.press(again, 'confirm'), 'confirm');
    const entries = (await recordsOf(services, 'test:here')).filter(({ kind }) => kind === 'entry');
    expect(entries.map(({ value }) => /On \W*(\w+)/.exec(value)?.[1])).toEqual(['Sunday', 'Friday']);
  });

  it('refuses a question that says nothing by itself, for it would never be found', async () => {
    expect(await taught({ question: '???', answer: 'Hello!' })).toContain('“???” would not find the new text');
  });

  it('asks again whether one may, and serves once', async () => {
    const preview = await teach(MEETUP);
    expect(wordsOf(await mod.press(preview, 'confirm', { isModerator: async () => false }))).toBe(
      'Only moderators can do that here.',
    );
    const other = moderator(services, 'test:other');
    for (const command of ['confirm', 'cancel']) {
      const reply = await other.press(preview, command);
      expect([wordsOf(reply), reply?.isPrivate]).toEqual([
        'Only the person who prepared this can save or discard it.',
        true,
      ]);
    }
    const elsewhere = moderator(services, 'test:moderator', { ...PLACE, id: 'elsewhere' });
    expect(wordsOf(await elsewhere.press(preview, 'confirm'))).toMatch(/^This is no longer open/);
    expect(wordsOf(await elsewhere.press(preview, 'cancel'))).toBe('There is nothing to confirm or discard.');
    const [one, two] = await Promise.all([mod.press(preview, 'confirm'), mod.press(preview, 'confirm')]);
    expect([wordsOf(one), wordsOf(two)].sort()).toEqual([
      expect.stringMatching(/^Learned/),
      expect.stringMatching(/^This is no longer open/),
    ]);
    expect(wordsOf(await mod.press(preview, 'confirm'))).toMatch(/^This is no longer open/);
  });
});

it('asks for other phrasings in the preview, unless there are some', async () => {
  expect(wordsOf(await teach(MEETUP))).toContain('How else do people ask this?');
  expect(wordsOf(await teach({ ...MEETUP, phrasings: 'when do we meet' }))).not.toContain('How else');
});

it('a form that comes back says what it lacks', async () => {
  const back = (text: string, options: Record<string, string>) => mod.say(text, { options, isForm: true });
  expect(wordsOf(await back('/teach', { answer: 'On Friday.' }))).toContain('“Question” is missing.');
  expect(wordsOf(await back('/teach', { question: 'When?' }))).toContain('“Answer” is missing.');
  const both = wordsOf(await back('/teach', {}));
  expect(both).toMatch(/“Question” is missing[\s\S]*“Answer” is missing/);
  expect(wordsOf(await back('/rephrase', { entry: 'questions/refund', language: 'en' }))).toContain(
    'Nothing was filled in',
  );
  expect(wordsOf(await mod.say('/teach'))).not.toContain('missing');
});

describe('/rephrase', () => {
  it("refuses another entry's own question, and does it all the same for who insists", async () => {
    const taken = '/rephrase questions/delete-data add: My account got suspended!';
    expect(await mod.hear(taken)).toContain(
      '“My account got suspended!” is a question of “Why was my account banned?” already.',
    );
    expect(await mod.hear(`${taken} --force`)).toMatch(/^Phrasings/);
    expect(await mod.hear('/rephrase questions/delete-data add: wipe the slate clean')).toMatch(/^Phrasings/);
  });
});
