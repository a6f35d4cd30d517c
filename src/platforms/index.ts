export { consolePlatform } from './console/index.ts';
