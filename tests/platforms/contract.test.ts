import { readdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Services } from '../../src/bot/services.ts';
import type { Library } from '../../src/core/search/library.ts';
import { libraryOf } from '../helpers/library.ts';
import { PACK } from '../helpers/pack.ts';
import type { Lack, PlatformWorld, Shown } from '../helpers/platform-world.ts';
import { WORLDS } from '../helpers/platform-worlds.ts';
import { servicesOf, shippedLocales } from '../helpers/services.ts';

let library: Library;
beforeAll(async () => {
  library = libraryOf(PACK, await shippedLocales());
});

it('every platform keeps the contract', () => {
  const platforms = readdirSync('src/platforms', { withFileTypes: true }).filter((one) => one.isDirectory());
  expect(Object.keys(WORLDS)).toEqual(expect.arrayContaining(platforms.map(({ name }) => name)));
});

/** The promises, in the order in which CONTRIBUTING.md makes them. */
const promises = new Set<string>();

/** By its title, or by its publisher if it is on a button. */
const SOURCE = /Privacy guide|Office/;

describe.each(Object.entries(WORLDS))('on the platform %s', (_, { open, lacks = [] }) => {
  const promise = (name: string, keep: () => Promise<void>, needs?: Lack): void => {
    promises.add(name);
    if (needs === undefined || !lacks.includes(needs)) it(name, keep);
  };
  const promiseIf = (needs: Lack, name: string, keep: () => Promise<void>): void => promise(name, keep, needs);
  let world: PlatformWorld;
  let services: Services;
  beforeEach(async () => {
    services = await servicesOf(PACK, { library, now: () => new Date().toISOString(), code: randomCode });
    world = await open(services);
  });
  afterEach(() => world.stop());

  promise('a question is answered with its text and its source', async () => {
    const { words } = await world.say('How do I delete my conversation history?');
    expect(words).toContain('How do I delete my conversation history?');
    expect(words).toMatch(SOURCE);
  });

  promise('what is not known is said to be so', async () => {
    expect((await world.say('how deep is the ocean at its deepest point?')).words).toMatch(/I don.t know/);
  });

  promise('a choice leads to its entry', async () => {
    const answer = await world.say('Why was my account banned?');
    expect(answer.choices.some((choice) => choice.includes('Which phone numbers'))).toBe(true);
    expect((await world.choose('Which phone numbers')).words).toContain('Which phone numbers can verify an account?');
  });

  promise('a question that may mean several is asked back, and the one that is chosen is answered', async () => {
    const asked = await world.say('account');
    expect(asked.words).toContain('Did you mean one of these?');
    expect(asked.words).not.toContain('Handbook');
    expect((await world.choose('Why was my account banned?')).words).toContain('Handbook');
  });

  promise('an unknown command is answered with the nearest one', async () => {
    expect((await world.say('/topcis')).words).toContain('/topics');
  });

  promise('a form is filled in, shown, confirmed, and what was taught is found, letter by letter', async () => {
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

  promise('what was done is taken back by the button below it', async () => {
    const isUnknown = async () => /I don.t know/.test((await world.say('where do the lanterns sleep')).words);
    expect(await isUnknown()).toBe(true);
    await world.say('/pin where do the lanterns sleep entry: questions/why-banned');
    expect(await isUnknown()).toBe(false);
    await world.say('/unpin where do the lanterns sleep');
    expect((await world.choose(services.speak('en')('undo-it'))).words).toMatch(/#\d+/);
    expect(await isUnknown()).toBe(false);
  });

  promise('a language that was chosen stays', async () => {
    await world.say('/language 中文');
    expect((await world.say('/help')).words).toMatch(/\p{Script=Han}{2}/u);
    await world.say('/language English');
    expect((await world.say('/help')).words).not.toMatch(/\p{Script=Han}{2}/u);
  });

  promise('a form that holds what cannot be shown is not taken, and says why', async () => {
    expect(
      (await world.fill('teach', { question: 'What is refused?', answer: 'Behind the <b>house</b>.' })).words,
    ).toMatch(/can.t accept/);
  });

  promiseIf(
    'data of buttons',
    'a button whose data was changed, or was written for another place, is refused',
    async () => {
      const stale = services.speak('en')('stale-button');
      await world.say('Why was my account banned?');
      const data = world.dataOf('Which phone numbers');
      for (const forged of [`${data}x`, `x${data.slice(1)}`, data.slice(13)])
        expect((await world.press(forged)).words, forged).toContain(stale);
      expect((await world.pressElsewhere(data)).words).toContain(stale);
    },
  );

  promiseIf('data of buttons', 'a button from before a restart still works', async () => {
    await world.say('/pin where do the lanterns sleep entry: questions/why-banned');
    await world.restart();
    expect((await world.choose(services.speak('en')('undo-it'))).words).toMatch(/#\d+/);
    expect((await world.say('where do the lanterns sleep')).words).toMatch(/I don.t know/);
  });

  promiseIf('limits', 'somebody who asks far too often is told so, and not answered any more', async () => {
    const said = await world.hurry(QUESTION, OFTEN);
    expect(said.filter(isTold).length).toBeGreaterThan(0);
    const answered = said.filter(({ words }) => SOURCE.test(words));
    expect(answered.length).toBeGreaterThan(0);
    expect(answered.length).toBeLessThan(OFTEN - 10);
  });

  promiseIf('silence', 'they are told once', async () => {
    expect((await world.hurry(QUESTION, OFTEN)).filter(isTold)).toHaveLength(1);
  });

  promise('a file is handed over as it is', async () => {
    await world.say('/language English');
    const { file = '' } = await world.say('/privacy export');
    expect(JSON.parse(file)).toMatchObject({ choices: [{ language: 'en' }] });
  });

  promiseIf('votes', 'a vote below an answer is counted', async () => {
    await world.say('Why was my account banned?');
    await world.choose('👍');
    expect((await world.say('/stats')).words).toContain('1 of 1 votes');
  });

  const isTold = ({ words }: Shown): boolean => words.includes(services.speak('en')('slow-down'));
});

/** As many times as no platform answers at once. */
const OFTEN = 60;
const QUESTION = 'How do I delete my conversation history?';

it('CONTRIBUTING.md makes the promises that are held here', async () => {
  const words = await readFile('CONTRIBUTING.md', 'utf8');
  const listed = /\n### The promises of a platform\n([\s\S]*?)\n## /.exec(words)?.[1] ?? '';
  expect([...listed.matchAll(/^- (.*)$/gm)].map(([, line]) => line)).toEqual([...promises]);
});

let codes = 0;
const randomCode = (): string => `c${++codes}x${Math.random().toString(36).slice(2, 8)}`;
