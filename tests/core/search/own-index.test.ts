import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { OwnIndex, type OwnText } from '../../../src/core/search/own-index.ts';
import { search } from '../../../src/core/search/search.ts';
import { textOf } from '../../helpers/entries.ts';
import { EN } from '../../helpers/languages.ts';
import { runs } from '../../helpers/runs.ts';

const options = {
  languages: new Map([['en', EN]]),
  background: new Map([['en', { chatter: ['nice weather', 'who won the match'], about: ['where is {}'] }]]),
};
const TITLES = ['When is the meetup?', 'Where do the lanterns sleep?', 'Who feeds the cat?', 'How do I rent a boat?'];
const PHRASINGS = ['meetup when', 'a lantern at night', 'feeding the cats', 'boats to hire'];
const QUESTIONS = ['When is the meetup?', 'when is the meetp', 'do cats sleep in a boat', 'lanterns', ''];

/** One of four texts, in some of its wordings. */
const text = fc
  .tuple(fc.nat(3), fc.subarray(PHRASINGS), fc.boolean(), fc.boolean())
  .map(([at, phrasings, isLong, hasAnswer]): OwnText => {
    const title = `${TITLES[at] ?? ''}${isLong ? ' Please' : ''}`;
    return { id: `text ${at}`, title, phrasings, answers: hasAnswer ? [textOf('en', 'Ask at the desk')] : [] };
  });
const version = fc.array(text, { maxLength: 4 }).map((texts) => new Map(texts.map((one) => [one.id, one])));

const told = (at: ReturnType<OwnIndex['at']>) =>
  QUESTIONS.map((question) => {
    const { confidence, ranked, words, unknown } = search(at, question, () => false);
    return {
      question,
      words,
      unknown,
      confidence: confidence.toFixed(5),
      ranked: Object.fromEntries(ranked.map(({ id, score }) => [id, score.toFixed(5)])),
      exact: [...at.exact(question)].sort(),
    };
  });
const fresh = (texts: ReadonlyMap<string, OwnText>) => told(new OwnIndex('en', options).at(texts));
const one = (id: string, title: string, phrasings: readonly string[] = []): OwnText => ({
  id,
  title,
  phrasings,
  answers: [],
});
const versionOf = (...texts: readonly OwnText[]) => new Map(texts.map((own) => [own.id, own]));

describe('the index of what a community decided', () => {
  it('answers in each version as one that never had another', () => {
    fc.assert(
      fc.property(
        fc.array(version, { minLength: 1, maxLength: 3 }),
        fc.array(fc.nat(2), { maxLength: 5 }),
        (versions, turns) => {
          const own = new OwnIndex('en', options);
          const views = versions.map((texts) => own.at(texts));
          const wanted = versions.map(fresh);
          for (const turn of [...versions.keys(), ...turns]) {
            const at = turn % versions.length;
            expect(told(views[at] ?? expect.unreachable())).toEqual(wanted[at]);
          }
        },
      ),
      runs(10),
    );
  });

  it('can be brought to a version in steps, whatever is asked between them', () => {
    fc.assert(
      fc.property(version, version, version, fc.nat(4), fc.nat(4), (before, wanted, between, first, second) => {
        const own = new OwnIndex('en', options);
        for (const _ of own.steps(before));
        const steps = own.steps(wanted);
        for (let n = 0; n < first; n++) steps.next();
        const others = own.steps(between);
        for (let n = 0; n < second; n++) others.next();
        if (first > 1) expect(told(own.at(between))).toEqual(fresh(between));
        for (const _ of steps);
        expect(told(own.at(wanted))).toEqual(fresh(wanted));
        for (const _ of others);
        expect(told(own.at(between))).toEqual(fresh(between));
      }),
      runs(10),
    );
  });

  it('reads what differs, a step for each text, and nothing twice', () => {
    const own = new OwnIndex('en', options);
    const steps = (...texts: readonly OwnText[]) => [...own.steps(versionOf(...texts))].length;
    const [meetup, cat] = [one('a', 'When is the meetup?'), one('b', 'Who feeds the cat?', ['cat food'])];
    expect([
      steps(meetup, cat),
      steps(meetup, cat),
      steps({ ...meetup }, { ...cat, phrasings: [...cat.phrasings] }),
      steps(meetup, { ...cat, phrasings: [] }),
      steps({ ...cat, phrasings: [] }),
      steps(),
    ]).toEqual([2, 0, 0, 1, 1, 1]);
  });

  it('reads synonyms in steps, too: its first text would wait for all of them', () => {
    const synonyms = Array.from({ length: 100 }, (_, at) => [`boat${at}`, `ship${at}`]);
    const own = new OwnIndex('en', { ...options, languages: new Map([['en', { ...EN, synonyms }]]) });
    expect([...own.steps(new Map())].length).toBeGreaterThan(synonyms.length);
  });

  it('knows texts by their words, each of them, and none that went', () => {
    const own = new OwnIndex('en', options);
    const exact = (question: string, ...texts: readonly OwnText[]) => own.at(versionOf(...texts)).exact(question);
    const [meetup, cat] = [one('a', 'The Meetup!', ['meetup', 'when']), one('b', 'Meetups', ['cat'])];
    expect([exact('the meetups', meetup), exact('meetup', meetup, cat), exact('when', cat), exact('', meetup)]).toEqual(
      [['a'], ['a', 'b'], [], []],
    );
    // Nothing is known by no words.
    expect(exact('?', one('c', '!!'))).toEqual([]);
  });

  it('searches answers where it is given some', () => {
    const own = new OwnIndex('en', options);
    const found = (answers: OwnText['answers']) =>
      search(own.at(versionOf({ ...one('a', 'When is the meetup?'), answers })), 'lanterns', () => false).ranked.map(
        ({ id }) => id,
      );
    expect([found([]), found([textOf('en', 'Bring lanterns')]), found([])]).toEqual([[], ['a'], []]);
  });
});
