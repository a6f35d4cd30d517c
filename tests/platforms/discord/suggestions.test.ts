import { expect, it } from 'vitest';
import { discordFileWorld } from '../../helpers/discord-file-world.ts';
import { buttonsOf, PRIVATE, seen } from '../../helpers/discord-message.ts';
import { moderator } from '../../helpers/discord-world.ts';
import type { Json } from '../../helpers/fake-discord.ts';

const world = discordFileWorld();

const QUESTION = 'when does my ban end?';
const TITLE = 'Why was my account banned?';
const alone = (data: Json) => ({ id: world.discord.state.id(), ...data, flags: 64, embeds: [] });
const ask = async (user: string, options: Record<string, boolean> = { private: true }) =>
  (await world.slash('ask', { question: QUESTION, ...options }, { user })).data;

it('a choice and a helper propose a phrasing, which a moderator adds and undoes', async () => {
  const [asker, other] = ['600000000000000071', '600000000000000072'];
  const offered = await ask(asker, {});
  await world.press(buttonsOf(offered)[TITLE] ?? '', alone(offered), { user: asker });
  const target = { id: world.discord.state.id(), content: QUESTION, author: { id: other }, embeds: [], flags: 0 };
  const { data: choice } = await world.menu('Answer with an entry', target, moderator);
  await world.press(buttonsOf(choice)[TITLE] ?? '', alone(choice), moderator);

  const { data: shown } = await world.slash('suggestions', {}, moderator);
  expect(shown.flags).toBe(PRIVATE);
  expect(seen(shown).text).toContain('“when does my ban end?” → “Why was my account banned?” (for: 2, against: 0');
  expect(Object.keys(buttonsOf(shown))).toEqual(['Add 1', 'Drop 1']);
  const { data: done } = await world.press(buttonsOf(shown)['Add 1'] ?? '', alone(shown), moderator);
  expect(seen(done).text).toContain('Added as phrasings: “when does my ban end?”.');
  expect(seen(await ask('600000000000000073')).title).toBe(TITLE);
  await world.press(buttonsOf(done).Undo ?? '', alone(done), moderator);
  expect(Object.keys(buttonsOf(await ask('600000000000000074')))).toContain(TITLE);
});
