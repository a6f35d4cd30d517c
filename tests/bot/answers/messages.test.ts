import { describe, expect, it } from 'vitest';
import { sayDate, speakers } from '../../../src/bot/answers/messages.ts';
import { DE, EN, HANS, HANT } from '../../helpers/languages.ts';

const LANGUAGES = new Map([EN, DE, HANS, HANT].map((one) => [one.tag, one]));
const MESSAGES = new Map([
  ['en', 'hello = Hello, { $name }!\ncount = { $n ->\n    [one] one\n   *[other] { $n } things\n}\n'],
  ['zh-Hans', 'hello = 网络，{ $name }\n'],
]);
const speak = speakers(MESSAGES, LANGUAGES, 'en');

describe('speakers', () => {
  it('fill in variables, without isolation marks', () => {
    expect(speak('en')('hello', { name: 'Ann' })).toBe('Hello, Ann!');
    expect(speak('en')('count', { n: 1 })).toBe('one');
    expect(speak('en')('count', { n: 3 })).toBe('3 things');
  });

  it('speak the default where a language or a message is missing', () => {
    expect(speak('de')('hello', { name: 'Ann' })).toBe('Hello, Ann!');
    expect(speak('zh-Hans')('count', { n: 2 })).toBe('2 things');
  });

  it('write one script from the other', () => expect(speak('zh-Hant')('hello', { name: 'Ann' })).toBe('網路，Ann'));

  it('prefer words of their own to a conversion', () => {
    const own = speakers(new Map([...MESSAGES, ['zh-Hant', 'hello = 網絡\n']]), LANGUAGES, 'en');
    expect(own('zh-Hant')('hello')).toBe('網絡');
  });

  it('part commands from text, but none of a variable, and none with something to type behind it', () => {
    const messages = [
      'hint = Try /topics, or { $question }: /help',
      'link = Type /link { $code }, see https://a.example/help',
      'near = /{ $name }',
    ].join('\n');
    const say = speakers(new Map([['en', messages]]), LANGUAGES, 'en')('en');
    expect(say.parts('hint', { question: '/teach \u0001/pin\u0001' })).toEqual([
      { kind: 'text', text: 'Try ' },
      { kind: 'command', text: '/topics' },
      { kind: 'text', text: ', or /teach /pin: ' },
      { kind: 'command', text: '/help' },
    ]);
    expect(say.parts('link', { code: 'x' })).toEqual([
      { kind: 'text', text: 'Type /link x, see https://a.example/help' },
    ]);
    expect(say.parts('near', { name: 'x' })).toEqual([{ kind: 'text', text: '/x' }]);
    expect(say('hint', { question: 'q' })).toBe('Try /topics, or q: /help');
  });

  it('name a key that nobody wrote', () => expect(() => speak('en')('nope')).toThrow('no message "nope"'));

  it('name a file that cannot be read', () =>
    expect(() => speakers(new Map([['en', 'a = { $']]), LANGUAGES, 'en')).toThrow('locales/en/messages.ftl'));
});

describe('sayDate', () => {
  it.each([
    ['2023', 'en', '2023'],
    ['2023-03', 'en', 'March 2023'],
    ['2023-03-01', 'en', 'March 1, 2023'],
    ['2023-03-01', 'en-GB', '1 March 2023'],
    ['2023-03-16', 'zh-Hans', '2023年3月16日'],
    ['2024-12-31', 'de', '31. Dezember 2024'],
    ['2023-03-16', 'fa', '۱۶ مارس ۲۰۲۳'],
    ['2023-03', 'ar', 'مارس 2023'],
    ['spring', 'en', 'spring'],
  ])('%s in %s is %s', (date, language, said) => expect(sayDate(date, language)).toBe(said));
});
