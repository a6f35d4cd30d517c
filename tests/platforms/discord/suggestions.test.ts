import { describe, expect, it } from 'vitest';
import { discordFileWorld } from '../../helpers/discord-file-world.ts';
import { buttonsOf, PRIVATE, seen } from '../../helpers/discord-message.ts';
import { moderator } from '../../helpers/discord-world.ts';
import type { Json } from '../../helpers/fake-discord.ts';
import { GUILD } from '../../helpers/fake-discord-rest.ts';
import { sayMeant } from '../../helpers/questions.ts';

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

describe('several suggestions', () => {
  const NEW = ['when is my ban over?', 'how long do bans last here?'];
  const listed = async () => (await world.slash('questions suggestions', {}, moderator)).data;
  const proposed = (): void => {
    for (const [at, text] of NEW.entries())
      for (const person of [1, 2])
        sayMeant(world.services, {
          community: `discord:${GUILD}`,
          kind: 'choice',
          person: `${at} ${person}`,
          text,
          entry: 'questions/why-banned',
        });
  };
  const form = async (shown: Json) =>
    (await world.press(buttonsOf(shown)['☑️ Tick several'] ?? '', alone(shown), moderator)) as Json;
  const fieldsOf = ({ data }: Json): Json[] => data.components.map(({ component }: Json) => component);

  it('are ticked in one form, and added or dropped together, with one undo', async () => {
    proposed();
    const shown = await listed();
    const modal = await form(shown);
    const [boxes, radio] = fieldsOf(modal);
    expect([modal.type, boxes.type, radio.type]).toEqual([9, 22, 21]);
    expect(new Set(boxes.options.map(({ label }: Json) => label))).toEqual(new Set([...NEW, QUESTION]));
    expect(radio.options).toMatchObject([{ value: 'take', default: true }, { value: 'leave' }]);
    const [first, second, third] = boxes.options.map(({ value }: Json) => value);
    const taken = await world.submit(modal.data, { ids: `${first}\n${second}`, does: 'take' }, moderator, alone(shown));
    expect([taken.type, seen(taken.data).text]).toEqual([7, expect.stringContaining('suggestions: 2')]);
    const rest = await listed();
    expect(seen(rest).text).toContain(boxes.options[2].label);
    expect(buttonsOf(rest)).not.toHaveProperty('☑️ Tick several');
    await world.press(buttonsOf(taken.data).Undo ?? '', alone(taken.data), moderator);
    const again = await form(await listed());
    const dropped = await world.submit(again.data, { ids: third, does: 'leave' }, moderator, alone(await listed()));
    expect(seen(dropped.data).text).toContain('Dropped: 1');
    expect(seen(await listed()).text).not.toContain(boxes.options[2].label);
  });

  it('of which none is left any more say so, and nobody but a moderator ticks them', async () => {
    const modal = await form(await listed());
    const gone = await world.submit(modal.data, { ids: 'gone', does: 'take' }, moderator);
    expect(seen(gone.data).text).toContain('This suggestion is gone');
    const [boxes] = fieldsOf(modal);
    const refused = await world.submit(
      modal.data,
      { ids: boxes.options[0].value, does: 'take' },
      { ...moderator, permissions: '0' },
    );
    expect(seen(refused.data).text).toContain('Only moderators');
  });
});
