import { setTimeout as sleep } from 'node:timers/promises';
import type { App } from '../../src/app.ts';
import { prepareLargest } from '../../src/bot/community/largest.ts';
import { IDLE, quantiles, type Row, say, teach, timeOf, titlesOf, warmUp, withApp } from './measuring.ts';

/** Milliseconds between two questions of other people. */
const EVERY = 20;
const GROUPS = 8;
const TURNS = 4;
const SIZES = [500, 2000];

/** Milliseconds that other people's questions wait while moderators pin, teach and undo, and that each /pin takes. */
export async function benchWaits(): Promise<Row[]> {
  const groups = Array.from({ length: GROUPS }, (_, at) => `group-${at}`);
  const rows = await withIdleApp(0, async (app) =>
    rowsOf(`moderators of ${GROUPS} groups work`, await waited(app, () => workOften(app, groups))),
  );
  for (const size of SIZES) {
    rows.push(...(await withIdleApp(size, (app) => rowsOfAsking(app, size))));
    rows.push(...(await withIdleApp(size, (app) => rowsOfModerating(app, size))));
  }
  return rows;
}

/**
 * The bot as it serves after being idle and answering some questions.
 * @param size own entries of the community `large`
 */
const withIdleApp = (size: number, work: (app: App) => Promise<Row[]>): Promise<Row[]> =>
  withApp({ learning: 'behind' }, async (app) => {
    if (size > 0) await teach(app, ['bench:large'], size);
    await sleep(IDLE);
    await warmUp(app);
    return work(app);
  });

async function rowsOfAsking(app: App, size: number): Promise<Row[]> {
  const asked = await waited(app, async () => [await timeOf(() => say(app, 'large', 'why is it banned?'))]);
  return rowsOf(`one asks ${size} entries a first time`, { ...asked, pins: [] });
}

async function rowsOfModerating(app: App, size: number): Promise<Row[]> {
  // Like a start with such a community.
  await prepareLargest(app.services.store, app.services.communities);
  const first = await waited(app, async () => [await pin(app, 'large', 'first')]);
  const worked = await waited(app, () => workOften(app, ['large']));
  return [
    ...rowsOf(`a moderator is the first among ${size} entries`, first),
    ...rowsOf(`moderators work among ${size} entries`, worked),
  ];
}

interface Waited {
  /** Milliseconds that others waited, 99th percentile. */
  readonly others: number;
  /** Milliseconds of each /pin. */
  readonly pins: readonly number[];
}

const rowsOf = (name: string, { others, pins }: Waited): Row[] => [
  { what: `others wait while ${name}, p99`, unit: 'ms', bound: 100, measured: others },
  ...pins.slice(0, 1).map(
    (): Row => ({
      what: `a /pin while ${name}, the slowest of ${pins.length}`,
      unit: 'ms',
      bound: 1000,
      measured: Math.max(...pins),
    }),
  ),
];

async function workOften(app: App, places: readonly string[]): Promise<number[]> {
  const times = places.map(async (place) => {
    const own: number[] = [];
    for (let turn = 0; turn < TURNS; turn++) own.push(await work(app, place, String(turn)));
    return own;
  });
  return (await Promise.all(times)).flat();
}

const questionOf = (name: string): string => `where do the ${name} lanterns sleep at night`;

// Each change is by another moderator.
const personOf = (place: string, name: string): string => `${place} ${name}`;

/** @returns milliseconds */
const pin = (app: App, place: string, name: string): Promise<number> =>
  timeOf(() =>
    say(app, place, '/pin', { question: questionOf(name), entry: 'questions/why-banned' }, personOf(place, name)),
  );

/** @returns milliseconds that the /pin took */
async function work(app: App, place: string, name: string): Promise<number> {
  const person = personOf(place, name);
  const pinned = await pin(app, place, name);
  await say(app, place, '/undo', {}, person);
  const answer = 'In the garden house, behind the old mill.';
  const asked = await say(app, place, '/teach', { question: `Where do the ${name} lanterns sleep?`, answer }, person);
  const [first] = 'choices' in asked ? asked.choices : [];
  if (!first) throw new Error('nobody was asked to confirm the taught entry');
  await say(app, place, '/confirm', { draft: first.argument }, person);
  return pinned;
}

/** Waiting counts from when a question is due, as a busy process does not even receive it. */
async function waited(app: App, work: () => Promise<readonly number[]>): Promise<Waited> {
  const texts = titlesOf(app);
  const times: number[] = [];
  const asking: Promise<void>[] = [];
  let isOver = false;
  const ended = work().finally(() => {
    isOver = true;
  });
  const began = performance.now();
  for (let at = 0; !isOver; at++) {
    const due = began + at * EVERY;
    await sleep(due - performance.now());
    asking.push(
      say(app, `private-${at}`, texts[at % texts.length] ?? '', {}, `person-${at}`).then(
        () => void times.push(performance.now() - due),
      ),
    );
  }
  const pins = await ended;
  await Promise.all(asking);
  return { others: quantiles(times).p99, pins };
}
