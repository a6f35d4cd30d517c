import type { ChatPlatform } from '../bot/platform/chat-platform.ts';
import { discord } from './discord/chat.ts';
import { telegram } from './telegram/chat.ts';

export { consolePlatform } from './console/index.ts';

// Imported on demand: loading every platform's libraries would take a fifth of the time of a start.

type Web = typeof import('./web/index.ts');
export const webPlatform = async (...options: Parameters<Web['webPlatform']>) =>
  (await import('./web/index.ts')).webPlatform(...options);

/** Every platform that has a network of its own. */
export const CHATS: readonly ChatPlatform[] = [discord, telegram];
