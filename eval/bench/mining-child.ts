import { mineCommand } from '../../src/cli/mine.ts';
import type { MinedChat } from './mining.ts';

const [file = '', into = ''] = process.argv.slice(2);
const began = performance.now();
await mineCommand(file, into, {});
const mined: MinedChat = { ms: performance.now() - began, megabytes: process.resourceUsage().maxRSS / 1024 };
process.send?.(mined, () => process.exit(0));
