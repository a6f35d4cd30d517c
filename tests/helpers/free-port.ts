import { once } from 'node:events';
import { createServer } from 'node:net';

/**
 * Ports that need no rights, and that no system gives away by itself: anyone who asks for any port, or connects, gets a
 * higher one.
 */
const [FIRST, LAST] = [10_240, 32_767];
let next = FIRST + Math.floor(Math.random() * (LAST - FIRST));

/** One that nobody listened at a moment ago, and that this process gives once. */
export async function freePort(): Promise<number> {
  for (;;) {
    const port = next;
    next = next < LAST ? next + 1 : FIRST;
    if (await isFree(port)) return port;
  }
}

async function isFree(port: number): Promise<boolean> {
  const server = createServer().listen(port, '127.0.0.1');
  try {
    await once(server, 'listening');
  } catch {
    return false;
  }
  server.close();
  await once(server, 'close');
  return true;
}
