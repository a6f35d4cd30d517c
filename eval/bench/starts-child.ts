/** A process of its own for starts.ts: `starts-child.js CACHE`. */
import { setTimeout as sleep } from 'node:timers/promises';
import { IDLE, say, timeOf, withApp } from './measuring.ts';
import type { Start } from './starts.ts';

const [cacheDir = ''] = process.argv.slice(2);

await withApp({ cacheDir, learning: 'behind' }, async (app) => {
  await say(app, 'start', 'why is it banned?');
  await sleep(IDLE);
  const options = { question: 'where do the lanterns sleep at night', entry: 'questions/why-banned' };
  process.send?.({ pin: await timeOf(() => say(app, 'start', '/pin', options)) } satisfies Start);
});
