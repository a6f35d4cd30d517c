import { beforeAll, expect, it } from 'vitest';
import { loopPlot } from '../../eval/loop/loop-plot.ts';
import { turnsOf } from '../../eval/loop/members.ts';
import { play, type Reached } from '../../eval/loop/play.ts';
import { TaughtPack } from '../../eval/loop/taught-pack.ts';
import { metricsOf } from '../../eval/metrics.ts';
import { seeded } from '../../eval/seeded.ts';
import type { EvalSet } from '../../eval/sets.ts';
import { buildLibrary, type LibraryOptions } from '../../src/core/search/library.ts';
import { entryOf, textOf } from '../helpers/entries.ts';
import { shippedLocales } from '../helpers/services.ts';

let locales: LibraryOptions;
beforeAll(async () => {
  locales = await shippedLocales();
});

const heading = (id: string, title: string, phrasings: readonly string[]) => ({ id, title, phrasings, answer: '.' });
const SET: EvalSet = {
  name: 'library',
  language: 'en',
  entries: [
    heading('questions/hours', 'When is the library open?', ['until when can I borrow a book in the library at night']),
    heading('questions/join', 'How do I become a member of the library?', ['where do I sign up for the library']),
    heading('questions/lost', 'What does a lost book cost?', ['how much must I pay if my dog ate the book']),
  ],
  questions: [
    { text: 'how much do I have to pay when the dog ate my book', gold: ['questions/lost'] },
    { text: 'until when may I borrow a book at night in the library', gold: ['questions/hours'] },
  ],
};

it('plays a community whose presses teach a pack of headings what it did not know, measured on questions held out', async () => {
  const told = ({ asked, taken, wrong, outcomes }: Reached) => ({ asked, taken, wrong, ...metricsOf(outcomes) });
  const reached = await play(SET, { locales, people: 2, isModerated: true, crowd: 'members' });
  const [begun, , , ended] = reached.map(told);
  expect(begun).toMatchObject({ asked: 0, taken: 0, questions: 1, direct: 0 });
  expect(ended).toMatchObject({ asked: 1000, wrong: 0, questions: 1, direct: 100 });
  expect(ended?.taken).toBeGreaterThan(0);
  const picture = loopPlot([{ set: 'library', name: 'a moderator refuses', reached }]);
  expect(picture).toMatch(/^<svg xmlns=.*<style>/s);
  // From nothing to all, after 1,000 questions.
  const dots = [...picture.matchAll(/<circle [^>]*cx="([\d.]+)" cy="([\d.]+)"/g)].map(([, x, y]) => [
    Number(x),
    Number(y),
  ]);
  expect([dots.length, dots[0]?.[0], dots.at(-1)?.[0]]).toEqual([4, 60, 504]);
  expect(dots.at(-1)?.[1]).toBeLessThan(dots[0]?.[1] ?? 0);
});

it('takes a phrasing that makes its question sure, and none that changes what another one gets', async () => {
  const entries = SET.entries.map(({ id, title }) => entryOf(id, textOf('en', title, [])));
  const pack = new TaughtPack(buildLibrary(entries, locales), locales);
  const answered = (question: string) => {
    const { kind, candidates } = pack.answer(question, 'en');
    return { kind, entry: candidates[0]?.entry.id };
  };
  const asked = 'how much must I pay if my dog ate the book';
  expect(answered(asked).kind).not.toBe('sure');
  expect(await pack.take('questions/lost', asked, 'en', [])).toBe('taken');
  expect(answered(asked)).toEqual({ kind: 'sure', entry: 'questions/lost' });
  // It would take the words of another entry's heading away.
  expect(await pack.take('questions/hours', 'What does a lost book cost?', 'en', [])).toBe('changes another');
  // It would be sure, and would take the question of the phrasing before it away.
  const lately = { question: 'What does a lost books cost?', language: 'en', entry: 'questions/hours' };
  expect(await pack.take('questions/hours', lately.question, 'en', [])).toBe('taken');
  expect(await pack.take('questions/join', 'What does a lost books costs?', 'en', [lately])).toBe('changes another');
  expect(answered('What does a lost books cost?')).toEqual({ kind: 'sure', entry: 'questions/hours' });
});

it('has members who press by the truth, of whom a few never do', () => {
  const turn = turnsOf('members', ['?'], seeded(1));
  const pressed = Array.from({ length: 4000 }, () => {
    const { person, press } = turn().member;
    return { person, on: press(['wrong', 'right'], ['right']), in: press(['wrong'], ['right']) };
  });
  const shareOf = (test: (one: (typeof pressed)[number]) => boolean) => pressed.filter(test).length / pressed.length;
  expect(shareOf(({ on }) => on === 'right')).toBeCloseTo(0.95 * 0.9, 1);
  expect(shareOf((one) => one.in === undefined)).toBeCloseTo(0.95 * 0.9, 1);
  const never = new Set(pressed.map(({ person }) => person));
  for (const { person, on } of pressed) if (on === 'right') never.delete(person);
  expect(never.size).toBe(5);
});

it('has ten in concert who all ask the same, and press the same that is wrong', () => {
  const turn = turnsOf('ten in concert', ['a', 'b', 'c', 'd'], seeded(1));
  const turns = Array.from({ length: 20 }, turn);
  for (const ten of [turns.slice(0, 10), turns.slice(10)]) {
    expect([
      new Set(ten.map(({ member }) => member.person)).size,
      new Set(ten.map((one) => one.question)).size,
    ]).toEqual([10, 1]);
    expect(new Set(ten.map(({ member }) => member.press(['right', 'x', 'y'], ['right'])))).toEqual(new Set(['x']));
  }
});
