import { beforeAll, describe, expect, it } from 'vitest';
import { answerFrom } from '../../../src/core/search/engine.ts';
import { buildLibrary, type Library, type LibraryOptions } from '../../../src/core/search/library.ts';
import { offersOf } from '../../../src/core/search/offers.ts';
import { buildOverlay, type Overlay, type OverlayContent } from '../../../src/core/search/overlay.ts';
import type { OwnIndex } from '../../../src/core/search/own-index.ts';
import { entryOf, textOf } from '../../helpers/entries.ts';
import { libraryOf } from '../../helpers/library.ts';
import { PACK } from '../../helpers/pack.ts';
import { shippedLocales } from '../../helpers/services.ts';

let options: LibraryOptions;
let library: Library;
beforeAll(async () => {
  options = await shippedLocales();
  library = libraryOf(PACK, options);
});

const overlayOf = (differences: Partial<OverlayContent>, own = new Map<string, OwnIndex>()) =>
  buildOverlay(library, { entries: [], hidden: new Set(), pins: [], ...differences }, { ...options, own });
const best = (question: string, differences: Partial<OverlayContent>, language = 'en') => {
  const { kind, candidates } = answerFrom(library, question, language, overlayOf(differences));
  return { kind, entry: candidates[0]?.entry.id, pin: candidates[0]?.pin, hidden: candidates[0]?.hidden };
};
const pin = (question: string, entry: string, language = 'en') => ({ key: question, question, language, entry });

describe('a taught entry', () => {
  const meetup = entryOf(
    'questions/meetup',
    textOf('en', 'When is the next meetup?', ['date of the next community meeting', 'when do we meet again']),
  );

  it.each([
    'When is the next meetup?',
    'when is the next meetup',
    'hello, when do we meet again please',
    'when is our next meetup',
  ])('answers %s', (question) => {
    expect(best(question, { entries: [meetup] })).toMatchObject({ kind: 'sure', entry: 'questions/meetup' });
  });

  it('leaves other questions and chatter to whom they belong', () => {
    expect(best('why was my account banned', { entries: [meetup] })).toMatchObject({
      kind: 'sure',
      entry: 'questions/why-banned',
    });
    expect(best('see you next week then', { entries: [meetup] }).kind).not.toBe('sure');
  });

  it('answers in Chinese, in either script', () => {
    const zh = entryOf('questions/meetup', textOf('zh-Hans', '下次线下聚会是什么时候？', ['聚会时间']));
    expect(best('下次线下聚会是什么时候', { entries: [zh] }, 'zh-Hans')).toMatchObject({
      kind: 'sure',
      entry: 'questions/meetup',
    });
    expect(best('下次線下聚會是什麼時候', { entries: [zh] }, 'zh-Hant')).toMatchObject({
      kind: 'sure',
      entry: 'questions/meetup',
    });
  });
});

describe('a pin for small talk', () => {
  const pins = [pin('thanks', 'questions/refund')];

  it('is found by it, and where next to nothing stands beside it', () => {
    for (const said of ['thanks', 'thanks, fellows'])
      expect(best(said, { pins })).toMatchObject({ kind: 'sure', pin: 'thanks' });
  });

  it('does not stand before what the library knows', () => {
    expect(best('Thanks! Why was my account banned?', { pins })).toMatchObject({
      kind: 'sure',
      entry: 'questions/why-banned',
      pin: undefined,
    });
  });
});

describe('a changed entry', () => {
  const refund = PACK.find(({ id }) => id === 'questions/refund');
  const text = refund?.texts.get('en');

  it('says its new words, and is found as before', () => {
    if (!refund || !text) throw new Error('the pack lacks the entry');
    const changed = { ...refund, texts: new Map([['en', { ...text, answer: [] }]]) };
    const answer = answerFrom(library, 'can I get a refund', 'en', overlayOf({ entries: [changed] }));
    expect(answer.candidates[0]?.entry.texts.get('en')?.answer).toEqual([]);
  });

  it('is found by words that were added', () => {
    if (!refund || !text) throw new Error('the pack lacks the entry');
    const changed = {
      ...refund,
      texts: new Map([['en', { ...text, phrasings: [...text.phrasings, 'chargeback via my bank'] }]]),
    };
    expect(best('chargeback via my bank', { entries: [changed] })).toMatchObject({
      kind: 'sure',
      entry: 'questions/refund',
    });
    expect(best('refund policy of the paid plan', { entries: [changed] })).toMatchObject({
      kind: 'sure',
      entry: 'questions/refund',
    });
  });

  it('is no longer found by words that were taken away', () => {
    if (!refund || !text) throw new Error('the pack lacks the entry');
    const changed = {
      ...refund,
      texts: new Map([['en', { ...text, title: 'Cancelling a subscription', phrasings: [] }]]),
    };
    expect(best('money back', { entries: [changed] }).kind).not.toBe('sure');
    expect(best('cancelling a subscription', { entries: [changed] })).toMatchObject({
      kind: 'sure',
      entry: 'questions/refund',
    });
  });
});

describe('a hidden entry', () => {
  it('is never given', () => {
    const answer = answerFrom(
      library,
      'Can I get a refund for my subscription?',
      'en',
      overlayOf({ hidden: new Set(['questions/refund']) }),
    );
    expect(answer.candidates.map(({ entry }) => entry.id)).not.toContain('questions/refund');
    expect(answer.kind).not.toBe('sure');
  });
});

describe('a pin', () => {
  it.each(['is bing banned', 'Is Bing banned?', 'hello is bing banned please', 'is bing banned too'])(
    'answers %s',
    (question) => {
      const pins = [pin('Is Bing banned?', 'questions/refund')];
      expect(best(question, { pins })).toMatchObject({
        kind: 'sure',
        entry: 'questions/refund',
        pin: 'Is Bing banned?',
      });
    },
  );

  it('comes before the entry that has nearly the same words', () => {
    const pins = [pin('why was my account banned yesterday', 'questions/refund')];
    expect(best('why was my account banned yesterday', { pins })).toMatchObject({
      kind: 'sure',
      entry: 'questions/refund',
    });
  });

  it('does not take the own question of another entry', () => {
    const pins = [pin('why was my account banned yesterday', 'questions/refund')];
    expect(best('Why was my account banned?', { pins })).toMatchObject({
      kind: 'sure',
      entry: 'questions/why-banned',
      pin: undefined,
    });
  });

  it('to a hidden entry says so', () => {
    const differences = { pins: [pin('is bing banned', 'questions/refund')], hidden: new Set(['questions/refund']) };
    expect(best('is bing banned', differences)).toMatchObject({
      kind: 'sure',
      entry: 'questions/refund',
      hidden: true,
    });
  });

  it.each(['can I get a refund', 'Can I get a refund for my subscription?'])(
    'to the entry that owns the question shows that it is pinned: %s',
    (question) => {
      expect(best(question, { pins: [pin(question, 'questions/refund')] })).toMatchObject({
        kind: 'sure',
        entry: 'questions/refund',
        pin: question,
      });
    },
  );

  it('lists its entry once', () => {
    const { candidates } = answerFrom(
      library,
      'can I get a refund',
      'en',
      overlayOf({ pins: [pin('can I get a refund', 'questions/refund')] }),
    );
    expect(candidates.filter(({ entry }) => entry.id === 'questions/refund')).toHaveLength(1);
  });
});

describe('an overlay whose indexes go on from version to version', () => {
  const own = ['When is the next meetup?', 'Where do the lanterns sleep?', 'Who feeds the cat of the office?'].map(
    (title, at) => entryOf(`questions/own-${at}`, textOf('en', title, [`${title} please`, `about number ${at}`])),
  );
  const pins = [pin('is bing banned', 'questions/refund')];
  const questions = [
    'when is the meetup',
    'where do lanterns sleep',
    'who feeds the cat',
    'why was my account banned',
    'is bing baned',
    'number 1',
  ];
  const answersOf = (overlay: Overlay) =>
    questions.map((question) => {
      const { kind, candidates } = answerFrom(library, question, 'en', overlay);
      return [kind, candidates.map(({ entry: { id }, confidence }) => [id, confidence.toFixed(5)])];
    });
  const versions: readonly Partial<OverlayContent>[] = [
    { entries: own, pins },
    { entries: own.slice(1) },
    { entries: own.slice(0, 2), pins },
    { pins },
    {},
    { entries: own.slice(1), pins, hidden: new Set(['questions/own-2']) },
    { entries: own, pins },
  ];

  it('answers as one that was built at once, whatever was there before', () => {
    const indexes = new Map<string, OwnIndex>();
    for (const version of versions)
      expect(answersOf(overlayOf(version, indexes))).toEqual(answersOf(overlayOf(version)));
  });

  it('answers as its own version whenever it is asked, whether it was brought there in steps or not', () => {
    const indexes = new Map<string, OwnIndex>();
    const overlays = versions.map((version) => overlayOf(version, indexes));
    const wanted = versions.map((version) => answersOf(overlayOf(version)));
    for (const at of [0, 1, 0, 6, 3, 5, 2, 4, 1]) {
      const overlay = overlays[at] ?? expect.unreachable();
      if (at % 2 === 0) expect([...overlay.steps()].length).toBeGreaterThanOrEqual(0);
      expect(answersOf(overlay)).toEqual(wanted[at]);
    }
  });

  it('has the more characters the more there is in it', () => {
    const sizes = [0, 1, 3].map((count) => overlayOf({ entries: own.slice(0, count) }).characters);
    const pinned = [1, 2].map(
      (count) =>
        overlayOf({
          pins: ['is bing banned', 'where are the boats']
            .slice(0, count)
            .map((question) => pin(question, 'questions/refund')),
        }).characters,
    );
    expect(sizes[0]).toBe(0);
    for (const [less = 0, more = 0] of [sizes.slice(0, 2), sizes.slice(1), pinned]) expect(more).toBeGreaterThan(less);
  });
});

describe('a few added phrasings', () => {
  const titles = [
    'How do I borrow a boat?',
    'How do I return a boat?',
    'Where do I pay the membership fee?',
    'How do I end my membership?',
    'When is the boathouse open?',
    'Who has the key of the boathouse?',
    'Can I bring a guest?',
    'How do I report a broken oar?',
    'Where is the changing room?',
    'How do I book the trailer?',
    'When is the next training?',
    'How do I join the regatta?',
  ];
  const club = (phrasings: Readonly<Record<string, string>>) =>
    titles.map((title) =>
      entryOf(title, textOf('en', title, phrasings[title] === undefined ? [] : [phrasings[title]])),
    );
  const words = {
    'Where is the changing room?': 'where can I leave my clothes',
    'When is the next training?': 'what time do we row on sundays',
  };
  const offered = (question: string): string[] => {
    const bare = buildLibrary(club({}), { ...options, unlearned: 'serve' });
    const added = { entries: club(words).filter(({ id }) => id in words), hidden: new Set<string>(), pins: [] };
    const { kind, candidates } = answerFrom(bare, question, 'en', buildOverlay(bare, added, options));
    return kind === 'sure' ? [] : offersOf(candidates).map(({ entry }) => entry.id);
  };

  it.each([
    ['leave membership', 'How do I end my membership?'],
    ['where can I leave my guest', 'Can I bring a guest?'],
    ['where do I leave the membership', 'Where do I pay the membership fee?'],
  ])('push no right offer out by a word that they share: %s', (question, right) => {
    expect(offered(question)[0]).toBe(right);
  });
});
