import { readdirSync } from 'node:fs';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Services } from '../../src/bot/services.ts';
import type { Library } from '../../src/core/search/library.ts';
import { libraryOf } from '../helpers/library.ts';
import { PACK } from '../helpers/pack.ts';
import { type PlatformWorld, WORLDS } from '../helpers/platform-worlds.ts';
import { servicesOf, shippedLocales } from '../helpers/services.ts';

let library: Library;
beforeAll(async () => {
  library = libraryOf(PACK, await shippedLocales());
});

it('every platform keeps the contract', () => {
  const platforms = readdirSync('src/platforms', { withFileTypes: true }).filter((one) => one.isDirectory());
  expect(Object.keys(WORLDS)).toEqual(expect.arrayContaining(platforms.map(({ name }) => name)));
});

describe.each(Object.entries(WORLDS))('on the platform %s', (_, open) => {
  let world: PlatformWorld;
  let services: Services;
  beforeEach(async () => {
    services = await servicesOf(PACK, { library, now: () => new Date().toISOString(), code: randomCode });
    world = await open(services);
  });
  afterEach(() => world.stop());

  it('a question is answered with its text and its source', async () => {
    const { words } = await world.say('How do I delete my conversation history?');
    expect(words).toContain('How do I delete my conversation history?');
    expect(words).toContain('Privacy guide');
  });

  it('what is not known is said to be so', async () => {
    expect((await world.say('how deep is the ocean at its deepest point?')).words).toMatch(/I don.t know/);
  });

  it('a choice leads to its entry', async () => {
    const answer = await world.say('Why was my account banned?');
    expect(answer.choices.some((choice) => choice.includes('Which phone numbers'))).toBe(true);
    expect((await world.choose('Which phone numbers')).words).toContain('Which phone numbers can verify an account?');
  });

  it('a question that may mean several is asked back, and the one that is chosen is answered', async () => {
    const asked = await world.say('account');
    expect(asked.words).toContain('Did you mean one of these?');
    expect(asked.words).not.toContain('Handbook');
    expect((await world.choose('Why was my account banned?')).words).toContain('Handbook');
  });

  it('a command that there is not is answered with the nearest one', async () => {
    expect((await world.say('/topcis')).words).toContain('/topics');
  });

  it('a form is filled in, shown, confirmed, and what was taught is found, letter by letter', async () => {
    expect(
      (
        await world.fill('teach', {
          question: 'Where do I park my bicycle?',
          answer: 'Behind the house, by the @everyone sign.',
        })
      ).words,
    ).toContain('Where do I park my bicycle?');
    expect((await world.choose(services.speak('en')('confirm-it'))).words).toContain('Where do I park my bicycle?');
    expect((await world.say('Where do I park my bicycle?')).words.replace(/[\u2060\u200b]/g, '')).toContain(
      'Behind the house, by the @everyone sign.',
    );
  });

  it('what was done is taken back by the button below it', async () => {
    const isUnknown = async () => /I don.t know/.test((await world.say('where do the lanterns sleep')).words);
    expect(await isUnknown()).toBe(true);
    await world.say('/pin where do the lanterns sleep entry: questions/why-banned');
    expect(await isUnknown()).toBe(false);
    await world.say('/unpin where do the lanterns sleep');
    expect((await world.choose(services.speak('en')('undo-it'))).words).toMatch(/#\d+/);
    expect(await isUnknown()).toBe(false);
  });

  it('a language that was chosen stays', async () => {
    await world.say('/language 中文');
    expect((await world.say('/help')).words).toMatch(/\p{Script=Han}{2}/u);
    await world.say('/language English');
    expect((await world.say('/help')).words).not.toMatch(/\p{Script=Han}{2}/u);
  });

  it('a form that holds what cannot be shown is not taken, and says why', async () => {
    expect(
      (await world.fill('teach', { question: 'What is refused?', answer: 'Behind the <b>house</b>.' })).words,
    ).toMatch(/can.t accept/);
  });
});

let codes = 0;
const randomCode = (): string => `c${++codes}x${Math.random().toString(36).slice(2, 8)}`;
