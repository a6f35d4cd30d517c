import { describe, expect, it } from 'vitest';
import { expectedAnswers, type PhrasedText } from '../../../src/bot/phrasings/phrased-text.ts';
import { promptsFor } from '../../../src/bot/phrasings/prompt.ts';
import { readDrafts } from '../../../src/bot/phrasings/read-drafts.ts';
import { analyzer } from '../../../src/core/text/analyze.ts';
import { baseOf, languageOf } from '../../../src/core/text/language.ts';
import { plain, textOf } from '../../helpers/entries.ts';
import { shippedLocales } from '../../helpers/services.ts';

const { languages } = await shippedLocales();
const analyzerOf = (language: string) => analyzer(languageOf(baseOf(language), languages));
const text = (id: string, title: string, phrasings: readonly string[] = [], language = 'en', answer = 'So.') => ({
  id,
  text: textOf(language, title, phrasings, { answer: [plain(answer)] }),
});
const promptsOf = (all: readonly PhrasedText[], options = {}) =>
  promptsFor(all, { wanted: 5, all, analyzerOf, ...options });

describe('a prompt', () => {
  const DOG = text('questions/dog', 'May I bring my dog?', ['pets allowed']);
  const CAT = text('questions/cat', 'May I bring my cat?');
  const FULL = text('questions/full', 'Is it full?', ['a', 'b', 'c', 'd', 'e']);

  it('holds the id, the heading, the phrasings, the answer and the number of each entry that has too few', () => {
    const [one, ...others] = promptsOf([DOG, FULL]);
    expect(others).toEqual([]);
    expect(one).toMatchObject({ language: 'en', count: 1 });
    expect(one?.prompt).toContain(
      '## questions/dog\nHeading: May I bring my dog?\nPhrasings that it has:\n- pets allowed\nAnswer: So.\nWanted: 4\n',
    );
    expect(one?.prompt).not.toContain('questions/full');
    expect(promptsOf([FULL])).toEqual([]);
  });

  it('says which entries are similar', () => {
    const [one] = promptsOf([DOG, CAT, FULL]);
    expect(one?.prompt).toContain('Similar, but another entry: questions/cat (May I bring my cat?)');
    expect(one?.prompt).not.toContain('another entry: questions/full');
  });

  it('has the beginning of a long answer', () => {
    const [one] = promptsOf([text('questions/a', 'A?', [], 'en', 'word '.repeat(500))]);
    expect(one?.prompt).toContain('word word...\n');
    expect(one?.prompt.length).toBeLessThan(2500);
  });

  it('is for one language, and names it, also before the ids', () => {
    const prompts = promptsOf([DOG, text('questions/dog', '¿Puedo llevar mi perro?', [], 'es')]);
    expect(prompts.map(({ language }) => language)).toEqual(['en', 'es']);
    expect(prompts[1]?.prompt).toContain('in Spanish');
    expect(prompts[1]?.prompt).toContain('## es/questions/dog\nHeading: ¿Puedo llevar mi perro?');
    expect(prompts[0]?.prompt).not.toContain('perro');
  });

  it('fits a chat window, and together they hold each entry once', () => {
    const all = Array.from({ length: 60 }, (_, at) =>
      text(`questions/q${at}`, `How is number ${at}?`, [], 'en', 'x '.repeat(150)),
    );
    const prompts = promptsOf(all);
    expect(prompts.length).toBeGreaterThan(1);
    for (const { prompt } of prompts) expect(prompt.length).toBeLessThanOrEqual(12_000);
    const named = prompts.flatMap(({ prompt }) => [...prompt.matchAll(/^## (questions\/q\d+)$/gm)].map(([, id]) => id));
    expect(named).toEqual(all.map(({ id }) => id));
    expect(promptsOf(all, { mostEntries: 8 })).toHaveLength(8);
  });

  it('shows a form that is read', () => {
    const [one] = promptsOf([text('questions/how-do-i-join', 'How do I join?')]);
    const form = one?.prompt.split('The entries:')[0] ?? '';
    expect(
      readDrafts(form, [text('questions/how-do-i-join', 'How do I join?')]).lines.map(({ words }) => words),
    ).toEqual(['where do i sign up', 'can anyone become a member']);
  });
});

it('what to expect grows with each phrasing, and not beyond those that were measured', () => {
  const of = (count: number) => expectedAnswers([text('questions/a', 'A?', new Array<string>(count).fill('a'))]);
  const all = Array.from({ length: 9 }, (_, count) => of(count));
  expect(all).toEqual([...all].sort((a, b) => a - b));
  expect(of(40)).toBe(of(5));
});
