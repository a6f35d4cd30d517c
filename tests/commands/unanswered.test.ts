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

describe('/unanswered', () => {
  it('lists what three people asked, most asked first', async () => {
    await askedBy(['a', 'b', 'c']);
    await askedBy(['a', 'b', 'c', 'd'], 'which music is best for swimming');
    const reply = await moderator('/unanswered');
    expect(reply?.isPrivate).toBe(true);
    expect(words(reply)).toBe(
      '- #2 “which music is best for swimming”: asked by 4 people, first on 25 November 2026, last on 25 November 2026.\n- #1 “how do I train my dog”: asked by 3 people, first on 25 November 2026, last on 25 November 2026.',
    );
    expect(reply?.choices?.slice(0, 3).map(({ command, argument }) => `${command} ${argument}`)).toEqual([
      'assign 2',
      'answer 2',
      'ignore 2',
    ]);
  });

  it('lists nothing that two people asked, or one of them twice, or nobody asked the bot', async () => {
    await askedBy(['a', 'b', 'a']);
    await ask('c', QUESTION, false);
    expect(words(await moderator('/unanswered'))).toContain('No open questions');
  });

  it('says what a gap stands for, if there is one', async () => {
    await askedBy(['a', 'b', 'c']);
    expect(words(await moderator('/unanswered'))).not.toContain('…');
    await askedBy(['a', 'b', 'c'], 'are parrots allowed for u/laura_parrot');
    expect(words(await moderator('/unanswered'))).toContain('“are parrots allowed for …”');
    expect(words(await moderator('/unanswered'))).toContain('“…” replaces');
  });

  it('drops what an entry answers by now, for good', async () => {
    await askedBy(['a', 'b', 'c']);
    const form = await press(await moderator('/unanswered'), 'teach');
    expect(form?.form?.command).toBe('teach');
    const fields = Object.fromEntries(form?.form?.fields.map(({ name, value }) => [name, value]) ?? []);
    expect(fields.question).toBe('how do I train my dog');
    await press(await moderator('/teach', { options: { ...fields, answer: 'With patience.' } }), 'Save');
    expect(words(await moderator('/unanswered'))).toContain('No open questions');
    expect(await services.questions.list('test:here')).toEqual([]);
  });

  it('makes a question another way to ask an entry: once somebody accepts it, and so that it can be undone', async () => {
    await askedBy(['a', 'b', 'c'], 'virtual food for a dog');
    const offered = await press(await moderator('/unanswered'), 'assign to');
    expect(offered?.question).toContain('virtual food for a dog');
    expect((await ask('d', 'virtual food for a dog'))?.title).toBeUndefined();
    const done = await press(offered, 'Which phone numbers');
    expect(words(done)).toContain('Phrasings changed');
    expect((await ask('d', 'virtual food for a dog'))?.title).toBe('Which phone numbers can verify an account?');
    expect(words(await moderator('/unanswered'))).toContain('No open questions');
    await press(done, 'Undo');
    expect((await ask('d', 'virtual food for a dog'))?.title).toBeUndefined();
  });

  it('forgets what is ignored', async () => {
    await askedBy(['a', 'b', 'c']);
    expect(words(await press(await moderator('/unanswered'), 'ignore'))).toContain('off the list');
    expect(words(await moderator('/unanswered'))).toContain('No open questions');
  });

  it('knows only groups of its own community', async () => {
    await askedBy(['a', 'b', 'c']);
    const elsewhere = { place: { platform: 'test', id: 'elsewhere' } };
    for (const command of ['assign', 'answer', 'ignore'])
      expect(words(await moderator(`/${command} 1`, elsewhere))).toContain('There is no open question');
    expect(words(await moderator('/unanswered', elsewhere))).toContain('No open questions');
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
    for (const text of ['/unanswered', '/assign 1 entry: questions/refund', '/answer 1', '/ignore 1'])
      expect(words(await ask('a', text))).toContain('Only moderators');
    expect((await services.questions.list('test:here')).length).toBe(1);
  });
});
