import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Services } from '../../src/bot/services.ts';
import type { Library } from '../../src/core/search/library.ts';
import { libraryOf } from '../helpers/library.ts';
import { type Moderator, moderator, recordsOf, ticking, wordsOf } from '../helpers/moderators.ts';
import { PACK } from '../helpers/pack.ts';
import { servicesOf, shippedLocales } from '../helpers/services.ts';

let library: Library;
let services: Services;
let mod: Moderator;
beforeAll(async () => {
  library = libraryOf(PACK, await shippedLocales());
});
beforeEach(async () => {
  services = await servicesOf([], { library, now: ticking() });
  mod = moderator(services);
});

const NEW = 'Is the bot open on Sundays?';

describe('/pin', () => {
  it('gives a question its answer at once, marked as pinned', async () => {
    expect(await mod.hear(`/pin ${NEW} entry: refund`)).toBe(`Pinned: “${NEW}” now gets that answer.`);
    for (const words of [NEW, 'is the bot open on sundays', 'hello, is the bot open on Sundays please']) {
      const reply = await mod.say(words, { isModerator: undefined });
      expect(reply?.title, words).toBe('Can I get a refund for my subscription?');
      expect(wordsOf(reply)).toContain('📌 Pinned by the moderators.');
    }
  });

  it('can be undone, and the undoing as well', async () => {
    const before = await mod.hear(NEW);
    const done = await mod.press(await mod.say(`/pin ${NEW} entry: refund`), 'Undo');
    expect(wordsOf(done)).toBe('Undone: change #1.');
    expect(await mod.hear(NEW)).toBe(before);
    await mod.press(done, 'Undo');
    expect((await mod.say(NEW))?.title).toMatch(/refund/);
  });

  it('as a reply pins that answer: alone to its question, with words to those', async () => {
    const about = { entry: 'questions/refund', question: 'money back?' };
    expect(await mod.hear('/pin', { about })).toContain('Pinned: “money back?”');
    expect(await mod.hear(`/pin ${NEW}`, { about })).toContain(`Pinned: “${NEW}”`);
    expect(wordsOf(await mod.say(NEW))).toContain('📌');
    expect(await mod.hear('/pin', { about: { entry: 'questions/refund' } })).toMatch(/no longer know which question/);
  });

  it("shows a pin of another moderator's, and replaces it only if asked to; one's own at once", async () => {
    const other = moderator(services, 'test:other');
    await other.say(`/pin ${NEW} entry: refund`);
    const asked = await mod.say(`/pin ${NEW} entry: delete-data`);
    expect(wordsOf(asked)).toMatch(/pinned already:[\s\S]*refund[\s\S]*moderator \w{6}/);
    expect((await mod.say(NEW))?.title).toMatch(/refund/);
    expect(asked?.choices?.map(({ label }) => label)).toEqual(['Replace', 'Discard']);
    expect(wordsOf(await mod.press(asked, 'Replace'))).toContain('Pinned:');
    expect((await mod.say(NEW))?.title).not.toMatch(/refund/);
    expect(await mod.hear(`/pin ${NEW} entry: refund`)).toContain('Pinned:');
  });

  it('carries a text of its own, that can be shown and pinned again', async () => {
    await mod.say(`/pin ${NEW} text: > We are *closed*.`);
    const reply = await mod.say(NEW);
    expect(reply).toMatchObject({
      title: NEW,
      blocks: [{ kind: 'quote' }],
      about: { entry: 'pins/en/is the bot open on sundays' },
    });
    await mod.say('/pin Do you work at weekends?', { about: reply?.about });
    expect(wordsOf(await mod.say('do you work at weekends'))).toContain('We are closed.');
    expect(await mod.hear('/show pins/en/is the bot open on sundays')).toContain('We are closed.');
    for (const command of ['/retire', '/correct', '/rephrase add: x'])
      expect(await mod.hear(command, { about: reply?.about })).toContain("is the pin's own text");
    expect(await mod.hear('/history', { about: reply?.about })).toContain('We are *closed*.');
  });

  it('refuses to take the own question of another entry, names it, and does it where one insists', async () => {
    const question = 'Why was my account banned?';
    const refused = await mod.say(`/pin ${question} entry: refund`);
    expect(wordsOf(refused)).toContain(
      `“${question}” would find “Can I get a refund for my subscription?” instead of “${question}”.`,
    );
    expect((await mod.say(question))?.title).toBe(question);
    expect(wordsOf(await mod.press(refused, 'confirm'))).toContain(`Done anyway, although it broke: ${question}.`);
    expect((await mod.say(question))?.title).toMatch(/refund/);
    expect(await mod.hear('/history')).toContain(`Done anyway, although it broke: ${question}`);
  });

  it('refuses at a check of the pack, and names its place', async () => {
    const checks = [
      {
        pack: 'test',
        language: 'en',
        text: 'money back for subscription',
        entry: 'questions/refund',
        file: 'pack/en/checks.md',
        line: 4,
      },
    ];
    mod = moderator(await servicesOf([], { library, checks }));
    expect(await mod.hear('/pin money back for subscription entry: delete-data')).toContain(
      '(A check in pack/en/checks.md, line 4.)',
    );
    expect(await mod.hear('/pin money back for subscription entry: delete-data --force')).toContain('Pinned');
    // What fails already is not held against the next change.
    expect(await mod.hear(`/pin ${NEW} entry: delete-data`)).toMatch(/^Pinned/);
  });

  it('refuses to answer what the pack leaves unanswered', async () => {
    const checks = [
      { pack: 'test', language: 'en', text: 'good morning everyone', entry: null, file: 'checks.md', line: 9 },
    ];
    mod = moderator(await servicesOf([], { library, checks }));
    expect(await mod.hear('/pin good morning everyone entry: refund')).toContain(
      '“good morning everyone” should find nothing, but would find',
    );
  });

  it('refuses to let a check go that only the pin holds', async () => {
    const checks = [{ pack: 'test', language: 'en', text: NEW, entry: 'questions/refund', file: 'checks.md', line: 2 }];
    mod = moderator(await servicesOf([], { library, checks, now: ticking() }));
    await mod.say(`/pin ${NEW} entry: refund`);
    expect(await mod.hear(`/unpin ${NEW}`)).toContain(`“${NEW}” would no longer find`);
  });

  it('to an entry that is retired later says so instead of answering wrongly, and answers again when it is restored', async () => {
    await mod.say(`/pin ${NEW} entry: refund`);
    await mod.say('/retire refund');
    expect(await mod.hear(NEW)).toBe(
      '“Can I get a refund for my subscription?” is retired, so I no longer give that answer.',
    );
    expect(await mod.say(NEW, { addressed: false })).toBeUndefined();
    expect(await mod.hear('/pins')).toContain('retired');
    const refused = await mod.say('/pin Something else? entry: refund');
    expect(wordsOf(refused)).toContain('is retired. /restore brings it back.');
    await mod.press(refused, 'Restore');
    expect((await mod.say(NEW))?.title).toMatch(/refund/);
  });

  it('to an entry that is gone says so', async () => {
    await mod.insist('/teach question: Where is the library? answer: In the cellar.');
    await mod.say(`/pin ${NEW} entry: where-is-the-library`);
    await mod.say('/undo 1');
    expect(await mod.hear(NEW)).toMatch(/is retired/);
    expect(await mod.hear('/pins')).toContain('That entry no longer exists.');
  });

  it('offers entries where none is named, and keeps what else was said', async () => {
    const offer = await mod.say('/pin can I get money why: asked --message');
    expect(offer).toMatchObject({ question: 'Which entry should answer “can I get money”?' });
    expect(offer?.choices?.[0]?.argument).toContain('--message');
    expect(wordsOf(await mod.press(offer, 'Can I get a refund', { about: { entry: 'x', message: '77' } }))).toContain(
      'Pinned: “can I get money”',
    );
    expect(await mod.hear('/history')).toContain('Reason: asked.');
  });

  it('asks the platform to pin the message, but only when it is done', async () => {
    const about = { entry: 'questions/refund', question: NEW, message: '77' };
    expect(await mod.say('/pin --message', { about })).toMatchObject({ pinMessage: '77' });
    expect(await mod.say('/pin --message', { about })).toMatchObject({ pinMessage: '77' });
    const refused = await mod.say('/pin Why was my account banned? --message', { about });
    expect(refused?.pinMessage).toBeUndefined();
    expect(await mod.press(refused, 'confirm')).toMatchObject({ pinMessage: '77' });
    expect(await mod.hear(`/pin ${NEW} entry: refund --message`)).toContain('no message here');
  });

  it.each<[string, string]>([
    ['/pin', 'Which question should I pin'],
    [`/pin ${NEW} entry: nothing-like-it`, 'I have no entry called “nothing-like-it”.'],
    [`/pin ${NEW} entry: refund text: no`, 'Use either entry: or text:, not both'],
    [`/pin ${'x'.repeat(1001)} entry: refund`, 'That question is too long'],
    ['/pin ?! entry: refund', 'That question has no words in it.'],
    [`/pin ${NEW} text: <b>no</b>`, "HTML can't be shown"],
  ])('%s is no good: %s', async (text, words) => {
    expect(await mod.hear(text)).toContain(words);
    expect(await recordsOf(services, 'test:here')).toEqual([]);
  });

  it('says how where there is nothing to offer', async () => {
    expect(await moderator(await servicesOf([])).hear(`/pin ${NEW}`)).toContain(`I found no entry for “${NEW}”.`);
  });

  it('goes on with the entry that was probably meant', async () => {
    const reply = await mod.say(`/pin ${NEW} entry: refnd why: typo`);
    expect(wordsOf(await mod.press(reply, 'Can I get a refund'))).toContain('Pinned');
  });

  it('knows one question by its words, whatever their case, width, punctuation and script', async () => {
    await mod.say('/pin 网络怎么了 entry: refund');
    await mod.say('/pin 網絡怎麼了？ entry: delete-data');
    expect(await mod.hear('/pins')).toContain('1 pin');
    await mod.say('/pin What is C? entry: refund');
    await mod.say('/pin What is C#? entry: delete-data');
    expect(await mod.hear('/pins')).toContain('3 pins');
  });

  it('changes nothing where it is pinned like that already', async () => {
    await mod.say(`/pin ${NEW} entry: refund`);
    expect(await mod.hear(`/pin ${NEW} entry: refund`)).toBe(`Nothing to change: “${NEW}”.`);
  });

  it('is for moderators only', async () => {
    for (const isModerator of [undefined, async () => false])
      expect(await mod.hear(`/pin ${NEW} entry: refund`, { isModerator })).toBe('Only moderators can do that here.');
    expect(await recordsOf(services, 'test:here')).toEqual([]);
  });
});

describe('/pins and /unpin', () => {
  it('list with who and when, the newest first, and take away', async () => {
    await mod.say(`/pin ${NEW} entry: refund`);
    await moderator(services, 'test:other').say('/pin 什么时候开门？ text: 从不。');
    const list = await mod.say('/pins');
    expect(wordsOf(list)).toMatch(
      /2 pins\n- “什么时候开门？” → “从不。” \(moderator \w{6}, 25 Nov 2026, .*\)\n- “Is the bot open on Sundays\?” → Can I get a refund for my subscription\? \(you, /,
    );
    expect(wordsOf(await mod.press(list, 'Unpin “什么'))).toBe('Unpinned: “什么时候开门？”.');
    expect(await mod.hear('/unpin is the bot open on sundays')).toBe(`Unpinned: “${NEW}”.`);
    expect(await mod.hear('/pins')).toBe('There are no pins yet.');
    expect(await mod.hear(`/unpin ${NEW}`)).toBe(`“${NEW}” is not pinned.`);
    expect(await mod.hear('/unpin')).toContain('Which pin?');
  });

  it('takes the pin away that led to an answer, whatever was asked', async () => {
    await mod.say(`/pin ${NEW} entry: refund`);
    const reply = await mod.say('hello is the bot open on sundays please');
    expect(await mod.hear('/unpin', { about: reply?.about })).toContain(NEW);
  });

  it('asks which where the same words are pinned in two languages', async () => {
    await mod.say('/pin GPT entry: refund');
    await services.store.transact(async ({ log }) => {
      const [pin] = await log.records({ kind: 'pin' });
      const edits = [
        {
          community: 'test:here',
          kind: 'pin' as const,
          key: 'zh/gpt',
          after: pin?.value.replace('"en"', '"zh-Hans"') ?? '',
        },
      ];
      await log.append({
        community: 'test:here',
        person: 'x',
        place: 'test:here',
        at: services.now(),
        command: 'pin',
        why: '',
        forced: null,
        undoes: null,
        edits,
      });
    });
    await services.communities.refresh();
    const which = await mod.say('/unpin gpt');
    expect(which?.choices?.map(({ label }) => label)).toEqual(['GPT [en]', 'GPT [zh-Hans]']);
    await mod.press(which, 'GPT [zh');
    expect((await recordsOf(services, 'test:here')).map(({ key }) => key)).toEqual(['en/gpt']);
  });
});
