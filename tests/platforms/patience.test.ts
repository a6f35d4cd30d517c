import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Services } from '../../src/bot/services.ts';
import type { Library } from '../../src/core/search/library.ts';
import { type BusyChannel, type DiscordChannel, discordChannel, telegramChannel } from '../helpers/busy-channel.ts';
import { until } from '../helpers/discord-world.ts';
import { GUILD } from '../helpers/fake-discord-rest.ts';
import { libraryOf } from '../helpers/library.ts';
import { PACK } from '../helpers/pack.ts';
import { type ServicesParts, servicesOf, shippedLocales } from '../helpers/services.ts';

const { languages, background } = await shippedLocales();
let library: Library | undefined;
const services = (parts: ServicesParts): Promise<Services> => {
  library ??= libraryOf(PACK, { languages, background });
  return servicesOf(PACK, { library, ...parts });
};

const QUESTION = 'how do I delete my conversation history?';
const TITLE = 'How do I delete my conversation history?';
const BANNED = 'why was my account banned?';

const open = {
  discord: discordChannel as (parts: typeof services) => Promise<BusyChannel>,
  telegram: telegramChannel as (parts: typeof services) => Promise<BusyChannel>,
};

describe.each(['discord', 'telegram'] as const)('a channel of several people on %s', (platform) => {
  let channel: BusyChannel;
  /** What was said before the test. */
  let before = 0;
  const spoken = () => channel.spoken().slice(before);
  const replied = () => spoken().map(({ title, to }) => [title, to]);
  beforeAll(async () => {
    channel = await open[platform](services);
    await channel.sets('mode', 'questions');
    before = channel.spoken().length;
  });
  afterAll(() => channel.stop());
  afterEach(async () => {
    // Nobody is there any more, and what was answered is out of sight.
    await channel.passes(1200);
    before = channel.spoken().length;
    expect(channel.problems()).toEqual([]);
  });
  const chat = async (): Promise<void> => {
    await channel.says('ana', 'good morning all');
    await channel.passes(30);
  };

  it('answers at once where nobody else is', async () => {
    const asked = await channel.says('mia', QUESTION);
    expect(replied()).toEqual([[TITLE, asked]]);
  });

  it('lets people answer first, and answers what nobody did', async () => {
    await chat();
    const asked = await channel.says('mia', BANNED);
    await channel.passes(19);
    expect(replied()).toEqual([]);
    await channel.passes(2);
    expect(replied()).toEqual([['Why was my account banned?', asked]]);
  });

  it('is silent if somebody replied, and answers what was asked beside it', async () => {
    await chat();
    const asked = await channel.says('mia', BANNED);
    const other = await channel.says('zoe', QUESTION);
    await channel.passes(10);
    await channel.says('ana', 'mail them, they told me within a day', { to: asked });
    await channel.passes(30);
    expect(replied()).toEqual([[TITLE, other]]);
  });

  it('is silent if somebody answered the author by name', async () => {
    await chat();
    await channel.says('mia', BANNED);
    await channel.passes(5);
    await channel.says('ana', 'mail them', { names: 'mia' });
    await channel.passes(30);
    expect(replied()).toEqual([]);
  });

  it('is silent if its author talks with somebody already', async () => {
    await chat();
    await channel.says('mia', BANNED);
    await channel.passes(5);
    const back = await channel.says('ana', 'did you get a mail?');
    await channel.passes(5);
    await channel.says('mia', 'no, nothing', { to: back });
    await channel.passes(60);
    expect(replied()).toEqual([]);
  });

  it('is silent if somebody quotes it, and goes on if something else is quoted', async () => {
    await chat();
    const other = await channel.says('leo', 'who is up for a game tonight');
    const asked = await channel.says('mia', QUESTION);
    await channel.says('zoe', 'me, at nine', { quotes: other });
    await channel.passes(30);
    expect(replied()).toEqual([[TITLE, asked]]);
    const again = await channel.says('mia', BANNED);
    await channel.passes(5);
    await channel.says('ana', 'mail them', { quotes: again });
    await channel.passes(30);
    expect(replied()).toEqual([[TITLE, asked]]);
  });

  it.each(['thanks!', 'thank you that worked'])('is silent if its author then says “%s”', async (thanks) => {
    await chat();
    await channel.says('mia', BANNED);
    await channel.passes(5);
    await channel.says('ana', 'mail them, they told me within a day');
    await channel.passes(5);
    await channel.says('mia', thanks);
    await channel.passes(60);
    expect(replied()).toEqual([]);
  });

  it('goes on if its author thanks nobody yet, or asks on', async () => {
    await chat();
    await channel.says('mia', BANNED);
    const last = await channel.says('mia', 'thanks!');
    await channel.passes(30);
    expect(replied()).toEqual([['Why was my account banned?', last]]);
    await channel.says('leo', 'good evening');
    await channel.says('ana', 'who is up for a game tonight');
    const asked = await channel.says('leo', `ok so ${QUESTION}`);
    await channel.passes(30);
    expect(replied().at(-1)).toEqual([TITLE, asked]);
  });

  it('goes on if others only talk, or somebody replies to something else', async () => {
    const first = await channel.says('ana', 'good morning all');
    await channel.passes(30);
    const asked = await channel.says('mia', BANNED);
    await channel.says('zoe', 'morning!', { to: first });
    await channel.says('leo', 'who is up for a game tonight');
    await channel.passes(30);
    expect(replied()).toEqual([['Why was my account banned?', asked]]);
  });

  it('answers at once what is asked of it, and once', async () => {
    await chat();
    await channel.says('mia', BANNED);
    await channel.passes(5);
    const name = platform === 'discord' ? '<@100000000000000001>' : '@wenda_bot';
    const asked = await channel.says('mia', `${name} ${BANNED}`);
    expect(replied()).toEqual([['Why was my account banned?', asked]]);
    await channel.passes(60);
    expect(spoken()).toHaveLength(1);
  });

  it('takes what was written just before for the question, if only its name follows', async () => {
    await chat();
    await channel.says('mia', 'hi');
    await channel.says('mia', BANNED);
    const name = platform === 'discord' ? '<@100000000000000001>' : '@wenda_bot';
    const called = await channel.says('mia', name);
    expect(replied()).toEqual([['Why was my account banned?', called]]);
    await channel.passes(60);
    expect(spoken()).toHaveLength(1);
  });

  it('reads several messages of one person as one question, and replies to the last', async () => {
    await chat();
    await channel.says('mia', 'hi');
    await channel.passes(4);
    await channel.says('mia', 'quick one');
    await channel.passes(15);
    const asked = await channel.says('mia', QUESTION);
    await channel.passes(19);
    expect(replied()).toEqual([]);
    await channel.passes(2);
    expect(replied()).toEqual([[TITLE, asked]]);
  });

  it('reads what follows a question with it', async () => {
    await chat();
    await channel.says('mia', 'how do I delete');
    const last = await channel.says('mia', 'my conversation history?');
    await channel.passes(30);
    expect(replied()).toEqual([[TITLE, last]]);
  });

  it('leaves a question that was taken back, and does not mix people', async () => {
    await chat();
    await channel.says('mia', BANNED);
    await channel.says('zoe', 'quick one');
    await channel.passes(5);
    await channel.says('mia', 'nvm, found it');
    await channel.passes(60);
    expect(replied()).toEqual([]);
  });

  it('counts an edit while it waits', async () => {
    await chat();
    const asked = await channel.says('mia', BANNED);
    const other = await channel.says('leo', QUESTION);
    await channel.edits(asked, 'who is up for a game tonight');
    await channel.passes(30);
    expect(replied()).toEqual([[TITLE, other]]);
  });

  it('puts an answer to several messages right when the last is edited', async () => {
    await chat();
    await channel.says('mia', 'how do I delete');
    const last = await channel.says('mia', 'my conversation histroy??');
    await channel.passes(30);
    expect(replied()).toEqual([[TITLE, last]]);
    await channel.edits(last, 'my conversation history?');
    expect(replied()).toEqual([[TITLE, last]]);
  });

  it('waits as long as moderators say', async () => {
    await channel.sets('patience', '60');
    before = channel.spoken().length;
    await chat();
    const asked = await channel.says('mia', BANNED);
    await channel.passes(50);
    expect(replied()).toEqual([]);
    await channel.passes(11);
    expect(replied()).toEqual([['Why was my account banned?', asked]]);
    await channel.sets('patience', '0');
    const said = channel.spoken().length;
    const at = await channel.says('zoe', QUESTION);
    expect(
      channel
        .spoken()
        .slice(said)
        .map(({ to }) => to),
    ).toEqual([at]);
    await channel.sets('patience', 'default');
  });

  it('forgets a person who erases their data', async () => {
    await chat();
    await channel.says('mia', BANNED);
    const { heldLines } = channel.services;
    const mia = channel.hashOf('mia');
    expect(heldLines.ofPerson(mia)).toHaveLength(1);
    heldLines.erase(mia);
    expect(heldLines.ofPerson(mia)).toEqual([]);
    await channel.passes(60);
    expect(replied()).toEqual([]);
  });
});

describe('on Discord', () => {
  let channel: DiscordChannel;
  beforeAll(async () => {
    channel = await discordChannel(services);
    await channel.sets('mode', 'questions');
    await channel.says('ana', 'good morning all');
  });
  afterAll(() => channel.stop());

  it('a question that is deleted while it waits gets nothing', async () => {
    const asked = await channel.says('mia', BANNED);
    await channel.deletes(asked);
    await channel.passes(60);
    expect(channel.spoken()).toEqual([]);
  });

  it('of several messages of which one is deleted, the others are read', async () => {
    const first = await channel.says('mia', BANNED);
    const last = await channel.says('mia', QUESTION);
    await channel.deletes(first);
    await channel.passes(60);
    expect(channel.spoken().map(({ title, to }) => [title, to])).toEqual([[TITLE, last]]);
  });

  it('what others write in a thread on the question answers it', async () => {
    await channel.passes(1200);
    const before = channel.spoken().length;
    await channel.says('ana', 'good morning all');
    const asked = await channel.says('mia', BANNED);
    const thread = { id: asked, type: 11, guild_id: GUILD, parent_id: '300000000000000001', name: 'Banned' };
    channel.world.discord.state.channels.set(asked, thread);
    channel.world.discord.gateway.dispatch('THREAD_CREATE', thread);
    await channel.says('ana', 'let us see', { channel: asked });
    await channel.passes(60);
    expect(channel.spoken().slice(before)).toEqual([]);
  });
});

describe('an answer to what nobody asked the bot', () => {
  it('on Discord comes after an outage, and never where the bot may not write', async () => {
    const channel = await discordChannel(services);
    const { discord } = channel.world;
    await channel.sets('mode', 'questions');
    await channel.says('ana', 'good morning all');
    const posts = ({ method, path }: { method: string; path: string }) =>
      method === 'POST' && path.endsWith('/messages');
    discord.override({ matches: posts, status: 502, times: 2 });
    const asked = await channel.says('mia', BANNED);
    await channel.passes(30);
    const kept = () => [...discord.state.messages.values()].filter((one) => JSON.stringify(one).includes('Why was'));
    await until(() => kept().length > 0);
    expect(channel.spoken().at(-1)?.to).toBe(asked);
    expect(kept()).toHaveLength(1);
    await channel.passes(60);
    discord.override({ matches: posts, status: 403, body: { code: 50013, message: 'Missing Permissions' } });
    await channel.says('zoe', QUESTION);
    await channel.passes(30);
    const calls = discord.calls.length;
    await channel.passes(60);
    expect(discord.calls).toHaveLength(calls);
    await channel.stop();
  });

  it('on Telegram comes after an outage, and never without its question, or where the bot may not write', async () => {
    const channel = await telegramChannel(services);
    const { fake } = channel;
    await channel.sets('mode', 'questions');
    await channel.says('ana', 'good morning all');
    fake.trouble('sendMessage', { code: 502, description: 'Bad Gateway' });
    const asked = await channel.says('mia', BANNED);
    await channel.passes(30);
    const calls = fake.called('sendMessage').length;
    await until(() => fake.called('sendMessage').length > calls);
    const [first, again] = fake.called('sendMessage').slice(-2);
    expect(again?.body).toEqual(first?.body);
    expect(again?.body.reply_parameters).toEqual({
      message_id: Number(asked),
      allow_sending_without_reply: false,
    });
    for (const [who, description] of [
      ['zoe', 'Bad Request: message to be replied not found'],
      ['leo', 'Bad Request: not enough rights to send text messages to the chat'],
    ] as const) {
      await channel.passes(120);
      fake.trouble('sendMessage', { code: 400, description });
      await channel.says('ana', 'good morning all');
      const calls = fake.called('sendMessage').length;
      await channel.says(who, QUESTION);
      await channel.passes(120);
      const inGroup = fake
        .called('sendMessage')
        .slice(calls)
        .filter(({ body }) => Number(body.chat_id) < 0);
      expect(inGroup).toHaveLength(1);
    }
    await channel.stop();
  });
});

describe('a restart while a line waits', () => {
  it.each(['discord', 'telegram'] as const)('on %s leaves it without an answer', async (platform) => {
    const channel = await open[platform](services);
    await channel.sets('mode', 'questions');
    await channel.says('ana', 'good morning all');
    await channel.says('mia', BANNED);
    const said = channel.spoken().length;
    await channel.stop();
    await channel.clock.pass(60_000, async () => undefined);
    expect(channel.spoken()).toHaveLength(said);
    expect(await channel.services.store.read(({ inbox }) => inbox.open(platform))).toEqual([]);
  });
});
