import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Services } from '../../src/bot/services.ts';
import { type Library, warm } from '../../src/core/search/library.ts';
import { libraryOf } from '../helpers/library.ts';
import { type Moderator, moderator, PLACES, recordsOf, servicesWithFiles, wordsOf } from '../helpers/moderators.ts';
import { PACK } from '../helpers/pack.ts';
import { shippedLocales } from '../helpers/services.ts';

let library: Library;
let services: Services;
let mod: Moderator;
let other: Moderator;
beforeAll(async () => {
  library = libraryOf(PACK, await shippedLocales());
  warm(library);
});
beforeEach(async () => {
  services = await servicesWithFiles(library);
  mod = moderator(services);
  other = moderator(services, 'test:other');
});

const records = () => recordsOf(services, 'test:here');
const MEETUP = '/teach question: When is the next meetup? answer: On Friday. source: Calendar';
const PARTY = '/teach question: Who cooks at the summer party? answer: Ann. source: Calendar';

/** As many changes of others as nobody reads at once. */
async function longHistory(): Promise<void> {
  const edits = [{ community: 'test:here', kind: 'setting' as const, key: 'unknown', after: null }];
  const act = {
    community: 'test:here',
    person: 'somebody',
    place: 'test:here',
    at: services.now(),
    command: 'settings',
    why: '',
    forced: null,
    undoes: null,
  };
  await services.store.transact(async ({ log }) => {
    for (let at = 0; at < 600; at++)
      await log.append({ ...act, edits: at % 2 === 0 ? edits.map((edit) => ({ ...edit, after: '"silent"' })) : edits });
  });
  await services.communities.refresh();
}

describe('what lies far back', () => {
  it('is found, taken back, and known as taken back', async () => {
    await mod.say('/retire refund why: we stopped it');
    await longHistory();
    expect(await mod.hear('/history refund')).toContain('we stopped it');
    expect((await mod.hear('/history')).split('settings')).toHaveLength(9);
    expect(await mod.hear('/undo 5000')).toContain('5000');
    expect(await mod.hear('/undo 1')).toContain('Undone');
    expect(await mod.hear('/undo 1')).toMatch(/already|undone/i);
    expect(await mod.hear('/undo')).not.toContain('retire');
  });
});

describe('/history', () => {
  it('tells who, where, when, why, before and after', async () => {
    await mod.say('/retire refund why: we stopped it');
    await other.say('/pin what is it about entry: delete-data');
    expect(await mod.hear('/history')).toMatch(
      /#2 \/pin, moderator \w{6}, here, 25 Nov 2026, .*\n\npin what is it about\n\+ entry: How do I delete my conversation history\?\n[\s\S]*#1 \/retire, you, .* Reason: we stopped it\.\n\nretired Can I get a refund for my subscription\?/,
    );
    expect(await mod.hear('/history')).not.toContain('test:');
    expect(await mod.hear('/history refund')).not.toContain('/pin');
    expect(await mod.hear('/history delete-data')).toContain('/pin');
    expect(await mod.hear('/history phone-number')).toBe(
      '“Which phone numbers can verify an account?” has never been changed here.',
    );
    expect(await mod.hear('/history', { about: { entry: 'questions/refund' } })).toContain('/retire');
  });

  it('says that there is none', async () => expect(await mod.hear('/history')).toBe('Nothing has been changed yet.'));

  it('offers only what can be done', async () => {
    await mod.say('/retire refund');
    await mod.say('/undo 1');
    expect((await mod.say('/history'))?.choices?.map(({ label }) => label)).toEqual(['Undo #2']);
  });

  it('names nobody', async () => {
    await mod.say('/retire refund');
    const [act] = await services.store.transact(({ log }) => log.acts({}));
    expect(JSON.stringify(act)).not.toContain('test:moderator');
  });
});

describe('/undo', () => {
  it('brings the bytes back, of whatever it was', async () => {
    await mod.insist(MEETUP);
    await mod.insist('/correct refund answer: Better.');
    await mod.say('/rephrase refund add: reimbursement of fees');
    await mod.say('/retire delete-data');
    await mod.say('/pin what is it about entry: refund');
    const states = [await records()];
    for (let at = 0; at < 5; at++) {
      expect(await mod.hear('/undo')).toMatch(/^Undone/);
      states.push(await records());
    }
    expect(states.at(-1)).toEqual([]);
    expect(await mod.hear('/undo')).toContain('All your changes are already undone');
    const acts = await services.store.transact(({ log }) => log.acts({}));
    for (const [at, act] of acts.slice(-5).reverse().entries()) {
      expect(await mod.hear(`/undo ${act.id}`)).toMatch(/^Undone/);
      expect(await records()).toEqual(states.at(-2 - at));
    }
  });

  it('of an undo, and of that', async () => {
    await mod.say('/retire refund');
    const [before] = await records();
    await mod.say('/undo #1');
    await mod.say('/undo 2');
    expect(await records()).toEqual([before]);
    await mod.say('/undo 3');
    expect(await records()).toEqual([]);
  });

  it('does not go behind a later change of the same, and names it', async () => {
    await mod.insist('/correct refund answer: One.');
    await other.insist('/correct refund answer: Two.');
    const conflict = await mod.say('/undo 1');
    expect(wordsOf(conflict)).toContain('the same thing was changed again: #2.');
    await mod.press(conflict, 'Undo #2');
    expect(await mod.hear('/undo 1')).toMatch(/^Undone/);
  });

  it('leaves a source that others have come to name', async () => {
    await mod.insist(MEETUP);
    await mod.insist(PARTY);
    expect(await mod.hear('/undo 1')).toMatch(/^Undone/);
    expect(await mod.hear('Who cooks at the summer party?')).toContain('Source: Calendar');
    await mod.say('/undo 2');
    await mod.say('/undo 4');
    expect(await mod.hear('Who cooks at the summer party?')).toContain('Source: Calendar');
  });

  it('is weighed like any other change', async () => {
    await mod.say('/retire refund');
    await mod.insist('/teach question: Can I get a refund for my subscription? answer: Ask Ann.');
    const refused = await mod.say('/undo 1');
    expect(wordsOf(refused)).toContain('it would break other answers');
    await mod.press(refused, 'confirm');
    expect(await mod.hear('/history')).toContain('Done anyway');
  });

  it.each<[string, string]>([
    ['/undo', "You haven't changed anything yet"],
    ['/undo 7', 'There is no change #7 here'],
    ['/undo #7', 'There is no change #7 here'],
    ['/undo seven', 'There is no change #seven here'],
    ['/undo 1e0', 'There is no change #1e0 here'],
  ])('%s is no good: %s', async (text, words) => expect(await mod.hear(text)).toContain(words));

  it.each(['1', '#1', '# 1', '＃1', '№1', '١', '۱', '１', '#1 why: a slip', 'change: #1'])(
    '/undo %s takes back the first change',
    async (number) => {
      await mod.say('/pin is the bot open on sundays entry: refund');
      expect(await mod.hear(`/undo ${number}`)).toMatch(/^Undone/);
    },
  );

  it('knows the changes of its own community only', async () => {
    await moderator(services, 'test:moderator', PLACES.elsewhere).say('/retire refund');
    expect(await mod.hear('/undo 1')).toContain('There is no change #1 here');
    expect(await mod.hear('/undo')).toContain("You haven't changed anything yet");
    expect(await mod.hear('/history')).toBe('Nothing has been changed yet.');
  });
});
