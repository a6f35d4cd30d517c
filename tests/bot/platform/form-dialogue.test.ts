import { describe, expect, it } from 'vitest';
import type { Form } from '../../../src/bot/answers/reply.ts';
import { answerForm, startForm } from '../../../src/bot/platform/form-dialogue.ts';

const FORM: Form = {
  command: 'teach',
  title: 'Teach',
  fields: [
    { name: 'question', label: 'Question', value: 'When?', required: true, long: false },
    { name: 'source', label: 'Source', value: '', required: false, long: false },
  ],
};

describe('a form that is asked question by question', () => {
  it('goes on to the next field, and ends with what was given', () => {
    const first = answerForm(startForm(FORM), ' Where? ');
    expect(first).toEqual({ kind: 'next', at: 1, values: { question: 'Where?', source: '' } });
    if (first.kind !== 'next') return;
    expect(answerForm({ form: FORM, ...first }, 'The rules')).toEqual({
      kind: 'done',
      options: { question: 'Where?', source: 'The rules' },
    });
    expect(answerForm({ form: FORM, ...first }, '-')).toEqual({ kind: 'done', options: { question: 'Where?' } });
  });

  it('keeps what stands there', () =>
    expect(answerForm(startForm(FORM), undefined)).toMatchObject({ kind: 'next', values: { question: 'When?' } }));

  it('asks again for what must not be empty, and leaves it as it is if there is something', () => {
    expect(answerForm({ ...startForm(FORM), values: {} }, '-')).toEqual({ kind: 'again' });
    expect(answerForm(startForm(FORM), '-')).toMatchObject({ kind: 'next', values: { question: 'When?' } });
  });

  it.each(['/cancel', '/CANCEL@bot'])('is given up at %s', (words) =>
    expect(answerForm(startForm(FORM), words)).toEqual({ kind: 'left' }),
  );
});
