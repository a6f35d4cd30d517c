import { beforeEach, describe, expect, it } from 'vitest';
import type { Incoming } from '../../../src/bot/incoming.ts';
import { plainReply, type Reply } from '../../../src/bot/reply.ts';
import { createReceiver } from '../../../src/platforms/console/receive.ts';
import { consoleOf } from '../../helpers/console.ts';

const choices = ['a', 'b'].map((label) => ({ label, command: 'show', argument: `facts/${label}` }));
let asked: Incoming[];
let receive: (line: string) => Promise<string>;
let answer: Reply | undefined;

beforeEach(() => {
  asked = [];
  answer = plainReply('en', 'Which?', choices);
  receive = createReceiver(consoleOf().config, async (incoming) => {
    asked.push(incoming);
    return answer;
  });
});

describe('createReceiver', () => {
  it('asks the bot, addressed, with the terminal’s language', async () => {
    expect(await receive('why?')).toBe('Which?\n\n  1. a\n  2. b');
    expect(asked).toMatchObject([{ person: 'console:operator', place: { platform: 'console', id: 'terminal' }, text: 'why?', addressed: true, locale: 'de' }]);
  });

  it('takes a number for one of the choices shown last', async () => {
    await receive('why?');
    await receive(' 2 ');
    expect(asked.at(-1)?.text).toBe('/show facts/b');
    answer = plainReply('en', 'Done.');
    await receive('1');
    await receive('1');
    expect(asked.slice(-2).map(({ text }) => text)).toEqual(['/show facts/a', '1']);
  });

  it.each(['0', '3', '99'])('says that there is no choice %s, and keeps the choices', async (number) => {
    await receive('why?');
    expect(await receive(number)).toBe(`no-choice {"number":"${number}"}`);
    expect(asked).toHaveLength(1);
    await receive('1');
    expect(asked.at(-1)?.text).toBe('/show facts/a');
  });

  it.each(['2023', '1 day', '1.'])('takes %s for a question', async (line) => {
    await receive('why?');
    await receive(line);
    expect(asked.at(-1)?.text).toBe(line);
  });

  it('may be silent', async () => {
    answer = undefined;
    expect(await receive('hm')).toBe('');
  });
});
