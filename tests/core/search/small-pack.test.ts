import { describe, expect, it } from 'vitest';
import { answerFrom } from '../../../src/core/search/engine.ts';
import { buildOverlay, NO_OVERLAY } from '../../../src/core/search/overlay.ts';
import { entryOf, textOf } from '../../helpers/entries.ts';
import { libraryOf } from '../../helpers/library.ts';
import { shippedLocales } from '../../helpers/services.ts';

const locales = await shippedLocales();
const BOATHOUSE = [
  textOf('en', 'When is the boathouse open?', ['opening hours', 'what time do you close']),
  textOf('en', 'How do I rent a boat?', ['book a canoe', 'can I hire a rowing boat']),
  textOf('en', 'Do I have to wear a life jacket?', ['are life jackets required']),
  textOf('en', 'When does the next rowing course start?', ['learn to row', 'lessons for beginners']),
  textOf('en', 'Who repairs a damaged boat?', ['report damage to a boat']),
].map((text, at) => entryOf(`questions/b${at}`, text));
const SWAPPED = [
  'when is the bank open?',
  'how do I rent a flat?',
  'do I have to wear a tie?',
  'who repairs a damaged phone?',
  'learn to knit',
];

describe('a pack of a few entries', () => {
  const library = libraryOf(BOATHOUSE, locales);
  const best = (question: string, language = 'en', from = library) => {
    const { kind, candidates } = answerFrom(from, question, language);
    return [kind, candidates[0]?.entry.id];
  };

  it.each(SWAPPED)('does not answer what is asked about something else: %s', (question) =>
    expect(best(question)[0]).not.toBe('sure'),
  );

  it('answers what says more than a phrasing', () =>
    expect(best('are life jackets required for my daughter')).toEqual(['sure', 'questions/b2']));

  // A day or a person may make it another question, and two phrasings are too few to tell.
  it.each([
    ['how do I rent a boat on Sunday', 'b1'],
    ['when does the next rowing course for grandparents start', 'b3'],
  ])('offers what repeats a heading and says more than it: %s', (question, id) =>
    expect(best(question)).toEqual(['unsure', `questions/${id}`]),
  );

  it('answers what a heading says, whatever no other entry has', () =>
    expect(best('Who repairs a damaged boat?')).toEqual(['sure', 'questions/b4']));

  it('offers first what it has in other words', () => {
    const bills = libraryOf(
      [entryOf('questions/refund', textOf('en', 'How do I get a refund?')), ...BOATHOUSE],
      locales,
    );
    expect(['sure', 'unsure'].map((kind) => [kind, 'questions/refund'])).toContainEqual(
      best('how do I get my money back', 'en', bills),
    );
  });

  it('offers, and does not answer, what holds little of a question', () =>
    expect(best('boat ride pizza party')[0]).not.toBe('sure'));

  it('offers what it has in other words only', () => {
    const course = libraryOf(
      [entryOf('questions/course', textOf('en', 'How much is the beginners course?')), ...BOATHOUSE],
      locales,
    );
    expect(best('price of the class for newbies', 'en', course)).toEqual(['unsure', 'questions/course']);
  });

  it('does the same in another language, and where a community has taught the entries', () => {
    const gym = libraryOf(
      [
        entryOf('questions/hours', textOf('ru', 'Когда работает спортзал?', ['до скольки открыт спортзал'])),
        ...BOATHOUSE,
      ],
      locales,
    );
    expect(best('до скольки открыт магазин', 'ru', gym)[0]).not.toBe('sure');
    const taught = buildOverlay(
      libraryOf([], locales),
      { entries: BOATHOUSE, hidden: NO_OVERLAY.hidden, pins: [] },
      locales,
    );
    const kinds = (questions: readonly string[]) =>
      questions.map((question) => answerFrom(libraryOf([], locales), question, 'en', taught).kind);
    expect(kinds([...SWAPPED, 'How do I rent a boat?'])).toEqual([
      'unsure',
      'unsure',
      'unsure',
      'unsure',
      'unsure',
      'sure',
    ]);
  });
});
