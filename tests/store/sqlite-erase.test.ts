import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { DatabaseSync } from '@photostructure/sqlite';
import { expect, it, onTestFinished } from 'vitest';
import type { Store } from '../../src/bot/ports/store.ts';
import { openStore } from '../../src/store/index.ts';
import { temporaryFolder } from '../helpers/temporary-folder.ts';
import {
  actOf,
  answerOf,
  append,
  draftOf,
  editOf,
  homeOf,
  keptOf,
  outboxMessageOf,
  updateOf,
  voteOf,
} from './samples.ts';

const PERSON = 'b1946ac92492d2347c6235b4d2611184';
const WORDS = 'words of that person';

/** How often the text stands in any file of the folder. */
function traces(folder: string, text: string): number {
  return readdirSync(folder).reduce(
    (sum, name) => sum + readFileSync(join(folder, name), 'latin1').split(text).length - 1,
    0,
  );
}

/** Rows of many people, long and short, changed and removed again, so that pages are split, joined and reused. */
async function fill(store: Store, persons: readonly string[]): Promise<void> {
  for (const [n, person] of Array.from({ length: 60 }, (_, k) => persons[k % persons.length] ?? '').entries()) {
    const text = person === PERSON ? WORDS.repeat(1 + (n % 7) * 40) : 'others'.repeat(1 + (n % 5) * 50);
    await store.transact(async (unit) => {
      await unit.people.setLanguage(person, 'de');
      await unit.drafts.save(draftOf({ id: `d${n % 20}`, person, content: JSON.stringify(text) }));
      await unit.kept.save(keptOf({ key: `k${n % 20}`, person, content: JSON.stringify(text) }));
      await unit.answers.add(answerOf({ message: `m${n}`, person, asked: `${text.slice(0, 30)}${n}` }));
      await unit.votes.cast(voteOf({ person, answer: `a${n}` }));
      await unit.inbox.accept([updateOf(`u${n}`, { person, payload: JSON.stringify(text) })]);
      if (n % 3 === 0) await unit.inbox.done('x', `u${n}`);
      const message = await unit.outbox.add(outboxMessageOf({ person, payload: JSON.stringify(text) }));
      if (n % 4 === 0) await unit.outbox.done(message);
    });
    await append(store, [editOf(`k${n % 25}`, JSON.stringify({ by: person, text: 'x'.repeat((n % 9) * 150) }))], {
      person,
    });
  }
}

async function filledStore(options: Parameters<typeof openStore>[1] = {}) {
  const path = join(temporaryFolder({}), 'data', 'wenda.db');
  const store = await openStore(`sqlite:${path}`, options);
  onTestFinished(() => store.close());
  await fill(store, ['p1', PERSON, 'p2']);
  return { store, path, folder: dirname(path) };
}

/** Histories so long that pages are split and joined. @returns the erased */
async function eraseHalf(store: Store): Promise<readonly string[]> {
  const digest = (text: string | number) => createHash('sha256').update(`half ${text}`).digest('hex');
  const people = Array.from({ length: 12 }, (_, at) => digest(at).slice(0, 32));
  await store.transact(async ({ votes, log, kept }) => {
    for (let at = 0; at < 1500; at += 1) {
      const person = people[Number.parseInt(digest(at).slice(32, 40), 16) % people.length] ?? '';
      const community = at % 5 === 0 ? homeOf(person) : `x:${at % 7}`;
      await votes.cast(voteOf({ person, answer: `a${at}`, community }));
      const by = editOf(`k${at % 300}`, JSON.stringify({ by: person, text: 'x'.repeat(at % 90) }), community);
      await log.append(actOf([by], { person, community, why: at % 3 ? 'words' : '' }));
      await kept.save(keptOf({ key: `k${at % 300}`, person }));
    }
  });
  const erased = people.slice(0, 6);
  for (const person of erased) await store.transact((unit) => unit.people.erase(person, homeOf(person)));
  return erased;
}

function stateOf(path: string): unknown {
  const database = new DatabaseSync(path, { readOnly: true });
  try {
    const noted = "exists (select * from meta where name = 'erased') as isNoted";
    const free = '(select freelist_count from pragma_freelist_count) > 0 as hasFreePages';
    return { ...database.prepare(`select ${noted}, ${free}`).get() };
  } finally {
    database.close();
  }
}

it('an erased person has left no byte in the folder', async () => {
  const { store, folder } = await filledStore();
  expect(traces(folder, PERSON)).toBeGreaterThan(100);
  expect(traces(folder, WORDS)).toBeGreaterThan(100);
  await store.transact(({ people }) => people.erase(PERSON, homeOf(PERSON)));
  expect([traces(folder, PERSON), traces(folder, WORDS)]).toEqual([0, 0]);
  expect(
    Object.values(await store.transact(({ people }) => people.export('p1', homeOf('p1')))).flat().length,
  ).toBeGreaterThan(50);
});

it('a lull later, nothing is left in free parts of pages either, also after the end of the process', async () => {
  const path = join(temporaryFolder({}), 'data', 'wenda.db');
  const folder = dirname(path);
  const first = await openStore(`sqlite:${path}`);
  const people = await eraseHalf(first);
  await first.close();
  expect(stateOf(path)).toEqual({ isNoted: 1, hasFreePages: 1 });
  const store = await openStore(`sqlite:${path}`, { trimAfter: 20 });
  onTestFinished(() => store.close());
  await expect.poll(() => stateOf(path)).toEqual({ isNoted: 0, hasFreePages: 0 });
  expect(people.filter((person) => traces(folder, person) > 0)).toEqual([]);
});

it('what is handled, sent or expired leaves the file with the next erasure', async () => {
  const { store, folder } = await filledStore();
  await store.transact(async ({ inbox, outbox, drafts, kept, answers }) => {
    for (const { id } of await inbox.open('x')) await inbox.done('x', id);
    for (const { id } of await outbox.due('x', '9')) await outbox.done(id);
    await drafts.prune('9');
    await kept.prune('9');
    await answers.prune('9');
  });
  await store.transact(({ people }) => people.erase('p2', homeOf('p2')));
  expect(traces(folder, WORDS)).toBe(0);
});

it('words of what was handled leave every file a moment later, also without an erasure', async () => {
  const { store, folder } = await filledStore({ trimAfter: 10 });
  await store.transact(({ inbox }) => inbox.accept([updateOf('last', { payload: 'words that nobody else says' })]));
  await expect
    .poll(() => readFileSync(join(folder, 'wenda.db'), 'latin1').includes('words that nobody else says'))
    .toBe(true);
  await store.transact(({ inbox }) => inbox.done('x', 'last'));
  await expect.poll(() => traces(folder, 'words that nobody else says')).toBe(0);
});

it('another process that is reading keeps copies; this is reported, and they go later', async () => {
  const reported: unknown[] = [];
  const { store, path, folder } = await filledStore({ patience: 200, onError: (error) => reported.push(error) });
  const reader = new DatabaseSync(path, { readOnly: true });
  onTestFinished(() => reader.close());
  reader.exec('begin');
  reader.prepare('select count(*) from acts').get();
  await store.transact(({ people }) => people.erase(PERSON, homeOf(PERSON)));
  expect(String(reported)).toContain('still holds copies of what was erased');
  reader.exec('commit');
  await store.transact(({ people }) => people.erase('nobody else', homeOf('nobody else')));
  expect([traces(folder, PERSON), reported.length]).toEqual([0, 1]);
});
