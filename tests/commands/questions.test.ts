import { beforeEach, describe, expect, it } from 'vitest';
import type { Services } from '../../src/bot/services.ts';
import { plainText } from '../../src/core/entry/blocks.ts';
import { libraryOf } from '../helpers/library.ts';
import { PACK } from '../helpers/pack.ts';
import { type AnyReply, type AnyRespond, botOf } from '../helpers/replies.ts';
import { moderatorIn, PLACE, servicesOf, shippedLocales } from '../helpers/services.ts';

const library = libraryOf(PACK, await shippedLocales());
const QUESTION = 'how do I train my dog';

let services: Services;
let moderator: ReturnType<typeof moderatorIn>;
let respond: AnyRespond;
const ask = (person: string, text: string, addressed = true) =>
  respond({ person: `test:${person}`, place: PLACE, text, addressed });
const askedBy = async (people: readonly string[], text = QUESTION) => {
  for (const person of people) await ask(person, text);
};
const words = (reply: AnyReply | undefined) => plainText(reply?.blocks ?? []);
/** Presses the choice whose label has these words. */
const press = async (reply: AnyReply | undefined, label: string) => {
  const choice = reply?.choices?.find((one) => one.label.includes(label));
  return moderator(`/${choice?.command} ${choice?.argument}`);
};

beforeEach(async () => {
  services = await servicesOf(PACK, { library });
  moderator = moderatorIn(services);
  respond = botOf(services);
});

describe('/questions', () => {
  it('lists what was asked, most asked first', async () => {
    await askedBy(['a', 'b', 'c']);
    await askedBy(['a', 'b', 'c', 'd'], 'which music is best for swimming');
    const reply = await moderator('/questions');
    expect(reply?.isPrivate).toBe(true);
    expect(words(reply)).toBe(
      '- #2 “which music is best for swimming” · people: 4 · last asked on 25 November 2026\n- #1 “how do I train my dog” · people: 3 · last asked on 25 November 2026',
    );
    expect(reply?.choices?.slice(0, 3).map(({ command, argument }) => `${command} ${argument}`)).toEqual([
      'assign 2',
      'answer 2',
      'ignore 2',
    ]);
  });

  it('lists what one person asked once, and nothing that nobody asked the bot', async () => {
    await ask('c', 'which music is best for swimming', false);
    expect(words(await moderator('/questions'))).toContain('No open questions');
    await askedBy(['a', 'a']);
    expect(words(await moderator('/questions'))).toBe(
      '- #1 “how do I train my dog” · people: 1 · last asked on 25 November 2026',
    );
  });

  it('lists choices that nobody pressed below what got nothing, and a press closes them', async () => {
    const offered = await ask('a', 'how long is my account banned');
    expect(offered?.kind).toBe('offer');
    await ask('b', QUESTION);
    const list = await moderator('/questions');
    expect(words(list).split('\n')[0]).toContain(QUESTION);
    expect(words(list)).toContain('got choices, and nobody pressed one');
    const [choice] = offered?.choices ?? [];
    await ask('a', `/${choice?.command} ${choice?.argument}`);
    expect(words(await moderator('/questions'))).not.toContain('how long is my account banned');
  });

  it('lists what somebody got choices for and meant none of as what got nothing', async () => {
    await ask('a', 'how long is my account banned');
    await ask('a', '/none how long is my account banned');
    expect(words(await moderator('/questions'))).not.toContain('nobody pressed one');
  });

  it('keeps nothing once a community says so, not even what it had, and for three days if it says that', async () => {
    await askedBy(['a']);
    await moderator('/settings questions short');
    await services.store.transact((unit) => unit.questions.prune('2026-11-28T11:59:59.000Z'));
    expect(words(await moderator('/questions'))).toContain(QUESTION);
    await services.store.transact((unit) => unit.questions.prune('2026-11-28T12:00:00.000Z'));
    expect(words(await moderator('/questions'))).toContain('No open questions');
    await askedBy(['a']);
    await moderator('/settings questions off');
    expect(await services.questions.list('test:here')).toEqual([]);
    await askedBy(['b']);
    expect(words(await moderator('/questions'))).toContain('I keep no questions here');
    expect(await services.questions.list('test:here')).toEqual([]);
  });

  it('says what a gap stands for, if there is one', async () => {
    await askedBy(['a', 'b', 'c']);
    expect(words(await moderator('/questions'))).not.toContain('…');
    await askedBy(['a', 'b', 'c'], 'are parrots allowed for u/laura_parrot');
    expect(words(await moderator('/questions'))).toContain('“are parrots allowed for …”');
    expect(words(await moderator('/questions'))).toContain('“…” replaces');
  });

  it('drops what an entry answers by now, for good', async () => {
    await askedBy(['a', 'b', 'c']);
    const form = await press(await moderator('/questions'), 'teach');
    expect(form?.form?.command).toBe('teach');
    const fields = Object.fromEntries(form?.form?.fields.map(({ name, value }) => [name, value]) ?? []);
    expect(fields.question).toBe('how do I train my dog');
    await press(await moderator('/teach', { options: { ...fields, answer: 'With patience.' } }), 'Save');
    expect(words(await moderator('/questions'))).toContain('No open questions');
    expect(await services.questions.list('test:here')).toEqual([]);
    // Taken back a moment later, it is open again.
    await moderator('/undo');
    expect(words(await moderator('/questions'))).toContain('how do I train my dog');
  });

  it('makes a question another way to ask an entry: once somebody accepts it, and so that it can be undone', async () => {
    await askedBy(['a', 'b', 'c'], 'virtual food for a dog');
    const offered = await press(await moderator('/questions'), 'assign to');
    expect(offered?.question).toContain('virtual food for a dog');
    expect((await ask('d', 'virtual food for a dog'))?.title).toBeUndefined();
    const done = await press(offered, 'Which phone numbers');
    expect(words(done)).toContain('Phrasings changed');
    expect((await ask('d', 'virtual food for a dog'))?.title).toBe('Which phone numbers can verify an account?');
    expect(words(await moderator('/questions'))).toContain('No open questions');
    await press(done, 'Undo');
    expect((await ask('d', 'virtual food for a dog'))?.title).toBeUndefined();
  });

  it('takes several numbers at once: for ignoring, for bringing back, and for one entry', async () => {
    for (const text of [QUESTION, 'which music is best for swimming', 'virtual | food for a dog']) await ask('a', text);
    await moderator('/questions');
    const gone = await moderator('/ignore #1, 2 99');
    expect(words(gone)).toContain('Off the list: 2.');
    expect(await services.questions.list('test:here')).toHaveLength(1);
    expect(words(await press(gone, 'Undo'))).toContain('On the list again: 2.');
    const ids = (await services.questions.list('test:here')).map(({ id }) => id).join(' ');
    const entry = PACK[0]?.id ?? '';
    await moderator(`/assign ${ids} entry: ${entry}`);
    const { state } = await services.communities.byId('test:here');
    expect(
      state
        .all('phrasings')
        .flatMap(([, { added }]) => added)
        .sort(),
    ).toEqual([QUESTION, 'virtual | food for a dog', 'which music is best for swimming']);
  });

  it('forgets what is ignored', async () => {
    await askedBy(['a', 'b', 'c']);
    const gone = await press(await moderator('/questions'), 'ignore');
    expect(words(gone)).toContain('off the list');
    expect(words(await moderator('/questions'))).toContain('No open questions');
    expect(await services.questions.list('test:here')).toEqual([]);
    expect(words(await press(gone, 'Undo'))).toContain('on the list again');
    expect(words(await moderator('/questions'))).toContain('people: 3');
    expect(words(await press(gone, 'Undo'))).toContain('forgotten');
  });

  it('knows only groups of its own community', async () => {
    await askedBy(['a', 'b', 'c']);
    const elsewhere = { place: { platform: 'test', id: 'elsewhere' } };
    for (const command of ['assign', 'answer', 'ignore'])
      expect(words(await moderator(`/${command} 1`, elsewhere))).toContain('There is no open question');
    expect(words(await moderator('/questions', elsewhere))).toContain('No open questions');
    expect((await services.questions.list('test:here')).length).toBe(1);
  });

  it('asks which, and which entry', async () => {
    await askedBy(['a', 'b', 'c']);
    expect(words(await moderator('/ignore'))).toContain('number');
    expect(words(await moderator('/assign 1 entry: nothing-like-it'))).toContain('no entry called');
    expect(words(await moderator('/assign #7'))).toContain('7');
  });

  it('is for moderators only', async () => {
    await askedBy(['a', 'b', 'c']);
    for (const text of ['/questions', '/assign 1 entry: questions/refund', '/answer 1', '/ignore 1'])
      expect(words(await ask('a', text))).toContain('Only moderators');
    expect((await services.questions.list('test:here')).length).toBe(1);
  });
});
