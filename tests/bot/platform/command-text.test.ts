import { describe, expect, it } from 'vitest';
import { readCommand } from '../../../src/bot/platform/command-text.ts';

describe('readCommand', () => {
  it.each([
    ['/help', { name: 'help', argument: '' }],
    ['  /Help  ', { name: 'help', argument: '' }],
    ['/ask@some_bot  is it open? ', { name: 'ask', argument: 'is it open?' }],
    ['/teach one\ntwo', { name: 'teach', argument: 'one\ntwo' }],
    ['\u200f/pins', { name: 'pins', argument: '' }],
  ])('reads %j', (text, command) => expect(readCommand(text)).toEqual(command));

  it.each(['help', '/', '/ help', '/help!', 'see /help', '/etc/passwd'])('takes %j for no command', (text) =>
    expect(readCommand(text)).toBeUndefined(),
  );
});
