import { afterAll, beforeAll, expect, it } from 'vitest';
import { buttonsOf, seen } from '../../helpers/discord-message.ts';
import { type DiscordWorld, discordWorld, mention, moderator, until } from '../../helpers/discord-world.ts';
import type { Json } from '../../helpers/fake-discord.ts';
import { GUILD } from '../../helpers/fake-discord-rest.ts';

const HELP = '310000000000000001';
const QUESTION = 'how long is my account banned?';

let world: DiscordWorld;
beforeAll(async () => {
  world = await discordWorld();
  world.discord.state.channels.set(HELP, { id: HELP, type: 0, guild_id: GUILD, name: 'helpers' });
  await world.slash('settings', { setting: 'human', value: `<#${HELP}>` }, moderator);
});
afterAll(async () => {
  await world.stop();
  expect(world.discord.problems).toEqual([]);
});

const helped = (): Promise<Json> =>
  until(() =>
    [...world.discord.state.messages.values()].findLast(
      (one) => one.channel_id === HELP && JSON.stringify(one).includes('how long is my account'),
    ),
  );

it('who means none of the choices is told that it is not known, and may ask a human', async () => {
  const user = '600000000000000091';
  const asked = world.write(`${mention} ${QUESTION}`, { author: { id: user, username: 'asker' } });
  const offer = await world.replyTo(asked);
  const labels = Object.keys(buttonsOf(offer));
  expect([labels.length > 1, labels.at(-1)]).toEqual([true, 'None of these']);
  const shown = { ...offer, flags: offer.flags ?? 0, referenced_message: asked };
  const pressed = await world.press(buttonsOf(offer)['None of these'] ?? '', shown, { user });
  expect(seen(pressed.data).text).toContain("I don't know");
  const now = { ...shown, ...pressed.data, id: offer.id };
  await world.press(buttonsOf(pressed.data)['🙋 Ask a human'] ?? '', now, { user });
  await helped();
});

it('does so after a command, too, also if only the asker sees it', async () => {
  const user = '600000000000000092';
  const pressNone = async (options: Record<string, string | boolean>) => {
    const { data } = await world.slash('ask', { question: QUESTION, ...options }, { user });
    const own = { id: world.discord.state.id(), flags: 0, ...data, embeds: [] };
    const pressed = await world.press(buttonsOf(data)['None of these'] ?? '', own, { user });
    expect(seen(pressed.data).text).toContain("I don't know");
    return Object.keys(buttonsOf(pressed.data));
  };
  expect(await pressNone({})).toEqual(['🙋 Ask a human', '🔔 Tell me when somebody knows']);
  // Nobody else is to read what was asked in private.
  expect(await pressNone({ private: true })).toEqual([]);
});
