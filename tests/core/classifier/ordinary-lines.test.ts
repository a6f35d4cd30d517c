import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { askFeatures } from '../../../src/core/classifier/asked-features.ts';
import { openSpace, vectorIn } from '../../../src/core/classifier/feature-space.ts';
import { learnSpace } from '../../../src/core/classifier/learn-space.ts';
import { likenessTo, narrowed, nearestTo, textPostings } from '../../../src/core/classifier/likeness.ts';
import { nearestOrdinary } from '../../../src/core/classifier/ordinary-lines.ts';
import { packVectors } from '../../../src/core/classifier/vectors.ts';
import { analyzer } from '../../../src/core/text/analyze.ts';
import { EN } from '../../helpers/languages.ts';
import { knownIn, widenedBy } from '../../helpers/widened.ts';

const read = analyzer(EN);
const featuresOf = (text: string) => read.analyze(text).features;
const WORDS = ['ban', 'pizza', 'phone', 'number', 'why', 'open', 'boat', 'rent', 'sunday', 'club', 'chess', 'price'];
const someText = fc.array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 6 }).map((words) => words.join(' '));
const someTexts = fc.array(someText, { minLength: 1, maxLength: 8 });

describe('likeness to lines that many spaces share', () => {
  it('is that to their vectors in the widened space', () => {
    fc.assert(
      fc.property(someTexts, someTexts, someTexts, someTexts, (known, shared, own, questions) => {
        const lines = shared.map(featuresOf);
        const wide = widenedBy(openSpace(learnSpace(known.map(featuresOf)).kept), own, read);
        const { space, base } = wide;
        const plain = nearestTo(textPostings(packVectors([lines.map((line) => vectorIn(space, line))]), space.size));
        const nearest = nearestOrdinary(lines, base);
        for (const question of questions) {
          const { vector, missing } = askFeatures(base, featuresOf(question));
          expect(nearest(vector, knownIn(space, missing))).toBeCloseTo(plain(vectorIn(space, featuresOf(question))), 5);
        }
      }),
    );
  });

  it('is of no line 0', () =>
    expect(
      nearestOrdinary([], openSpace(learnSpace([featuresOf('ban')]).kept))(
        { ids: Int32Array.of(0), values: Float32Array.of(1) },
        [],
      ),
    ).toBe(0));
});

describe('narrowed vectors', () => {
  it('are as like to a question as the whole ones', () => {
    fc.assert(
      fc.property(fc.array(someTexts, { minLength: 1, maxLength: 4 }), someText, (groups, question) => {
        const space = openSpace(learnSpace([...groups.flat(), question].map(featuresOf)).kept);
        const vectors = packVectors(groups.map((texts) => texts.map((text) => vectorIn(space, featuresOf(text)))));
        const vector = vectorIn(space, featuresOf(question));
        const few = narrowed(vectors, space.size);
        const [whole, narrow] = [
          likenessTo(textPostings(vectors, space.size))(vector),
          likenessTo(textPostings(few.vectors, few.size))(few.narrow(vector)),
        ];
        expect(narrow.length).toBe(whole.length);
        for (const [at, value] of whole.entries()) expect(narrow[at]).toBeCloseTo(value, 5);
      }),
    );
  });
});
