import { afterAll, beforeAll, expect } from 'vitest';
import { type DiscordWorld, discordWorld } from './discord-world.ts';
import { GUILD } from './fake-discord-rest.ts';

export interface DiscordFileWorld extends DiscordWorld {
  /** A channel of the server in which nothing was answered yet. */
  readonly channel: () => { readonly id: string; readonly type: number };
}

/** One bot for all tests of a file; to be called outside of them. They fail if a call breaks Discord's rules. */
export function discordFileWorld(options?: Parameters<typeof discordWorld>[0]): DiscordFileWorld {
  let world: DiscordWorld;
  let channels = 0;
  beforeAll(async () => {
    world = await discordWorld(options);
  });
  afterAll(async () => {
    await world.stop();
    expect(world.discord.problems).toEqual([]);
  });
  const channel = () => {
    const id = `3400000000000${String(++channels).padStart(5, '0')}`;
    const made = { id, type: 0, guild_id: GUILD, name: `c${channels}`, permission_overwrites: [] };
    world.discord.state.channels.set(id, made);
    return { id, type: 0 };
  };
  // What the world has is there once the tests begin.
  return new Proxy({ channel } as DiscordFileWorld, {
    get: (own, name) => (name === 'channel' ? own.channel : Reflect.get(world, name)),
  });
}
