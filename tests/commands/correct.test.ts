import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Services } from '../../src/bot/services.ts';
import { type Library, warm } from '../../src/core/search/library.ts';
import { libraryOf } from '../helpers/library.ts';
import { type Moderator, moderator, recordsOf, servicesWithFiles, wordsOf } from '../helpers/moderators.ts';
import { PACK } from '../helpers/pack.ts';
import { shippedLocales } from '../helpers/services.ts';

let library: Library;
let services: Services;
let mod: Moderator;
beforeAll(async () => {
  library = libraryOf(PACK, await shippedLocales());
  warm(library);
});
beforeEach(async () => {
  services = await servicesWithFiles(library);
  mod = moderator(services);
});

const BANNED = 'Why was my account banned?';
const valuesOf = async (text: string) =>
  Object.fromEntries((await mod.say(text))?.form?.fields.map(({ name, value }) => [name, value]) ?? []);

describe('/correct', () => {
  it('shows the difference before it is saved', async () => {
    const preview = await mod.say('/correct refund', {
      options: { entry: 'questions/refund', answer: 'Within 14 days.' },
    });
    expect(wordsOf(preview)).toContain('- Can I get a refund for my subscription?!\n+ Within 14 days.');
  });

  it('opens a form with what stands there', async () => {
    expect(await valuesOf('/correct refund')).toEqual({
      entry: 'questions/refund',
      question: 'Can I get a refund for my subscription?',
      answer: 'Can I get a refund for my subscription?!',
      language: 'en',
      why: '',
    });
    expect(await valuesOf('/correct why-banned language: 简体中文')).toMatchObject({
      question: '为什么我的账号被封了？',
      language: 'zh-Hans',
    });
  });

  it('puts an answer right everywhere at once, and leaves all else as it was', async () => {
    const reply = await mod.say(BANNED);
    expect(await mod.insist('/correct answer: You broke *the rules*. why: it was vague', { about: reply?.about })).toBe(
      `Corrected: “${BANNED}”.`,
    );
    const corrected = await mod.say('my account got suspended');
    expect(wordsOf(corrected)).toContain('You broke the rules.');
    expect(wordsOf(corrected)).toContain('Source: Handbook');
    expect((await mod.say('为什么我的账号被封了'))?.title).toBe('为什么我的账号被封了？');
    const [record] = await recordsOf(services, 'test:here');
    expect(JSON.parse(record?.value ?? '')).toMatchObject({
      pack: 'test',
      text: expect.stringContaining('tags: [kept]'),
    });
    const history = await mod.hear('/history why-banned');
    expect(history).toMatch(/Reason: it was vague\.[\s\S]*\n- .*\n[\s\S]*\+ You broke \*the rules\*\./);
    // Its words against the pack's, and no front matter.
    for (const same of ['---', 'tags:', BANNED.replace(/^/, '+ ')]) expect(history).not.toContain(same);
    await mod.insist('/correct why-banned source: Terms');
    expect(await mod.hear('/history why-banned')).toContain('- source: Handbook\n+ source: Terms\n');
  });

  it('puts a question differently, and the old words need not find it', async () => {
    await mod.insist('/correct refund question: Cancelling what I paid for');
    expect((await mod.say('cancelling what I paid for'))?.title).toBe('Cancelling what I paid for');
  });

  it('refuses a new question that is another entry’s', async () => {
    expect(await mod.insist(`/correct refund question: ${BANNED}`)).toMatch(/would find/);
  });

  it('changes the language that the new words are written in', async () => {
    await mod.insist('/correct why-banned answer: 你违反了规则，所以账号被停用了。');
    expect(await mod.hear(BANNED)).toContain(`${BANNED}!`);
    expect(await mod.hear('为什么我的账号被封了')).toContain('你违反了规则');
  });

  it('does not put words of a new language into an old text', async () => {
    const reply = await mod.say('/correct refund answer: 不可以退款，谢谢你的理解。');
    expect(wordsOf(reply)).toContain('There is no text in Simplified Chinese yet.');
    expect(reply?.form?.fields.map(({ value }) => value)).toEqual([
      'questions/refund',
      '',
      '不可以退款，谢谢你的理解。',
      'zh-Hans',
      '',
    ]);
    await mod.insist('/correct refund question: 可以退款吗？ answer: 不可以。');
    expect(await mod.hear('可以退款吗')).toContain('不可以。');
    expect(await mod.hear('can I get a refund for my subscription')).toContain('subscription?!');
  });

  it('leaves the phrasings that were added beside the file there, and shows them', async () => {
    await mod.hear('/rephrase refund add: my money back please');
    const preview = await mod.say('/correct refund answer: Within 14 days.');
    expect(wordsOf(preview)).toContain('- Can I get a refund for my subscription?!\n+ Within 14 days.');
    expect(wordsOf(preview)).toContain('my money back please');
    await mod.insist('/correct refund answer: Within 14 days.');
    const kinds = (await recordsOf(services, 'test:here')).map(({ kind, value }) => [kind, value]);
    expect(kinds).toContainEqual(['phrasings', expect.stringContaining('my money back please')]);
    expect(kinds).toContainEqual(['entry', expect.not.stringContaining('my money back please')]);
    expect(await mod.hear('my money back please')).toContain('Within 14 days.');
  });

  it('says that nothing changes where the same is written again', async () => {
    expect(await mod.hear('/correct refund source: Handbook')).toContain('Nothing');
  });

  it('names another source', async () => {
    await mod.insist('/correct refund source: The terms, https://a.example/terms');
    expect(await mod.hear('can I get a refund for my subscription')).toContain('Source: The terms');
  });

  it.each<[string, string]>([
    ['/correct', 'Which entry?'],
    ['/correct nothing-like-it answer: x', 'I have no entry called “nothing-like-it”.'],
    ['/correct refund language: Klingon answer: x', "I don't speak “Klingon” yet."],
    ['/correct refund answer: <b>x</b>', "HTML can't be shown"],
    ['/correct refund answer: Can I get a refund for my subscription?!', 'Nothing to change'],
  ])('%s is no good: %s', async (text, words) => {
    expect(await mod.hear(text)).toContain(words);
    expect(await recordsOf(services, 'test:here')).toEqual([]);
  });

  it('shows what was written again where the entry was changed meanwhile', async () => {
    const preview = await mod.say('/correct refund answer: Mine.');
    await moderator(services, 'test:other').insist('/correct refund answer: Theirs.');
    const again = await mod.press(preview, 'confirm');
    expect(wordsOf(again)).toContain('so nothing is saved yet');
    expect(wordsOf(again)).toContain('Mine.');
    expect(await mod.hear('can I get a refund for my subscription')).toContain('Theirs.');
    await mod.press(again, 'confirm');
    expect(await mod.hear('can I get a refund for my subscription')).toContain('Mine.');
  });

  it('asks which where two entries are called so', async () => {
    await mod.insist('/teach question: Refund answer: Ours.');
    const which = await mod.say('/correct refund answer: Better.');
    expect(wordsOf(which)).toBe('Several entries are called “refund”. Which one?');
    expect(wordsOf(await mod.press(which, 'Refund ('))).toContain('Better.');
  });
});

describe('/rephrase', () => {
  const phrasings = async (entry = 'refund') =>
    (await mod.say(`/rephrase ${entry}`))?.notes
      .map((note) => note.map((part) => ('text' in part ? part.text : '')).join(''))
      .join('');

  it('adds and removes other ways to ask, at once', async () => {
    expect(await phrasings()).toBe(
      'Other phrasings (members do not see them): money back for subscription | how to cancel and get refunded | refund policy of the paid plan',
    );
    expect(
      await mod.hear(
        '/rephrase refund add: reimbursement of fees | REIMBURSEMENT OF FEES! remove: Money back for subscription.',
      ),
    ).toBe('Phrasings changed: “Can I get a refund for my subscription?”.');
    expect((await mod.say('reimbursement of fees'))?.title).toMatch(/refund/);
    expect(await phrasings()).toBe(
      'Other phrasings (members do not see them): how to cancel and get refunded | refund policy of the paid plan | reimbursement of fees',
    );
    await mod.say('/rephrase refund remove: reimbursement of fees add: money back for subscription');
    expect(await recordsOf(services, 'test:here')).toEqual([]);
  });

  it('may remove the last one', async () => {
    await mod.say(
      '/rephrase refund remove: money back for subscription | how to cancel and get refunded | refund policy of the paid plan',
    );
    expect(await phrasings()).toBe('');
    expect((await mod.say('Can I get a refund for my subscription?'))?.title).toMatch(/refund/);
  });

  it('goes to the language of the words', async () => {
    await mod.say('/rephrase why-banned add: 我的号没了怎么回事');
    expect((await recordsOf(services, 'test:here')).map(({ key }) => key)).toEqual(['zh-Hans/questions/why-banned']);
  });

  it.each<[string, string]>([
    ['/rephrase refund remove: never said', '“never said” is not a phrasing of'],
    [`/rephrase refund add: ${'x'.repeat(1001)}`, '1,001 characters'],
    ['/rephrase refund language: zh-Hans add: 退款', 'has no text in Simplified Chinese yet'],
    ['/rephrase refund add: refund policy of the paid plan', 'Nothing to change'],
    [`/rephrase refund add: ${Array.from({ length: 5000 }, (_, at) => `way number ${at}`).join('|')}`, 'bytes'],
    ['/rephrase refund add: Why was my account banned?', 'would find'],
  ])('%.60s is no good: %s', async (text, words) => {
    expect(await mod.hear(text)).toContain(words);
    expect(await recordsOf(services, 'test:here')).toEqual([]);
  });

  it('shows what was typed where it is no good', async () => {
    const reply = await mod.say('/rephrase refund add: new words remove: never said');
    expect(reply?.form?.fields.map(({ value }) => value)).toEqual([
      'questions/refund',
      'new words',
      'never said',
      'en',
      '',
    ]);
  });
});

describe('/retire and /restore', () => {
  it('an entry that was pointed at is retired only after it was named', async () => {
    const asked = await mod.say('/retire', { about: { entry: 'questions/refund' } });
    expect(asked?.question).toMatch(/^Retire “Can I get a refund/);
    expect(asked?.choices).toMatchObject([{ label: 'Retire', isDangerous: true }, { label: 'Discard' }]);
    expect((await mod.say('/show refund'))?.kind).toBe('answer');
    expect(wordsOf(await mod.press(asked, 'Retire'))).toMatch(/^Retired/);
    await mod.say('/restore refund');
  });

  it('take an entry out, and bring it back', async () => {
    expect(await mod.hear('/retire refund why: we stopped it')).toBe(
      'Retired: “Can I get a refund for my subscription?”. I no longer give this answer.',
    );
    expect((await mod.say('can I get a refund for my subscription'))?.title ?? '').not.toMatch(/refund/);
    expect(await mod.hear('/show refund')).toContain('is retired');
    for (const text of ['/retire refund', '/correct refund answer: x', '/rephrase refund add: x'])
      expect(await mod.hear(text), text).toContain('is retired. /restore brings it back.');
    const which = await mod.say('/restore');
    expect(wordsOf(await mod.press(which, 'Can I get'))).toBe(
      'Restored: “Can I get a refund for my subscription?”. I give this answer again.',
    );
    expect((await mod.say('can I get a refund for my subscription'))?.title).toMatch(/refund/);
    expect(await mod.hear('/restore')).toBe('No entry is retired.');
    expect(await mod.hear('/restore refund')).toContain('is not retired');
    expect(await mod.hear('/restore nothing-like-it')).toContain('no entry called');
  });

  it('tell where another entry has taken the question meanwhile', async () => {
    await mod.say('/retire refund');
    await mod.insist('/teach question: Can I get a refund for my subscription? answer: Ask Ann.');
    expect(await mod.hear('/restore questions/refund')).toMatch(/would (?:find|no longer find)/);
    expect(await mod.hear('/undo 1')).toMatch(/would (?:find|no longer find)/);
    expect(await mod.hear('Can I get a refund for my subscription?')).toContain('Ask Ann.');
  });
});

describe('a text that can no longer be read', () => {
  const put = async (kind: 'entry' | 'source', key: string, after: string | null) => {
    const act = {
      community: 'test:here',
      person: 'x',
      place: 'test:here',
      at: services.now(),
      command: 'import',
      why: '',
      forced: null,
      undoes: null,
    };
    await services.store.transact(({ log }) =>
      log.append({ ...act, edits: [{ community: 'test:here', kind, key, after }] }),
    );
    await services.communities.refresh();
  };
  const file = (frontMatter: string) =>
    JSON.stringify({
      pack: 'test',
      text: `---\n${frontMatter}\n---\n# Can I get a refund for my subscription?\n\nNo.\n`,
    });

  it('is answered without a source that is gone', async () => {
    await put('entry', 'en/questions/refund', file('sources: [lost]'));
    expect(await mod.hear('can I get a refund for my subscription')).toContain('Source: lost');
  });

  it('is not answered, nor is what it replaced; moderators are told, and can put it right', async () => {
    await put('entry', 'en/questions/refund', file('sources: [handbook]\nnonsense: 1'));
    expect((await mod.say('can I get a refund for my subscription'))?.title ?? '').not.toMatch(/refund/);
    expect(await mod.hear('/history')).toContain(
      "These entries can't be read and are not used: Can I get a refund for my subscription?.",
    );
    await mod.insist('/correct refund answer: Better. source: Terms');
    expect(await mod.hear('can I get a refund for my subscription')).toContain('Better.');
  });
});
