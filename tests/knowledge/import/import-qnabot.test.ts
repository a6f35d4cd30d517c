import { describe, expect, it } from 'vitest';
import { importText } from '../../helpers/import-text.ts';

const FORM = 'an export of QnABot is {"qna": [{"qid": "...", "q": ["..."], "a": "..."}]}';
/** As the Content Designer exports it. */
const ITEM = {
  next: '',
  args: [''],
  a: 'The sun is 149,598,262 km (1 AU) away.\n# of_planets: 8 <approx>',
  r: { buttons: [{ text: '', value: '' }], subTitle: '', imageUrl: '', title: '' },
  t: 'sun',
  alt: { markdown: '', ssml: '' },
  l: '',
  qid: 'sun.5',
  type: 'qna',
  selected: false,
  q: ['How far away is the sun?', 'What distance is the sun from the earth?'],
};

const importItems = (...items: readonly object[]) =>
  importText('qna.json', JSON.stringify({ qna: items }, undefined, 2));

describe('an export of QnABot', () => {
  it('becomes entries; what is plain text there stays plain', async () => {
    const { entries, errors, warnings } = await importItems(ITEM);
    expect([errors, warnings]).toEqual([[], []]);
    expect(entries).toMatchObject([
      { id: 'questions/sun-5', naming: 'suggested', language: 'en', title: ITEM.q[0], line: 3 },
    ]);
    expect(entries[0]?.text.split('\n').slice(2)).toEqual([
      'tags: [sun]',
      '---',
      '# How far away is the sun?',
      '',
      '> - What distance is the sun from the earth?',
      '',
      'The sun is 149,598,262 km (1 AU) away.\\',
      '\\# of_planets: 8 \\<approx>',
      '',
    ]);
  });

  it('may be the list alone', async () => {
    const { entries } = await importText(
      'qna.json',
      `\n[\n{"a": "[1]", "q": ["How?"]},\n\n {"qid": "b", "q": ["Why?", "", "why"], "a": "So.", "x": [[1], [2]]}]`,
    );
    expect(entries.map(({ id, line, naming }) => [id, line, naming])).toEqual([
      ['questions/how', 3, 'derived'],
      ['questions/b', 5, 'suggested'],
    ]);
  });

  it('gives its Markdown answers where they can be shown', async () => {
    const { entries, errors, warnings } = await importItems(
      { ...ITEM, alt: { markdown: 'About **150** million km.' } },
      { ...ITEM, qid: 'x', q: ['x'], a: 'Plain.', alt: { markdown: 'Far {{x}}' } },
    );
    expect(errors).toEqual([]);
    expect(entries.map(({ text }) => text.trimEnd().split('\n').at(-1))).toEqual([
      'About **150** million km.',
      'Plain.',
    ]);
    expect(warnings).toEqual([
      'qna.json:33: the Markdown answer of "x" is not imported: it is worked out when it is asked for (its plain answer is taken instead)',
    ]);
  });

  it('is read without items whose answer nobody wrote down', async () => {
    const { entries, warnings } = await importItems(
      ITEM,
      { ...ITEM, qid: 'quiz', type: 'quiz' },
      { ...ITEM, qid: 'hook', l: 'QNA:Hook' },
      { ...ITEM, qid: 'bars', a: 'Asked {{UserInfo.InteractionCount}} times.' },
      { ...ITEM, qid: 'none', q: ['no_hits'] },
    );
    expect(entries).toHaveLength(1);
    expect(warnings.map((warning) => warning.replace(/^qna\.json:\d+: | \(.*$/g, ''))).toEqual([
      '"quiz" is left out: it is of the type "quiz"',
      '"hook" is left out: a function works its answer out',
      '"bars" is left out: its answer is worked out when it is asked for',
      '"none" is left out: it is for questions without an answer',
    ]);
  });

  it.each([
    ['{"qna": [\n{"qid": "a", "q": "Why?", "a": "So."}]}', 'qna.json:2: no question to the answer "So."'],
    ['[{"q": ["Why?"]}]', 'qna.json:1: no answer to "Why?" (write one, or leave the question out)'],
    ['[1, null, "x", []]', `qna.json:1: no questions were found (${FORM};`],
    ['{"qna": {"z": 1}}', `qna.json:1: no questions were found (${FORM};`],
    ['7', `qna.json:1: no questions were found (${FORM};`],
    ['[\n{"q": ["Why?"] "a": "So."}]', 'look for a comma, bracket or quotation mark too many or missing'],
    ['[]', `qna.json:1: no questions were found (${FORM};`],
    ['['.repeat(1_000_000), 'qna.json:1: the file is nested too deeply (nest at most 30 lists and groups)'],
    [
      JSON.stringify({ qna: Array(5001).fill(0) }),
      'qna.json:1: the file has 5001 questions (import at most 5000 at once)',
    ],
  ])('%# is refused', async (json, error) => {
    const { entries, errors } = await importText('qna.json', json);
    expect(errors.join('\n')).toContain(error);
    expect(entries).toEqual([]);
  });

  it('has each id once', async () => {
    const { entries, errors } = await importText(
      'qna.json',
      '[{"qid":"a","q":["Why?"],"a":"So."},\n{"qid":"a","q":["How?"],"a":"So."}]',
    );
    expect(errors).toEqual(['qna.json:2: the id "a" is on line 1, too (give each entry its own)']);
    expect(entries.map(({ title }) => title)).toEqual(['Why?']);
  });

  it('that means to change how objects behave is read like any other', async () => {
    const { entries, errors } = await importText(
      'qna.json',
      '{"__proto__": {"qna": 1}, "constructor": 2, "qna": [{"__proto__": {"a": "evil"}, "q": ["Why?"], "a": "So.", "alt": {"__proto__": {"markdown": "x"}}}]}',
    );
    expect(errors).toEqual([]);
    expect(entries[0]?.text.split('\n').at(-2)).toBe('So.');
    expect(({} as { a?: unknown }).a).toBeUndefined();
  });
});
