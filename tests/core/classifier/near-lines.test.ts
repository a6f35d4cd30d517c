import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { askFeatures } from '../../../src/core/classifier/asked-features.ts';
import { openSpace, vectorIn } from '../../../src/core/classifier/feature-space.ts';
import { readTemplates } from '../../../src/core/classifier/filled-lines.ts';
import { learnSpace } from '../../../src/core/classifier/learn-space.ts';
import { nearestTo, textPostings } from '../../../src/core/classifier/likeness.ts';
import { nearestFilled } from '../../../src/core/classifier/near-lines.ts';
import { packVectors } from '../../../src/core/classifier/vectors.ts';
import { analyzer } from '../../../src/core/text/analyze.ts';
import { fill } from '../../../src/core/text/background.ts';
import { EN } from '../../helpers/languages.ts';
import { knownIn, widenedBy } from '../../helpers/widened.ts';

const read = analyzer({
  ...EN,
  replace: { ...EN.replace, "'s": ' is', 'office ban': 'prohibition' },
  smallTalk: [...EN.smallTalk, 'please', 'where phone'],
  synonyms: [
    ['ban it', 'exclude'],
    ['phone', 'mobile phone'],
  ],
});
const featuresOf = (text: string) => read.analyze(text).features;
const word = fc.constantFrom(
  'ban',
  'banned',
  'phone',
  'office',
  'where',
  'is',
  'it',
  'please',
  'mobile',
  '手机',
  '办公室',
);
const words = fc.array(word, { minLength: 1, maxLength: 5 }).map((some) => some.join(' '));
const names = fc.array(
  fc.array(word, { minLength: 1, maxLength: 2 }).map((some) => some.join(' ')),
  { minLength: 1, maxLength: 4 },
);
const template = fc.tuple(
  fc.array(word, { maxLength: 3 }),
  fc.constantFrom(' ', '', '"'),
  fc.constantFrom(' ', '', '?', "'s ", '{}'),
  fc.array(word, { maxLength: 3 }),
);

describe('likeness to filled templates', () => {
  it('is what it would be with every line read and kept as a whole', () => {
    fc.assert(
      fc.property(
        fc.array(words, { minLength: 1 }),
        fc.array(words),
        fc.array(template, { minLength: 1, maxLength: 6 }),
        names,
        words,
        (learned, own, about, fillings, question) => {
          const { space, base } = widenedBy(
            openSpace(learnSpace(learned.map(featuresOf)).kept),
            [...own, ...fillings],
            read,
          );
          const templates = readTemplates(
            {
              chatter: [],
              about: about.map(
                ([before, left, right, after]) => `${before.join(' ')}${left}{}${right}${after.join(' ')}`,
              ),
            },
            read,
            100,
          );
          const lines = templates.map(({ turn }) => read.analyze(fill(turn, fillings)));
          const plain = nearestTo(
            textPostings(packVectors([lines.map(({ features }) => vectorIn(space, features))]), space.size),
          );
          const nearest = nearestFilled(templates, fillings.join('\n'), read, base);
          const { vector, missing } = askFeatures(base, featuresOf(question));
          const added = knownIn(space, missing);
          expect(nearest(vector, added)).toBeCloseTo(plain(vectorIn(space, featuresOf(question))), 5);
          // Nothing stays of the first question.
          expect(nearest(vector, added)).toBe(nearest(vector, added));
        },
      ),
      // A name that parts what means something together.
      { numRuns: 300, examples: [[['ban it', 'window'], [], [[['ban'], ' ', ' ', ['it']]], ['window'], 'ban it']] },
    );
  });

  it('is 0 where there are no names', () => {
    const base = openSpace(learnSpace([featuresOf('ban')]).kept);
    expect(
      nearestFilled(
        readTemplates({ chatter: [], about: ['where is {}'] }, read, 10),
        '',
        read,
        base,
      )(vectorIn(base, featuresOf('ban')), []),
    ).toBe(0);
  });
});
