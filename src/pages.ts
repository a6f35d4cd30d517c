import { ROOT } from './assembly.ts';
import type { Host, Platform } from './bot/platform/platform.ts';
import type { Config } from './config.ts';
import { healthRoutes } from './ops/health.ts';
import type { Metrics } from './ops/metrics.ts';
import { webPlatform } from './platforms/index.ts';

/** Folders of what pages load. */
const FOLDERS = { styles: `${ROOT}src/platforms/web/assets`, scripts: `${ROOT}dist/src/platforms/web/assets`, plots: `${ROOT}node_modules/uplot/dist` };

export interface PagesOptions {
  /** Who is served on the same listener. */
  readonly chats: readonly Platform[];
  readonly metrics: Metrics;
  readonly language: string;
  readonly announce: (line: string) => void;
  readonly stop: AbortSignal;
}

/** The one listener of the process: pages, health, metrics, and what the chats are called at. None where WEB_PORT is off. */
export async function pagesFor({ web }: Pick<Config, 'web'>, host: Host, { chats, metrics, language, announce, stop }: PagesOptions): Promise<readonly Platform[]> {
  if (!web) return [];
  const plain = [...healthRoutes(host.services, chats, stop), metrics.route];
  return [await webPlatform({ ...web, folders: FOLDERS, routes: chats.flatMap(({ routes = [] }) => routes), plain, language, announce }, host)];
}
