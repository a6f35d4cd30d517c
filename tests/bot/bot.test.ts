import { beforeAll, describe, expect, it } from 'vitest';
import type { Call } from '../../src/bot/command.ts';
import type { Services } from '../../src/bot/services.ts';
import { plainText } from '../../src/core/entry/blocks.ts';
import { PACK } from '../helpers/pack.ts';
import { type AnyRespond, botOf } from '../helpers/replies.ts';
import { PLACE, servicesOf } from '../helpers/services.ts';

let services: Services;
let respond: AnyRespond;
const say = async (text: string, parts: { addressed?: boolean; locale?: string; person?: string } = {}) =>
  respond({ person: 'p', place: PLACE, text, addressed: true, ...parts });
const words = async (...asked: Parameters<typeof say>) => plainText((await say(...asked))?.blocks ?? []);

beforeAll(async () => {
  services = await servicesOf(PACK);
  respond = botOf(services);
});

describe('the bot', () => {
  it('answers a question, asked plainly or by a command', async () => {
    expect((await say('why was my account banned?'))?.title).toBe('Why was my account banned?');
    expect((await say(' /ask@wenda_bot why was my account banned? '))?.title).toBe('Why was my account banned?');
    expect((await say('/ASK\nwhy was my account banned?'))?.title).toBe('Why was my account banned?');
  });

  it('is silent where nobody means it and it is not sure', async () => {
    for (const text of [
      'good morning everyone',
      'what is the capital of France',
      '',
      '/hepl',
      '/start now',
      '/',
      'x'.repeat(3000),
    ]) {
      expect(await say(text, { addressed: false }), text).toBeUndefined();
    }
  });

  it('leaves those alone who did not address it, also where it is sure', async () => {
    expect(await say('why was my account banned?', { addressed: false })).toBeUndefined();
  });

  it('names people to its commands by keyed hashes only', async () => {
    const calls: Call[] = [];
    const name = 'look';
    const look = { name, options: [], run: (one: Call) => void calls.push(one) };
    const looking = { ...services, commands: [...services.commands, look] };
    const quoted = { text: 'hello', person: 'q' };
    await botOf(looking)({ person: 'p', origin: 'o', quoted, place: PLACE, text: '/look', addressed: true });
    expect(calls[0]).toMatchObject({
      person: services.hash('p'),
      origin: services.hash('o'),
      quoted: { text: 'hello', person: services.hash('q') },
    });
  });

  it('takes a command that was copied with marks of direction', async () => {
    expect((await say('\u200e/show\u200f entry: \u2068questions/why-banned\u2069'))?.title).toBe(
      'Why was my account banned?',
    );
  });

  it('takes a command for an address', async () => expect(await say('/help', { addressed: false })).toBeDefined());

  it('says that it does not know, or that a text is too long', async () => {
    expect(await words('what is the capital of France')).toMatch(/^I don't know/);
    expect(await words('why is this so '.repeat(200))).toContain('2,000 characters');
  });

  it('names the command that was meant', async () => {
    expect(await words('/hepl')).toBe('There is no command /hepl. Did you mean /help?');
    expect(await words('/quxquux')).toBe('There is no command /quxquux. /help lists them all.');
  });

  it('asks for what is missing', async () => {
    expect(await words('/show')).toContain('Which entry?');
    expect(await words('/ask  ', { addressed: false })).toContain('What would you like to know?');
  });

  it('answers in the language of the question, of the platform, or as chosen', async () => {
    expect((await say('为什么我的账号被封了'))?.language).toBe('zh-Hans');
    expect(await words('/show nothing-like-it', { locale: 'zh-CN' })).toContain('没有名为');
    await say('/language 中文', { person: 'q' });
    await say('/language zh-Hans', { person: 'q' });
    expect((await say('why was my account banned?', { person: 'q' }))?.title).toBe('为什么我的账号被封了？');
    await say('/language auto', { person: 'q' });
    expect((await say('why was my account banned?', { person: 'q' }))?.language).toBe('en');
  });

  it('answers in the script of the question', async () => {
    expect((await say('為什麼我的賬號被封了'))?.title).toBe('為什麼我的賬號被封了？');
  });

  it('needs a command for questions', () =>
    expect(() => botOf({ ...services, commands: [] })).toThrow('no command gives answers'));
});
