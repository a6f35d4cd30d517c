import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { encode } from '../../../../src/bot/community/records.ts';
import type { Place } from '../../../../src/bot/conversation/place.ts';
import { sayDiagnosis } from '../../../../src/bot/platform/diagnose.ts';
import type { Services } from '../../../../src/bot/services.ts';
import { telegramPlatform } from '../../../../src/platforms/telegram/index.ts';
import { type FakeTelegram, fakeTelegram, type Json, ME, TOKEN } from '../../../helpers/fake-telegram.ts';
import { administrator, FORUM, GROUP, person, wholeChat } from '../../../helpers/fake-telegram-people.ts';
import { keepEdit } from '../../../helpers/keep-edit.ts';
import { logTo } from '../../../helpers/log-to.ts';
import { servicesOf } from '../../../helpers/services.ts';

const BOT = person(ME.id);
const ADMIN = administrator(BOT, { can_manage_topics: true });
const WRITES = '✓ The bot may write in 1 group on Telegram.';

let telegram: FakeTelegram;
let services: Services;
beforeEach(async () => {
  telegram = await fakeTelegram();
  services = await servicesOf([]);
});
afterEach(async () => {
  expect(telegram.problems).toEqual([]);
  await telegram.close();
});

/** A group with the bot in it. */
function group(chat: Json, member: Json, permissions?: Json): Place {
  const id = String(chat.id);
  telegram.chats.set(id, wholeChat(chat, permissions));
  telegram.members.set(`${id} ${ME.id}`, member);
  return { platform: 'telegram', id };
}

/** Something was decided in a place. */
async function decide(id: number, key = 'mode', community = `telegram:${id}`): Promise<void> {
  const edit = key.startsWith('telegram:')
    ? { kind: 'place' as const, key, after: encode('place', { title: '' }) }
    : { kind: 'setting' as const, key, after: encode('setting', 'off') };
  await keepEdit(services, { community, ...edit });
}

/** What is said in English of groups. */
async function found(place?: Place): Promise<string[]> {
  const lines = await allFound(place);
  return lines.filter((line) => !/accepts the token|Privacy mode|To let it read|uest mode|polls|clock/.test(line));
}

async function allFound(place?: Place): Promise<string[]> {
  const platform = telegramPlatform({ token: TOKEN, apiRoot: telegram.root }, { services, log: logTo([]) });
  return (await platform.checks?.(place))?.flatMap((one) => sayDiagnosis(one, services.speak('en'))) ?? [];
}

it('the doctor tells whether the bot may be called where it is no member', async () => {
  const guestMode = async () => (await allFound()).filter((line) => line.includes('guest mode'));
  expect(await guestMode()).toEqual([
    '✓ The bot answers people who call it in chats that it is no member of (guest mode).',
  ]);
  telegram.answer('getMe', { ...ME, supports_guest_queries: false });
  expect(await guestMode()).toEqual([expect.stringMatching(/^✓ The bot answers only in chats .* in @BotFather\.$/)]);
});

describe('the doctor in groups of Telegram', () => {
  it('finds nothing where the bot may do all it does', async () => {
    expect(await found(group(GROUP, ADMIN))).toEqual([WRITES]);
    expect(await found(group(FORUM, ADMIN))).toEqual([WRITES]);
  });

  it.each([
    [
      'left',
      { status: 'left', user: BOT },
      '✗ “Group”: the bot is not in this group.',
      '→ Add it again if it should answer there.',
    ],
    [
      'put out',
      { status: 'kicked', user: BOT, until_date: 0 },
      '✗ “Group”: the bot is not in this group.',
      '→ Add it again if it should answer there.',
    ],
    [
      'restricted',
      { status: 'restricted', user: BOT, is_member: true, can_send_messages: false, can_pin_messages: true },
      '✗ “Group”: the bot is restricted and may not send messages.',
      "→ Lift the restriction in the group's settings (Permissions, Exceptions), or make the bot an administrator.",
    ],
  ])('finds that it was %s', async (_what, member, ...expected) => {
    expect(await found(group(GROUP, member, { can_send_messages: true, can_pin_messages: true }))).toEqual(expected);
  });

  it('finds that members may not write, unless it is more than one', async () => {
    const permissions = { can_send_messages: false, can_pin_messages: true };
    expect(await found(group(GROUP, { status: 'member', user: BOT }, permissions))).toEqual([
      '✗ “Group”: members may not send messages, and the bot is an ordinary member.',
      "→ Make it an administrator, or allow Send Messages in the group's settings (Permissions).",
    ]);
    expect(await found(group(GROUP, ADMIN, permissions))).toEqual([WRITES]);
  });

  it('finds that it may not pin, or not write in closed topics', async () => {
    const expected = [
      WRITES,
      '⚠ “Forum”: the bot may not pin messages. Pinned questions work all the same.',
      '→ To allow this, make it an administrator who may pin messages.',
      '⚠ “Forum”: the bot may not write in closed topics.',
      '→ To allow this, make it an administrator with the right Manage Topics.',
    ];
    expect(await found(group(FORUM, administrator(BOT, { can_pin_messages: false })))).toEqual(expected);
    expect(await found(group(FORUM, { status: 'member', user: BOT }))).toEqual(expected);
  });

  it('knows that members may pin in private groups only', async () => {
    const pins = { can_send_messages: true, can_pin_messages: true };
    expect(await found(group(GROUP, { status: 'member', user: BOT }, pins))).toEqual([WRITES]);
    expect(await found(group({ ...GROUP, username: 'public' }, { status: 'member', user: BOT }, pins))).toHaveLength(3);
  });

  it('looks into groups in which something was decided, by the number they have now', async () => {
    for (const [id, title] of [
      [-11, 'One'],
      [-12, 'Two'],
      [-1013, 'Three'],
    ] as const)
      group({ id, type: 'supergroup', title }, id === -12 ? { status: 'member', user: BOT } : ADMIN);
    await decide(-11);
    await decide(-12, 'telegram:-12', 'discord:5');
    // It was -13 until it grew.
    await decide(-13, 'telegram:-1013');
    await decide(77);
    expect(await found()).toEqual([
      '✓ The bot may write in 3 groups on Telegram.',
      expect.stringContaining('“Two”'),
      expect.stringContaining('→'),
    ]);
  });

  it('tells what could not be asked, and goes on', async () => {
    for (const id of [-11, -12]) group({ id, type: 'supergroup', title: 'Group' }, ADMIN);
    for (const id of [-11, -12]) await decide(id);
    telegram.trouble('getChat', {
      code: 429,
      description: 'Too Many Requests: retry after 9',
      parameters: { retry_after: 9 },
    });
    expect(await found()).toEqual([
      WRITES,
      expect.stringMatching(/^⚠ “-1[12]” could not be checked \(error 429\)\.$/),
      '→ Try again in a few minutes.',
    ]);
    telegram.trouble('getChat', 'cut', 'cut');
    expect((await found()).filter((line) => line.includes('no reply'))).toHaveLength(2);
  });

  it('names no group that does not exist any more by more than its number', async () => {
    await decide(-12);
    expect(await found()).toEqual([
      '✗ “-12”: the bot is not in this group.',
      '→ Add it again if it should answer there.',
    ]);
  });

  it('looks into twenty groups', async () => {
    for (let id = -30; id <= -6; id++) {
      group({ id, type: 'supergroup', title: 'Group' }, ADMIN);
      await decide(id);
    }
    expect((await found()).slice(-2)).toEqual([
      '⚠ 5 more servers or groups on Telegram were not checked.',
      '→ Type /doctor there.',
    ]);
    expect(telegram.called('getChatMember').length).toBe(20);
  });

  it('names no group to moderators of others, and only theirs to them', async () => {
    const here = group(GROUP, ADMIN);
    group({ id: -11, type: 'supergroup', title: 'Secret' }, { status: 'left', user: BOT });
    await decide(-11);
    expect(await found(here)).toEqual([WRITES]);
    expect((await found({ platform: 'test', id: 'here' }))[0]).toBe(
      '✗ Telegram groups where the bot may not write: 1 of 1.',
    );
    expect((await found({ platform: 'test', id: 'here' })).join()).not.toContain('Secret');
  });
});
