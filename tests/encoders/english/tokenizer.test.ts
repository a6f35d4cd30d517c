import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createTokenizer, type Vocabulary } from '../../../src/encoders/english/tokenizer.ts';
import { PACKAGE, REFERENCE, withPackage } from './package.ts';

const MARKS: Vocabulary = ['<unk>', '<s>', '</s>', 'x1', 'x2', 'x3'].map((mark): [string, number] => [mark, 0]);
const PIECES = [
  ...MARKS,
  ['▁', -4],
  ['▁money', -5],
  ['▁mon', -3],
  ['e', -3],
  ['y', -3],
  ['a', -2],
  ['aa', -4],
  ['b', -2],
  ['aab', -1],
  ['n', -3],
] as const;
const tokenize = createTokenizer(PIECES);
const piecesOf = (text: string) => tokenize(text).map((id) => PIECES[id]?.[0]);

describe('tokens', () => {
  it('are the likeliest pieces together, not the longest first', () => {
    expect(piecesOf('money')).toEqual(['▁money']);
    expect(piecesOf('mone')).toEqual(['▁mon', 'e']);
    expect(piecesOf('aab')).toEqual(['▁', 'aab']);
  });

  it('are, of cuts as likely, the one whose last piece begins last', () =>
    expect(piecesOf('aa')).toEqual(['▁', 'a', 'a']));

  it('have a space before the text, and instead of each space', () =>
    expect(piecesOf('a  b')).toEqual(['▁', 'a', '▁', '▁', 'b']));

  it('are unknown once where several characters in a row are', () => {
    expect(piecesOf('a🙂🙂b🙂')).toEqual(['▁', 'a', '<unk>', 'b', '<unk>']);
    expect(piecesOf('m')).toEqual(['▁', '<unk>']);
  });

  it('are those of the compatible characters', () => expect(piecesOf('ａｂ')).toEqual(['▁', 'a', 'b']));

  it('are never the marks of the vocabulary', () =>
    expect(tokenize('x1<s>').filter((id) => id > 0 && id < 6)).toEqual([]));

  it('are none where there is no text', () => expect(tokenize('')).toEqual([]));

  it('are those of the first characters of a very long text', () =>
    expect(tokenize('b'.repeat(100_000))).toHaveLength(2049));

  withPackage('are those of the original', () => {
    const original = createTokenizer(JSON.parse(readFileSync(join(PACKAGE, 'vocab.json'), 'utf8')) as Vocabulary);
    expect(REFERENCE.map(({ text }) => original(text))).toEqual(REFERENCE.map(({ tokens }) => tokens));
  });
});
