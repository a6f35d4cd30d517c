import { describe, expect, it } from 'vitest';
import { frameLikeness, subjectOf } from '../../../src/core/calibration/features.ts';
import { analyzer as analyzerFor } from '../../../src/core/text/analyze.ts';
import { EN } from '../../helpers/languages.ts';
import { indexOf, readWith } from '../../helpers/live-index.ts';

describe('the likeness of a frame', () => {
  it('is of the words in their order, function words too', () => {
    const heading = ['may', 'i', 'bring', 'my', 'dog'];
    expect(frameLikeness(heading, heading)).toBe(1);
    expect(frameLikeness(heading, ['may', 'i', 'bring', 'my', 'cat'])).toBeCloseTo(0.8, 6);
    expect(frameLikeness(heading, ['my', 'dog', 'may', 'bring'])).toBeCloseTo(4 / 9, 6);
    expect(frameLikeness(heading, ['sauna'])).toBe(0);
    expect(frameLikeness([], [])).toBe(0);
  });
});

describe('the subject that an entry has of a question', () => {
  const analyzer = analyzerFor({
    ...EN,
    frequent: ['the', 'open', 'day', 'sauna'],
    kin: [{ drawer: ['pet'], things: [['dog'], ['cat']] }],
  });
  const entries = [
    readWith(analyzer, 'May I bring my pet?', [], ['Not into the sauna.']),
    readWith(analyzer, 'When are you open?', ['Opening hours of the printer']),
  ];
  const index = indexOf(entries, analyzer);
  const subject = (question: string, entry: number) => subjectOf(index.match(question), entry, index);

  it('is its most telling word, that of its titles and phrasings, and the most telling one that it lacks', () => {
    const { held, missing, inHeading } = subject('may my pet use the sauna and the printer', 0);
    expect([held > 0, missing > 0, inHeading > 0]).toEqual([true, true, true]);
    expect(subject('printer', 0)).toMatchObject({ held: 0, inHeading: 0 });
    expect(subject('sauna', 0)).toMatchObject({ missing: 0, inHeading: 0 });
  });

  it('is how seldom people say the rarest thing that the entry lacks', () => {
    const [common, rare] = [subject('open day', 0).missingRarity, subject('open trampoline', 0).missingRarity];
    expect([common < rare, rare]).toEqual([true, 1]);
    expect(subject('open day', 0).missingRarity).toBe(subject('day', 0).missingRarity);
    expect(subject('may i bring my dog', 0).missingRarity).toBe(0);
    expect(subject('a horse', 0).missingRarity).toBe(1);
  });

  it('is how much of its best title or phrasing the question says in its order', () => {
    expect(subject('may i bring my pet', 0).frame).toBe(1);
    expect(subject('opening hours of the sauna', 1).frame).toBeCloseTo(0.8, 6);
  });
});
