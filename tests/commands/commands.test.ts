import { beforeAll, describe, expect, it } from 'vitest';
import { commands } from '../../commands/index.ts';
import type { Call } from '../../src/bot/command.ts';
import type { Services } from '../../src/bot/services.ts';
import { plainText } from '../../src/core/blocks.ts';
import { entryOf, textOf } from '../helpers/entries.ts';
import { PACK } from '../helpers/pack.ts';
import { callOf, servicesOf } from '../helpers/services.ts';

let services: Services;
let empty: Services;
const run = (name: string, argument = '', parts: Partial<Call> = {}) => commands.find((command) => command.name === name)?.run(callOf(parts.services ?? services, argument, parts));
const words = (...asked: Parameters<typeof run>) => plainText(run(...asked)?.blocks ?? []);
const labels = (...asked: Parameters<typeof run>) => run(...asked)?.choices.map(({ label }) => label);

beforeAll(async () => {
  services = await servicesOf(PACK);
  empty = await servicesOf([], { subjects: () => [] });
});

describe('ask', () => {
  it('answers, does not know, or is silent', () => {
    expect(run('ask', 'why was my account banned')?.title).toBe('Why was my account banned?');
    expect(words('ask', 'what is the capital of France')).toMatch(/^I don't know/);
    expect(run('ask', 'what is the capital of France', { addressed: false })).toBeUndefined();
    expect(run('ask', 'x'.repeat(2001), { addressed: false })).toBeUndefined();
    expect(words('ask', 'x'.repeat(2001))).toMatch(/too long/);
    expect(words('ask', 'why', { services: empty })).toMatch(/^I don't know/);
  });
});

describe('show', () => {
  it.each(['questions/refund', 'refund', 'REFUND', 'Questions/Refund'])('finds an entry by %s', (id) => {
    expect(run('show', id)?.title).toBe('Can I get a refund for my subscription?');
  });

  it('finds an entry whose id has capitals by its last part', () => {
    const entries = new Map([['facts/GPT4', entryOf('facts/GPT4', textOf('en', 'Four'))]]);
    const only = { ...services, library: { ...services.library, entries } };
    for (const id of ['GPT4', 'gpt4', 'facts/GPT4']) expect(run('show', id, { services: only })?.title, id).toBe('Four');
  });

  it('offers what is near, and nothing where nothing is', () => {
    expect(words('show', 'refnd')).toBe('I have no entry called “refnd”.');
    expect(run('show', 'refnd')).toMatchObject({ question: 'Did you mean one of these?', choices: [{ command: 'show', argument: 'questions/refund' }] });
    expect(run('show', 'pizza-margherita')).toMatchObject({ choices: [], question: undefined });
  });
});

describe('topics', () => {
  it('lists topics, the largest first', () => {
    expect(labels('topics')).toEqual(['accounts (2)', 'history (1)', 'phones (1)', 'privacy (1)']);
    expect(run('topics')?.choices[0]).toMatchObject({ command: 'topics', argument: 'accounts' });
  });

  it('lists the entries of one', () => {
    expect(run('topics', 'Accounts')).toMatchObject({ title: 'accounts', question: '2 entries:' });
    expect(labels('topics', 'accounts')).toEqual(['Why was my account banned?', 'Which phone numbers can verify an account?']);
  });

  it('says that there is none', () => {
    expect(words('topics', 'cats')).toBe('I have no topic called “cats”.');
    expect(words('topics', '', { services: empty })).toBe('The entries have no topics yet.');
  });
});

describe('sources', () => {
  it('lists each once', () => {
    expect(words('sources').split('\n')).toEqual(['- Handbook', '- Privacy guide (Office, March 2024)']);
    expect(words('sources', '', { services: empty })).toBe('The entries name no sources yet.');
  });
});

describe('language', () => {
  it.each([
    ['zh-Hans', 'zh-Hans'],
    ['english', 'en'],
    ['ZH-HANT', 'zh-Hant'],
    ['繁體中文', 'zh-Hant'],
    ['zh-TW', 'zh-Hant'],
    ['en_GB', 'en'],
  ])('takes %s for %s', (name, tag) => {
    expect(run('language', name, { person: 'l' })?.language).toBe(tag);
    expect(services.preferences.languageOf('l')).toBe(tag);
  });

  it('forgets', () => {
    run('language', 'en', { person: 'm' });
    expect(words('language', 'AUTO', { person: 'm' })).toMatch(/language of your question/);
    expect(services.preferences.languageOf('m')).toBeUndefined();
  });

  it('lists all, and says which it does not speak', () => {
    expect(labels('language')).toEqual(['English', '简体中文', '繁體中文', 'The language of my question']);
    expect(words('language', 'Klingon')).toBe('I do not speak “Klingon” yet.');
  });
});

describe('help', () => {
  it('names every command with its argument', () => {
    const help = words('help');
    expect(help).toContain('bans; phones');
    expect(help.match(/^- \/.*$/gm)).toHaveLength(commands.length);
    for (const line of ['/ask <question> answers', '/topics [topic] lists', '/help shows']) expect(help).toContain(line);
    expect(words('help', '', { services: empty })).toContain('I know nothing yet');
  });
});
