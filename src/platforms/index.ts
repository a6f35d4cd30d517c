export { consolePlatform } from './console/index.ts';
export { discordPlatform } from './discord/index.ts';
export { telegramPlatform } from './telegram/index.ts';
export { webPlatform } from './web/index.ts';
