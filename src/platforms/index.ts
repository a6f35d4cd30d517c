import type { Host, Platform } from '../bot/platform/platform.ts';
import type { TokenCheck } from '../bot/ports/setup.ts';
import type { DiscordConfig } from './discord/config.ts';
import type { TelegramConfig } from './telegram/config.ts';

export { consolePlatform } from './console/index.ts';

// Imported on demand: loading every platform's libraries would take a fifth of the time of a start.

type Web = typeof import('./web/index.ts');
export const webPlatform = async (...options: Parameters<Web['webPlatform']>) =>
  (await import('./web/index.ts')).webPlatform(...options);

/** Settings of the platforms with a network of their own. A platform without settings here does not run. */
export interface ChatConfig {
  readonly discord?: Omit<DiscordConfig, 'announce'>;
  readonly telegram?: Omit<TelegramConfig, 'announce'>;
}

/** Asks a platform about a token before it runs. @param api base URL. Default: the platform's own */
export const PROBES: Readonly<Record<'discord' | 'telegram', (token: string, api?: string) => Promise<TokenCheck>>> = {
  discord: async (token, api) => (await import('./discord/doctor/probe.ts')).probe(token, api),
  telegram: async (token, api) => (await import('./telegram/doctor/probe.ts')).probe(token, api),
};

/** @param announce shows a line to the operator, such as an invite link */
type Open = (config: ChatConfig, host: Host, announce: (line: string) => void) => Promise<Platform | undefined>;

/** Every platform that has a network of its own, a line each. */
export const CHATS: readonly Open[] = [
  async ({ discord }, host, announce) =>
    discord && (await import('./discord/index.ts')).discordPlatform({ ...discord, announce }, host),
  async ({ telegram }, host, announce) =>
    telegram && (await import('./telegram/index.ts')).telegramPlatform({ ...telegram, announce }, host),
];
