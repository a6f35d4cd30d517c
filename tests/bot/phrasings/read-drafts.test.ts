import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PhrasedText } from '../../../src/bot/phrasings/phrased-text.ts';
import { bare, readDrafts } from '../../../src/bot/phrasings/read-drafts.ts';
import { textOf } from '../../helpers/entries.ts';
import { runs } from '../../helpers/runs.ts';

const text = (id: string, title: string, language = 'en'): PhrasedText => ({ id, text: textOf(language, title) });
const TEXTS = [
  text('questions/how-do-i-join', 'How do I join?'),
  text('questions/what-does-it-cost', 'What does membership cost?'),
  text('facts/wifi', 'The Wi-Fi'),
];
/** `id: words | words` of each entry that was found. */
function found(answer: string, texts: readonly PhrasedText[] = TEXTS): string[] {
  const lines = new Map<string, string[]>();
  for (const { words, texts: own } of readDrafts(answer, texts).lines) {
    const id = own[0]?.id ?? '';
    lines.set(id, [...(lines.get(id) ?? []), words]);
  }
  return [...lines].map(([id, words]) => `${id}: ${words.join(' | ')}`);
}
const BOTH = [
  'questions/how-do-i-join: where do i sign up | can anyone become a member',
  'questions/what-does-it-cost: price for students',
];
const FORM = `## questions/how-do-i-join
- where do i sign up
- can anyone become a member

## questions/what-does-it-cost
- price for students
`;

describe('an answer is read', () => {
  it.each([
    ['in its form', FORM],
    ['with text around it', `Sure! Here are the phrasings:\n\n${FORM}\nLet me know if you need more.`],
    ['in a code fence', `\`\`\`markdown\n${FORM}\`\`\`\nHope this helps!`],
    ['with thoughts before it', `<think>\n## facts/wifi\n- not this\n</think>\n${FORM}`],
    ['with stars', FORM.replaceAll('- ', '* ')],
    ['with numbers', FORM.replaceAll('- ', '1. ')],
    ['with numbers in brackets', FORM.replaceAll('- ', '2) ')],
    ['with bold ids and numbers', FORM.replace(/## (.*)/g, '### 1. **$1**')],
    ['with ids in bold, and no heading', FORM.replace(/## (.*)/g, '**$1**')],
    ['with ids and a colon', FORM.replace(/## (.*)/g, '$1:')],
    ['with ids in code', FORM.replace(/## (.*)/g, '## `$1`')],
    ['with headings behind the ids', FORM.replace('do-i-join', 'do-i-join (How do I join?)')],
    ['with headings instead of ids', FORM.replace(/## questions\/how.*/, '## How do I join?')],
    ['with ids without their folder', FORM.replaceAll('questions/', '')],
    ['with ids that are files', FORM.replace(/## (.*)/g, '## $1.md')],
    ['with ids in capitals and spaces', FORM.replace('how-do-i-join', 'How Do I Join')],
    ['with ids that are a little wrong', FORM.replace('how-do-i-join', 'how-do-you-join')],
    ['with languages before the ids', FORM.replaceAll('## ', '## en/')],
    ['in quotation marks', FORM.replace(/- (.*)/g, '- "$1"')],
    ['in curly ones, with commas', FORM.replace(/- (.*)/g, '- “$1”,')],
    ['in bold', FORM.replace(/- (.*)/g, '- **$1**')],
    ['quoted', FORM.replace(/- (.*)/g, '> - $1')],
    ['with boxes', FORM.replace(/- (.*)/g, '- [ ] $1')],
    ['without marks', FORM.replace(/- (.*)/g, '$1')],
    ['with Windows line breaks and a mark of order', `\uFEFF${FORM.replaceAll('\n', '\r\n')}`],
    ['as a table', FORM.replace(/## (.*)\n- (.*)\n- (.*)/, '$1\t$2\n$1\t$3')],
  ])('%s', (_, answer) => expect(found(answer)).toEqual(BOTH));

  const JSON_FORM = {
    'questions/how-do-i-join': ['where do i sign up', 'can anyone become a member'],
    'questions/what-does-it-cost': ['price for students'],
  };
  const LIST = Object.entries(JSON_FORM).map(([id, phrasings]) => ({ id, heading: 'Not this', phrasings }));
  it.each([
    ['as JSON', JSON.stringify(JSON_FORM)],
    ['as JSON over many lines, in a fence', `Here:\n\`\`\`json\n${JSON.stringify(JSON_FORM, null, 2)}\n\`\`\`\nDone.`],
    ['as a list of objects', JSON.stringify(LIST)],
    ['as a list in an object', JSON.stringify({ entries: LIST }, null, 1)],
    ['as a line for each entry', LIST.map((one) => JSON.stringify(one)).join('\n')],
    ['as JSON with commas too many', JSON.stringify(JSON_FORM).replaceAll(']', ',]')],
    ['as JSON below a heading', `## The phrasings\n\n${JSON.stringify(JSON_FORM, null, 2)}`],
    ['as JSON that is cut off', JSON.stringify(LIST).slice(0, -3)],
  ])('%s', (_, answer) => expect(found(answer)).toEqual(BOTH));

  it('says which names were a little wrong, and which are no entry', () => {
    const { corrected, unknown, lines } = readDrafts(
      '## questions/how-do-i-joyn\n- where\n\n## questions/opening-hours\n- when open\n',
      TEXTS,
    );
    expect(corrected).toEqual([{ written: 'questions/how-do-i-joyn', id: 'questions/how-do-i-join' }]);
    expect(unknown).toEqual(['questions/opening-hours']);
    expect(lines.map(({ words }) => words)).toEqual(['where']);
  });

  it('and a name that is as near to two entries is neither', () => {
    const twins = [text('questions/room-1', 'Room 1?'), text('questions/room-2', 'Room 2?')];
    expect(readDrafts('## questions/room-3\n- where is it\n', twins)).toMatchObject({
      lines: [],
      unknown: ['questions/room-3'],
    });
  });

  it('and doubts the last line of one that ends too early', () => {
    const long = '## facts/wifi\n- a b\n- c d\n\n## questions/how-do-i-join\n- where do';
    expect(readDrafts(long, TEXTS).lines.map(({ mayBeCut }) => mayBeCut)).toEqual([false, false, true]);
    expect(readDrafts(`${long}\n`, TEXTS).lines.some(({ mayBeCut }) => mayBeCut)).toBe(false);
  });

  it('and knows the texts that an id has in several languages', () => {
    const texts = [text('facts/wifi', 'The Wi-Fi'), text('facts/wifi', 'El wifi', 'es')];
    const languages = (answer: string) =>
      readDrafts(answer, texts).lines.map(({ texts: own }) => own.map((one) => one.text.language));
    expect(languages('## facts/wifi\n- clave')).toEqual([['en', 'es']]);
    expect(languages('## es/facts/wifi\n- clave')).toEqual([['es']]);
  });
});

describe('whatever an answer is', () => {
  it('it is read, quickly and without an error', () =>
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 400 }), fc.string({ maxLength: 400 }), (one, other) => {
        for (const answer of [
          one,
          other,
          `${FORM}${one}`,
          `## ${one}\n- ${other}`,
          `[{"id":"${one}","x":["${other}"]}`,
        ])
          for (const { words, texts } of readDrafts(answer, TEXTS).lines) {
            expect(words).not.toMatch(/[\n\r]|^\s|\s$/);
            expect(TEXTS).toContain(texts[0]);
          }
      }),
      runs(60),
    ));

  it('words in the form come back as they were', () => {
    const word = fc.stringMatching(/^[a-zäßжи问]{2,8}$/);
    const line = fc.array(word, { minLength: 2, maxLength: 6 }).map((words) => words.join(' '));
    const section = fc.tuple(fc.constantFrom(...TEXTS), fc.uniqueArray(line, { minLength: 1, maxLength: 4 }));
    const sections = fc.uniqueArray(section, { minLength: 1, selector: ([{ id }]) => id });
    const mark = fc.constantFrom('- ', '* ', '1. ', '• ', '- "', '- **');
    fc.assert(
      fc.property(sections, mark, (all, start) => {
        const end = start.slice(2).trim();
        const answer = all
          .map(
            ([{ id }, lines]) =>
              `## ${id}\n${lines.map((one) => `${start}${one}${start.startsWith('-') ? end : ''}`).join('\n')}\n`,
          )
          .join('\n');
        expect(found(answer)).toEqual(all.map(([{ id }, lines]) => `${id}: ${lines.join(' | ')}`));
      }),
      runs(60),
    );
  });

  it('of one that is cut off anywhere, only the last line may differ', () =>
    fc.assert(
      fc.property(fc.nat(FORM.length), (at) => {
        const whole = readDrafts(FORM, TEXTS).lines.map(({ words }) => words);
        const part = readDrafts(FORM.slice(0, at), TEXTS).lines.map(({ words }) => words);
        expect(part.slice(0, -1)).toEqual(whole.slice(0, Math.max(0, part.length - 1)));
      }),
      runs(60),
    ));

  it.each(['- ', '**', '"', '> ', '#', '(', '`', '[ ] '])('a long line of %s is read in time', (mark) =>
    expect(readDrafts(`## facts/wifi\n- ${mark.repeat(20_000)}\n- where`, TEXTS).lines.at(-1)?.words).toBe('where'),
  );

  it.each([
    ['- **"where do i sign up",**', 'where do i sign up'],
    ['1) «где вход»', 'где вход'],
    ["what's new", "what's new"],
    ['"a" or "b"', '"a" or "b"'],
    ['snake\\_case', 'snake_case'],
  ])('%s means %s', (written, words) => expect(bare(written)).toBe(words));
});
