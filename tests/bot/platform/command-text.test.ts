import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Option } from '../../../src/bot/command.ts';
import { readCommand, readOptions, writeOptions } from '../../../src/bot/platform/command-text.ts';
import { runs } from '../../helpers/runs.ts';

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

const TEACH: Option[] = [
  { name: 'question', kind: 'text' },
  { name: 'answer', kind: 'long' },
  { name: 'why', kind: 'text' },
  { name: 'force', kind: 'flag' },
  { name: 'message', kind: 'flag' },
];
const ONE: Option[] = [{ name: 'entry', kind: 'entry' }];
const read = (argument: string) => readOptions(argument, TEACH);

describe('readOptions', () => {
  it.each<[string, Record<string, string>]>([
    ['', {}],
    ['how do I x', { question: 'how do I x' }],
    ['how do I x answer: so', { question: 'how do I x', answer: 'so' }],
    ['how do I x\nAnswer: so\nand so', { question: 'how do I x', answer: 'so\nand so' }],
    ['answer: so question: how', { answer: 'so', question: 'how' }],
    ['怎么办 answer：这样', { question: '怎么办', answer: '这样' }],
    ['how --answer so --why because', { question: 'how', answer: 'so', why: 'because' }],
    ['how --answer=so —force', { question: 'how', answer: 'so', force: 'yes' }],
    ['--force how', { question: 'how', force: 'yes' }],
    ['how --force --message answer: so', { question: 'how', answer: 'so', force: 'yes', message: 'yes' }],
    ['answer: so --force', { answer: 'so', force: 'yes' }],
    ['"how" answer: “so”', { question: 'how', answer: 'so' }],
    ['「怎么办」', { question: '怎么办' }],
  ])('reads %j', (argument, values) => expect(read(argument)).toEqual(values));

  it.each<[string, string, Record<string, string>]>([
    [
      'a name that stood before',
      'how answer: see question: 5 answer: no',
      { question: 'how', answer: 'see question: 5 answer: no' },
    ],
    ['a name in quotes', '"see why: it is" answer: “a why: b”', { question: 'see why: it is', answer: 'a why: b' }],
    [
      'an unknown name',
      'how note: x answer: https://a.example',
      { question: 'how note: x', answer: 'https://a.example' },
    ],
    ['a name inside a word', 'whatanswer: x', { question: 'whatanswer: x' }],
    ['a flag with a colon', 'force: x', { question: 'force: x' }],
    [
      'a flag in the midst of words',
      'how answer: git push --force origin',
      { question: 'how', answer: 'git push --force origin' },
    ],
    ['an unknown flag', 'how --quiet', { question: 'how --quiet' }],
    ['a quotation that does not end', '"how answer: so', { question: '"how', answer: 'so' }],
    ['two quotations', '"how" and "why"', { question: '"how" and "why"' }],
  ])('takes %s for words', (_, argument, values) => expect(read(argument)).toEqual(values));

  it('leaves what follows a flag where the words before it were', () => {
    expect(read('question: how --force --message more')).toEqual({
      question: 'how more',
      force: 'yes',
      message: 'yes',
    });
  });

  it('takes everything where there is one option, with or without its name', () => {
    for (const argument of ['refund why: x', 'entry: refund why: x', '--entry refund why: x', 'Entry：refund why: x'])
      expect(readOptions(argument, ONE)).toEqual({ entry: 'refund why: x' });
    expect(readOptions('entry', ONE)).toEqual({ entry: 'entry' });
  });

  it('takes a flag beside one option at the very beginning or end only, and with two hyphens', () => {
    const ask: Option[] = [
      { name: 'question', kind: 'text' },
      { name: 'private', kind: 'flag' },
    ];
    for (const argument of ['why? --private', '--private why?', '--PRIVATE  why?'])
      expect(readOptions(argument, ask)).toEqual({ question: 'why?', private: 'yes' });
    for (const argument of [
      'is --private kept?',
      'why —private',
      'why--private',
      'I have a question: is it private: yes',
    ])
      expect(readOptions(argument, ask)).toEqual({ question: argument });
    expect(readOptions('--private', ask)).toEqual({ private: 'yes' });
  });

  it('never throws, knows its own names only, and loses nothing', () => {
    const piece = fc.oneof(
      fc.constantFrom(
        'question:',
        'answer：',
        '--force',
        '—message',
        'why:',
        '"',
        '“',
        '”',
        ' ',
        '\n',
        ':',
        '--',
        'constructor:',
        '__proto__:',
      ),
      fc.nat(99).map(String),
      fc.string(),
    );
    fc.assert(
      fc.property(fc.array(piece), (pieces) => {
        const values = readOptions(pieces.join(''), TEACH);
        expect(TEACH.map(({ name }) => name)).toEqual(expect.arrayContaining(Object.keys(values)));
        expect(digitsOf(Object.values(values).join(''))).toEqual(digitsOf(pieces.join('')));
      }),
      runs(150),
    );
  });

  it('reads what writeOptions wrote', () => {
    const words = fc
      .oneof(
        fc.string({ minLength: 1 }),
        fc.constantFrom('a question: b', 'x --force', '—why y', '"a" "b', '“a”', '「x」y', 'answer:'),
      )
      .map((text) => text.trim());
    const some = words.filter((text) => text !== '' && !['"', '“', '「'].every((mark) => text.includes(mark)));
    fc.assert(
      fc.property(
        fc.record({ question: some, answer: some, why: some }, { requiredKeys: [] }),
        fc.boolean(),
        (values, isForced) => {
          const all = { ...values, ...(isForced ? { force: 'yes' } : {}) };
          expect(readOptions(writeOptions(all, TEACH), TEACH)).toEqual(all);
          expect(readOptions(writeOptions({ entry: values.why ?? 'x' }, ONE), ONE)).toEqual({
            entry: values.why ?? 'x',
          });
        },
      ),
      runs(150),
    );
  });
});

const digitsOf = (text: string): string[] => (text.match(/[0-9]/g) ?? []).sort();
