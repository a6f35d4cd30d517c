import { describe, expect, it } from 'vitest';
import { affixStripper, analyzer } from '../../../src/core/text/analyze.ts';
import { languageOf } from '../../helpers/languages.ts';

const arabic = affixStripper({ prefixes: ['ال', 'و', 'وال'], suffixes: ['ات', 'ها', 'ة'] }, (affix) => affix);
const korean = affixStripper({ suffixes: ['은', '에게', '들', '에게는'] }, (affix) => affix);

describe('prefixes and suffixes', () => {
  it.each([
    ['والشركات', 'شرك'],
    ['الصين', 'صين'],
    ['وكوبا', 'كوبا'],
    ['وال', 'وال'],
    ['بيت', 'بيت'],
  ])('%s is read as %s', (word, stem) => expect(arabic(word)).toBe(stem));

  it.each([
    ['친구들에게는', '친구'],
    ['물은', '물'],
    ['은', '은'],
    ['중국', '중국'],
  ])('%s is read as %s', (word, stem) => expect(korean(word)).toBe(stem));

  it('are read as words are, and leave words alone where there are none', () => {
    expect(affixStripper({}, (affix) => affix)('words')).toBe('words');
    const stem = analyzer(languageOf('xx', { suffixes: ['É'] })).analyze('cafe café thé').words;
    expect(stem).toEqual(['caf', 'caf', 'the']);
  });
});
