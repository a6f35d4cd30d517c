import { expect, it } from 'vitest';
import { createBot } from '../../../src/bot/bot.ts';
import { knowledgeExchange } from '../../../src/knowledge-exchange.ts';
import { webPlatform } from '../../../src/platforms/web/index.ts';
import { logTo } from '../../helpers/log-to.ts';
import { servicesOf } from '../../helpers/services.ts';
import { temporaryFolder } from '../../helpers/temporary-folder.ts';
import { giveAway, unprivilegedly } from '../../helpers/unprivileged.ts';

it('a port that this user may not open ends everything for good, also if the pages are not all there is', async () => {
  const services = await servicesOf([]);
  const folder = temporaryFolder({ 'uPlot.iife.min.js': '', 'uPlot.min.css': '' });
  giveAway(folder);
  const config = {
    host: '127.0.0.1',
    port: 1,
    names: [],
    proxies: [],
    folders: { styles: folder, scripts: folder, plots: folder },
    version: '1.2.3',
    isNeeded: false,
    routes: [],
    plain: [],
    settings: new Map(),
    exchange: knowledgeExchange(services, []),
    language: 'en',
    announce: () => undefined,
  };
  const platform = webPlatform(config, { services, log: logTo([]) });
  const message = services.speak('en')('page-forbidden', { address: '127.0.0.1:1', code: 'EACCES' });
  await expect(
    unprivilegedly(() => platform.run(createBot(services), new AbortController().signal)),
  ).rejects.toMatchObject({ isLasting: true, message });
});
