import { describe, expect, it } from 'vitest';
import { heldThings } from '../../../src/core/ranking/features.ts';
import { analyzer as analyzerFor } from '../../../src/core/text/analyze.ts';
import { EN } from '../../helpers/languages.ts';
import { indexOf, readWith } from '../../helpers/live-index.ts';

describe('how much of what a question names an entry holds', () => {
  const analyzer = analyzerFor({
    ...EN,
    frequent: ['the', 'sauna', 'towel', 'locker', 'trampoline'],
    synonyms: [['locker', 'cupboard']],
    kin: [{ drawer: ['pet'], things: [['dog'], ['cat']] }],
  });
  const entries = [
    readWith(analyzer, 'Our sauna', ['a towel for the sauna'], ['No pets here.']),
    readWith(analyzer, 'A locker', [], ['Beside the trampoline.']),
  ];
  const index = indexOf(entries, analyzer);
  const shares = (question: string, entry: number) => heldThings(index.match(question))(entry);

  it('is told by how seldom people use the words, in the entry and in its titles and phrasings', () => {
    expect(shares('sauna towel', 0)).toEqual({ held: 1, inHeading: 1 });
    expect(shares('locker trampoline', 1)).toMatchObject({ held: 1, inHeading: expect.closeTo(0.46, 2) });
    const [rare, common] = [shares('sauna trampoline', 0).held, shares('towel trampoline', 0).held];
    expect([rare < common, common < 0.5]).toEqual([true, true]);
  });

  it('is held in words that mean the same, and by the name of its class', () => {
    expect(shares('cupboard', 1)).toEqual({ held: 1, inHeading: 1 });
    expect(shares('dog', 0)).toEqual({ held: 1, inHeading: 0 });
    expect(shares('horse', 0)).toEqual({ held: 0, inHeading: 0 });
  });

  it('is nothing of a question that names nothing', () => expect(shares('the', 0)).toEqual({ held: 0, inHeading: 0 }));
});
