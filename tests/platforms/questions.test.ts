import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { tidy } from '../../src/bot/community/housekeeping.ts';
import type { Services } from '../../src/bot/services.ts';
import { openStore } from '../../src/store/index.ts';
import { buttonsOf as keysOf, seen } from '../helpers/discord-message.ts';
import { type DiscordWorld, discordWorld, mention, moderator, until } from '../helpers/discord-world.ts';
import type { Json } from '../helpers/fake-discord.ts';
import { CHANNEL, GUILD } from '../helpers/fake-discord-rest.ts';
import { aloneWith, buttonsOf, dataOf, labelsOf, message, ownMessage, press } from '../helpers/fake-telegram-people.ts';
import { PACK } from '../helpers/pack.ts';
import { servicesOf } from '../helpers/services.ts';
import { shownText, telegramServices } from '../helpers/telegram-bot.ts';
import { telegramWorld } from '../helpers/telegram-world.ts';

/** A member's name, which is in no list, and a mark by which a question is found in the files of a database. */
const MARK = 'quetzalcoatlus';

/** A store in files, and whether a question is in any of them. */
async function storeInFiles() {
  const folder = mkdtempSync(join(tmpdir(), 'wenda-'));
  const store = await openStore(`sqlite:${join(folder, 'wenda.db')}`);
  const isKept = (): boolean => readdirSync(folder).some((name) => readFileSync(join(folder, name)).includes(MARK));
  return { store, isKept, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

describe('on Discord', () => {
  let world: DiscordWorld;
  let services: Services;
  let isKept: () => boolean;
  let remove: () => void;
  beforeAll(async () => {
    const kept = await storeInFiles();
    ({ isKept, remove } = kept);
    services = await servicesOf(PACK, { store: kept.store, now: () => new Date().toISOString(), code });
    world = await discordWorld({ services });
  });
  afterAll(async () => {
    await world.stop();
    remove();
    expect(world.discord.problems).toEqual([]);
  });
  let people = 0;
  const somebody = (): string => `60000000000002${String(++people).padStart(4, '0')}`;
  const ask = async (question: string, user = somebody()) => {
    const asked = world.write(`${mention} ${question}`, { author: { id: user, username: 'Ermintrude' } });
    return { asked, user, reply: await world.replyTo(asked) };
  };
  const list = async (): Promise<string> => {
    const { data } = await world.slash('questions', {}, moderator);
    return JSON.stringify(data);
  };
  const pressed = (reply: Json, asked: Json, label: string, user: string) =>
    world.press(keysOf(reply)[label] ?? '', { ...reply, referenced_message: asked, flags: 0 }, { user });
  /** Nothing is left of what waits, of handled messages, and of the list. */
  const isForgotten = async (): Promise<void> => {
    await world.quiet();
    await services.questions.flush();
    expect(await list()).not.toContain(MARK);
    await until(() => !isKept());
  };

  it('what one of forty asked once is in the list at once, with a link, and names nobody', async () => {
    const { asked, user, reply } = await ask(`where do I feed the ${MARK}?`);
    expect(Object.keys(keysOf(reply))).toEqual([TELL]);
    const shown = await list();
    expect(shown).toContain(`where do I feed the ${MARK}?`);
    expect(shown).toContain(`https://discord.com/channels/${GUILD}/${CHANNEL}/${asked.id}`);
    expect(shown).not.toMatch(new RegExp(`${user}|Ermintrude|${services.hash(`discord:${user}`)}`));
    // Its message is deleted: not a byte is left.
    world.discord.gateway.dispatch('MESSAGE_DELETE', { id: asked.id, channel_id: CHANNEL, guild_id: GUILD });
    await isForgotten();
  });

  it('whoever waits hears the answer where they asked, and then nothing is kept', async () => {
    const { asked, user, reply } = await ask(`how tall is a ${MARK}?`);
    expect(seen((await pressed(reply, asked, TELL, user)).data).text).toMatch(/I will tell you here/);
    expect(await list()).toContain('waiting for the answer: 1');
    await world.slash('pin', { question: `how tall is a ${MARK}?`, text: 'As tall as a giraffe.' }, moderator);
    const told = await until(() =>
      [...world.discord.state.messages.values()].find((one) => JSON.stringify(one).includes('There is an answer now')),
    );
    expect(JSON.stringify(told)).toContain('As tall as a giraffe.');
    expect(told.allowed_mentions.users).toEqual([user]);
    expect(await services.questions.list(`discord:${GUILD}`)).toEqual([]);
    await world.slash('unpin', { question: `how tall is a ${MARK}?` }, moderator);
  });

  it('what is asked in private is counted only, until who asked shows it', async () => {
    const user = somebody();
    const alone = { user, guild: null, channel: { id: '980000000000000901', type: 1 } };
    const { data } = await world.slash('ask', { question: 'which egg is a wyvern’s' }, alone);
    expect(Object.keys(keysOf(data)), 'nobody moderates a private chat').toEqual([]);
    expect(await services.store.read(({ questions }) => questions.list(`discord:${GUILD}`))).toEqual([]);
  });

  it('goes with its last asker, with the time, and with the community’s word', async () => {
    const text = `can the ${MARK} swim?`;
    const [one, other] = [await ask(text), await ask(text)];
    await world.slash('privacy', { what: 'erase confirmed' }, { user: one.user });
    expect(await list()).toContain(text);
    await world.slash('privacy', { what: 'erase confirmed' }, { user: other.user });
    expect(await list()).not.toContain(text);

    await ask(text);
    expect(await list()).toContain(text);
    const inDays = (days: number): string => new Date(Date.now() + days * 86_400_000).toISOString();
    await tidy(services.store, inDays(29));
    expect(await list()).toContain(text);
    await tidy(services.store, inDays(31));
    expect(await list()).not.toContain(text);

    await ask(text);
    await list();
    await world.slash('settings', { setting: 'questions', value: 'off' }, moderator);
    expect(await services.questions.list(`discord:${GUILD}`)).toEqual([]);
    const { reply } = await ask(text);
    expect(Object.keys(keysOf(reply))).toEqual([]);
    expect(await services.questions.list(`discord:${GUILD}`)).toEqual([]);
    await world.slash('settings', { setting: 'questions', value: 'on' }, moderator);
  });

  it('put in other words it is that question, and answered by an edit it is none', async () => {
    const { asked } = await ask(`is the ${MARK} tame?`);
    await list();
    const edit = async (content: string): Promise<void> => {
      world.discord.gateway.dispatch('MESSAGE_UPDATE', {
        ...asked,
        content: `${mention} ${content}`,
        edited_timestamp: new Date().toISOString(),
      });
      await world.quiet();
    };
    await edit(`is the old ${MARK} dangerous?`);
    await until(async () => (await list()).includes('dangerous'));
    expect(await list()).not.toContain('tame');
    await edit('Why was my account banned?');
    await until(async () => !(await list()).includes('dangerous'));
  });
});

describe('on Telegram', () => {
  const world = telegramWorld(() => telegramServices());
  const { tell, somebody, newGroup, moderatorOf } = world;
  const listIn = async (chat: Json): Promise<string> => {
    const boss = moderatorOf(chat);
    const [shown] = await tell({ message: message(boss, chat, '/questions') });
    const start = new URL(String(buttonsOf(shown)[0]?.url ?? 'x:')).searchParams;
    const [list] = start.get('start')
      ? await tell({ message: message(boss, aloneWith(boss), `/start ${start.get('start')}`) })
      : [shown];
    return shownText(list);
  };

  it('what one of forty asked once is in the list, whoever waits hears of it, and nobody is named', async () => {
    const chat = newGroup();
    const from = { ...somebody(), first_name: 'Ermintrude' };
    const asked = message(from, chat, `/ask where do I feed the ${MARK}?`);
    const [unknown] = await tell({ message: asked });
    expect(labelsOf(unknown)).toContain(TELL);
    const own = { ...ownMessage(unknown, chat), reply_to_message: asked };
    const toast = (await tell(press(from, own, dataOf(unknown, TELL)))).find(
      ({ method }) => method === 'answerCallbackQuery',
    );
    expect(toast?.body.text).toMatch(/I will tell you here/);
    const shown = await listIn(chat);
    expect(shown).toContain(`where do I feed the ${MARK}?`);
    expect(shown).toContain('waiting for the answer: 1');
    expect(shown).not.toContain('Ermintrude');
    await tell({ message: message(moderatorOf(chat), chat, `/pin where do I feed the ${MARK}? text: At noon.`) });
    await world.bot.services.questions.flush();
    const told = await tell({ message: message(somebody(), chat, '/topics') });
    expect(told.map((call) => shownText(call)).join('\n')).toMatch(/There is an answer now to .*At noon\./s);
    expect(await world.bot.services.questions.list(`telegram:${chat.id}`)).toEqual([]);
  });

  it('what is asked alone is counted only, until who asked shows it to the moderators of their group', async () => {
    const chat = newGroup();
    const from = somebody();
    world.fake.members.set(`${chat.id} ${from.id}`, { status: 'member', user: from });
    await tell({ message: message(from, chat, '/ask why was my account banned?') });
    const alone = aloneWith(from);
    const asked = message(from, alone, `how loud is the ${MARK}?`);
    const [unknown] = await tell({ message: asked });
    const community = `telegram:${chat.id}`;
    expect(await world.bot.services.questions.list(community)).toEqual([]);
    expect(shownText(unknown)).toContain('Only you have seen this question');
    const own = { ...ownMessage(unknown, alone), reply_to_message: asked };
    const shown = await tell(press(from, own, dataOf(unknown, SHOW)));
    expect(JSON.stringify(shown)).toContain('Moderators can read this now, without your name');
    const [kept] = await world.bot.services.questions.list(community);
    expect(kept).toMatchObject({ text: `how loud is the ${MARK}?`, askers: [{ link: '' }] });
    expect(await listIn(chat)).toContain(`how loud is the ${MARK}?`);
  });
});

const TELL = '🔔 Tell me when somebody knows';
const SHOW = '🔔 Show it to the moderators';

let codes = 0;
const code = (): string => `c${(++codes).toString(36).padStart(7, '0')}`;
