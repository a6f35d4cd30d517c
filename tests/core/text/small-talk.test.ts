import { describe, expect, it } from 'vitest';
import { smallTalkParter, smallTalkRemover } from '../../../src/core/text/small-talk.ts';

const remove = smallTalkRemover([['hey'], ['hey', 'bot'], ['can', 'you', 'tell', 'me']]);

describe('small talk', () => {
  it.each([
    ['hey bot why banned', 'why banned'],
    ['hey why', 'why'],
    ['why banned can you tell me', 'why banned'],
    ['bot why', 'bot why'],
    ['can you ban me', 'can you ban me'],
    ['', ''],
  ])('%j leaves %j', (before, after) => expect(remove(before.split(' ')).join(' ')).toBe(after));

  it('stays where nothing else is left', () => expect(remove(['hey', 'bot'])).toEqual(['hey', 'bot']));

  it('is nothing where no phrase is known', () => expect(smallTalkRemover([])(['hey'])).toEqual(['hey']));

  it('is told beside what it leaves', () => {
    const part = smallTalkParter([['hey'], ['hey', 'bot'], ['please']]);
    expect(part(['hey', 'bot', 'why', 'please'])).toEqual({
      rest: ['why'],
      smallTalk: ['hey bot', 'please'],
      isAll: false,
    });
    expect(part(['hey'])).toEqual({ rest: ['hey'], smallTalk: [], isAll: true });
  });
});
