import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { describe, expect, it } from 'vitest';
import { openSpace } from '../../../src/core/classifier/feature-space.ts';
import { learnSpace } from '../../../src/core/classifier/learn-space.ts';
import { createHeadingTerms, numberHeading } from '../../../src/core/classifier/numbered-heading.ts';
import { quickModel } from '../../../src/core/classifier/quick-model.ts';
import { createTerms } from '../../../src/core/index/numbered-text.ts';
import { analyzer } from '../../../src/core/text/analyze.ts';
import { EN } from '../../helpers/languages.ts';

const read = analyzer(EN);
const known = openSpace(learnSpace(['why was I banned', 'a refund'].map((text) => read.analyze(text).features)).kept);

/** A model, and what it was made from, as long as that is there. */
function made() {
  const terms = { ...createTerms(), ...createHeadingTerms() };
  const heading = numberHeading(read.analyze('where do the lanterns sleep'), terms, read);
  const model = quickModel([[heading]], terms, read, { chatter: ['nice weather'], about: ['where is {}'] }, known);
  return { model, sources: [new WeakRef(heading), new WeakRef(terms), new WeakRef(terms.words)] };
}

describe('a model without training', () => {
  it('keeps nothing of the texts that it was made from: there is one for each community', async () => {
    const { model, sources } = made();
    setFlagsFromString('--expose-gc');
    const collect = runInNewContext('gc') as () => void;
    // What was looked at through a weak reference stays until the turn is over.
    await new Promise((resolve) => setImmediate(resolve));
    collect();
    expect(sources.map((source) => source.deref())).toEqual([undefined, undefined, undefined]);
    const { nearest } = model(read.analyze('where do lanterns sleep'), {} as Parameters<typeof model>[1]);
    expect(nearest(0)).toBeGreaterThan(0.5);
  });
});
