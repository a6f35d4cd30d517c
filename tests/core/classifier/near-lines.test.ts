import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openSpace, vectorIn } from '../../../src/core/classifier/feature-space.ts';
import { learnSpace } from '../../../src/core/classifier/learn-space.ts';
import { nearestTo, textPostings } from '../../../src/core/classifier/likeness.ts';
import { nearestFilled } from '../../../src/core/classifier/near-lines.ts';
import { packVectors } from '../../../src/core/classifier/vectors.ts';
import { analyzer } from '../../../src/core/text/analyze.ts';
import { EN } from '../../helpers/languages.ts';
import { widenedBy } from '../../helpers/widened.ts';

const read = analyzer(EN);
const featuresOf = (text: string) => read.analyze(text).features;
const words = fc.array(fc.constantFrom('ban', 'banned', 'phone', 'office', 'where', 'is', 'it'), { minLength: 1, maxLength: 5 }).map((some) => some.join(' '));

describe('likeness to filled templates', () => {
  it('is what it would be with every line kept as a whole', () => {
    fc.assert(
      fc.property(fc.array(words, { minLength: 1 }), fc.array(words), fc.array(fc.tuple(words, words), { minLength: 1 }), words, words, (learned, own, templates, name, question) => {
        const wide = widenedBy(openSpace(learnSpace(learned.map(featuresOf)).kept), [...own, name], read);
        const filled = templates.map(([before, after], at) => read.analyze(`${before} ${at % 2 ? name : ''}${after}`));
        const plain = nearestTo(textPostings(packVectors([filled.map(({ features }) => vectorIn(wide.space, features))]), wide.space.size));
        const nearest = nearestFilled(
          templates.map(([before, after]) => read.analyze(`${before} ${after}`)),
          filled,
          wide,
        );
        const vector = vectorIn(wide.space, featuresOf(question));
        expect(nearest(vector)).toBeCloseTo(plain(vector), 5);
        // Nothing stays of the first question.
        expect(nearest(vector)).toBe(nearest(vector));
      }),
    );
  });

  it('is 0 where there are none', () =>
    expect(
      nearestFilled([read.analyze('where is')], [], widenedBy(openSpace(learnSpace([featuresOf('ban')]).kept), [], read))(vectorIn(openSpace(learnSpace([featuresOf('ban')]).kept), featuresOf('ban'))),
    ).toBe(0));
});
