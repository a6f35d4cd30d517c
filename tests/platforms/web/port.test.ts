import { expect, it } from 'vitest';
import { createBot } from '../../../src/bot/bot.ts';
import { webPlatform } from '../../../src/platforms/web/index.ts';
import { logTo } from '../../helpers/log-to.ts';
import { pagesConfig } from '../../helpers/pages.ts';
import { servicesOf } from '../../helpers/services.ts';
import { temporaryFolder } from '../../helpers/temporary-folder.ts';
import { giveAway, unprivilegedly } from '../../helpers/unprivileged.ts';

it('a port that this user may not open ends everything for good, also if the pages are not all there is', async () => {
  const services = await servicesOf([]);
  const folder = temporaryFolder({ 'uPlot.iife.min.js': '', 'uPlot.min.css': '' });
  giveAway(folder);
  const folders = { styles: folder, scripts: folder, plots: folder };
  const config = pagesConfig(services, { port: 1, folders });
  const platform = webPlatform(config, { services, log: logTo([]) });
  const message = services.speak('en')('page-forbidden', { address: '127.0.0.1:1', code: 'EACCES' });
  await expect(
    unprivilegedly(() => platform.run(createBot(services), new AbortController().signal)),
  ).rejects.toMatchObject({ isLasting: true, message });
});
