import { beforeEach, describe, expect, it } from 'vitest';
import { tidy } from '../../src/bot/community/housekeeping.ts';
import type { Incoming } from '../../src/bot/conversation/incoming.ts';
import type { Services } from '../../src/bot/services.ts';
import { plainText } from '../../src/core/entry/blocks.ts';
import { libraryOf } from '../helpers/library.ts';
import { PACK } from '../helpers/pack.ts';
import { sayMeant } from '../helpers/questions.ts';
import { type AnyReply, type AnyRespond, botOf } from '../helpers/replies.ts';
import { moderatorIn, PLACE, servicesOf, shippedLocales } from '../helpers/services.ts';

const library = libraryOf(PACK, await shippedLocales());
const QUESTION = 'how long is my account banned';
const BANNED = 'questions/why-banned';
const REFUND = 'questions/refund';
const DELETE = 'questions/delete-data';
const COMMUNITY = 'test:here';
const NONE = 'No suggestions.';

let services: Services;
let moderator: ReturnType<typeof moderatorIn>;
let respond: AnyRespond;
const say = (person: string, text: string, more: Partial<Incoming> = {}) =>
  respond({ person: `test:${person}`, place: PLACE, text, addressed: true, ...more });
const words = (reply: AnyReply | undefined) => plainText(reply?.blocks ?? []);
/** Asks, and presses an entry among those that are offered. */
const choose = async (person: string, entry = BANNED, question = QUESTION, more: Partial<Incoming> = {}) => {
  const offered = await say(person, question, more);
  const choice = offered?.choices?.find(({ argument }) => argument === entry);
  await say(person, `/${choice?.command} ${choice?.argument}`, more);
};
const open = async () => words(await moderator('/suggestions'));
/** Presses the choice that has these words. */
const press = async (label: string, reply?: AnyReply) => {
  const choice = (reply ?? (await moderator('/suggestions')))?.choices?.find((one) => one.label === label);
  return moderator(`/${choice?.command} ${choice?.argument}`);
};
const noteWord = (word: { readonly person: string; readonly text: string; readonly entry: string }) =>
  sayMeant(services, { community: COMMUNITY, kind: 'choice', ...word });
const isAnswered = async () => {
  const reply = await say('zoe', QUESTION);
  return reply?.kind === 'answer' && reply.about.entry === BANNED;
};

beforeEach(async () => {
  services = await servicesOf(PACK, { library });
  moderator = moderatorIn(services);
  respond = botOf(services);
});

describe('/suggestions', () => {
  it('makes a phrasing of what two people chose, and undoes it', async () => {
    expect(await isAnswered()).toBe(false);
    await choose('anna');
    await choose('anna');
    expect(await open(), 'presses of one person').toContain(NONE);
    await choose('ben', BANNED, 'How long is my account banned?!');
    expect(await open()).toBe('1. “how long is my account banned” → “Why was my account banned?” (for: 2, against: 0)');
    const done = await press('Add 1');
    expect(words(done)).toBe('Added as phrasings: “how long is my account banned”.');
    expect(await isAnswered()).toBe(true);
    expect(await open()).toContain(NONE);
    expect(words(await moderator('/history'))).toContain('suggested by members; people for it: 2');
    await press('Undo', done);
    expect(await isAnswered()).toBe(false);
  });

  it('drops what moderators do not want, until people choose it again or it is undone', async () => {
    for (const person of ['anna', 'ben']) await choose(person);
    expect(words(await press('Undo', await press('Drop 1')))).toContain('Brought back: 1.');
    expect(words(await press('Drop 1'))).toContain('Dropped: 1.');
    expect(await open()).toContain(NONE);
    await choose('cleo');
    expect(await open()).toContain(NONE);
    await choose('dana');
    expect(await open()).toContain('for: 2');
  });

  it('takes all of them with one change', async () => {
    for (const person of ['anna', 'ben']) {
      await choose(person);
      await choose(person, REFUND, 'can i have my ticket money back');
    }
    const shown = await moderator('/suggestions');
    // What comes after they were read is not taken along.
    for (const person of ['anna', 'ben']) await choose(person, DELETE, 'who wipes my old conversations');
    const done = await press('Add all', shown);
    expect(words(done)).toContain('suggestions: 2');
    expect(await open()).toContain('who wipes my old conversations');
    expect([await isAnswered(), (await say('zoe', 'can i have my ticket money back'))?.kind]).toEqual([true, 'answer']);
    await press('Undo', done);
    expect(await isAnswered()).toBe(false);
  });

  it('looks ahead at nothing but what is added, which would keep moderators waiting', async () => {
    const looked: string[] = [];
    const { once } = services.learning;
    const learning = {
      ...services.learning,
      once: (name: string, look: () => Promise<boolean>) => {
        looked.push(name.split(' ').at(-1) ?? '');
        return once(name, look);
      },
    };
    services = { ...services, learning };
    moderator = moderatorIn(services);
    respond = botOf(services);
    for (const person of ['anna', 'ben']) {
      await choose(person);
      await choose(person, REFUND, 'can i have my ticket money back');
    }
    const shown = await moderator('/suggestions');
    const [one, other] = looked.splice(0);
    await press('Add 1', shown);
    expect(looked.splice(0)).toEqual([one]);
    await press('Add 2', shown);
    expect(looked).toEqual([other]);
  });

  it('hears other choices and votes against it', async () => {
    for (const person of ['anna', 'ben']) await choose(person);
    await choose('cleo', 'questions/phone-number');
    expect(await open()).toContain(NONE);
    await choose('cleo');
    expect(await open()).toContain('for: 3, against: 0');
    await say('ben', '/helpful no', { about: { entry: BANNED } });
    expect(await open(), 'two of three').toContain(NONE);
    await say('ben', '/helpful yes', { about: { entry: BANNED } });
    expect(await open()).toContain('for: 3, against: 0');
  });

  it('hears helpers who show an entry to somebody who asked, and no others', async () => {
    const quoted = { text: `${QUESTION}?`, person: 'test:anna' };
    await say('ben', `/show ${BANNED}`, { quoted });
    await say('cleo', `/show ${BANNED}`, { quoted });
    expect(await open()).toContain(NONE);
    for (const person of ['dana', 'eva'])
      await say(person, `/show ${BANNED}`, { quoted, isModerator: async () => true });
    expect(await open()).toContain('for: 2');
    await say('anna', '/privacy erase confirmed');
    expect(await open(), 'the words are those of who asked').toContain(NONE);
  });

  it('proposes nothing that would change another answer', async () => {
    const note = (text: string, entry: string) => {
      for (const person of ['a', 'b']) noteWord({ person, text, entry });
    };
    note('How do I delete my conversation history?', REFUND);
    expect(await open()).toContain(NONE);
    note('make me forget it', DELETE);
    expect(await open()).toContain('make me forget it');
  });

  it('learns nothing of visitors, and nothing at all if it is switched off', async () => {
    for (const person of ['anna', 'ben', 'cleo'])
      await choose(person, BANNED, QUESTION, { origin: `address ${person}`, place: PLACE });
    expect(await open()).toContain(NONE);
    await moderator('/settings learn off');
    for (const person of ['anna', 'ben']) await choose(person);
    expect(await open()).toContain('/settings learn switches it on');
    await moderator('/settings learn 1');
    expect(await open()).toContain(NONE);
    await choose('anna');
    expect(await open()).toContain('for: 1');
  });

  it('asks for one person only if a single moderator decides', async () => {
    await choose('anna');
    expect(await open()).toContain(NONE);
    await moderator('/retire facts/founding');
    expect(await open()).toContain('for: 1');
    await moderator('/restore facts/founding', { person: 'test:another' });
    expect(await open()).toContain(NONE);
  });

  it('keeps a question without numbers of people for 30 days, hands it over and erases it', async () => {
    const person = services.hash('test:anna');
    noteWord({ person, text: `${QUESTION}, my number is +1 202 555 0123 and I am Margaret Thornton`, entry: BANNED });
    const { said: kept } = await services.learning.list(COMMUNITY);
    expect(kept).toHaveLength(1);
    expect(JSON.stringify(kept)).not.toContain('0123');
    expect(kept[0]?.question).toBe('how long is my account banned, my number is … and I am Margaret Thornton');
    const exported = await say('anna', '/privacy export');
    const { signals } = JSON.parse(exported?.file?.text ?? '') as { signals: object[] };
    expect(signals).toEqual([expect.objectContaining({ entry: BANNED, kind: 'choice' })]);
    await choose('ben');
    await say('anna', '/privacy erase confirmed');
    expect((await services.learning.list(COMMUNITY)).said).toHaveLength(1);
    await tidy(services.store, '2026-12-24T12:00:00.000Z');
    expect((await services.learning.list(COMMUNITY)).said).toHaveLength(1);
    await tidy(services.store, '2026-12-26T12:00:00.000Z');
    expect((await services.learning.list(COMMUNITY)).said).toEqual([]);
  });
});
