import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buttonsOf, PRIVATE, seen } from '../../../helpers/discord-message.ts';
import { type DiscordWorld, discordWorld, MEMBER, moderator, openMore, until } from '../../../helpers/discord-world.ts';
import type { Json } from '../../../helpers/fake-discord.ts';
import { BOT, GUILD } from '../../../helpers/fake-discord-rest.ts';

let world: DiscordWorld;
beforeAll(async () => {
  world = await discordWorld();
});
afterAll(async () => {
  await world.stop();
  expect(world.logged.filter((line) => !line.startsWith('commands'))).toEqual([]);
  expect(world.discord.problems).toEqual([]);
});

const valuesOf = (modal: Json): Record<string, string> =>
  Object.fromEntries(modal.data.components.map(({ component }: Json) => [component.custom_id, component.value ?? '']));
const shown = (data: Json) => ({ id: world.discord.state.id(), ...data, flags: data.flags | PRIVATE });
const named = (data: Json, label: string): string => {
  const id = buttonsOf(data)[label];
  if (id === undefined) throw new Error(`no button ${label} among ${Object.keys(buttonsOf(data)).join(', ')}`);
  return id;
};
let channels = 0;
const channel = () => {
  const id = `33000000000000${String(++channels).padStart(4, '0')}`;
  world.discord.state.channels.set(id, { id, type: 0, guild_id: GUILD, permission_overwrites: [] });
  return { id, type: 0 };
};

describe('teaching', () => {
  it('goes by form, refusal, correction, preview, confirmation', async () => {
    const modal = await world.slash('teach', {}, moderator);
    expect(modal).toMatchObject({ type: 9, data: { title: 'Teach me an answer' } });
    const bad = {
      question: 'Where do I park my bicycle?',
      answer: '<b>there</b>',
      phrasings: 'bike parking | where to put my bike',
    };
    const refused = await world.submit(modal.data, bad, moderator);
    expect([refused.data.flags, seen(refused.data).text]).toEqual([
      PRIVATE,
      expect.stringContaining("I can't accept that yet"),
    ]);
    const message = shown(refused.data);
    const again = await world.press(named(refused.data, '✎ Edit'), message, moderator);
    expect(again.type).toBe(9);
    expect(valuesOf(again)).toMatchObject(bad);
    const preview = await world.submit(again.data, { ...bad, answer: 'Behind the **house**.' }, moderator, message);
    expect(preview.type).toBe(7);
    expect(seen(preview.data)).toMatchObject({
      title: 'Where do I park my bicycle?',
      text: expect.stringContaining('Behind the **house**'),
    });
    const done = await world.press(named(preview.data, 'Save'), shown(preview.data), moderator);
    expect([done.type, seen(done.data).text]).toEqual([7, expect.stringContaining('Learned')]);
    const answer = await world.slash('ask', { question: 'where to put my bike' }, { channel: channel() });
    expect(seen(answer.data).title).toBe('Where do I park my bicycle?');
  });

  it('nobody else can open or send what one person typed', async () => {
    const modal = await world.slash('teach', {}, moderator);
    const other = await world.submit(
      modal.data,
      { question: 'x y z?', answer: 'a' },
      { ...moderator, user: '600000000000000055' },
    );
    expect(seen(other.data).text).toMatch(/no longer works/);
    const member = await world.submit(
      modal.data,
      { question: 'x y z?', answer: 'a' },
      { ...moderator, permissions: '0' },
    );
    expect(seen(member.data).text).toMatch(/Only moderators/);
  });

  it('begins from a message as well', async () => {
    const target = {
      id: world.discord.state.id(),
      content: `<@123456789012345678> turn it off and on`,
      author: { id: MEMBER },
      embeds: [],
      flags: 0,
    };
    const modal = await world.menu('Teach from this message', target, moderator);
    expect(modal.type).toBe(9);
    expect(valuesOf(modal).answer).toBe('turn it off and on');
    expect(seen((await world.menu('Teach from this message', target)).data).text).toMatch(/Only moderators/);
  });
});

describe('correcting and rephrasing', () => {
  it.each(['correct', 'rephrase'])('%s is prefilled with what stands there', async (name) => {
    const modal = await world.slash(name, { entry: 'questions/refund' }, moderator);
    expect(modal.type).toBe(9);
    expect(Object.values(valuesOf(modal))).toContain('questions/refund');
  });

  it('keeps a change through the preview', async () => {
    const modal = await world.slash('correct', { entry: 'questions/delete-data' }, moderator);
    const preview = await world.submit(
      modal.data,
      { ...valuesOf(modal), question: 'How do I delete my conversation history?', answer: 'Press the red button.' },
      moderator,
    );
    const done = await world.press(named(preview.data, 'Save'), shown(preview.data), moderator);
    expect(seen(done.data).text).toMatch(/Corrected/);
    const { data } = await world.slash('show', { entry: 'questions/delete-data' }, { channel: channel() });
    expect(seen(data).text).toContain('Press the red button');
  });
});

describe('pinning', () => {
  it('by the button below an answer, whose question is known from the message also after a restart', async () => {
    const where = channel();
    const { data } = await world.slash('ask', { question: 'money back for subscription please' }, { channel: where });
    const message = await until(() =>
      [...world.discord.state.messages.values()].find(
        ({ components }) => JSON.stringify(components) === JSON.stringify(data.components),
      ),
    );
    await until(() =>
      world.services.store
        .transact(({ answers }) => answers.find(`discord:${GUILD}`, message.id))
        .then((found) => (found ? true : undefined)),
    );
    const target = { ...message, interaction_metadata: { user: { id: MEMBER } } };
    // After a restart only the message itself still says what was asked.
    const more = await openMore(world, target, { ...moderator, channel: where });
    expect([seen(more).quote, more.flags]).toEqual(['money back for subscription please', PRIVATE]);
    expect(Object.keys(buttonsOf(more))).toEqual(['📌 Pin', '✏️ Correct', '💬 Phrasings', '📦 Retire', '🗑️ Remove']);
    expect(seen((await world.press(named(more, '📌 Pin'), more, { channel: where })).data).text).toMatch(
      /Only moderators/,
    );
    const pinned = await world.press(named(more, '📌 Pin'), more, { ...moderator, channel: where });
    expect(pinned.type).toBe(7);
    expect(seen(pinned.data).text).toContain('money back for subscription please');
    expect((await world.services.communities.of({ platform: 'discord', id: GUILD })).state.all('pin')).toMatchObject([
      ['en/money back for subscription please', { entry: 'questions/refund' }],
    ]);
  });

  it('by the menu of an answer', async () => {
    const where = channel();
    const asked = world.write(`<@${BOT.id}> which countries phone numbers are accepted`, { channel_id: where.id });
    const reply = await world.replyTo(asked);
    await until(() =>
      world.services.store
        .transact(({ answers }) => answers.find(`discord:${GUILD}`, reply.id))
        .then((found) => (found ? true : undefined)),
    );
    const { data } = await world.menu(
      'Pin this answer',
      { ...reply, referenced_message: asked },
      { ...moderator, channel: where },
    );
    expect([data.flags, seen(data).text]).toEqual([PRIVATE, expect.stringContaining('phone numbers are accepted')]);
  });
});

it('a form in a private chat opens at a button', async () => {
  const reply = await world.replyTo(world.write('/teach', { guild_id: undefined, channel_id: '900000000000000123' }));
  expect(seen(reply).text).toMatch(/Only moderators/);
});

it('what a person is kept about is handed over as a file', async () => {
  const where = channel();
  const { data } = await world.slash('privacy', { what: 'export' }, { channel: where });
  expect(data.flags).toBe(PRIVATE);
  expect(data.files ?? (await world.called(({ body }) => body?.files)).body.files).toEqual([
    expect.stringMatching(/^wenda-.*\.json$/),
  ]);
});
