import { beforeAll, describe, expect, it } from 'vitest';
import { commands } from '../../commands/index.ts';
import { type Call, listedOf } from '../../src/bot/command.ts';
import { readOptions } from '../../src/bot/platform/command-text.ts';
import type { Services } from '../../src/bot/services.ts';
import { plainText } from '../../src/core/entry/blocks.ts';
import { entryOf, textOf } from '../helpers/entries.ts';
import { PACK } from '../helpers/pack.ts';
import type { AnyReply } from '../helpers/replies.ts';
import { callOf, moderatorIn, servicesOf } from '../helpers/services.ts';

let services: Services;
let empty: Services;
const run = async (name: string, argument = '', parts: Partial<Call> = {}): Promise<AnyReply | undefined> => {
  const command = commands.find((one) => one.name === name);
  const options = readOptions(argument, command?.options ?? []);
  return command?.run(await callOf(parts.services ?? services, argument, { options, ...parts }));
};
const words = async (...asked: Parameters<typeof run>) => plainText((await run(...asked))?.blocks ?? []);
const labels = async (...asked: Parameters<typeof run>) => (await run(...asked))?.choices?.map(({ label }) => label);

beforeAll(async () => {
  services = await servicesOf(PACK);
  empty = await servicesOf([], { subjects: () => [] });
});

describe('ask', () => {
  it('answers, does not know, or is silent', async () => {
    expect((await run('ask', 'why was my account banned'))?.title).toBe('Why was my account banned?');
    expect(await words('ask', 'what is the capital of France')).toMatch(/^I don't know/);
    expect(await run('ask', 'what is the capital of France', { addressed: false })).toBeUndefined();
    expect(await run('ask', 'x'.repeat(2001), { addressed: false })).toBeUndefined();
    expect(await words('ask', 'x'.repeat(2001))).toMatch(/too long/);
  });

  it('says how to begin where there is no entry, in the language of the question, and only to those who ask', async () => {
    expect(await words('ask', 'why', { services: empty })).toMatch(/^I have no entries yet\..*\/teach/);
    expect(await words('ask', '为什么', { services: empty, language: 'zh-Hans', say: empty.speak('zh-Hans') })).toMatch(
      /^我还没有任何条目/,
    );
    expect(await run('ask', 'why', { services: empty, addressed: false })).toBeUndefined();
  });
});

describe('small talk', () => {
  const GREETED = "Hello, I'm Wenda. I answer questions about: bans; phones.";

  it('that greets is greeted, with what the bot knows and questions to try', async () => {
    for (const said of ['hello', 'Good morning!', 'hey bot, please help'])
      expect(await words('ask', said), said).toBe(GREETED);
    const { question, choices } = (await run('ask', 'hi')) ?? {};
    expect([question, choices?.length, choices?.[0]]).toEqual([
      'Choose a question, or write your own.',
      3,
      { label: 'Why was my account banned?', command: 'show', argument: 'questions/why-banned' },
    ]);
  });

  it('that thanks or takes leave gets a short word', async () => {
    for (const [said, word] of [
      ['thanks', "You're welcome!"],
      ['ok thank you', "You're welcome!"],
      ['Bye!', "All right. I'm here if you need me."],
    ] as const)
      expect(await run('ask', said), said).toMatchObject({ blocks: [{ children: [{ text: word }] }], choices: [] });
  });

  it('is known in any language, and answered in that of the person', async () => {
    expect(await words('ask', 'привет')).toBe(GREETED);
    expect(await words('ask', 'спасибо', { language: 'ru', say: services.speak('ru') })).toBe('Пожалуйста!');
  });

  it('is not what is asked beside it', async () => {
    expect(await words('ask', 'hello, what is the capital of France')).toMatch(/^I don't know/);
    expect((await run('ask', 'hello, why was my account banned'))?.title).toBe('Why was my account banned?');
  });

  it('is answered by an entry that is there for it', async () => {
    const polite = await servicesOf([...PACK, entryOf('questions/hello', textOf('en', 'Hello', ['hi']))]);
    expect((await run('ask', 'hi', { services: polite }))?.title).toBe('Hello');
  });

  it('is nothing to moderators, and nothing to the bot where nobody addresses it or it shall be silent', async () => {
    const quiet = await servicesOf(PACK);
    await moderatorIn(quiet)('/settings unknown silent');
    for (const said of ['hello', 'thanks']) {
      expect(await run('ask', said, { addressed: false })).toBeUndefined();
      expect(await run('ask', said, { services: quiet })).toBeUndefined();
      expect(
        await run('ask', said, { services: quiet, place: { platform: 'test', id: 'here', isPrivate: true } }),
      ).toBeDefined();
    }
    expect(services.questions.of('p').filter(({ text }) => /hello|thanks/.test(text) && !/capital/.test(text))).toEqual(
      [],
    );
  });

  it('hears how to begin where there is no entry', async () =>
    expect(await words('ask', 'hello', { services: empty })).toMatch(/^I have no entries yet/));
});

describe('show', () => {
  it.each(['questions/refund', 'refund', 'REFUND', 'Questions/Refund'])('finds an entry by %s', async (id) => {
    expect((await run('show', id))?.title).toBe('Can I get a refund for my subscription?');
  });

  it('finds an entry whose id has capitals by its last part', async () => {
    const only = await servicesOf([], {
      library: {
        ...empty.knowledge.current().library,
        entries: new Map([['facts/GPT4', entryOf('facts/GPT4', textOf('en', 'Four'))]]),
      },
    });
    for (const id of ['GPT4', 'gpt4', 'facts/GPT4'])
      expect((await run('show', id, { services: only }))?.title, id).toBe('Four');
  });

  it('offers what is near, and nothing where nothing is', async () => {
    expect(await words('show', 'refnd')).toBe('I have no entry called “refnd”.');
    expect(await run('show', 'refnd')).toMatchObject({
      question: 'Did you mean this?',
      choices: [{ command: 'show', argument: 'questions/refund' }],
    });
    expect(await run('show', 'pizza-margherita')).toMatchObject({ choices: [], question: undefined });
  });
});

describe('topics', () => {
  it('lists topics, the largest first', async () => {
    expect(await labels('topics')).toEqual(['accounts (2)', 'history (1)', 'phones (1)', 'privacy (1)']);
    expect((await run('topics'))?.choices?.[0]).toMatchObject({ command: 'topics', argument: 'accounts' });
  });

  it('lists the entries of one', async () => {
    expect(await run('topics', 'Accounts')).toMatchObject({ title: 'accounts', question: '2 entries:' });
    expect(await labels('topics', 'accounts')).toEqual([
      'Why was my account banned?',
      'Which phone numbers can verify an account?',
    ]);
  });

  it('says that there is none', async () => {
    expect(await words('topics', 'cats')).toBe('I have no topic called “cats”.');
    expect(await words('topics', '', { services: empty })).toBe('No entry has a topic yet.');
  });

  it('lists all questions where no entry has a topic', async () => {
    const untagged = await servicesOf(
      ['When do you open?', 'Where are you?'].map((title, at) => entryOf(`questions/q${at}`, textOf('en', title))),
    );
    expect(await run('topics', '', { services: untagged })).toMatchObject({
      blocks: [],
      question: '2 entries:',
      choices: [{ command: 'show', argument: 'questions/q0' }, { label: 'Where are you?' }],
    });
    expect(await words('topics', 'cats', { services: untagged })).toBe('I have no topic called “cats”.');
    expect(await labels('topics', 'cats', { services: untagged })).toEqual(['When do you open?', 'Where are you?']);
  });
});

describe('sources', () => {
  it('lists each once', async () => {
    expect((await words('sources')).split('\n')).toEqual(['- Handbook', '- Privacy guide (Office, March 2024)']);
    expect(await words('sources', '', { services: empty })).toBe('No entry names a source yet.');
  });
});

describe('language', () => {
  const chosenBy = (person: string) => services.store.transact(({ people }) => people.languageOf(person));

  it.each([
    ['zh-Hans', 'zh-Hans'],
    ['english', 'en'],
    ['ZH-HANT', 'zh-Hant'],
    ['繁體中文', 'zh-Hant'],
    ['zh-TW', 'zh-Hant'],
    ['en_GB', 'en'],
  ])('takes %s for %s', async (name, tag) => {
    expect((await run('language', name, { person: 'l' }))?.language).toBe(tag);
    expect(await chosenBy('l')).toBe(tag);
  });

  it('forgets', async () => {
    await run('language', 'en', { person: 'm' });
    expect(await words('language', 'AUTO', { person: 'm' })).toMatch(/language of your question/);
    expect(await chosenBy('m')).toBeUndefined();
  });

  it('lists all, and says which it does not speak', async () => {
    expect(await labels('language')).toEqual([
      'العربية',
      'English',
      'Español',
      'فارسی',
      'Italiano',
      '한국어',
      'Русский',
      '简体中文',
      '繁體中文',
      'The language of my question',
    ]);
    expect(await words('language', 'Klingon')).toBe("I don't speak “Klingon” yet.");
  });
});

describe('help', () => {
  it('names every command in a line, and says of one how it is used', async () => {
    const help = await words('help');
    expect(help).toContain('bans; phones');
    expect(help.match(/^- \/.*$/gm)).toHaveLength(
      listedOf(commands).filter(({ forModerators }) => !forModerators).length,
    );
    expect(help).toMatch(/^Ask\n+- \/ask .*(\n.+)+\n+You and me\n+- \/language /m);
    for (const line of ['- /ask answers', '- /topics lists', '- /help shows', '/help ask'])
      expect(help).toContain(line);
    expect(await words('help', '', { services: empty })).toContain('I know nothing yet');
    expect(await words('help', '/Ask')).toMatch(/answers a question.*\n+\/ask <question>/);
    // What only moderators may do is no answer to others.
    expect(await words('help', 'teach')).toBe(help);
    expect(await words('help', 'teach', { isModerator: async () => true })).toMatch(
      /\/teach .*\n+You see a preview .*\n+For moderators/,
    );
  });
});
