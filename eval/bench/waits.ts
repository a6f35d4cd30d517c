import { setTimeout as sleep } from 'node:timers/promises';
import type { App } from '../../src/app.ts';
import { quantiles, type Row, say, teach, titlesOf, withApp } from './measuring.ts';

/** Milliseconds between two questions of others. */
const EVERY = 20;
const GROUPS = 8;
const TURNS = 4;
const OWN = 2000;

/** Milliseconds that private questions wait while moderators pin, teach and undo elsewhere. */
export async function benchWaits(): Promise<Row[]> {
  return withApp({}, async (app) => {
    const groups = Array.from({ length: GROUPS }, (_, at) => `group-${at}`);
    await teach(app, ['bench:large'], OWN);
    await work(app, 'group-0', 'rehearsal');
    const small = await waited(app, () => Promise.all(groups.map((group) => workOften(app, group))));
    await work(app, 'large', 'rehearsal');
    const large = await waited(app, () => workOften(app, 'large'));
    return [
      { what: `others wait while moderators of ${GROUPS} groups work, p99`, unit: 'ms', bound: 100, measured: small },
      { what: 'others wait while moderators work among 2,000 entries, p99', unit: 'ms', bound: 100, measured: large },
    ];
  });
}

async function workOften(app: App, place: string): Promise<void> {
  for (let turn = 0; turn < TURNS; turn++) await work(app, place, String(turn));
}

async function work(app: App, place: string, name: string): Promise<void> {
  // Many changes of one person at once would wait for another's word.
  const person = `${place} ${name}`;
  const question = `where do the ${name} lanterns sleep at night`;
  await say(app, place, '/pin', { question, entry: 'questions/why-banned' }, person);
  await say(app, place, '/undo', {}, person);
  const answer = 'In the garden house, behind the old mill.';
  const asked = await say(app, place, '/teach', { question: `Where do the ${name} lanterns sleep?`, answer }, person);
  const [first] = 'choices' in asked ? asked.choices : [];
  if (!first) throw new Error('nobody was asked to confirm the taught entry');
  await say(app, place, '/confirm', { draft: first.argument }, person);
}

/** The 99th percentile, from when a question is due: a process that is busy does not even hear it. */
async function waited(app: App, work: () => Promise<unknown>): Promise<number> {
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
  await Promise.all([ended, ...asking]);
  return quantiles(times).p99;
}
