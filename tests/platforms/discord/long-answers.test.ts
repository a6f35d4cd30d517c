import { MessageFlags } from 'discord.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buttonsOf, seen } from '../../helpers/discord-message.ts';
import { type DiscordWorld, discordWorld, mention, moderator, openMore, until } from '../../helpers/discord-world.ts';
import type { Json } from '../../helpers/fake-discord.ts';
import { CHANNEL, GUILD } from '../../helpers/fake-discord-rest.ts';

let world: DiscordWorld;
const [LONG, SHORT] = ['how do the lanterns of the harbour work', 'how do I delete my conversation history'];
/** Signs that Discord would take for markup are escaped: so the longest answers need two messages. */
const PARAGRAPHS = Array.from({ length: 4 }, (_, at) => `Part ${at}: ${'x | y | '.repeat(105)}`);

beforeAll(async () => {
  world = await discordWorld();
  await through(
    await world.slash('teach', { question: LONG, answer: PARAGRAPHS.join('\n\n'), language: 'en' }, moderator),
  );
});
afterAll(async () => {
  await world.stop();
  expect(world.discord.problems).toEqual([]);
});

/** Confirms what is shown, also against objections; the buttons of a long preview stand below its last message. */
async function through(answer: Json): Promise<void> {
  await world.quiet();
  const shown = {
    ...buttonsOf(world.discord.calls.findLast(({ path }) => path.startsWith('/webhooks/'))?.body ?? {}),
    ...buttonsOf(answer.data),
  };
  const id = shown.Save ?? shown['Do it anyway'];
  if (id === undefined || confirmed.has(id)) return;
  confirmed.add(id);
  await through(await world.press(id, { id: '1', flags: 64, embeds: [] }, moderator));
}
const confirmed = new Set<string>();

let channels = 0;
const channel = (): { id: string; type: number } => {
  const id = `3600000000000${String(++channels).padStart(5, '0')}`;
  world.discord.state.channels.set(id, {
    id,
    type: 0,
    guild_id: GUILD,
    name: `c${channels}`,
    permission_overwrites: [],
  });
  return { id, type: 0 };
};
const messagesIn = (where: string): Json[] =>
  [...world.discord.state.messages.values()].filter(
    ({ channel_id: one, flags = 0 }) => one === where && (flags & MessageFlags.Ephemeral) === 0,
  );
const textsIn = (where: string): string => JSON.stringify(messagesIn(where).map(({ components }) => components));
const kept = async (messages: readonly Json[]) => {
  await until(async () =>
    (
      await Promise.all(
        messages.map(({ id }) => world.services.store.transact(({ answers }) => answers.find(`discord:${GUILD}`, id))),
      )
    ).every((found) => found !== undefined),
  );
};
const correct = async (answer: string) => {
  const entries = (await world.services.communities.of({ platform: 'discord', id: GUILD })).knowledge().entries;
  const id = [...entries.keys()].find((one) => one.includes('lantern')) ?? '';
  await through(await world.slash('correct', { entry: id, question: LONG, answer, language: 'en' }, moderator));
};

describe('an answer of several messages', () => {
  it('is corrected as a whole: what is left over is taken away, also where a command asked', async () => {
    // The fake has what answers interactions in one channel.
    const [heard, asked] = [channel(), { id: CHANNEL, type: 0 }];
    world.write(`${mention} ${LONG}`, { channel_id: heard.id });
    await world.slash('ask', { question: LONG }, { channel: asked });
    for (const { id } of [heard, asked])
      await kept(await until(() => (messagesIn(id).length === 2 ? messagesIn(id) : undefined)));
    await correct('Nobody lights them any more.');
    for (const { id } of [heard, asked]) {
      await until(() => messagesIn(id).length === 1 && textsIn(id).includes('Nobody lights them'));
      expect(textsIn(id)).not.toContain('Part 3');
      expect(Object.keys(buttonsOf(messagesIn(id)[0]))).toContain('👍 Helped');
    }
    await correct(PARAGRAPHS.join('\n\n'));
    // There is only one message left of it.
    await until(() => textsIn(heard.id).includes('Part 0'));
  });

  it('is edited with its question, and goes with it', async () => {
    const { id } = channel();
    const asked = world.write(`${mention} ${LONG}`, { channel_id: id });
    await kept(await until(() => (messagesIn(id).length === 2 ? messagesIn(id) : undefined)));
    world.discord.gateway.dispatch('MESSAGE_UPDATE', {
      ...asked,
      content: `${mention} ${SHORT}`,
      edited_timestamp: new Date().toISOString(),
    });
    const [left] = await until(() => (messagesIn(id).length === 1 ? messagesIn(id) : undefined));
    await until(() => seen(messagesIn(id)[0]).title?.includes('conversation history'));
    expect(left?.id).toBe(messagesIn(id)[0]?.id);
    const other = channel();
    const second = world.write(`${mention} ${LONG}`, { channel_id: other.id });
    await kept(await until(() => (messagesIn(other.id).length === 2 ? messagesIn(other.id) : undefined)));
    world.discord.gateway.dispatch('MESSAGE_DELETE', { id: second.id, channel_id: other.id, guild_id: GUILD });
    await until(() => messagesIn(other.id).length === 0);
  });

  it('is pointed at, and not half repeated, where it can still be read', async () => {
    const { id } = channel();
    world.write(`${mention} ${LONG}`, { channel_id: id });
    await kept(await until(() => (messagesIn(id).length === 2 ? messagesIn(id) : undefined)));
    const [first] = messagesIn(id);
    await world.replyTo(world.write(`${mention} ${LONG}`, { channel_id: id }));
    await world.quiet();
    const [, , ...later] = messagesIn(id);
    expect(
      later.map((one) => [JSON.stringify(one).includes(`/${first?.id}`), JSON.stringify(one).includes('Part')]),
    ).toEqual([[true, false]]);
  });

  it('is taken away as a whole', async () => {
    const where = channel();
    world.write(`${mention} ${LONG}`, { channel_id: where.id });
    const messages = await until(() => (messagesIn(where.id).length === 2 ? messagesIn(where.id) : undefined));
    await kept(messages);
    const more = await openMore(world, messages[1], { ...moderator, channel: where });
    await world.press(buttonsOf(more)['🗑️ Remove'] ?? '', more, { ...moderator, channel: where });
    await until(() => messagesIn(where.id).length === 0);
    await world.quiet();
    expect(messagesIn(where.id)).toEqual([]);
  });
});
