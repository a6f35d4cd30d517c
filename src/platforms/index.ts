export { consolePlatform } from './console/index.ts';

type Web = typeof import('./web/index.ts');
type Discord = typeof import('./discord/index.ts');
type Telegram = typeof import('./telegram/index.ts');

// Loaded where they are used: their libraries would take a fifth of every start.
export const webPlatform = async (...options: Parameters<Web['webPlatform']>) => (await import('./web/index.ts')).webPlatform(...options);
export const discordPlatform = async (...options: Parameters<Discord['discordPlatform']>) => (await import('./discord/index.ts')).discordPlatform(...options);
export const telegramPlatform = async (...options: Parameters<Telegram['telegramPlatform']>) => (await import('./telegram/index.ts')).telegramPlatform(...options);
