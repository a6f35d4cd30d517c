import { describe, expect, it } from 'vitest';
import type { Say } from '../../../src/bot/answers/messages.ts';
import type { Entry } from '../../../src/core/entry/entry.ts';
import { entryOf, textOf } from '../../helpers/entries.ts';
import type { ApiCall, Json } from '../../helpers/fake-telegram.ts';
import {
  ANONYMOUS,
  aloneWith,
  buttonsOf,
  labelsOf,
  message,
  ownMessage,
  press,
} from '../../helpers/fake-telegram-people.ts';
import { libraryOf } from '../../helpers/library.ts';
import { shippedLocales } from '../../helpers/services.ts';
import { ENTRIES as SHARED, shownText, telegramServices } from '../../helpers/telegram-bot.ts';
import { telegramWorld } from '../../helpers/telegram-world.ts';

/** Titles that begin and end with signs, which belong to no direction. */
const SOURCES = [
  { title: '‘Political propaganda’: China (again)', publisher: 'Office!', published: '2023-03' },
  { title: 'Handbook v2.' },
];
const withSources = (entry: Entry): Entry => ({
  ...entry,
  texts: new Map([...entry.texts].map(([tag, text]) => [tag, tag === 'fa' ? { ...text, sources: SOURCES } : text])),
});
/** With two that lead on, and one with sources in other letters. */
const GARDEN = entryOf(
  'questions/garden',
  textOf('en', 'Where is the garden?', [], {
    related: ['questions/why-banned', 'questions/refund', 'questions/hours'],
  }),
);
const SHORT = ['tea', 'cake'].map((what) => entryOf(`questions/${what}`, textOf('en', `Is there ${what}?`)));
const KITCHEN = entryOf(
  'questions/kitchen',
  textOf('en', 'Where is the kitchen?', [], { related: ['questions/tea', 'questions/cake'] }),
);
const ENTRIES = [...SHARED, GARDEN, KITCHEN, ...SHORT].map((entry) =>
  entry.id === 'questions/hours'
    ? withRelated(entry, ['questions/why-banned', 'questions/refund'])
    : entry.id === 'questions/refund'
      ? withSources(entry)
      : entry,
);

function withRelated(entry: Entry, related: readonly string[]): Entry {
  return { ...entry, texts: new Map([...entry.texts].map(([tag, text]) => [tag, { ...text, related }])) };
}

const world = telegramWorld(async () => telegramServices({ library: libraryOf(ENTRIES, await shippedLocales()) }));
const { tell, somebody, moderatorOf, newGroup } = world;

const say = (...said: Parameters<Say>) => world.bot.services.speak('en')(...said);
const rowsOf = (call: ApiCall | undefined) =>
  ((call?.body.reply_markup as { inline_keyboard?: { text: string }[][] } | undefined)?.inline_keyboard ?? []).map(
    (row) => row.map(({ text }) => text),
  );
const looked = (call: ApiCall | undefined, type: string) =>
  ((call?.body.entities ?? []) as { type: string; offset: number; length: number }[])
    .filter((one) => one.type === type)
    .map(({ offset, length }) => String(call?.body.text).slice(offset, offset + length));

describe('looks', () => {
  it('a choice of entries stands as numbered titles, with a button for each number in one row', async () => {
    const [offer] = await tell({ message: message(somebody(), newGroup(), '/ask open subscription') });
    const [numbers = [], ...more] = rowsOf(offer);
    expect(more).toEqual([['None of these']]);
    expect(numbers.length).toBeGreaterThan(1);
    expect(numbers).toEqual(numbers.map((_, at) => String(at + 1)));
    expect(shownText(offer).split('\n')).toEqual([
      say('did-you-mean', { count: numbers.length }),
      ...labelsOf(offer)
        .slice(0, -1)
        .map((title, at) => `${at + 1}. ${title}`),
    ]);
    expect(labelsOf(offer)).toContain('When is the office open?');
  });

  it('sources stand in a quote that opens at a touch, without a preview, and the date comes after the answer', async () => {
    const [answer] = await tell({ message: message(somebody(), newGroup(), '/ask why was my account banned?') });
    expect(looked(answer, 'expandable_blockquote').map((words) => words.replaceAll('\u2060', ''))).toEqual([
      'Source: Handbook (Office, March 2024)',
    ]);
    expect(shownText(answer)).toMatch(
      /^Why was my account banned\?\n\nWhy was my account banned\?!\n\nAs of March 2024\.\n\nSource/,
    );
    expect(shownText(answer)).not.toContain(':\n');
    expect(shownText(answer)).not.toMatch(/:$/);
    expect(answer?.body.link_preview_options).toEqual({ is_disabled: true });
    const from = somebody();
    const [greeting] = await tell({ message: message(from, aloneWith(from), '/start') });
    expect(looked(greeting, 'expandable_blockquote')).toEqual([]);
    expect(rowsOf(greeting).map((row) => row.length)).toEqual([1, 1, 1, 1]);
  });

  it('sources are set apart as wholes where text runs from right to left, and so are what stands between them and their dates', async () => {
    const [answer] = await tell({
      message: message({ ...somebody(), language_code: 'fa' }, newGroup(), '/ask آیا می‌توانم پولم را پس بگیرم؟'),
    });
    const text = String(answer?.body.text).replaceAll('\u2060', '');
    const line = text.split('\n').find((one) => one.includes('Handbook')) ?? '';
    expect(line).toMatch(/^\u200f/);
    for (const whole of ['‘Political propaganda’: China (again)', 'Office!', 'Handbook v2.'])
      expect(line).toContain(`\u2068${whole}\u2069`);
    expect(line).toContain('؛');
    expect(line.replace(/\u2068[^\u2069]*\u2069/g, '')).not.toMatch(/[;,A-Za-z]/);
  });

  it('three related questions below a short answer are one button, which may show them to all once', async () => {
    const chat = newGroup();
    await tell({ message: message(moderatorOf(chat), chat, '/settings personal alone') });
    const [answer] = await tell({ message: message(somebody(), chat, '/ask where is the garden?') });
    expect(rowsOf(answer)).toEqual([['Related ▾'], ['👍', '👎']]);
    const data = buttonsOf(answer)[0]?.callback_data ?? '';
    const calls = [somebody(), somebody()].map((from) => tell(press(from, ownMessage(answer, chat), data)));
    const shown = (await Promise.all(calls)).flat().filter(({ method }) => method === 'sendMessage');
    const [offer] = [...new Set(shown)];
    expect(new Set(shown).size).toBe(1);
    expect(labelsOf(offer)).toHaveLength(3);
    expect(offer?.body.reply_parameters).toMatchObject({ message_id: ownMessage(answer, chat).message_id });
  });

  it('related questions are no taller than the answer, in two columns if a phone shows them whole so', async () => {
    const [long] = await tell({ message: message(somebody(), newGroup(), '/ask when is the office open?') });
    expect(rowsOf(long)).toEqual([['Related ▾'], ['👍', '👎', '🌐']]);
    const [short] = await tell({ message: message(somebody(), newGroup(), '/ask where is the kitchen?') });
    expect(rowsOf(short)).toEqual([
      ['Is there tea?', 'Is there cake?'],
      ['👍', '👎'],
    ]);
  });
});

describe('what is for one person alone', () => {
  const REFUSED = { code: 403, description: "Forbidden: bot can't initiate conversation with a user" };
  const shownIn = (calls: readonly ApiCall[], chat: Json) =>
    calls.filter(
      ({ method, body }) => method === 'sendMessage' && body.chat_id === chat.id && !('parameters' in (body as object)),
    );

  it.each(['/settings', '/history', '/stats', '/questions', '/privacy', '/ask when is the office open? --private'])(
    'is said in the private chat: %s',
    async (text) => {
      const chat = newGroup();
      const boss = moderatorOf(chat);
      const calls = await tell({ message: message(boss, chat, text) });
      expect(calls.map(({ body }) => body.chat_id)).toEqual([boss.id]);
    },
  );

  it.each(['/pins', '/settings'])('so is a refusal, which names the group: %s', async (text) => {
    const chat = newGroup();
    const from = somebody();
    const [refused] = await tell({ message: message(from, chat, text) });
    expect(refused?.body.chat_id).toBe(from.id);
    expect(shownText(refused)).toContain(chat.title);
    world.fake.trouble('sendMessage', REFUSED);
    const [, here, ...more] = await tell({ message: message(from, chat, text) });
    expect([here?.body.chat_id, shownText(here).split('\n')[0], more]).toEqual([chat.id, say('moderators-only'), []]);
  });

  it('goes on in the private chat at the buttons that it has', async () => {
    const chat = newGroup();
    const boss = moderatorOf(chat);
    const [sections] = await tell({ message: message(boss, chat, '/settings') });
    expect(buttonsOf(sections).map(({ text }) => text)).toHaveLength(5);
    const [, list] = await tell(
      press(boss, ownMessage(sections, aloneWith(boss)), buttonsOf(sections)[0]?.callback_data ?? ''),
    );
    const own = ownMessage(list, aloneWith(boss));
    const [, values] = await tell(
      press(boss, own, buttonsOf(list).find(({ text }) => text.includes("When I don't know"))?.callback_data ?? ''),
    );
    await tell(
      press(
        boss,
        ownMessage(values, aloneWith(boss)),
        buttonsOf(values).find(({ text }) => text.includes('short'))?.callback_data ?? '',
      ),
    );
    expect(
      (await world.bot.services.communities.of({ platform: 'telegram', id: String(chat.id) })).state.get(
        'setting',
        'unknown',
      ),
    ).toBe('short');
  });

  it('is told of in the group where its person never began a chat, and said once they do', async () => {
    const chat = newGroup();
    const boss = moderatorOf(chat);
    world.fake.trouble('sendMessage', REFUSED);
    const calls = await tell({ message: message(boss, chat, '/settings') });
    const [word] = shownIn(calls.slice(1), chat);
    expect(shownText(word)).toBe(say('private-here'));
    expect(shownText(word)).not.toContain(say('settings-title'));
    const [{ text, url = '' } = { text: '' }] = buttonsOf(word);
    expect(text).toBe(say('open-private'));
    const payload = /^https:\/\/t\.me\/wenda_bot\?start=([\w-]{1,64})$/.exec(url)?.[1] ?? '';
    const [list] = await tell({ message: message(boss, aloneWith(boss), `/start ${payload}`) });
    expect(shownText(list)).toContain(say('settings-title'));
    const stranger = somebody();
    expect(
      shownText((await tell({ message: message(stranger, aloneWith(stranger), `/start ${payload}`) }))[0]),
    ).toContain(say('moderators-only'));
  });

  it('is never done by a link, if it changes anything', async () => {
    const chat = newGroup();
    const boss = moderatorOf(chat);
    await tell({ message: message(boss, chat, '/help') });
    for (const text of ['/settings unknown short', '/pin opening times? entry: hours', '/privacy confirmed']) {
      const payload = `p_${Buffer.from(`${chat.id} ${text}`).toString('base64url')}`;
      await tell({ message: message(boss, aloneWith(boss), `/start ${payload}`) });
    }
    const { state } = await world.bot.services.communities.of({ platform: 'telegram', id: String(chat.id) });
    expect([state.get('setting', 'unknown'), state.all('pin')]).toEqual([undefined, []]);
  });

  it('stays in the group for whoever hides, and where the group decides', async () => {
    const chat = newGroup();
    const boss = moderatorOf(chat);
    await tell({ message: message(boss, chat, '/settings anonymous yes') });
    const [list] = await tell({ message: message(ANONYMOUS, chat, '/settings', { sender_chat: chat }) });
    expect(list?.body.chat_id).toBe(chat.id);
    await tell({ message: message(boss, chat, '/settings personal alone') });
    // A press leads into the private chat.
    const [led, ...more] = await tell(press(boss, ownMessage(list, chat), buttonsOf(list)[0]?.callback_data ?? ''));
    expect(led?.body.url).toMatch(/^https:\/\/t\.me\/wenda_bot\?start=p_/);
    expect(more).toEqual([]);
    const [preview] = await tell({
      message: message(boss, chat, '/teach question: Where is the garden? answer: Behind the house.'),
    });
    expect(preview?.body.chat_id).toBe(chat.id);
  });
});

it('a command to be typed elsewhere can be copied in one press', async () => {
  const chat = newGroup();
  const boss = moderatorOf(chat);
  const calls = await tell({ message: message(boss, chat, '/link') });
  const invitation = calls.find((call) => shownText(call).includes('Type /link'));
  const [, command = ''] = /Type (\/link \w+) in/.exec(shownText(invitation)) ?? [];
  expect(command).not.toBe('');
  expect(buttonsOf(invitation)).toEqual([{ text: `📋 ${command}`, copy_text: { text: command } }]);
});
