import { afterAll, beforeAll, expect, it } from 'vitest';
import { tellOverdue } from '../../../src/bot/handover/hand-over.ts';
import { buttonsOf, partsOf, seen } from '../../helpers/discord-message.ts';
import { type DiscordWorld, discordWorld, MEMBER, mention, moderator, until } from '../../helpers/discord-world.ts';
import type { Json } from '../../helpers/fake-discord.ts';
import { BOT, CHANNEL, GUILD } from '../../helpers/fake-discord-rest.ts';

const HELP = '310000000000000001';
const ROLE = '320000000000000001';
const [HELPER, OTHER, THIRD] = ['600000000000000071', '600000000000000072', '600000000000000073'];
const QUESTION = 'how do I reset the flux capacitor?';

let world: DiscordWorld;
beforeAll(async () => {
  world = await discordWorld();
  world.discord.state.channels.set(HELP, { id: HELP, type: 0, guild_id: GUILD, name: 'helpers' });
  await world.slash('settings', { setting: 'human', value: `<#${HELP}>` }, moderator);
  await world.slash('settings', { setting: 'helpers', value: `<@&${ROLE}>` }, moderator);
});
afterAll(async () => {
  await world.stop();
  expect(world.discord.problems).toEqual([]);
});

const postsIn = (channel: string): Json[] =>
  [...world.discord.state.messages.values()].filter(({ channel_id: where }) => where === channel);
const wordsOf = (message: Json): string => {
  const { quote, text } = seen(message);
  return [quote, text].join('\n').replace(/\\(.)/g, '$1');
};
const saidIn = (channel: string, words: string): Promise<Json> =>
  until(() => postsIn(channel).findLast((one) => wordsOf(one).includes(words)));
const messageNow = ({ channel_id: channel, id }: Json): Json =>
  world.discord.state.messages.get(`${channel} ${id}`) ?? {};
const own = (message: Json): Json => ({ id: message.id, author: { id: BOT.id, bot: true }, content: '' });
const reply = (to: Json, content: string, user: string, parts: Json = {}): Json =>
  world.write(content, {
    author: { id: user, username: `u${user.slice(-2)}` },
    type: 19,
    referenced_message: own(to),
    ...parts,
  });
const press = async (message: Json, label: string, person: Json): Promise<Json> =>
  world.press(buttonsOf(message)[label] ?? '', { ...message, flags: message.flags ?? 0 }, person);
const inHelp = { channel: { id: HELP, type: 0 } };

/** Asks by a mention, is not answered, and presses the button. */
async function handOver(question: string, user: string): Promise<Json> {
  const asked = world.write(`${mention} ${question}`, { author: { id: user, username: 'asker' } });
  const unknown = await world.replyTo(asked);
  await press({ ...unknown, referenced_message: asked }, '🙋 Ask a human', { user });
  return asked;
}

it('a question goes to helpers, their answer to who asked, and then into what the bot knows', async () => {
  const asked = await handOver(QUESTION, MEMBER);
  const post = await saidIn(HELP, QUESTION);
  expect(post.allowed_mentions).toMatchObject({ parse: [], roles: [ROLE] });
  expect(JSON.stringify(post)).toContain(`https://discord.com/channels/${GUILD}/${CHANNEL}/`);

  // Asked by somebody else in private it is the same one, and another question pings nobody within ten minutes.
  const { data } = await world.slash('ask', { question: 'resetting the flux capacitor, how?' }, { user: OTHER });
  await press({ ...data, id: world.discord.state.id() }, '🙋 Ask a human', { user: OTHER });
  await handOver('who feeds the office cat?', THIRD);
  const cat = await saidIn(HELP, 'who feeds the office cat?');
  expect([cat.allowed_mentions.roles, postsIn(HELP)]).toEqual([undefined, [post, cat]]);

  const number = /take (\d+)/.exec(buttonsOf(post)['I will answer'] ?? '')?.[1];
  const typed = world.write(`${mention} /human take ${number}`, { author: { id: OTHER, username: 'other' } });
  await world.replyTo(typed);
  await world.quiet();
  expect(postsIn(CHANNEL).filter((one) => wordsOf(one).includes('working on your question'))).toEqual([]);
  await press(post, 'I will answer', { user: HELPER, ...inHelp });
  await until(() => postsIn(CHANNEL).filter((one) => wordsOf(one).includes('working on your question'))[1]);
  const words = `Hold **reset** for 9 seconds, <@${MEMBER}>`;
  const said = reply(post, words, HELPER, { channel_id: HELP, member: { nick: 'Helga', roles: [] } });
  const told = await until(() =>
    postsIn(CHANNEL).find((one) => one.message_reference?.message_id !== undefined && wordsOf(one).includes('Helga')),
  );
  expect(wordsOf(told)).toContain('Hold **reset** for 9 seconds,');
  expect([wordsOf(told).includes(`<@${MEMBER}>, `), told.allowed_mentions.users]).toEqual([false, [MEMBER]]);
  expect(told.channel_id).toBe(asked.channel_id);
  // Who asked in private finds the question above the answer.
  const other = await until(() =>
    postsIn(CHANNEL).find((one) => one.allowed_mentions.users?.[0] === OTHER && wordsOf(one).includes('Helga')),
  );
  expect(wordsOf(other)).toContain('resetting the flux capacitor, how?');

  const thanks = await saidIn(HELP, 'passed your answer on');
  await press(thanks, 'Name me', { user: HELPER, ...inHelp, more: {} });
  expect(wordsOf((await press(told, '✅ That worked', { user: '600000000000000099' })).data)).toContain('Only those');
  const reacted = (emoji: string, user: string, parts: Json = {}) =>
    world.discord.gateway.dispatch('MESSAGE_REACTION_ADD', {
      ...{ user_id: user, channel_id: CHANNEL, guild_id: GUILD, message_id: told.id, message_author_id: BOT.id },
      emoji: { id: null, name: emoji },
      ...parts,
    });
  reacted('👎', MEMBER);
  reacted('✅', '600000000000000099');
  reacted('✅', MEMBER);
  const proposal = await saidIn(HELP, 'Should I learn it?');

  // What the helper changes is changed in what was told and proposed.
  const edited = { ...said, content: 'Hold **reset** for 5 seconds.', edited_timestamp: new Date().toISOString() };
  world.discord.gateway.dispatch('MESSAGE_UPDATE', edited);
  await until(() => wordsOf(messageNow(told)).includes('5 seconds'));
  expect(wordsOf(messageNow(told)), 'still by name').toContain('Helga');
  expect(wordsOf((await press(proposal, 'Learn it', { user: OTHER, ...inHelp })).data)).toContain('Only moderators');
  const { data: modal } = await press(proposal, 'Edit first', { ...moderator, ...inHelp });
  const values = Object.fromEntries(
    partsOf(modal.components.flatMap((one: Json) => [one.component ?? one])).map((one: Json) => [
      one.custom_id,
      one.value,
    ]),
  );
  expect(values).toMatchObject({ question: QUESTION, answer: 'Hold **reset** for 5 seconds.' });
  const preview = await world.submit(
    modal,
    { ...values, answer: 'Hold **reset** for 5 seconds, then wait.' },
    { ...moderator, ...inHelp },
  );
  await press({ ...preview.data, id: world.discord.state.id() }, 'Save', { ...moderator, ...inHelp });

  // Found by another person, in other words.
  const ask = async (channel = world.discord.state.id()): Promise<string> => {
    world.discord.state.channels.set(channel, { id: channel, type: 0, guild_id: GUILD, name: 'c' });
    const where = { channel: { id: channel, type: 0 } };
    return JSON.stringify((await world.slash('ask', { question: 'flux capacitor reset' }, where)).data);
  };
  expect(await ask()).toMatch(new RegExp(`then wait.*/${HELP}/${said.id}`));
  const { state } = await world.services.communities.of({ platform: 'discord', id: GUILD });
  expect(state.all('source').map(([, { title }]) => title)).toEqual(['Answer by somebody']);
  const { data: draft } = await world.slash('correct', { entry: QUESTION, answer: 'Turn it off.' }, moderator);
  const { data: saved } = await press({ ...draft, id: world.discord.state.id() }, 'Save', moderator);
  expect(await ask()).toContain('Turn it off.');
  await press({ ...saved, id: world.discord.state.id() }, 'Undo', moderator);
  expect(await ask()).toContain('then wait');

  // A deleted answer takes its proposal along.
  world.discord.gateway.dispatch('MESSAGE_DELETE', { id: said.id, channel_id: HELP, guild_id: GUILD });
  await until(() => wordsOf(messageNow(told)).includes('taken this answer back'));
  await until(() => wordsOf(messageNow(proposal)).includes('taken this answer back'));
});

it('in a thread on the question helpers answer as well, and after a day who asked hears that nobody did', async () => {
  await handOver('where is the spare key of the boiler room?', OTHER);
  const post = await saidIn(HELP, 'spare key');
  const later = new Date(Date.now() + 25 * 3_600_000).toISOString();
  await tellOverdue(world.services, later);
  await tellOverdue(world.services, later);
  await saidIn(CHANNEL, 'in a day');
  const thread = { id: post.id, type: 11, guild_id: GUILD, parent_id: HELP, name: 'key', owner_id: HELPER };
  world.discord.gateway.dispatch('THREAD_CREATE', { ...thread, newly_created: true });
  world.write('Behind the fuse box.', { channel_id: post.id, author: { id: HELPER, username: 'helga' } });
  const told = await saidIn(CHANNEL, 'Behind the fuse box');
  expect(told.allowed_mentions.users).toEqual([OTHER]);
  const heard = postsIn(CHANNEL).filter((one) => wordsOf(one).includes('in a day'));
  expect(heard).toHaveLength(2);
});
