import { expect, it } from 'vitest';
import { prepareFirstAct } from '../../../src/bot/moderation/first-act.ts';
import { otherLines } from '../../../src/core/classifier/untrained.ts';
import { analyzer } from '../../../src/core/text/analyze.ts';
import { everydaySteps } from '../../../src/core/text/background.ts';
import { EN } from '../../helpers/languages.ts';

const check = (text: string) => ({ pack: 'p', language: 'en', text, entry: null, file: 'checks.md', line: 1 });

it('what the first act of a process needs is read in steps, and then it is there', () => {
  // No other test has read it.
  const language = { ...EN };
  const background = { chatter: ['nice weather', 'good night'], about: ['who painted {}'] };
  const detected: string[] = [];
  const steps = prepareFirstAct({
    detect: (text) => detected.push(text),
    checks: [check('Where is the key?'), check('Who has the key?')],
    language: 'en-GB',
    languages: new Map([['en', language]]),
    background: new Map([['en', background]]),
  });
  // Each of three lines twice, as words and as what is said about other things, and each of two checks.
  expect([...steps].length).toBeGreaterThanOrEqual(8);
  expect(detected.slice(1)).toEqual(['Where is the key?', 'Who has the key?']);
  expect([...otherLines(background, analyzer(language)).steps()]).toEqual([]);
  expect([...everydaySteps(background, analyzer(language))]).toEqual([]);
});
