import { describe, expect, it } from 'vitest';
import { learnGlossary, type Parallel } from '../../../src/core/translation/glossary.ts';

const bag = (text: string) => new Map(text.split(' ').map((word) => [word, 1]));
const parallel = (source: string, target: string): Parallel => ({ source: bag(source), target: bag(target) });

describe('learnGlossary', () => {
  it('leaves each word to the word that explains it best', () => {
    const glossary = learnGlossary([
      parallel('rotes haus', 'red house'),
      parallel('rotes auto', 'red car'),
      parallel('blaues haus', 'blue house'),
      parallel('haus', 'house'),
    ]);
    expect([...glossary]).toEqual([
      ['rotes', 'red'],
      ['haus', 'house'],
      ['auto', 'car'],
      ['blaues', 'blue'],
    ]);
  });

  it('says nothing of a word that stood in one long passage only', () => {
    expect(learnGlossary([parallel('a b c d e f', 'u v w x y z')]).size).toBe(0);
  });

  it('heeds how many phrasings have a word', () => {
    const rare = { source: new Map([['haus', 1]]), target: new Map([...bag('house'), ['odd', 0.1]]) };
    expect(learnGlossary([rare, rare]).get('haus')).toBe('house');
  });

  it('says nothing of what hardly any phrasing has, on either side', () => {
    expect(learnGlossary([{ source: bag('haus'), target: new Map([['odd', 0.05]]) }]).size).toBe(0);
    expect(learnGlossary([{ source: new Map([['seltsam', 0.01]]), target: bag('house') }]).size).toBe(0);
  });

  it('learns nothing from nothing', () => {
    expect(learnGlossary([]).size).toBe(0);
    expect(learnGlossary([{ source: new Map(), target: bag('a') }]).size).toBe(0);
  });
});
