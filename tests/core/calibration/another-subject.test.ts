import { describe, expect, it } from 'vitest';
import { maySwapSubject } from '../../../src/core/calibration/another-subject.ts';
import {
  BUT_FOR_A_WORD,
  ENOUGH_IN_COMMON,
  LARGE_PACK,
  LOCAL_FIT_FROM,
  LOCAL_FIT_IN_FULL,
  SAID_WHOLE,
  SMALL_PACK,
} from '../../../src/core/calibration/policy.ts';

const SMALL = { size: 6, phrasings: 2 };
/** Of a question of whose weight half stands in the nearest heading, of which half stands in the question. */
interface Parts {
  readonly unknown?: readonly string[];
  readonly weight?: number;
  readonly nearest?: number;
  readonly wordHeadingBack?: number;
  readonly conceptHeadingBack?: number;
  readonly index?: typeof SMALL;
}
const isSwapped = ({
  unknown = ['bank'],
  weight = ENOUGH_IN_COMMON,
  nearest = 0.6,
  wordHeadingBack = 0.5,
  conceptHeadingBack = 0.5,
  index = SMALL,
}: Parts = {}): boolean => {
  const match = { words: { weight }, outOfVocabulary: () => unknown } as unknown as Parameters<
    typeof maySwapSubject
  >[0];
  const first = { features: { nearest, wordUnit: 0.5, wordHeadingBack, conceptHeadingBack } } as Parameters<
    typeof maySwapSubject
  >[1];
  return maySwapSubject(match, first, index);
};

describe('a question that may be about something else than a small pack', () => {
  it('has a word that no entry has in place of what a heading says', () =>
    expect([isSwapped(), isSwapped({ unknown: [] })]).toEqual([true, false]));

  it('is like a heading for the rest', () =>
    expect([isSwapped({ nearest: BUT_FOR_A_WORD }), isSwapped({ nearest: BUT_FOR_A_WORD - 0.01 })]).toEqual([
      true,
      false,
    ]));

  it('does not say a whole heading, in its words or in others', () =>
    expect([
      isSwapped({ wordHeadingBack: SAID_WHOLE }),
      isSwapped({ conceptHeadingBack: SAID_WHOLE }),
      isSwapped({ wordHeadingBack: SAID_WHOLE - 0.01 }),
    ]).toEqual([false, false, true]));

  it('has little in common with the entry', () =>
    expect([isSwapped({ weight: 2 * ENOUGH_IN_COMMON }), isSwapped({ weight: 2 * ENOUGH_IN_COMMON - 0.1 })]).toEqual([
      false,
      true,
    ]));

  it('is asked of few entries: less and less in common is little where there are more', () => {
    const askedOf = (size: number, weight: number) => isSwapped({ weight, index: { ...SMALL, size } });
    const middle = (SMALL_PACK + LARGE_PACK) / 2;
    expect([
      askedOf(SMALL_PACK, 1.9 * ENOUGH_IN_COMMON),
      askedOf(middle, 1.1 * ENOUGH_IN_COMMON),
      askedOf(middle, 0.9 * ENOUGH_IN_COMMON),
    ]).toEqual([true, false, true]);
    expect([askedOf(LARGE_PACK, 0), askedOf(10 * LARGE_PACK, 0)]).toEqual([false, false]);
  });

  it('is asked where few phrasings tell what the entries are about', () => {
    const askedWith = (phrasings: number, weight: number) => isSwapped({ weight, index: { ...SMALL, phrasings } });
    expect([
      askedWith(LOCAL_FIT_FROM - 0.1, 1.9 * ENOUGH_IN_COMMON),
      askedWith(LOCAL_FIT_IN_FULL / 2, 1.1 * ENOUGH_IN_COMMON),
      askedWith(LOCAL_FIT_IN_FULL / 2, 0.9 * ENOUGH_IN_COMMON),
    ]).toEqual([true, false, true]);
    expect([askedWith(LOCAL_FIT_IN_FULL, 0), askedWith(10 * LOCAL_FIT_IN_FULL, 0)]).toEqual([false, false]);
  });
});
