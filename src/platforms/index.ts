export { consolePlatform } from './console/index.ts';
export { webPlatform } from './web/index.ts';

type Discord = typeof import('./discord/index.ts');
type Telegram = typeof import('./telegram/index.ts');

// Loaded where they have a token: their libraries would take a fifth of every start.
export const discordPlatform = async (...options: Parameters<Discord['discordPlatform']>) => (await import('./discord/index.ts')).discordPlatform(...options);
export const telegramPlatform = async (...options: Parameters<Telegram['telegramPlatform']>) => (await import('./telegram/index.ts')).telegramPlatform(...options);
