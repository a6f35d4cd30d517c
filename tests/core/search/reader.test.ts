import { describe, expect, it } from 'vitest';
import { createReader, type Reader, rememberingReader } from '../../../src/core/search/reader.ts';
import { analyzer } from '../../../src/core/text/analyze.ts';
import { plainLanguage } from '../../../src/core/text/language.ts';

const words = ({ heading, terms }: Reader, text: string) =>
  Array.from(heading(text).words, (number) => terms.words.terms[number]);
const fresh = () => analyzer({ ...plainLanguage('en') });

describe('a remembering reader', () => {
  it('reads each text once', () => {
    const read = fresh();
    const first = rememberingReader(read).heading('where do the lanterns sleep');
    expect(rememberingReader(read).heading('where do the lanterns sleep')).toBe(first);
    expect(rememberingReader(read).sentence('where do the lanterns sleep')).not.toBe(first);
    expect(createReader(read).heading('where do the lanterns sleep')).not.toBe(first);
  });

  it('reads as one that remembers nothing', () => {
    const read = fresh();
    rememberingReader(read).heading('lanterns of another text');
    expect(words(rememberingReader(read), 'the lanterns sleep')).toEqual(
      words(createReader(read), 'the lanterns sleep'),
    );
  });

  it('begins anew when it is full, so that no text can fill the memory', () => {
    const read = fresh();
    const reader = rememberingReader(read);
    reader.sentence('lantern '.repeat(100_000));
    expect(rememberingReader(read)).toBe(reader);
    reader.sentence('lamp '.repeat(150_000));
    const next = rememberingReader(read);
    expect(next).not.toBe(reader);
    expect(next.terms.words.terms).toEqual([]);
  });
});
