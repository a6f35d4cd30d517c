import { describe, expect, it } from 'vitest';
import { writtenLike } from '../../../src/core/text/scripts.ts';

describe('writtenLike', () => {
  it.each([
    ['ja', '駐車場はありますか', true],
    ['ja', '登録方法', true],
    ['ja', 'เปิดกี่โมง', false],
    ['th', 'เปิดกี่โมง', true],
    ['th', 'opening hours', false],
    ['de', 'Wann ist offen?', true],
    ['uk', 'коли відкрито', true],
    ['qaa', 'anything', true],
  ])('%s: %s', (tag, text, expected) => expect(writtenLike(tag)(text)).toBe(expected));
});
