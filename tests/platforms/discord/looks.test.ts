import { describe, expect, it } from 'vitest';
import { discordFileWorld } from '../../helpers/discord-file-world.ts';
import { buttonsOf, PRIVATE, PUBLIC, seen } from '../../helpers/discord-message.ts';
import { MEMBER, mention, moderator, openMore, type Person, until } from '../../helpers/discord-world.ts';
import type { Json } from '../../helpers/fake-discord.ts';
import { GUILD } from '../../helpers/fake-discord-rest.ts';

const world = discordFileWorld();

const QUESTION = 'why was my account banned';
const NOTHING = 'what is the capital of France?';
const { channel } = world;
/** An answer as it stands in its channel, once the bot remembers it. */
const ask = async (question: string, person: Person = {}, options: Record<string, boolean> = {}): Promise<Json> => {
  const { data } = await world.slash('ask', { question, ...options }, person);
  const kept = await until(() =>
    [...world.discord.state.messages.values()].findLast(
      ({ components }) => JSON.stringify(components) === JSON.stringify(data.components),
    ),
  );
  await until(() => world.services.store.transact(({ answers }) => answers.find(`discord:${GUILD}`, kept.id)));
  return { ...kept, interaction_metadata: { user: { id: MEMBER } } };
};

/** As the bot remembers an answer to a command. */
const remembered = (message: string, where: string, entry: string) =>
  world.services.store.transact(({ answers }) =>
    answers.add({
      place: `discord:${GUILD}`,
      community: `discord:${GUILD}`,
      channel: where,
      message,
      asked: '',
      person: 'x',
      entry,
      language: 'en',
      pin: null,
      at: new Date().toISOString(),
    }),
  );

describe('what is not known', () => {
  it('is said to whoever used a command, and to nobody else', async () => {
    const where = channel();
    const target = { id: world.discord.state.id(), content: NOTHING, author: { id: MEMBER }, flags: 0 };
    const answers = [
      await world.slash('ask', { question: NOTHING }, { channel: where }),
      await world.menu('Answer this', target, { channel: where }),
    ];
    for (const { type, data } of answers)
      expect([type, data.flags, seen(data)]).toEqual([
        4,
        PRIVATE,
        expect.objectContaining({ text: expect.stringContaining("I don't know") }),
      ]);
    const reply = await world.replyTo(world.write(`${mention} ${NOTHING}`, { channel_id: where.id }));
    expect([reply.flags, seen(reply).text]).toEqual([PUBLIC, expect.stringContaining("I don't know")]);
  });
});

const TELL = '🔔 Tell me when somebody knows';

describe('a human', () => {
  it('can be asked what is not known, where the server has said who wants to hear it', async () => {
    const where = channel();
    const reports = channel();
    const asked = { question: 'who repairs the **lift** on Sundays?' };
    expect(Object.keys(buttonsOf((await world.slash('ask', asked, { channel: where })).data))).toEqual([TELL]);
    await world.slash('settings', { setting: 'reports', value: `<#${reports.id}>` }, moderator);
    const { data } = await world.slash('ask', asked, { channel: where });
    expect([data.flags, seen(data).quote, Object.keys(buttonsOf(data))]).toEqual([
      PRIVATE,
      'who repairs the \\*\\*lift\\*\\* on Sundays?',
      ['🙋 Ask a human', TELL],
    ]);
    expect(
      Object.keys(
        buttonsOf(
          (await world.slash('ask', { question: `${NOTHING} ${'very '.repeat(80)}` }, { channel: where })).data,
        ),
      ),
    ).toEqual([]);
    const since = world.discord.calls.length;
    const press = async () => {
      const button = buttonsOf(data)['🙋 Ask a human'] ?? '';
      const done = await world.press(button, { ...data, id: world.discord.state.id() }, { channel: where });
      expect(done.type).toBe(7);
      return done.data;
    };
    expect(seen(await press()).text).toBe('I am passing your question on to the helpers. Their answer will come here.');
    const isReport = ({ method, path, body }: { method: string; path: string; body: Json }): boolean =>
      method === 'POST' &&
      path === `/channels/${reports.id}/messages` &&
      JSON.stringify(body).includes('Somebody asked');
    const { body } = await world.called(isReport, since);
    expect(JSON.stringify(body)).toContain('> who repairs the \\\\*\\\\*lift\\\\*\\\\* on Sundays?');
    expect(JSON.stringify(body)).toContain(`https://discord.com/channels/${GUILD}/${where.id}`);
    // Once a day is enough: the second press says what became of it.
    expect(seen(await press()).text).toMatch(/^The helpers have your question already/);
    await world.quiet();
    expect(world.discord.calls.slice(since).filter(isReport)).toHaveLength(1);
    // Below an answer to a mention, which others see as well, the message stays.
    const mentioned = world.write(`${mention} ${asked.question}`, { channel_id: where.id });
    const unknown = await world.replyTo(mentioned);
    const pressed = { ...unknown, referenced_message: mentioned };
    const told = await world.press(buttonsOf(unknown)['🙋 Ask a human'] ?? '', pressed, { channel: where });
    expect([told.data.flags, seen(told.data).text]).toEqual([PRIVATE, expect.stringMatching(/already/)]);
    // Once somebody has taught the answer, the press gives it.
    await world.slash('pin', { question: asked.question, text: 'Ada does.' }, moderator);
    const found = await world.press(buttonsOf(unknown)['🙋 Ask a human'] ?? '', pressed, { channel: where });
    expect([found.data.flags, seen(found.data).text]).toEqual([PRIVATE, 'Ada does.']);
    await world.slash('settings', { setting: 'reports', value: 'default' }, moderator);
  });
});

describe('what is related', () => {
  it('is shown to whoever presses, in their language, and gives way to what they choose', async () => {
    const where = channel();
    const answer = await ask(QUESTION, { channel: where });
    const other = { channel: where, user: '600000000000000041', locale: 'zh-CN' };
    const { type, data } = await world.press(buttonsOf(answer)['Related ▾'] ?? '', answer, other);
    expect([type, data.flags, seen(data).text]).toEqual([4, PRIVATE, '**相关：**']);
    const [[label, id] = ['', '']] = Object.entries(buttonsOf(data));
    expect(label).toContain('Which phone numbers');
    const chosen = await world.press(id, { ...data, id: world.discord.state.id() }, other);
    expect([chosen.type, seen(chosen.data).title]).toEqual([7, 'Which phone numbers can verify an account?']);
  });
});

describe('what moderators do', () => {
  it('stands behind one button, shown to those who may', async () => {
    const where = channel();
    const answer = await ask(QUESTION, { channel: where });
    expect(Object.keys(buttonsOf(answer))).toEqual([
      '👍 Helped',
      '👎 Did not help',
      'Related ▾',
      '🌐 Language',
      '⋯ More',
    ]);
    const member = await openMore(world, answer, { channel: where, user: '600000000000000042' });
    expect([member.flags, seen(member).text, buttonsOf(member)]).toEqual([
      PRIVATE,
      expect.stringContaining('Handbook'),
      {},
    ]);
    expect(Object.keys(buttonsOf(await openMore(world, answer, { channel: where })))).toEqual(['🗑️ Remove']);
    const more = await openMore(world, answer, { ...moderator, channel: where, locale: 'es-ES' });
    expect(more.flags).toBe(PRIVATE);
    expect(Object.keys(buttonsOf(more))).toEqual([
      '📌 Fijar',
      '✏️ Corregir',
      '💬 Formulaciones',
      '📦 Retirar',
      '🗑️ Quitar',
    ]);
    const form = await world.press(buttonsOf(more)['✏️ Corregir'] ?? '', more, { ...moderator, channel: where });
    expect(form.type).toBe(9);
  });

  it('is offered below what one person sees only where that one is a moderator, and nobody else can see it to remove it', async () => {
    const where = channel();
    expect(Object.keys(buttonsOf(await ask(QUESTION, { channel: where }, { private: true })))).not.toContain('⋯ More');
    const answer = await ask(QUESTION, { ...moderator, channel: where }, { private: true });
    expect(Object.keys(buttonsOf(await openMore(world, answer, { ...moderator, channel: where })))).toEqual([
      '📌 Pin',
      '✏️ Correct',
      '💬 Phrasings',
      '📦 Retire',
    ]);
  });

  it('takes a pin away where there is one; its own text has no entry to correct', async () => {
    const where = channel();
    await world.slash('pin', { question: 'where is the lift', text: 'Behind the stairs.' }, moderator);
    const answer = await ask('where is the lift', { channel: where });
    expect(seen(answer).colour).toBe(0x8e5bd6);
    const more = await openMore(world, answer, { ...moderator, channel: where });
    expect(Object.keys(buttonsOf(more))).toEqual(['📌 Unpin', '🗑️ Remove']);
    expect(
      seen((await world.press(buttonsOf(more)['📌 Unpin'] ?? '', more, { ...moderator, channel: where })).data).text,
    ).toContain('Unpinned');
  });

  it('is not there in a private chat, where whoever asked takes an answer away at once', async () => {
    const reply = await world.replyTo(
      world.write('can I get a refund for my subscription', { guild_id: undefined, channel_id: '900000000000000077' }),
    );
    expect(Object.keys(buttonsOf(reply))).toEqual(['👍 Helped', '👎 Did not help', '🗑️ Remove']);
  });
});

it('an answer that is corrected still says what was asked', async () => {
  const answer = await ask('which phone numbers are accepted here', { channel: channel() });
  expect(seen(answer).quote).toBe('which phone numbers are accepted here');
  const path = `/channels/${answer.channel_id}/messages/${answer.id}`;
  await remembered(answer.id, answer.channel_id, 'questions/phone-number');
  await world.slash('retire', { entry: 'questions/phone-number', force: true }, moderator);
  const { body } = await world.called((call) => call.method === 'PATCH' && call.path === path);
  expect(body).toMatchObject({ flags: PUBLIC });
  expect(seen(body)).toMatchObject({
    quote: 'which phone numbers are accepted here',
    text: expect.stringContaining('retired'),
  });
});
