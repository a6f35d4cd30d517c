import { execFileSync, fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { Paced, PacedResult } from './discord-server.ts';
import { failed } from './starts.ts';

/** A Discord in a process of its own. */
export interface Discord {
  /** The value of DISCORD_API_URL. */
  readonly url: string;
  /** Resolves when a bot has signed in. */
  readonly ready: Promise<unknown>;
  readonly ask: (paced: Paced) => Promise<PacedResult>;
  readonly stop: () => void;
}

/**
 * @param servers number of servers that the bot is in, see `guildAt`
 * @param processor number of the processor on which it runs. Default: any
 */
export async function startDiscord(servers: number, processor?: number): Promise<Discord> {
  const child = fork(fileURLToPath(new URL('./discord-server.js', import.meta.url)), [String(servers)]);
  if (processor !== undefined)
    execFileSync('taskset', ['--all-tasks', '--cpu-list', '--pid', String(processor), String(child.pid)]);
  const next = () => Promise.race([once(child, 'message'), failed(child)]).then(([message]) => message as unknown);
  const port = (await next()) as number;
  const ready = next();
  // Not awaited, as it is also stopped if a bot has failed and never signs in.
  ready.catch(() => undefined);
  return {
    url: `http://127.0.0.1:${port}/api`,
    ready,
    ask: (paced) => {
      child.send(paced);
      return next() as Promise<PacedResult>;
    },
    stop: () => child.kill(),
  };
}
