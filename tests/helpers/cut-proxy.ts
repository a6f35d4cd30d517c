import { once } from 'node:events';
import { connect, createServer, type Socket } from 'node:net';

/** The whole statement, as PostgreSQL's client sends it: `read committed` holds the word, too. */
export const COMMIT = 'commit\0';

/** Is between a client and a server, and cuts the line when asked to. */
export interface CutProxy {
  readonly port: number;
  /**
   * Cuts the line at the next message that contains these bytes: before the server has got it, or once it has answered.
   */
  readonly cutAt: (bytes: string, when: 'before' | 'after') => void;
  /** Lets no new line through. */
  readonly refuse: () => void;
  readonly close: () => Promise<void>;
}

/** @param port of this machine, to lead to; @param own port to listen at, default: any */
export async function cutProxy(port: number, own = 0): Promise<CutProxy> {
  const lines = new Set<Socket>();
  let trap: { readonly bytes: string; readonly when: 'before' | 'after' } | undefined;
  let isRefusing = false;
  const cut = () => {
    for (const line of lines) line.destroy();
  };
  const server = createServer((client) => {
    if (isRefusing) {
      client.destroy();
      return;
    }
    const upstream = connect(port, '127.0.0.1');
    let isCaught = false;
    for (const line of [client, upstream]) {
      lines.add(line);
      line.on('error', () => undefined);
      line.on('close', () => {
        lines.delete(line);
        client.destroy();
        upstream.destroy();
      });
    }
    client.on('data', (chunk) => {
      if (trap && chunk.includes(trap.bytes)) {
        isCaught = true;
        if (trap.when === 'before') client.destroy();
        else upstream.write(chunk);
        trap = undefined;
      } else {
        upstream.write(chunk);
      }
    });
    upstream.on('data', (chunk) => {
      if (isCaught) client.destroy();
      else client.write(chunk);
    });
  }).listen(own, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  return {
    port: typeof address === 'object' && address ? address.port : 0,
    cutAt: (bytes, when) => {
      trap = { bytes, when };
    },
    refuse: () => {
      isRefusing = true;
    },
    close: async () => {
      server.close();
      cut();
      await once(server, 'close');
    },
  };
}
