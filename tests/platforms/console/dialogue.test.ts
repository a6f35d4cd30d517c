import { describe, expect, it } from 'vitest';
import type { FormField } from '../../../src/bot/answers/reply.ts';
import { startDialogue } from '../../../src/platforms/console/receive.ts';
import { consoleOf } from '../../helpers/console.ts';

const { say } = consoleOf().config;
const field = (name: string, parts: Partial<FormField> = {}): FormField => ({
  name,
  label: name.toUpperCase(),
  value: '',
  required: false,
  long: false,
  ...parts,
});
const open = (...fields: FormField[]) => startDialogue({ command: 'teach', title: 'Teach', fields }, say);

describe('startDialogue', () => {
  it('asks one question after the other', () => {
    const dialogue = open(field('question', { required: true }), field('answer', { value: 'so' }));
    expect(dialogue.prompt()).toBe('Teach\nform-hint\n\nform-field {"label":"QUESTION"}');
    expect(dialogue.answer(' how? ')).toEqual({
      kind: 'next',
      prompt: 'form-field {"label":"ANSWER"}\nform-kept {"value":"so"}',
    });
    expect(dialogue.answer('')).toEqual({
      kind: 'done',
      command: 'teach',
      options: { question: 'how?', answer: 'so' },
    });
  });

  it('insists on what is needed', () => {
    const dialogue = open(field('question', { required: true }), field('answer', { required: true, value: 'so' }));
    expect(dialogue.answer('')).toMatchObject({
      kind: 'next',
      prompt: expect.stringMatching(/^form-required\n\nTeach/),
    });
    dialogue.answer('how');
    // What is there cannot be emptied, and stays.
    expect(dialogue.answer('-')).toMatchObject({ kind: 'done', options: { question: 'how', answer: 'so' } });
  });

  it('leaves out what was emptied', () => {
    expect(open(field('source', { value: 'Rules' })).answer('-')).toEqual({
      kind: 'done',
      command: 'teach',
      options: {},
    });
  });

  it('takes \\n for a new line where there may be several', () => {
    const typed = 'one\\ntwo \\\\new';
    expect(open(field('answer', { long: true })).answer(typed)).toMatchObject({
      options: { answer: 'one\ntwo \\new' },
    });
    expect(open(field('question')).answer(typed)).toMatchObject({ options: { question: typed } });
  });

  it('gives up at /cancel', () => expect(open(field('question')).answer(' /cancel ')).toEqual({ kind: 'left' }));

  it.each(['/help', '/etc/hosts', '/'])('loses nothing at %s', (line) => {
    const dialogue = open(field('question'), field('answer'));
    dialogue.answer('how');
    expect(dialogue.answer(line)).toMatchObject({
      kind: 'next',
      prompt: expect.stringMatching(/^form-slash\n\nform-field .*ANSWER/),
    });
    expect(dialogue.answer(`\\${line}`)).toMatchObject({ kind: 'done', options: { question: 'how', answer: line } });
  });
});
