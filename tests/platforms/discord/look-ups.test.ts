import { expect, it } from 'vitest';
import { discordWorld, MEMBER, mention } from '../../helpers/discord-world.ts';
import { GUILD } from '../../helpers/fake-discord-rest.ts';

it('rights are looked up for commands that there are, and for nobody who is too fast', async () => {
  const person = { burst: 3, every: 3_600_000 };
  const world = await discordWorld({ config: { pace: { person, channel: { burst: 1000, every: 1 } } } });
  const lookUps = () => world.discord.calls.filter(({ path }) => path === `/guilds/${GUILD}/members/${MEMBER}`).length;
  for (const text of ['/roll 20', '/pins']) await world.replyTo(world.write(`${mention} ${text}`));
  expect(lookUps()).toBe(1);
  for (let times = 0; times < 10; times++) world.write(`${mention} /pins`);
  await world.quiet();
  expect(lookUps()).toBe(2);
  expect(world.discord.problems).toEqual([]);
  await world.stop();
});
