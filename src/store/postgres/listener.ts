import { setTimeout as sleep } from 'node:timers/promises';
import type { Client } from 'pg';
import type { News } from '../base.ts';

export interface ListenerOptions {
  /** Id of this store, whose own notifications are ignored. */
  readonly id: string;
  readonly onNews: (news: News) => void;
  /** Called once for each outage. */
  readonly onError: (error: unknown) => void;
}

/** Milliseconds between attempts to come back. */
const WAIT = 500;
/** Milliseconds between checks that the server still responds, as a silent connection may be dead. */
const BEAT = 30_000;

/**
 * Listens on a connection of its own, and reconnects when it is lost. As notifications may have been missed meanwhile,
 * it calls back then, too.
 * @param connect creates a new client, not yet connected
 */
export function listenTo(
  connect: () => Client,
  { id, onNews, onError }: ListenerOptions,
): { readonly stop: () => void; readonly ended: Promise<void> } {
  const end = new AbortController();
  let client: Client | undefined;
  let isDown = false;
  const report = (error: unknown) => {
    if (!isDown && !end.signal.aborted) onError(error);
    isDown = true;
  };
  const callBack = (news: News) => {
    if (!end.signal.aborted) onNews(news);
  };
  const onListening = () => {
    isDown = false;
    for (const news of ['acts', 'work'] as const) callBack(news);
  };
  const onNotice = (payload = ''): void => {
    const [first, from] = payload.split(' ');
    if (from === id) return;
    callBack(first === 'work' ? 'work' : 'acts');
  };
  const untilEnded = async () => {
    while (!end.signal.aborted) {
      client = connect();
      client.on('notification', ({ payload }) => onNotice(payload));
      await listen(client, onListening).catch(report);
      await client.end();
      await sleep(WAIT, undefined, { signal: end.signal, ref: false }).catch(() => undefined);
    }
  };
  const stop = () => {
    end.abort();
    void client?.end();
  };
  return { stop, ended: untilEnded() };
}

/** Resolves when the connection is ended, rejects when it is lost. */
async function listen(client: Client, onListening: () => void): Promise<void> {
  const over = new Promise<void>((resolve, reject) => {
    client.on('error', reject);
    client.on('end', resolve);
  });
  const begin = async () => {
    await client.connect();
    await client.query('listen wenda');
    onListening();
  };
  // A client that is ended while connecting never reports success or failure.
  await Promise.race([begin(), over]);
  const beat = setInterval(
    () => void client.query('select 1').catch((error) => client.emit('error', error)),
    BEAT,
  ).unref();
  await over.finally(() => clearInterval(beat));
}
