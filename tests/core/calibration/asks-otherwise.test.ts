import { describe, expect, it } from 'vitest';
import { asksOtherwise } from '../../../src/core/calibration/asks-otherwise.ts';
import { answerFrom } from '../../../src/core/search/engine.ts';
import { analyzer as analyzerFor } from '../../../src/core/text/analyze.ts';
import { entryOf, textOf } from '../../helpers/entries.ts';
import { EN } from '../../helpers/languages.ts';
import { libraryOf } from '../../helpers/library.ts';
import { indexOf, readWith } from '../../helpers/live-index.ts';
import { shippedLocales } from '../../helpers/services.ts';

const locales = await shippedLocales();
const WHEN = [
  'when was the pier closed',
  'since when is the pier closed',
  'closing date of the pier',
  'pier closed when',
];
const WHY = ['why is the pier closed', 'why did they close the pier', 'reason for the closed pier', 'pier closed why'];

describe('a question that asks otherwise than for the entry', () => {
  const analyzer = analyzerFor(locales.languages.get('en') ?? EN);
  const asks = (question: string, when: readonly string[], why: readonly string[], first = 0) => {
    const index = indexOf(
      [readWith(analyzer, 'When was the pier closed?', when), readWith(analyzer, 'Why is the pier closed?', why)],
      analyzer,
    );
    return asksOtherwise(index.match(question), [{ entry: first }, { entry: 1 - first }], index);
  };

  it('uses a word that asks for another entry, and never for this one', () => {
    expect(asks('why was the pier closed', WHEN, WHY)).toBe(true);
    expect(asks('why was the pier closed', WHEN, WHY, 1)).toBe(false);
    expect(asks('when was the pier closed', WHEN, WHY)).toBe(false);
    expect(asks('is the pier closed', WHEN, WHY)).toBe(false);
    expect(
      asks(
        'why was the pier closed again in the winter',
        ['when was the pier closed again in the winter', ...WHEN],
        WHY,
      ),
    ).toBe(false);
    expect(asks('where was the pier closed', WHEN, WHY), 'nobody asks for either so').toBe(false);
    expect(asks('why was the pier closed', [...WHEN, 'why was the pier closed in may'], WHY)).toBe(false);
  });

  it('is none where phrasings are few', () =>
    expect(asks('why was the pier closed', WHEN.slice(0, 3), WHY.slice(0, 3))).toBe(false));

  it('is not answered with the other one', () => {
    const when = ['the pier', 'the old pier', 'the long pier', 'our pier'].map((what) => `when was ${what} closed`);
    const why = ['why is our pier closed', 'why no pier', 'what is wrong with the pier', 'pier closed why'];
    const library = libraryOf(
      [
        entryOf('questions/when', textOf('en', 'When was the pier closed?', when)),
        entryOf('questions/why', textOf('en', 'Why is the pier closed?', why)),
      ],
      locales,
    );
    const { kind, candidates } = answerFrom(library, 'why was our old pier closed', 'en');
    expect([kind, candidates[0]?.entry.id]).toEqual(['unsure', 'questions/when']);
  });
});
