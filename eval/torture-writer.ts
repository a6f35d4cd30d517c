/**
 * Adds acts as fast as it can until it is killed or told to stop. torture.ts starts it, with a channel to it:
 *   torture-writer.js URL PREFIX [PATIENCE]
 * PATIENCE is the store's, in milliseconds. It waits for a message, then prints `open`, and after each transaction `ack
 * NAME ID` or `no NAME REASON`.
 */
import { writeSync } from 'node:fs';
import { openStore } from '../src/store/index.ts';
import { eraseSomebody, perform } from './torture-acts.ts';

const [url = '', prefix = '', patience] = process.argv.slice(2);
let isStopping = false;

/** Written at once, so that nothing is acknowledged that the parent may not see. */
const print = (line: string) => writeSync(1, `${line}\n`);

process.once('message', () => {
  process.once('message', () => {
    isStopping = true;
  });
  print('open');
  write().then(
    () => process.disconnect(),
    (error: unknown) => {
      print(`no ${prefix} ${String(error)}`);
      process.exitCode = 1;
      process.disconnect();
    },
  );
});
process.on('disconnect', () => {
  isStopping = true;
});

async function write(): Promise<void> {
  const store = await openStore(url, patience === undefined ? {} : { patience: Number(patience) });
  for (let n = 0; !isStopping; n += 1) {
    const name = `${prefix}-${n}`;
    await perform(store, name).then(
      (id) => print(`ack ${name} ${id}`),
      (error: unknown) => print(`no ${name} ${String(error)}`),
    );
    if (n % 7 === 6) await eraseSomebody(store).catch(() => undefined);
    // Messages are read only between turns of the event loop, and SQLite never waits.
    await new Promise((resolve) => setImmediate(resolve));
  }
  await store.close();
}
