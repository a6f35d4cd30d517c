import { describe, expect, it } from 'vitest';
import { RUNNER_UP, UNSURE } from '../../../src/core/calibration/policy.ts';
import { offersOf } from '../../../src/core/search/offers.ts';
import { entryOf, textOf } from '../../helpers/entries.ts';

const candidate = (pack: string, id: string, confidence: number) => ({
  entry: { ...entryOf(`questions/${id}`, textOf('en', id)), pack },
  language: 'en',
  confidence,
});
const offered = (...candidates: ReturnType<typeof candidate>[]) =>
  offersOf(candidates).map(({ entry }) => entry.id.replace('questions/', ''));

describe('what is offered', () => {
  it('is the best three', () =>
    expect(
      offered(candidate('a', '1', 0.5), candidate('a', '2', 0.2), candidate('a', '3', 0.1), candidate('a', '4', 0.08)),
    ).toEqual(['1', '2', '3']));
  it('is nothing that is hardly likely', () =>
    expect(
      offered(candidate('a', '1', 0.5), candidate('a', '2', RUNNER_UP), candidate('a', '3', RUNNER_UP / 2)),
    ).toEqual(['1', '2']));

  it('has the best of each pack that would offer something by itself, however much better another pack fits', () =>
    expect(
      offered(
        candidate('a', '1', 0.5),
        candidate('a', '2', 0.4),
        candidate('a', '3', 0.3),
        candidate('b', '4', UNSURE),
      ),
    ).toEqual(['1', '2', '4']));

  it('has nothing of a pack that would offer nothing by itself', () =>
    expect(offered(candidate('a', '1', 0.5), candidate('b', '2', UNSURE - 0.01), candidate('a', '3', 0.02))).toEqual([
      '1',
      '3',
    ]));
});
