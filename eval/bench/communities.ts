import type { App } from '../../src/app.ts';
import { heldBytes } from './held-bytes.ts';
import { quantiles, type Row, say, teach, timeOf, withApp } from './measuring.ts';

const COUNT = 100;
const OWN = 50;
const MOST_MEGABYTES = 100_000;

/**
 * Memory of a community with entries of its own after a question, and the time of the first question once it was let
 * go.
 */
export async function benchCommunities(): Promise<Row[]> {
  const places = Array.from({ length: COUNT }, (_, at) => `community-${at}`);
  const ask = (app: App, place: string) => say(app, place, 'why is it banned?');
  const prepared = async (app: App): Promise<void> => {
    await teach(
      app,
      [...places, 'another'].map((place) => `bench:${place}`),
      OWN,
    );
    // The part that all communities share is read before anything is counted.
    await ask(app, 'another');
  };
  const bytes = await withApp({ communityMemory: MOST_MEGABYTES }, async (app) => {
    await prepared(app);
    const before = heldBytes();
    for (const place of places) await ask(app, place);
    return heldBytes() - before;
  });
  // With hardly any memory, each community is let go when the next one is asked.
  const again = await withApp({ communityMemory: 1 }, async (app) => {
    await prepared(app);
    for (const place of places) await ask(app, place);
    const times: number[] = [];
    for (const place of places) times.push(await timeOf(() => ask(app, place)));
    return quantiles(times);
  });
  return [
    { what: `a community with ${OWN} entries, once asked`, unit: 'MB', bound: 2, measured: bytes / COUNT / 2 ** 20 },
    { what: 'its first question after being let go, p99', unit: 'ms', bound: 100, measured: again.p99 },
  ];
}
