import type { Update } from 'grammy/types';
import { describe, expect, it } from 'vitest';
import { pause } from '../../../src/bot/delivery/pause.ts';
import type { Update as Kept } from '../../../src/bot/ports/delivery.ts';
import { ApiError } from '../../../src/platforms/telegram/api.ts';
import type { TelegramContext } from '../../../src/platforms/telegram/context.ts';
import { deepLinkTo, readDeepLink } from '../../../src/platforms/telegram/inbound/deep-link.ts';
import { isJoining } from '../../../src/platforms/telegram/inbound/on-join.ts';
import { createModerators } from '../../../src/platforms/telegram/inbound/person.ts';
import { isOver } from '../../../src/platforms/telegram/inbound/prepare.ts';
import { toKept } from '../../../src/platforms/telegram/inbound/updates.ts';
import {
  commandLists,
  describeBot,
  descriptions,
  registerCommands,
} from '../../../src/platforms/telegram/introduce.ts';
import { createMuted } from '../../../src/platforms/telegram/outbound/refusals.ts';
import { telegramServices } from '../../helpers/telegram-bot.ts';

describe('the list of commands', () => {
  it('is there for everybody and for administrators, in each language by its two letters', async () => {
    const services = await telegramServices();
    const lists = commandLists(services);
    const codes = [...new Set([...services.languages.keys()].map((tag) => tag.split('-')[0]))];
    expect(lists.map(({ scope, language }) => `${scope.type} ${language ?? 'any'}`)).toEqual(
      ['default', 'all_private_chats', 'all_chat_administrators'].flatMap((scope) =>
        [undefined, ...codes].map((code) => `${scope} ${code ?? 'any'}`),
      ),
    );
    const [everybody] = lists;
    expect(
      lists
        .filter(({ commands }) => commands.some(({ command }) => command === 'groups'))
        .every(({ scope }) => scope.type === 'all_private_chats'),
    ).toBe(true);
    const moderators = lists.find(
      ({ scope, language }) => scope.type === 'all_chat_administrators' && language === 'zh',
    );
    // What is rarely used is in the help only: a menu of thirty lines hides those that everybody needs.
    const ofMembers = ['ask', 'topics', 'language', 'privacy', 'help'];
    const ofModerators = ['pin', 'teach', 'correct', 'questions', 'undo', 'settings'];
    const namesIn = (list: (typeof lists)[number] | undefined) => list?.commands.map(({ command }) => command).sort();
    expect(namesIn(everybody)).toEqual([...ofMembers].sort());
    expect(namesIn(moderators)).toEqual([...ofMembers, ...ofModerators].sort());
    expect(moderators?.commands).toContainEqual({
      command: 'pin',
      description: services.speak('zh-Hans')('help-pin'),
    });
    for (const { commands } of lists)
      for (const { command, description } of commands)
        expect(/^[a-z0-9_]{1,32}$/.test(command) && description.length > 0 && description.length <= 256).toBe(true);
  });

  it('is told to Telegram only where it has changed', async () => {
    const kept = new Map<string, unknown>();
    let told = 0;
    const keyOf = ({ scope, language_code: code }: { scope?: unknown; language_code?: string }) =>
      JSON.stringify([scope, code]);
    const api = {
      getMyCommands: async (where: object) => (kept.get(keyOf(where)) ?? []) as never,
      setMyCommands: async (commands: unknown, where: object) => {
        told++;
        kept.set(keyOf(where), commands);
        return true as const;
      },
    };
    const lists = commandLists(await telegramServices());
    expect(await registerCommands(api as never, lists)).toBe(lists.length);
    expect(await registerCommands(api as never, lists)).toBe(0);
    expect(told).toBe(lists.length);
  });
});

describe('what describes the bot', () => {
  const wanted = async (subjects: readonly string[]) =>
    descriptions(await telegramServices({ subjects: () => subjects }));

  it('is there in each language by its two letters, with the subjects, and within the limits', async () => {
    const services = await telegramServices();
    const codes = [...new Set([...services.languages.keys()].map((tag) => tag.split('-')[0]))];
    for (const subjects of [
      ['bans', 'phones'],
      ['x'.repeat(50), 'y'.repeat(70), 'z'.repeat(400)],
      ['👍'.repeat(600)],
    ]) {
      const all = await wanted(subjects);
      expect(all.map(({ language }) => language)).toEqual([undefined, ...codes]);
      for (const { long, short } of all) {
        expect(long.length <= 512 && short.length <= 120, short).toBe(true);
        expect(
          [long, short].every((words) => words.includes(subjects[0]?.slice(0, 4) ?? '') && words.isWellFormed()),
        ).toBe(true);
      }
    }
    const italian = (await wanted(['bans', 'phones'])).find(({ language }) => language === 'it');
    expect(italian?.long).toBe(services.speak('it')('about', { subjects: 'bans; phones' }));
    const [cut] = await wanted(['x'.repeat(50), 'y'.repeat(70)]);
    expect(cut?.short).toBe(services.speak('en')('about-short', { subjects: `${'x'.repeat(50)}; …` }));
  });

  it('is left as it is where nothing is known', async () => expect(await wanted([])).toEqual([]));

  it('is told to Telegram only where it has changed', async () => {
    const kept = new Map<string | undefined, object>();
    const about = (code: string | undefined) => kept.get(code) ?? {};
    const set =
      (key: string) =>
      async (words: string, { language_code: code }: { language_code?: string } = {}) =>
        void kept.set(code, { ...about(code), [key]: words });
    const get = async ({ language_code: code }: { language_code?: string } = {}) => about(code);
    const api = {
      getMyDescription: get,
      getMyShortDescription: get,
      setMyDescription: set('description'),
      setMyShortDescription: set('short_description'),
    } as never;
    const all = await wanted(['bans']);
    expect(await describeBot(api, all)).toBe(all.length * 2);
    expect(await describeBot(api, all)).toBe(0);
    expect(await describeBot(api, await wanted(['phones']))).toBe(all.length * 2);
  });
});

describe('who moderates', () => {
  const askedOf = (answers: (() => Promise<unknown>)[], administrators: readonly unknown[] = []) => {
    const time = { now: 1, asked: 0 };
    const getChatMember = (() => {
      time.asked++;
      return (answers.shift() ?? (async () => ({ status: 'member' })))();
    }) as never;
    return {
      time,
      moderators: createModerators(
        { getChatMember, getChatAdministrators: (async () => administrators) as never },
        () => time.now,
      ),
    };
  };
  const creator = async () => ({ status: 'creator', is_anonymous: false });

  it('is believed for half a minute', async () => {
    const { time, moderators } = askedOf([creator]);
    expect((await moderators.of(-1, 2)).isModerator).toBe(true);
    time.now = 30_000;
    expect((await moderators.of(-1, 2)).isModerator).toBe(true);
    expect(time.asked).toBe(1);
    time.now = 30_002;
    expect((await moderators.of(-1, 2)).isModerator).toBe(false);
  });

  it('is asked again at once when something changed, also while the answer is on its way', async () => {
    let answer: (of: unknown) => void = () => undefined;
    const { time, moderators } = askedOf([() => new Promise((resolve) => (answer = resolve))]);
    const first = moderators.of(-1, 2);
    moderators.forget(-1, 2);
    answer(await creator());
    await first;
    expect((await moderators.of(-1, 2)).isModerator).toBe(false);
    expect(time.asked).toBe(2);
    moderators.forget(-1);
    await moderators.of(-1, 2);
    expect(time.asked).toBe(3);
  });

  it('is nobody whom Telegram does not know, and unknown while it cannot be asked', async () => {
    const refuse = (code: number) => () => Promise.reject(new ApiError('getChatMember', code, 'no'));
    const { moderators } = askedOf([refuse(400), refuse(502), creator]);
    expect((await moderators.of(-1, 2)).isModerator).toBe(false);
    await expect(moderators.of(-1, 3)).rejects.toThrow(ApiError);
    expect((await moderators.of(-1, 3)).isModerator).toBe(true);
  });

  it('is told by the list of administrators where members are hidden', async () => {
    const hidden = () => Promise.reject(new ApiError('getChatMember', 400, 'Bad Request: member list is inaccessible'));
    const { moderators } = askedOf(
      [hidden, hidden],
      [{ status: 'administrator', user: { id: 2 }, can_pin_messages: true, is_anonymous: false }],
    );
    expect(await moderators.of(-1, 2)).toEqual({
      isMember: true,
      isModerator: true,
      isAdministrator: true,
      isAnonymous: false,
    });
    expect(await moderators.of(-1, 3)).toEqual({
      isMember: false,
      isModerator: false,
      isAdministrator: false,
      isAnonymous: false,
    });
  });
});

it('a pause is given up when the bot stops', async () => {
  const stop = new AbortController();
  const waiting = pause(60_000, stop.signal);
  stop.abort();
  expect(await waiting).toBeUndefined();
  expect(await pause(60_000, stop.signal)).toBeUndefined();
});

describe('what is kept of an update', () => {
  it('names neither chat nor person of somebody alone with the bot, but in what is wiped', async () => {
    const services = await telegramServices();
    const from = { id: 771234, first_name: 'P', is_bot: false };
    const message = {
      message_id: 1,
      date: 1,
      from,
      chat: { id: 771234, type: 'private' as const, first_name: 'P' },
      text: 'x',
    };
    const updates = [
      { message },
      { callback_query: { id: 'p', from, message, chat_instance: 'x', data: 'x' } },
      { inline_query: { id: 'q', from, query: 'x', offset: '' } },
    ];
    for (const update of updates) {
      const { payload, ...kept } = toKept({ update_id: 5, ...update } as unknown as Update, 1, services, 0) ?? {};
      expect(payload).toContain('771234');
      expect(kept).toMatchObject({ person: services.hash('telegram:771234') });
      expect(JSON.stringify(kept)).not.toContain('771234');
    }
  });
});

describe('a press of hours ago', () => {
  it.each([
    ['x show questions/hours', true],
    ['no button of ours', true],
    ['x confirm 1', false],
    ['x helpful no', false],
    ['x @ code1', false],
    ['x .form keep 1', false],
    ['x .in -1 confirm 1', false],
    ['x groups -1', false],
  ])('is kept where it may change something: %s', async (data, isDropped) => {
    const services = await telegramServices();
    const context = { services } as TelegramContext;
    const kept = (ms: number) =>
      ({ payload: JSON.stringify({ callback_query: { data } }), at: new Date(Date.now() - ms).toISOString() }) as Kept;
    expect([await isOver(context, kept(6 * 3_600_000)), await isOver(context, kept(60_000))]).toEqual([
      isDropped,
      false,
    ]);
  });
});

describe('what is a joining', () => {
  it('leads into a group from outside', () => {
    const isIt = (before: string, now: string, type = 'supergroup') =>
      isJoining({
        chat: { id: -1, type },
        old_chat_member: { status: before },
        new_chat_member: { status: now },
      } as never);
    expect([isIt('left', 'member'), isIt('kicked', 'administrator', 'group')]).toEqual([true, true]);
    expect([
      isIt('left', 'kicked'),
      isIt('kicked', 'left'),
      isIt('member', 'administrator'),
      isIt('left', 'administrator', 'channel'),
    ]).toEqual([false, false, false, false]);
  });
});

describe('where the bot may not speak', () => {
  it('one message is tried after an hour where it was restricted, and none where it is gone or a topic is closed', () => {
    let now = 0;
    const muted = createMuted(() => now);
    expect([muted.add(-1, true), muted.add(-1, true), muted.add(-2), muted.close(-3, 7), muted.close(-3, 7)]).toEqual([
      true,
      false,
      true,
      true,
      false,
    ]);
    muted.heard(-1);
    expect([muted.has(-1), muted.has(-2), muted.isClosed(-3, 7), muted.isClosed(-3, undefined)]).toEqual([
      true,
      true,
      true,
      false,
    ]);
    now = 3_600_000;
    expect([muted.has(-1), muted.has(-2), muted.isClosed(-3, 7)]).toEqual([false, true, true]);
    expect(muted.add(-1, true)).toBe(false);
    muted.heard(-2);
    muted.remove(-3);
    expect([muted.has(-2), muted.isClosed(-3, 7)]).toEqual([false, false]);
  });
});

describe('small parts', () => {
  it('links lead to entries, and nowhere else', () => {
    for (const id of ['questions/why-banned', 'questions/为什么', 'pins/en/x'])
      expect(readDeepLink(deepLinkTo(id) ?? '')).toBe(id);
    expect(deepLinkTo('x'.repeat(60))).toBeUndefined();
    for (const payload of [
      '',
      '=',
      '!!',
      'a'.repeat(65),
      Buffer.from('a b').toString('base64url'),
      Buffer.from('\u0000').toString('base64url'),
    ])
      expect(readDeepLink(payload)).toBeUndefined();
  });
});
