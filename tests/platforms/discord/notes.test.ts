import { describe, expect, it } from 'vitest';
import { plainReply } from '../../../src/bot/answers/reply.ts';
import { createNotes } from '../../../src/platforms/discord/moderation/notes.ts';

const note = (words: string) => (language: string) => plainReply(language, words);

describe('what waits for a moderator', () => {
  it('is told once in its server, and what is for all where that server is the only one', () => {
    const notes = createNotes();
    expect([notes.add('1', 'a', note('own')), notes.add('1', 'a', note('again'))]).toEqual([true, false]);
    expect(notes.isForAll('1')).toBe(false);
    notes.addForAll(note('reload'));
    expect(notes.isForAll('1')).toBe(true);
    expect(notes.take('1', false)).toHaveLength(1);
    expect(notes.take('2', false)).toHaveLength(0);
    expect(notes.take('1', true)).toHaveLength(1);
    expect([notes.isForAll('1'), notes.take('1', true).length]).toEqual([false, 0]);
  });

  it('is told again where it was settled meanwhile, and not at all where it is settled before', () => {
    const notes = createNotes();
    notes.add('1', 'a', note('first'));
    notes.withdraw('1', 'a');
    expect(notes.take('1', false)).toEqual([]);
    expect([notes.add('1', 'a', note('second')), notes.take('1', false).length]).toEqual([true, 1]);
  });

  it('is told however many servers had something to be told before', () => {
    const notes = createNotes();
    for (let guild = 0; guild < 3000; guild++) notes.add(String(guild), 'a', note('lost'));
    expect([notes.add('3000', 'a', note('lost')), notes.take('3000', false).length]).toEqual([true, 1]);
  });
});
