import { beforeEach, describe, expect, it } from 'vitest';
import type { Incoming } from '../../../src/bot/conversation/incoming.ts';
import type { Services } from '../../../src/bot/services.ts';
import { libraryOf } from '../../helpers/library.ts';
import { MACHINES } from '../../helpers/machines.ts';
import { botOf } from '../../helpers/replies.ts';
import { moderatorIn, PLACE, servicesOf, shippedLocales } from '../../helpers/services.ts';

const library = libraryOf(MACHINES, await shippedLocales());

const START = Date.parse('2026-11-25T12:00:00.000Z');
let minutes: number;
let services: Services;
/** Says something to the bot. @returns the id of the entry that it gives outright */
const say = async (text: string, parts: Partial<Incoming> = {}) =>
  (await botOf(services)({ person: 'test:member', place: PLACE, text, addressed: true, ...parts }))?.about?.entry;
const overheard = (text: string, parts: Partial<Incoming> = {}) =>
  botOf(services)({ person: 'test:member', place: PLACE, text, addressed: false, ...parts });

beforeEach(async () => {
  minutes = 0;
  services = await servicesOf(MACHINES, { library, now: () => new Date(START + minutes * 60_000).toISOString() });
});

describe('a question that does not name its subject', () => {
  it('is not answered outright by itself', async () => {
    expect(await say('who makes it?')).toBeUndefined();
  });

  it('is answered as a follow-up to the last answer', async () => {
    expect(await say('What is Zorvex?')).toBe('questions/what-is-zorvex');
    expect(await say('who makes it?')).toBe('questions/who-makes-zorvex');
    expect(await say('and when does it come out?')).toBe('questions/when-zorvex');
    expect(await say('What is Kelpin?')).toBe('questions/what-is-kelpin');
    expect(await say('who makes it?')).toBe('questions/who-makes-kelpin');
  });

  it('may be a bare word, which finds what the pack says of that subject', async () => {
    const offered = async (text: string) => {
      const reply = await botOf(services)({ person: 'test:member', place: PLACE, text, addressed: true });
      expect(reply?.about).toBeUndefined();
      return reply?.choices?.map(({ argument }) => argument);
    };
    await say('What is Zorvex?');
    expect(await offered('who?')).toContain('questions/who-makes-zorvex');
    expect(await offered('when?')).toContain('questions/when-zorvex');
  });

  it('is not answered by what was just said, if that says nothing of it', async () => {
    await say('What is Kelpin?');
    const reply = await botOf(services)({ person: 'test:member', place: PLACE, text: 'why?', addressed: true });
    expect(reply?.about).toBeUndefined();
    expect((reply?.choices ?? []).map(({ argument }) => argument)).not.toContain('questions/what-is-kelpin');
  });

  it('gets the same answer when it comes again, as after an edit', async () => {
    await say('What is Zorvex?');
    expect(await say('who makes it')).toBe('questions/who-makes-zorvex');
    expect(await say('who makes it?')).toBe('questions/who-makes-zorvex');
  });

  it('follows up on what was chosen, too', async () => {
    await say('/show questions/what-is-zorvex');
    expect(await say('who makes it?')).toBe('questions/who-makes-zorvex');
  });

  it('is none where several questions are asked that say all by themselves', async () => {
    await say('What is Zorvex?');
    const reply = await botOf(services)({
      person: 'test:member',
      place: PLACE,
      text: 'Who makes Zorvex? When does Zorvex come out?',
      addressed: true,
    });
    expect(reply?.about).toBeUndefined();
    expect(reply?.choices?.map(({ argument }) => argument)).toEqual(
      expect.arrayContaining(['questions/who-makes-zorvex', 'questions/when-zorvex']),
    );
  });

  it('keeps its words to itself: they are not what the answer would be pinned to', async () => {
    await say('What is Zorvex?');
    const reply = await botOf(services)({
      person: 'test:member',
      place: PLACE,
      text: 'who makes it?',
      addressed: true,
    });
    expect(reply?.about).toEqual({ entry: 'questions/who-makes-zorvex', question: undefined, pin: undefined });
    expect(JSON.stringify(services.conversations.ofPerson(services.hash('test:member')))).not.toContain('it?');
  });

  it('is no follow-up more than five minutes later', async () => {
    await say('What is Zorvex?');
    minutes = 6;
    expect(await say('who makes it?')).toBeUndefined();
  });

  it('is no follow-up of another person, but where they reply to the answer, whenever that is', async () => {
    await say('What is Zorvex?');
    expect(await say('who makes it?', { person: 'test:other' })).toBeUndefined();
    minutes = 60;
    expect(await say('who makes it?', { person: 'test:other', about: { entry: 'questions/what-is-zorvex' } })).toBe(
      'questions/who-makes-zorvex',
    );
  });

  it('follows up on what is replied to rather than on the last answer', async () => {
    await say('What is Zorvex?');
    await say('What is Kelpin?');
    expect(await say('who makes it?', { about: { entry: 'questions/what-is-zorvex' } })).toBe(
      'questions/who-makes-zorvex',
    );
  });

  it.each([
    ['place', { place: { ...PLACE, id: 'there' } }],
    ['topic', { place: { ...PLACE, channel: 'other' } }],
    ['thread', { thread: 'other' }],
  ])('is no follow-up in another %s', async (_, elsewhere) => {
    await say('What is Zorvex?');
    expect(await say('who makes it?', elsewhere)).toBeUndefined();
  });

  it('is no follow-up once the person is erased', async () => {
    await say('What is Zorvex?');
    expect(services.conversations.ofPerson(services.hash('test:member'))).toHaveLength(1);
    await say('/privacy erase confirmed');
    expect(services.conversations.ofPerson(services.hash('test:member'))).toEqual([]);
    expect(await say('who makes it?')).toBeUndefined();
  });

  it('is no follow-up after something else, but after thanks it is', async () => {
    await say('What is Zorvex?');
    await say('thanks!');
    expect(await say('who makes it?')).toBe('questions/who-makes-zorvex');
    await say('I was at the lake yesterday');
    expect(await say('when does it come out?')).toBeUndefined();
  });

  it('is not answered from another pack', async () => {
    expect(await say('who makes Vantor?')).toBe('questions/who-makes-vantor');
    expect(await say('What is Vantor?')).toBe('questions/what-is-vantor');
    expect(await say('who makes it?')).toBeUndefined();
  });
});

describe('after an answer', () => {
  it.each([
    'thanks!',
    'ok lol',
    'nice',
    'that makes sense',
    'my brother makes it',
    'it in a few words',
    'who makes Gemini?',
    'who makes it in France?',
    'who makes it for dentists?',
  ])('"%s" is left alone', async (text) => {
    await say('What is Zorvex?');
    expect(await say(text)).toBeUndefined();
  });

  it.each(['really?', 'what?', 'is it?'])('"%s" asks nothing', async (text) => {
    await say('Who makes Zorvex?');
    expect(await say(text)).toBeUndefined();
  });

  it.each(['what is it?', 'what is it like?'])('the same entry is not given for "%s"', async (text) => {
    await say('What is Zorvex?');
    expect(await say(text)).toBeUndefined();
  });

  it('the same entry is given where it answers just what is asked', async () => {
    await say('Who makes Zorvex?');
    expect(await say('and which company makes it?')).toBe('questions/who-makes-zorvex');
  });
});

describe('a follow-up that nothing answers for sure', () => {
  const offered = async (text: string) => {
    const reply = await botOf(services)({ person: 'test:member', place: PLACE, text, addressed: true });
    return reply?.kind === 'offer' ? reply.choices.map(({ argument }) => argument) : undefined;
  };

  it('is offered the entries of its subject, and the talk stays on it', async () => {
    await say('What is Zorvex?');
    const choices = await offered('how tall is it?');
    expect(choices).toContain('questions/what-is-zorvex');
    expect(choices?.every((id) => id.includes('zorvex'))).toBe(true);
    expect(await say('who makes it?')).toBe('questions/who-makes-zorvex');
  });

  it.each(['how tall is the tower?', 'it is tall', 'what do you think?'])('"%s" is none', async (text) => {
    await say('What is Zorvex?');
    expect(await offered(text)).toBeUndefined();
  });
});

describe('who does not address the bot', () => {
  it('is answered where it listens, or not at all', async () => {
    await overheard('What is Zorvex?');
    expect(await overheard('who makes it?')).toBeUndefined();
    await moderatorIn(services)('/settings mode questions');
    expect(await overheard('who makes it?')).toBeUndefined();
    expect((await overheard('What is Zorvex?'))?.title).toBe('What is Zorvex?');
    expect(await overheard('thanks!')).toBeUndefined();
    expect((await overheard('who makes it?'))?.title).toBe('Who makes Zorvex?');
    expect(await overheard('how tall is it?')).toBeUndefined();
  });

  it('is not answered where it only counts', async () => {
    await moderatorIn(services)('/settings mode shadow');
    await say('What is Zorvex?');
    expect(await overheard('who makes it?')).toBeUndefined();
  });
});
