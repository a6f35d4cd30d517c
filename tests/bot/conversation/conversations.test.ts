import { beforeEach, describe, expect, it } from 'vitest';
import {
  type Conversation,
  type Conversations,
  createConversations,
  type Focus,
} from '../../../src/bot/conversation/follow-up.ts';

const START = Date.parse('2026-11-25T12:00:00.000Z');
const FOCUS: Focus = { entry: 'questions/refund', pack: 'test', language: 'en' };
let minutes = 0;
const now = () => new Date(START + minutes * 60_000).toISOString();
const talk = (person: string, community = 'c', spot = 'here'): Conversation => ({ community, spot, person });
const known = (memory: Conversations, ...all: Conversation[]) => all.map((one) => memory.of(one) !== undefined);

beforeEach(() => {
  minutes = 0;
});

describe('what conversations are about', () => {
  it('is known of the same person in the same spot of the same community', () => {
    const memory = createConversations({ now });
    memory.note(talk('a'), FOCUS);
    expect(memory.of(talk('a'))).toEqual(FOCUS);
    expect(known(memory, talk('b'), talk('a', 'd'), talk('a', 'c', 'there'))).toEqual([false, false, false]);
  });

  it('is forgotten after five minutes, and by the next note nothing of it is left', () => {
    const memory = createConversations({ now });
    memory.note(talk('a'), FOCUS);
    minutes = 5;
    expect(known(memory, talk('a'))).toEqual([true]);
    minutes = 5.1;
    expect(known(memory, talk('a'))).toEqual([false]);
    memory.note(talk('b'), FOCUS);
    expect(memory.ofPerson('a')).toEqual([]);
  });

  it('counts from the last answer', () => {
    const memory = createConversations({ now });
    memory.note(talk('a'), FOCUS);
    minutes = 4;
    memory.note(talk('a'), { ...FOCUS, entry: 'questions/other' });
    minutes = 8;
    expect(memory.of(talk('a'))?.entry).toBe('questions/other');
  });

  it('is bounded, and of whoever was silent longest it is forgotten first', () => {
    const memory = createConversations({ now, most: 2 });
    for (const person of ['a', 'b', 'a', 'c']) memory.note(talk(person), FOCUS);
    expect(known(memory, talk('a'), talk('b'), talk('c'))).toEqual([true, false, true]);
  });

  it('is erased and handed over by person', () => {
    const memory = createConversations({ now });
    memory.note(talk('a'), FOCUS);
    memory.note(talk('a', 'd'), FOCUS);
    memory.note(talk('b'), FOCUS);
    expect(memory.ofPerson('a')).toEqual(
      ['c', 'd'].map((community) => ({ community, spot: 'here', ...FOCUS, at: now() })),
    );
    memory.erase('a');
    expect(memory.ofPerson('a')).toEqual([]);
    expect(known(memory, talk('a'), talk('b'))).toEqual([false, true]);
  });
});
