import { describe, expect, it } from 'vitest';
import { isTraditional, scriptConverter, simplify } from '../../../src/core/text/chinese.ts';

describe('chinese', () => {
  it('folds to Simplified', () => {
    expect(simplify('為什麼網站被封鎖 OpenAI')).toBe('为什么网站被封锁 OpenAI');
    expect(simplify('为什么')).toBe('为什么');
  });

  it.each([
    ['為什麼封鎖', true],
    ['为什么封锁', false],
    ['你好吗', false],
    ['hello', false],
    ['', false],
    ['我們', true],
  ])('%j is Traditional: %s', (text, traditional) => expect(isTraditional(text)).toBe(traditional));

  it('does not take one odd character for a Traditional text', () => {
    expect(isTraditional(`為${'你我他人大'.repeat(4)}`)).toBe(false);
  });

  it('shows in another script, in its words', () => {
    const convert = scriptConverter({ language: 'zh-Hans', from: 'cn', to: 'twp' });
    expect(convert('软件和网络')).toBe('軟體和網路');
    expect(scriptConverter({ language: 'zh-Hans', from: 'cn', to: 'twp' })).toBe(convert);
  });
});
