import { describe, expect, it } from 'vitest';
import type { ApiCall, Json } from '../../helpers/fake-telegram.ts';
import { aloneWith, buttonsOf, dataOf, message, ownMessage, press } from '../../helpers/fake-telegram-people.ts';
import { shownText } from '../../helpers/telegram-bot.ts';
import { telegramWorld } from '../../helpers/telegram-world.ts';

const world = telegramWorld();
const { tell, somebody, newGroup, moderatorOf } = world;

const say = (key: string) => world.bot.services.speak('en')(key);
const answerIn = async (chat: Json): Promise<ApiCall | undefined> =>
  (await tell({ message: message(somebody(), chat, '/ask when is the office open?') }))[0];

describe('notes', () => {
  it.each([
    '#hours',
    '#Hours',
    '/get hours',
    '/get questions/hours',
    '/get When is the office open?',
    '#opening_hours_of_the_office',
    '/get opening hours of the office',
    '/get@wenda_bot hours',
  ])('give an entry by its id, title or phrasing: %s', async (text) => {
    expect(shownText((await tell({ message: message(somebody(), newGroup(), text) }))[0])).toContain(
      'When is the office open?',
    );
  });

  it.each([
    '＃hours',
    '#آیا_می\u200cتوانم_پولم_را_پس_بگیرم',
    '#آیا_میتوانم_پولم_را_پس_بگیرم',
    '#ساعت_كار_دفتر',
    '＃订阅可以退款吗',
    '/get #hours',
    '#openinghours_of_theoffice',
  ])('are found however a keyboard writes and parts them: %s', async (text) => {
    expect((await tell({ message: message(somebody(), newGroup(), text) })).map(shownText)).toEqual([
      expect.stringMatching(/When is the office open|refund/),
    ]);
  });

  it('are not called for by what was sent on', async () => {
    const sentOn = { forward_origin: { type: 'hidden_user', date: 1, sender_user_name: 'X' } };
    expect(await tell({ message: message(somebody(), newGroup(), '#hours', sentOn) })).toEqual([]);
  });

  it('are asked for where none is named, and this bot is meant', async () => {
    const from = somebody();
    const [get, show] = await tell(
      { message: message(from, aloneWith(from), '/get') },
      { message: message(from, aloneWith(from), '/show') },
    );
    expect([shownText(get), get?.body.reply_markup]).toEqual([
      shownText(show),
      expect.objectContaining({ force_reply: true }),
    ]);
  });

  it('come in the reply to whoever asked', async () => {
    const chat = newGroup();
    const asked = message(somebody(), chat, 'where do I go on Friday');
    const [answer] = await tell({ message: message(somebody(), chat, '#hours', { reply_to_message: asked }) });
    expect(answer?.body.reply_parameters).toMatchObject({ message_id: asked.message_id });
  });

  it.each(['#nothing', '/get nothing', '#hours and #more', 'see #hours', '/get'])(
    'may be another bot’s, or nobody’s: %s',
    async (text) => {
      expect(await tell({ message: message(somebody(), newGroup(), text) })).toEqual([]);
    },
  );

  it('that are not there are said to be not there where this bot alone is meant', async () => {
    const from = somebody();
    for (const [chat, text] of [
      [aloneWith(from), '/get nothing'],
      [newGroup(), '/get@wenda_bot nothing'],
    ] as const)
      expect(shownText((await tell({ message: message(from, chat, text) }))[0])).toContain('nothing');
  });

  it('are switched off with /show, and where only commands with the name count', async () => {
    for (const setting of ['disabled show', 'commands named']) {
      const chat = newGroup();
      await tell({ message: message(moderatorOf(chat), chat, `/settings ${setting}`) });
      for (const text of ['#hours', '/get hours'])
        expect(await tell({ message: message(somebody(), chat, text) }), `${setting} ${text}`).toEqual([]);
    }
  });
});

describe('links', () => {
  it('at the end of an answer that was taught are buttons', async () => {
    const chat = newGroup();
    const boss = moderatorOf(chat);
    const answer = 'Behind the house.\n\n[Map](https://map.example/garden) [Rules](https://rules.example/)';
    const [preview] = await tell({
      message: message(boss, chat, `/teach question: Where is the garden? answer: ${answer}`),
    });
    await tell(press(boss, ownMessage(preview, chat), dataOf(preview, 'Save')));
    const [shown] = await tell({ message: message(somebody(), chat, '/ask Where is the garden?') });
    expect(shownText(shown)).toContain('Behind the house.');
    expect(shownText(shown)).not.toContain('Map');
    expect(buttonsOf(shown).map(({ text, url }) => [text, url])).toEqual([
      ['Map', 'https://map.example/garden'],
      ['Rules', 'https://rules.example/'],
      ['👍', undefined],
      ['👎', undefined],
    ]);
  });
});

describe('an address by itself at the end', () => {
  it('stays in the text', async () => {
    const chat = newGroup();
    const boss = moderatorOf(chat);
    const [preview] = await tell({
      message: message(boss, chat, '/teach question: Where is the map? answer: Here.\n\nhttps://map.example/garden'),
    });
    await tell(press(boss, ownMessage(preview, chat), dataOf(preview, 'Save')));
    const [shown] = await tell({ message: message(somebody(), chat, '/ask Where is the map?') });
    expect(shownText(shown)).toContain('https://map.example/garden');
    expect(buttonsOf(shown).map(({ url }) => url)).toEqual([undefined, undefined]);
  });
});

describe('who says that an answer is wrong', () => {
  const wrong = async (chat: Json, answer: ApiCall | undefined, words: string, from = somebody()) =>
    tell({ message: message(from, chat, words, { reply_to_message: ownMessage(answer, chat) }) });

  it.each([
    ["no that's wrong", 'en'],
    ['That is wrong!', 'en'],
    ['wrong', 'en'],
    ['不对', 'zh-Hans'],
    ['это неправда', 'ru'],
    ['این درست نیست', 'fa'],
  ])('is offered the 👎: %s', async (words, language) => {
    const chat = newGroup();
    const answer = await answerIn(chat);
    const [offer, ...more] = await wrong(chat, answer, words, { ...somebody(), language_code: language });
    expect(more).toEqual([]);
    expect(shownText(offer)).toBe(shownText({ body: { text: world.bot.services.speak(language)('wrong-offer') } }));
    expect(buttonsOf(offer).map(({ text }) => text)).toEqual([expect.stringContaining('👎')]);
  });

  it('votes with it on that answer, once, and the offer goes', async () => {
    const chat = newGroup();
    const answer = await answerIn(chat);
    const from = somebody();
    const [offer] = await wrong(chat, answer, "that's wrong", from);
    const own = ownMessage(offer, chat);
    const calls = await tell(press(from, own, dataOf(offer, '👎')));
    expect(shownText(calls.find(({ method }) => method === 'sendMessage'))).toBe(say('voted-no-why'));
    expect(calls.filter(({ method }) => method === 'deleteMessage').map(({ body }) => body.message_id)).toEqual([
      own.message_id,
    ]);
    const count = async () =>
      (await world.bot.services.store.transact(({ votes }) => votes.count(`telegram:${chat.id}`, '2020-01-01'))).map(
        ({ entry, helpful, unhelpful }) => [entry, helpful, unhelpful],
      );
    expect(await count()).toEqual([['questions/hours', 0, 1]]);
    // The same person's 👍 on the answer itself takes its place.
    await tell(press(from, ownMessage(answer, chat), dataOf(answer, '👍')));
    expect(await count()).toEqual([['questions/hours', 1, 0]]);
  });

  it('is offered it once, however many say so', async () => {
    const chat = newGroup();
    const answer = await answerIn(chat);
    expect(await wrong(chat, answer, "that's wrong")).toHaveLength(1);
    expect(await wrong(chat, answer, 'this is not true')).toEqual([]);
  });

  it.each(['what is wrong with my account', 'is that wrong?', 'lol'])('says it and nothing else: %s', async (words) => {
    const chat = newGroup();
    const calls = await wrong(chat, await answerIn(chat), words);
    expect(calls.map((call) => shownText(call))).not.toContain(say('wrong-offer'));
  });
});
