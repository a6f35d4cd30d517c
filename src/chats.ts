import type { Host, Platform } from './bot/platform/platform.ts';
import type { Config } from './config.ts';
import { discordPlatform, telegramPlatform } from './platforms/index.ts';

/** The platforms that have a token. @param announce tells the operator something */
export async function chatsFor({ discord, telegram }: Pick<Config, 'discord' | 'telegram'>, host: Host, announce: (line: string) => void): Promise<readonly Platform[]> {
  return [...(discord ? [await discordPlatform({ ...discord, announce }, host)] : []), ...(telegram ? [await telegramPlatform(telegram, host)] : [])];
}
