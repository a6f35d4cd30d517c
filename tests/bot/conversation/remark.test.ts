import { describe, expect, it } from 'vitest';
import { createBot } from '../../../src/bot/bot.ts';
import { REMARKS, remarkIn } from '../../../src/bot/conversation/remark.ts';
import { plainText } from '../../../src/core/entry/blocks.ts';
import { entryOf, textOf } from '../../helpers/entries.ts';
import { servicesOf } from '../../helpers/services.ts';

const services = await servicesOf([
  entryOf(
    'questions/hours',
    textOf('en', 'When is the office open?', ['opening hours of the office'], {
      sources: [{ title: 'Handbook', publisher: 'Office', url: 'https://handbook.example/hours' }],
    }),
    textOf('ru', 'Когда открыт офис?', ['часы работы офиса']),
  ),
  entryOf('questions/bots', textOf('en', 'Which bot is the best one here?', ['best bot'], { sources: [] })),
]);
const { languages, speak } = services;
const respond = createBot(services);
let people = 0;
const asIn = (isPrivate: boolean, more: object = {}) => ({
  person: `discord:${++people}`,
  place: isPrivate ? { platform: 'discord', id: `dm ${people}`, isPrivate } : { platform: 'discord', id: '1' },
  addressed: true,
  ...more,
});
const say = async (text: string, who = asIn(false)): Promise<string | undefined> => {
  const reply = await respond({ ...who, text }, undefined);
  return (
    reply &&
    [`${'title' in reply ? (reply.title ?? '') : ''}`, 'blocks' in reply ? plainText(reply.blocks) : ''].join('|')
  );
};

describe('a remark', () => {
  it('is known whole in every language, and each phrase means one thing only', () => {
    for (const tag of languages.keys())
      for (const [remark, key] of Object.entries(REMARKS))
        for (const phrase of speak(tag)(key).split('|'))
          expect([tag, phrase, remarkIn(services, `${phrase}!! 😂`)]).toEqual([tag, phrase, remark]);
    expect(remarkIn(services, 'is that a good bot for my server?')).toBeUndefined();
  });

  it('by name gets a short word, never choices, and whoever wants quiet gets it', async () => {
    expect(await say('good bot 😂')).toBe(`|${speak('en')('praised')}`);
    expect(await say('are you a human?')).toBe(`|${speak('en')('i-am-a-bot')}`);
    expect(await say('ты человек?')).toBe(`|${speak('ru')('i-am-a-bot')}`);
    expect(await say("that's wrong")).toBe(`|${speak('en')('wrong-offer')}`);
    expect([await say('shut up'), await say('闭嘴'), await say('😂')]).toEqual([undefined, undefined, undefined]);
    expect(await say('best bot')).toContain('Which bot is the best');
  });

  it('alone with the bot is never left without a word', async () => {
    expect(await say('shut up', asIn(true))).toBe(`|${speak('en')('here-if-needed')}`);
    expect(await say('😂', asIn(true))).toMatch(/^\|Hello/);
  });

  it('that insults the bot gets one dry sentence, and nothing in mere reply', async () => {
    expect(await say('you suck')).toBe("|All right. I'm here if you need me.");
    expect(await say('тупой бот')).toBe(`|${speak('ru')('here-if-needed')}`);
    expect(await say('you suck', asIn(false, { addressed: false, isReply: true }))).toBeUndefined();
  });

  it('in mere reply gets a word only if it asks who speaks', async () => {
    const reply = () => asIn(false, { addressed: false, isReply: true });
    expect([await say('good bot', reply()), await say('shut up', reply())]).toEqual([undefined, undefined]);
    expect(await say('are you a human?', reply())).toBe(`|${speak('en')('i-am-a-bot')}`);
  });
});

describe('who asks for the source', () => {
  it('after an answer, or in reply to one, is told that of the answer', async () => {
    const who = asIn(false);
    await say('when is the office open?', who);
    expect(await say('source?', who)).toBe('When is the office open?|Source: Handbook (Office)');
    const about = { entry: 'questions/hours' };
    const reply = (text: string) => say(text, asIn(false, { addressed: false, isReply: true, about }));
    expect(await reply('says who?')).toContain('Handbook');
    expect(await reply('источник?')).toBe('Когда открыт офис?|Источник: Handbook');
    const bots = asIn(false, { about: { entry: 'questions/bots' } });
    expect(await say('proof?', bots)).toBe(`|${speak('en')('answer-without-source')}`);
  });
});
