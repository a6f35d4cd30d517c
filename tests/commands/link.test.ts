import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Incoming } from '../../src/bot/conversation/incoming.ts';
import { keyOfPlace } from '../../src/bot/conversation/place.ts';
import type { Services } from '../../src/bot/services.ts';
import { type Library, warm } from '../../src/core/search/library.ts';
import { libraryOf } from '../helpers/library.ts';
import { type Moderator, moderator, servicesWithFiles, wordsOf } from '../helpers/moderators.ts';
import { PACK } from '../helpers/pack.ts';
import { reopened, shippedLocales } from '../helpers/services.ts';

let library: Library;
let services: Services;
let a: Moderator;
let b: Moderator;
let c: Moderator;
beforeAll(async () => {
  library = libraryOf(PACK, await shippedLocales());
  warm(library);
});
const at = (name: string) =>
  moderator(services, `${name}:moderator`, { platform: name === 'a' ? 'one' : 'two', id: name });
beforeEach(async () => {
  services = await servicesWithFiles(library);
  [a, b, c] = [at('a'), at('b'), at('c')];
});

const codeFrom = async (host: Moderator) => /\/link (\w+)/.exec(await host.hear('/link'))?.[1] ?? '';
const link = async (host: Moderator, guest: Moderator) => guest.say(`/link ${await codeFrom(host)}`);
const pins = async (who: Moderator) => (await who.hear('/pins')).match(/“[^”]*”(?= →)/g)?.sort() ?? [];

describe('/link', () => {
  it('makes one community of two places, which share everything from then on', async () => {
    await a.say('/pin secret of the first text: one');
    await b.say('/pin secret of the second text: two');
    expect(wordsOf(await link(a, b))).toBe(
      'Linked: everything is now shared with one:a. /unlink separates the two again.',
    );
    for (const who of [a, b]) expect(await pins(who)).toEqual(['“secret of the first”', '“secret of the second”']);
    await b.insist('/teach question: When is the next meetup? answer: On Friday.');
    expect(await a.hear('when is the next meetup')).toContain('On Friday.');
    await a.say('/retire refund');
    expect(await b.hear('/show refund')).toContain('is retired');
    expect(await c.hear('/show refund')).not.toContain('is retired');
    expect(await pins(c)).toEqual([]);
  });

  it('lets each see and take back what the other did, also before', async () => {
    await b.say('/pin secret of the second text: two');
    const before = await b.hear('/history');
    await link(a, b);
    for (const who of [a, b]) expect(await who.hear('/history')).toContain('#1 /pin');
    expect(before).toContain('#1 /pin');
    expect(await a.hear('/undo 1')).toMatch(/^Undone/);
    for (const who of [a, b]) expect(await pins(who)).toEqual([]);
    expect(await c.hear('/history')).toBe('Nothing has been changed yet.');
  });

  it('takes a code once, in any case, and within a quarter of an hour', async () => {
    const code = await codeFrom(a);
    expect(await b.hear(`/link ${code.toUpperCase()} `)).toMatch(/^Linked/);
    expect(await c.hear(`/link ${code}`)).toContain('unknown, used or expired');
    expect(await c.hear('/link nonsense')).toContain('unknown, used or expired');
    const late = await codeFrom(a);
    for (let minute = 0; minute < 16; minute++) services.now();
    expect(await c.hear(`/link ${late}`)).toContain('unknown, used or expired');
  });

  it('keeps no code, only its hash', async () => {
    const code = await codeFrom(a);
    const kept = await services.store.transact(({ invitations }) =>
      invitations.take(services.hash(code), services.now()),
    );
    expect(JSON.stringify(kept)).not.toContain(code);
  });

  it('does not link a place to itself or to its own', async () => {
    expect(wordsOf(await link(a, a))).toContain('already linked');
    await link(a, b);
    expect(wordsOf(await link(b, a))).toContain('already linked');
  });

  it('is for moderators of both', async () => {
    expect(await a.hear('/link', { isModerator: undefined })).toContain('Only moderators');
    const code = await codeFrom(a);
    expect(await b.hear(`/link ${code}`, { isModerator: undefined })).toContain('Only moderators');
    expect(await b.hear(`/link ${code}`)).toMatch(/^Linked/);
  });

  it('joins a third place, and all places of a community at once', async () => {
    await link(a, b);
    await c.say('/pin secret of the third text: three');
    await link(c, b);
    for (const who of [a, b, c]) expect(await pins(who)).toEqual(['“secret of the third”']);
  });

  it('leads to where the inviting place belongs by then', async () => {
    const code = await codeFrom(a);
    await link(c, a);
    await c.say('/pin secret of the third text: three');
    await b.say(`/link ${code}`);
    for (const who of [a, b, c]) expect(await pins(who)).toEqual(['“secret of the third”']);
  });

  it('says first what gives way where both decided differently', async () => {
    await a.say('/pin when do we meet text: on Friday');
    await b.say('/pin when do we meet? text: on Sunday');
    const asked = await link(a, b);
    expect(wordsOf(asked)).toContain('- pin when do we meet?');
    expect(await b.hear('when do we meet')).toContain('on Sunday');
    // Whoever has lost the right since the preview.
    const confirm = async (more: Partial<Incoming>) => wordsOf(await b.press(asked, 'confirm', more));
    expect(await confirm({ mayAppoint: async () => false })).toContain('Only owners');
    expect(await confirm({ isEditor: true })).toContain('but not do this');
    expect(await b.hear('when do we meet')).toContain('on Sunday');
    await b.press(asked, 'confirm');
    expect(await b.hear('when do we meet')).toContain('on Friday');
    expect(await b.hear('/history')).toContain('on Sunday');
  });

  it('is weighed where the records come together', async () => {
    await b.say('/pin Who cooks at the summer party? text: Bob.');
    await a.insist('/teach question: Who cooks at the summer party? answer: Ann.');
    const refused = await link(a, b);
    expect(wordsOf(refused)).toContain(
      '“Who cooks at the summer party?” would find “📌 Who cooks at the summer party?” instead of “Who cooks at the summer party?”.',
    );
    await b.press(refused, 'confirm');
    expect(await a.hear('Who cooks at the summer party?')).toContain('Bob.');
  });

  it('cannot be undone alone', async () => {
    await link(a, b);
    for (const who of [a, b])
      expect(await who.hear('/undo 1')).toContain(
        "concerns two communities, so it can't be undone alone. Use /unlink.",
      );
    expect((await a.say('/history'))?.choices).toEqual([]);
    await b.say('/unlink');
    expect(await a.hear('/undo 2')).toContain('Use /link.');
    expect(await a.hear('/undo')).toContain("You haven't changed anything yet");
  });
});

describe('/unlink', () => {
  it('parts places, each with everything, and then each goes on by itself', async () => {
    await a.say('/pin secret of the first text: one');
    await b.say('/pin secret of the second text: two');
    await link(a, b);
    expect(await b.hear('/unlink')).toContain('A copy of everything');
    for (const who of [a, b]) expect(await pins(who)).toHaveLength(2);
    await b.say('/unpin secret of the first');
    await a.say('/pin secret of the third text: three');
    expect(await pins(a)).toHaveLength(3);
    expect(await pins(b)).toEqual(['“secret of the second”']);
    for (const who of [a, b]) expect(await who.hear('/history')).toContain('#1 /pin');
    expect(await b.hear('/history')).not.toContain('secret of the third');
    expect(await a.hear('/undo 4')).toContain('Use /link.');
  });

  it('lets a place take back after the parting what was done before, for itself only', async () => {
    await link(a, b);
    await a.say('/pin secret of the first text: one');
    await b.say('/unlink');
    expect(await b.hear('/undo 2')).toMatch(/^Undone/);
    expect(await pins(b)).toEqual([]);
    expect(await pins(a)).toHaveLength(1);
  });

  it('says that there is nothing to part', async () =>
    expect(await a.hear('/unlink')).toBe('This server or group is not linked.'));

  it('lets the first place leave those who stay in peace, wherever it goes', async () => {
    await link(a, b);
    await a.say('/pin shared secret text: all');
    await a.say('/unlink');
    await b.say('/pin secret of the second text: two');
    await c.say('/pin secret of the third text: three');
    await link(c, a);
    await a.say('/unlink');
    expect(await pins(b)).toEqual(['“secret of the second”', '“shared secret”']);
    expect(await pins(a)).toEqual(['“secret of the third”', '“shared secret”']);
    await a.say('/unpin shared secret');
    expect(await pins(b)).toHaveLength(2);
    expect(await b.hear('/unlink')).toBe('This server or group is not linked.');
  });

  it('leaves a copy of settings that appoints nobody again where they were dismissed', async () => {
    const moderatorsOf = async (name: string) =>
      (await services.communities.of({ platform: name === 'a' ? 'one' : 'two', id: name })).state.get(
        'setting',
        `moderators:${name === 'a' ? 'one' : 'two'}:${name}`,
      );
    await link(a, b);
    await a.say('/settings moderators 123');
    await b.say('/settings moderators 456');
    await b.say('/unlink');
    await a.say('/settings moderators default');
    await link(a, b);
    expect([await moderatorsOf('a'), (await moderatorsOf('b'))?.length]).toEqual([undefined, 1]);
  });

  it('stands after a restart', async () => {
    await link(a, b);
    await a.say('/pin shared secret text: all');
    await a.say('/unlink');
    await link(c, b);
    const again = await reopened(services);
    for (const place of [
      { platform: 'one', id: 'a' },
      { platform: 'two', id: 'b' },
      { platform: 'two', id: 'c' },
    ]) {
      expect((await again.communities.of(place)).id, keyOfPlace(place)).toBe((await services.communities.of(place)).id);
      expect((await again.communities.of(place)).state.rawAll('pin')).toEqual(
        (await services.communities.of(place)).state.rawAll('pin'),
      );
    }
  });
});

describe('two links at once', () => {
  it('lead to one community', async () => {
    const codes = [await codeFrom(a), await codeFrom(c)];
    const heard = await Promise.all(codes.map((code) => b.hear(`/link ${code}`)));
    expect(heard.map((words) => words.slice(0, 6)).sort()).toEqual(['Linked', 'Someon']);
    expect(await services.store.transact(({ log }) => log.records({ kind: 'place', key: 'two:b' }))).toHaveLength(1);
  });
});
