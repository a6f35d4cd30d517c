import { describe, expect, it } from 'vitest';
import { contentReader } from '../../../src/bot/unanswered/alike.ts';
import { type Asked, createMemory } from '../../../src/bot/unanswered/memory.ts';
import { shippedLocales } from '../../helpers/services.ts';

const contentOf = contentReader((await shippedLocales()).languages);
const DAY_MS = 24 * 60 * 60_000;
const day = (n: number) => new Date(Date.parse('2026-11-01T12:00:00Z') + n * DAY_MS).toISOString();
const asked = (person: string, text: string, parts: Partial<Asked> = {}): Asked => ({
  community: 'c',
  person,
  text,
  language: 'en',
  content: contentOf(text, 'en'),
  at: day(0),
  ...parts,
});

describe('the memory of questions', () => {
  it('groups what is alike in one community and language, once a person', () => {
    const memory = createMemory();
    memory.note(asked('a', 'reset password'));
    expect(memory.note(asked('b', 'password reset'))?.asked.map(({ person }) => person)).toEqual(['a', 'b']);
    expect(memory.note(asked('a', 'reset the password'))).toBeUndefined();
    expect(memory.note(asked('c', 'bake bread'))?.asked.length).toBe(1);
    expect(memory.note(asked('c', 'reset password', { community: 'other' }))?.asked.length).toBe(1);
    expect(memory.note(asked('c', 'reset password', { language: 'zh-Hans' }))?.asked.length).toBe(1);
    expect(memory.note(asked('d', 'reset password', { language: 'en-GB' }))?.asked.length).toBe(3);
  });

  it('drops the oldest beyond its bound', () => {
    const memory = createMemory({ most: 3 });
    for (const [at, name] of ['one', 'two', 'three', 'four'].entries())
      memory.note(asked(name, `topic${name}`, { at: day(at) }));
    expect(['one', 'two', 'three', 'four'].map((person) => memory.of(person).length)).toEqual([0, 1, 1, 1]);
  });

  it('takes many persons of one origin for one', () => {
    const memory = createMemory({ mostInOne: 4 });
    memory.note(asked('a', 'reset password'));
    memory.note(asked('b', 'bake bread'));
    for (const [at, word] of ['one', 'two', 'three', 'four'].entries())
      memory.note(asked(`made-up ${at}`, `topic${word}`, { origin: 'address', at: day(1 + at) }));
    expect(['a', 'b'].map((person) => memory.of(person).length)).toEqual([1, 1]);
    expect(memory.note(asked('made-up 9', 'topicfour', { origin: 'address', at: day(9) }))).toBeUndefined();
    expect(memory.note(asked('made-up 9', 'topicfour', { origin: 'another', at: day(9) }))?.asked.length).toBe(2);
  });

  it('takes room from whoever asks most, in their community only', () => {
    const memory = createMemory({ mostInOne: 4 });
    memory.note(asked('a', 'reset password', { at: day(0) }));
    memory.note(asked('b', 'bake bread', { at: day(0) }));
    memory.note(asked('c', 'reset password', { community: 'other', at: day(0) }));
    const words = 'abcdefghijklmnopqrst'.split('').map((letter) => `topic${letter.repeat(5)}`);
    for (const [n, word] of words.entries()) memory.note(asked('spammer', word, { at: day(1 + n / 100) }));
    // What is said again needs no room.
    memory.note(asked('spammer', words.at(-1) ?? '', { at: day(2) }));
    expect(['a', 'b', 'c', 'spammer'].map((person) => memory.of(person).length)).toEqual([1, 1, 1, 2]);
    expect(memory.of('spammer').map(({ text }) => text)).toEqual(words.slice(-2));
  });

  it('takes room from the community that has most, where all have too many', () => {
    const memory = createMemory({ most: 4 });
    memory.note(asked('a', 'reset password', { community: 'small', at: day(0) }));
    for (const [n, person] of ['p', 'q', 'r', 's', 't'].entries())
      memory.note(asked(person, `topic${person}`, { at: day(1 + n) }));
    expect(['a', 'p', 'q', 'r', 's', 't'].map((person) => memory.of(person).length)).toEqual([1, 0, 0, 1, 1, 1]);
  });

  it('forgets after two weeks', () => {
    const memory = createMemory();
    memory.note(asked('a', 'reset password', { at: day(0) }));
    memory.note(asked('b', 'reset password', { at: day(10) }));
    expect(memory.note(asked('c', 'reset password', { at: day(13.9) }))?.asked.length).toBe(3);
    expect(memory.note(asked('d', 'reset password', { at: day(14.1) }))?.asked.map(({ person }) => person)).toEqual([
      'b',
      'c',
      'd',
    ]);
  });

  it('erases a person, also where the group is compared with their words', () => {
    const memory = createMemory();
    memory.note(asked('a', 'reset password steam'));
    memory.note(asked('b', 'reset password'));
    memory.note(asked('a', 'bake bread'));
    memory.erase('a');
    expect(memory.of('a')).toEqual([]);
    const group = memory.note(asked('c', 'reset password'));
    expect(group?.about.person).toBe('b');
    expect(group?.asked.map(({ person }) => person)).toEqual(['b', 'c']);
  });

  it('forgets a whole group', () => {
    const memory = createMemory();
    memory.note(asked('a', 'reset password'));
    memory.forget(asked('', 'password reset'));
    expect(memory.of('a')).toEqual([]);
  });
});
