/** Starts the bot over a file, and says what that cost; started by bench-start.ts with a channel to it. */
import { createApp } from '../src/app.ts';
import { readConfig } from '../src/config.ts';
import { nameOf, type Start } from './bench-start.ts';

const began = performance.now();
const cpu = (): number => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
};
const { services } = await createApp({
  cacheDir: readConfig().cacheDir,
  knowledgeDir: './knowledge',
  defaultLanguage: 'en',
  databaseUrl: `sqlite:${process.argv[2]}`,
});
const [ms, used, rss] = [performance.now() - began, cpu(), process.memoryUsage().rss / 1024 / 1024];
const ask = async (at: number): Promise<void> =>
  void (await services.communities.byId(nameOf(at))).answer('where do the lanterns sleep at night', 'en');
// What a language needs is read once for all.
await ask(0);
const before = cpu();
await ask(7);
process.send?.({ ms, cpu: used, rss, first: cpu() - before } satisfies Start);
