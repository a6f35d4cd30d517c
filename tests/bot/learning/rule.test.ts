import { expect, it } from 'vitest';
import { type Chooser, proposals, type Signal } from '../../../src/bot/learning/rule.ts';

type Said = readonly [person: string, kind: Signal['kind'], entry: string, question?: string];

const signals = (...said: readonly Said[]): Signal[] =>
  said.map(([person, kind, entry, question = 'lost phone']) => ({
    ...{ person, asker: '', kind, entry, question },
    dropped: 0,
  }));
const PHONE = { entry: 'phone', question: 'lost phone', questions: ['lost phone'] };
const propose = (said: readonly Said[], people = 2) => proposals(signals(...said), { people });

it('counts people, and never presses', () => {
  const anna: Said = ['anna', 'choice', 'phone'];
  expect(propose([anna, anna, anna])).toEqual([]);
  expect(propose([anna, anna], 1)).toEqual([{ ...PHONE, for: 1, against: 0, silent: 0 }]);
  expect(propose([anna, ['ben', 'up', 'phone']])).toEqual([{ ...PHONE, for: 2, against: 0, silent: 0 }]);
  expect(propose([anna, ['ben', 'show', 'phone']], 3)).toEqual([]);
});

it('hears a vote against it, and another choice, of one person in four', () => {
  const two: Said[] = [
    ['anna', 'choice', 'phone'],
    ['ben', 'choice', 'phone'],
  ];
  for (const against of [
    ['cleo', 'down', 'phone'],
    ['cleo', 'choice', 'card'],
  ] as const) {
    expect(propose([...two, against])).toEqual([]);
    expect(propose([...two, against, ['dana', 'show', 'phone']])).toEqual([
      { ...PHONE, for: 3, against: 1, silent: 0 },
    ]);
  }
  expect(propose([...two, ['cleo', 'down', 'card']]), 'a vote against another entry').toHaveLength(1);
});

it('takes the last word of each person', () => {
  expect(
    propose([
      ['anna', 'choice', 'card'],
      ['ben', 'choice', 'phone'],
      ['anna', 'choice', 'phone'],
    ]),
  ).toEqual([{ ...PHONE, for: 2, against: 0, silent: 0 }]);
  expect(
    propose(
      [
        ['anna', 'up', 'phone'],
        ['ben', 'up', 'phone'],
        ['anna', 'down', 'phone'],
      ],
      1,
    ),
  ).toEqual([]);
});

it('takes questions together that ask the same, and proposes the wording of most people', () => {
  const said = signals(
    ['anna', 'choice', 'phone', 'i lost my phone'],
    ['ben', 'choice', 'phone', 'my phone is lost'],
    ['cleo', 'choice', 'phone', 'my phone is lost'],
    ['dana', 'choice', 'card', 'card gone'],
    ['anna', 'choice', 'card', 'where is my card'],
  );
  const isAlike = (one: string, other: string) => one.includes('phone') && other.includes('phone');
  const questions = ['my phone is lost', 'i lost my phone'];
  expect(proposals(said, { people: 2, isAlike })).toEqual([
    { entry: 'phone', question: 'my phone is lost', questions, for: 3, against: 0, silent: 0 },
  ]);
});

it('doubts an entry that most people could choose and did not', () => {
  const said = signals(['anna', 'choice', 'phone'], ['ben', 'choice', 'phone']);
  const propose = (...choosers: Chooser[]) => proposals(said, { people: 2, choosers: () => choosers });
  const could = (offered?: string[], ...people: string[]): Chooser[] => people.map((person) => ({ person, offered }));
  const others = could(['card', 'phone'], 'cleo', 'dana');
  expect(propose(...could(['phone'], 'anna', 'ben'), ...others)).toEqual([{ ...PHONE, for: 2, against: 0, silent: 2 }]);
  expect(propose(...others, ...could(['phone'], 'emil'))).toEqual([]);
  const otherwise = [...could(['card'], 'emil'), ...could(undefined, 'fay')];
  expect(propose(...others, ...otherwise), 'it was not offered to them').toHaveLength(1);
});

it('hears nobody any more for whom moderators dropped much, and goes on to hear who errs now and then', () => {
  const dropped = (person: string, count: number) =>
    Array.from({ length: count }, (_, at) => signals([person, 'choice', 'card', `other ${at}`])[0]).flatMap((one) =>
      one ? [{ ...one, dropped: 1 as const }] : [],
    );
  const said = signals(['anna', 'choice', 'phone'], ['ben', 'choice', 'phone']);
  const found = (...before: Signal[]) => proposals([...before, ...said], { people: 2 }).map(({ question }) => question);
  expect(found(...dropped('anna', 5))).toEqual([]);
  expect(found(...dropped('anna', 4), ...dropped('ben', 4))).toEqual(['lost phone']);
});

it('takes the word of who showed an entry for that of who asked', () => {
  const shown = {
    person: 'ben',
    asker: 'cleo',
    kind: 'show',
    entry: 'phone',
    question: 'lost phone',
    dropped: 0,
  } as const;
  const choosers = () => ['cleo', 'dana'].map((person) => ({ person, offered: ['phone'] }));
  expect(proposals([shown], { people: 1, choosers })).toEqual([{ ...PHONE, for: 1, against: 0, silent: 1 }]);
});
