import type { WorldOf } from './platform-world.ts';
import { consoleWorld } from './worlds/console.ts';
import { discordPlatformWorld } from './worlds/discord.ts';
import { madeUpWorld } from './worlds/made-up.ts';
import { telegramPlatformWorld } from './worlds/telegram.ts';
import { webWorld } from './worlds/web.ts';

/** Every platform, a line each. */
export const WORLDS: Readonly<Record<string, WorldOf>> = {
  // One person types numbers, and `/helpful yes`.
  console: { open: consoleWorld, lacks: ['data of buttons', 'limits', 'silence', 'votes'] },
  // Each form that is sent gets a page.
  web: { open: webWorld, lacks: ['silence'] },
  discord: { open: discordPlatformWorld },
  telegram: { open: telegramPlatformWorld },
  'one that is made up': { open: madeUpWorld },
};
