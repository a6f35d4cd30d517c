import { describe, expect, it } from 'vitest';
import { dictionary } from '../../../src/knowledge/languages/locales.ts';

describe('dictionary', () => {
  it('says what a Chinese word is in English', () => {
    const gloss = dictionary('zh', 'en');
    expect(gloss?.('博物馆')).toContain('museum');
    expect(gloss?.('没有这个词')).toEqual([]);
  });

  it('says nothing of how a word is written or used', () => {
    const meanings = ['张', '王', '个', '甚麽'].flatMap((word) => dictionary('zh', 'en')?.(word) ?? []);
    expect(meanings.filter((meaning) => /^surname|variant of|^CL:|^classifier/.test(meaning))).toEqual([]);
  });

  it('is there for some pairs only', () =>
    expect([dictionary('en', 'zh'), dictionary('xx', 'en'), dictionary('constructor', '')]).toEqual([
      undefined,
      undefined,
      undefined,
    ]));
});
