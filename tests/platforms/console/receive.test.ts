import { beforeEach, describe, expect, it } from 'vitest';
import { plainReply, type Reply } from '../../../src/bot/answers/reply.ts';
import type { Incoming } from '../../../src/bot/conversation/incoming.ts';
import { StoreError } from '../../../src/bot/ports/store.ts';
import { createReceiver } from '../../../src/platforms/console/receive.ts';
import { consoleOf } from '../../helpers/console.ts';
import { answerWith } from '../../helpers/replies.ts';

const choices = ['a', 'b'].map((label) => ({ label, command: 'show', argument: `facts/${label}` }));
const FORM = { kind: 'form' as const, language: 'en', blocks: [], notes: [] };
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
    expect(asked).toMatchObject([
      {
        person: 'console:operator',
        place: { platform: 'console', id: 'terminal' },
        text: 'why?',
        addressed: true,
        locale: 'de',
      },
    ]);
  });

  it('says what a database lacks, and goes on; other failures end it', async () => {
    const failures = [new StoreError('The database is away.'), new Error('broken')];
    const failing = createReceiver(consoleOf().config, () => Promise.reject(failures.shift()));
    expect(await failing('why?')).toBe('The database is away.');
    await expect(failing('why?')).rejects.toThrow('broken');
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

  describe('what a bare command is about', () => {
    const given = { entry: 'facts/a', question: 'why?' };
    const aboutAfter = async (...lines: string[]) => {
      for (const line of lines) await receive(line);
      return asked.at(-1)?.about;
    };

    it('is the answer that was given last', async () => {
      answer = answerWith(given);
      await receive('why?');
      answer = plainReply('en', 'Pinned.');
      expect(await aboutAfter('/pin', '/pins')).toEqual(given);
    });

    it('is no older one where a question was not answered', async () => {
      answer = answerWith(given);
      await receive('why?');
      answer = plainReply('en', 'I do not know.');
      expect(await aboutAfter('how?', '/pin')).toBeUndefined();
    });

    it('is the choice, with the question that led to it', async () => {
      await receive('how?');
      answer = answerWith({ entry: 'facts/b' });
      await receive('2');
      expect(await aboutAfter('/pin')).toEqual({ entry: 'facts/b', question: 'how?' });
    });

    it('is without a question where a related entry was looked at', async () => {
      answer = answerWith(given, { choices });
      await receive('why?');
      answer = answerWith({ entry: 'facts/b' });
      await receive('2');
      expect(await aboutAfter('/pin')).toEqual({ entry: 'facts/b', question: undefined });
    });
  });

  it('asks a form, and hands over what was typed as options', async () => {
    answer = {
      ...FORM,
      form: {
        command: 'teach',
        title: 'T\u001b[2J',
        fields: [{ name: 'answer', label: 'A', value: 'x\u0007', required: true, long: true }],
      },
    };
    expect(await receive('/teach')).toBe('T[2J\nform-hint\n\nform-field {"label":"A"}\nform-kept {"value":"x\\u0007"}');
    answer = plainReply('en', 'Done.');
    expect(await receive('5')).toBe('Done.');
    expect(asked.at(-1)).toMatchObject({ text: '/teach', options: { answer: '5' } });
    expect(await receive('/help')).toBe('Done.');
  });

  it('gives a form up', async () => {
    answer = {
      ...FORM,
      form: {
        command: 'teach',
        title: 'T',
        fields: [{ name: 'answer', label: 'A', value: '', required: true, long: true }],
      },
    };
    await receive('/teach');
    expect(await receive('/cancel')).toBe('form-cancelled');
    expect(asked).toHaveLength(1);
  });
});
