import { afterAll, beforeAll, expect, it } from 'vitest';
import { buttonsOf, seen } from '../../helpers/discord-message.ts';
import { type DiscordWorld, discordWorld, mention, moderator, until } from '../../helpers/discord-world.ts';
import type { Json } from '../../helpers/fake-discord.ts';
import { BOT, CHANNEL, GUILD } from '../../helpers/fake-discord-rest.ts';

const [HELP, REPORTS] = ['310000000000000001', '310000000000000002'];
const HELPER = '600000000000000081';

let world: DiscordWorld;
beforeAll(async () => {
  world = await discordWorld();
  for (const id of [HELP, REPORTS]) {
    const channel = { id, type: 0, guild_id: GUILD, name: `c${id.slice(-1)}` };
    world.discord.state.channels.set(id, channel);
    world.discord.gateway.dispatch('CHANNEL_CREATE', channel);
  }
  await world.slash('settings', { setting: 'human', value: `<#${HELP}>` }, moderator);
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
const saidIn = (channel: string, words: string, nth = 0): Promise<Json> =>
  until(() => postsIn(channel).filter((one) => wordsOf(one).includes(words))[nth]);
const now = ({ channel_id: channel, id }: Json): Json => world.discord.state.messages.get(`${channel} ${id}`) ?? {};
const own = (message: Json): Json => ({ id: message.id, author: { id: BOT.id, bot: true }, content: '' });
const reply = (to: Json, content: string, user: string, parts: Json = {}): Json =>
  world.write(content, {
    author: { id: user, username: `u${user.slice(-2)}` },
    type: 19,
    channel_id: HELP,
    referenced_message: own(to),
    ...parts,
  });
const press = async (message: Json, label: string, person: Json): Promise<Json> =>
  world.press(buttonsOf(message)[label] ?? '', { ...message, flags: message.flags ?? 0 }, person);
const inHelp = { channel: { id: HELP, type: 0 } };

async function handOver(question: string, user: string): Promise<Json> {
  const asked = world.write(`${mention} ${question}`, { author: { id: user, username: 'asker' } });
  const unknown = await world.replyTo(asked);
  return press({ ...unknown, referenced_message: asked }, '🙋 Ask a human', { user });
}

it('a question that cannot be posted waits until it can, and nobody is told that it was passed on', async () => {
  await world.slash('settings', { setting: 'reports', value: `<#${REPORTS}>` }, moderator);
  const isHelp = ({ method, path }: { method: string; path: string }): boolean =>
    method === 'POST' && path === `/channels/${HELP}/messages`;
  world.discord.override({ matches: isHelp, status: 403, times: 1, body: { code: 50013, message: 'Missing' } });
  const told = await handOver('who waters the ficus in the hall?', '600000000000000082');
  expect(JSON.stringify(told.data)).not.toContain('passed your question on');
  await saidIn(CHANNEL, 'could not pass your question on yet');
  await saidIn(REPORTS, 'Somebody asked for a helper');
  const second = await handOver('where is the spare key of the boiler room?', '600000000000000083');
  expect(seen(second.data).text).toContain('could not pass your question on yet');
  world.discord.gateway.dispatch('CHANNEL_UPDATE', { id: HELP, type: 0, guild_id: GUILD, name: 'helpers' });
  await saidIn(HELP, 'ficus');
  await saidIn(HELP, 'spare key');
  await saidIn(CHANNEL, 'The helpers have your question now', 1);
  world.discord.gateway.dispatch('CHANNEL_UPDATE', { id: HELP, type: 0, guild_id: GUILD, name: 'helpers' });
  await world.quiet();
  expect(postsIn(HELP)).toHaveLength(2);
});

it('a helper who answers with a picture alone hears that words are needed', async () => {
  await handOver('which fuse belongs to the lamp of the cellar?', '600000000000000084');
  const post = await saidIn(HELP, 'which fuse');
  const attachments = [{ id: '2', filename: 'a.png', size: 1, url: 'u', proxy_url: 'u' }];
  reply(post, '', HELPER, { attachments });
  await saidIn(HELP, 'I can only pass on words');
  reply(post, 'The third one, see here.', HELPER, { attachments });
  await saidIn(CHANNEL, 'The third one');
  await saidIn(HELP, 'but not the picture or the file');
});

it('a helper who agreed is named on the button of the source, and once erased nowhere', async () => {
  const asker = '600000000000000085';
  await handOver('how do I reset the flux capacitor?', asker);
  const post = await saidIn(HELP, 'flux capacitor');
  const said = reply(post, 'Hold it for 9 seconds.', HELPER, { member: { nick: 'Paulina Quillfeather', roles: [] } });
  const told = await saidIn(CHANNEL, 'Paulina Quillfeather');
  await press(await saidIn(HELP, 'passed your answer on'), 'Name me', {
    user: HELPER,
    ...inHelp,
    more: {
      member: { nick: 'Paulina Quillfeather', user: { id: HELPER, username: 'p' }, roles: [], permissions: '0' },
    },
  });
  await press(told, '✅ That worked', { user: asker });
  const proposal = await saidIn(HELP, 'Should I learn it?');

  // The proposal follows.
  const changed = { ...said, content: 'Hold it for 5 seconds.', edited_timestamp: new Date().toISOString() };
  world.discord.gateway.dispatch('MESSAGE_UPDATE', changed);
  await until(() => wordsOf(now(proposal)).includes('5 seconds'));
  const { data } = await press(proposal, 'Learn it', { ...moderator, ...inHelp });
  await press({ ...data, id: world.discord.state.id() }, 'Save', { ...moderator, ...inHelp });
  const asked = world.write(`${mention} flux capacitor reset`, { author: { id: asker, username: 'asker' } });
  const answer = await world.replyTo(asked);
  expect(JSON.stringify(answer.components)).toMatch(/"label":"Answer by Paulina Quillfeather"/);
  expect(JSON.stringify(answer.components)).not.toContain('"discord.com"');

  await world.slash('privacy', { what: 'erase confirmed' }, { user: HELPER });
  await until(() => wordsOf(now(told)).includes('A helper answers'));
  await until(() => !JSON.stringify(now(answer)).includes('Quillfeather'));
  expect(JSON.stringify(now(answer))).not.toContain(String(said.id));
  const history = JSON.stringify((await world.slash('history', {}, moderator)).data);
  const kept = await world.services.store.read(async ({ log }) => [await log.acts({}), await log.records({})]);
  for (const one of [history, JSON.stringify(kept)])
    expect(one).not.toMatch(new RegExp(`quillfeather|${said.id}`, 'i'));
});

it('an answer that is deleted takes its proposal along', async () => {
  const asker = '600000000000000086';
  await handOver('where do I hang the wet umbrella?', asker);
  const post = await saidIn(HELP, 'wet umbrella');
  const said = reply(post, 'In May.', '600000000000000087');
  const told = await saidIn(CHANNEL, 'In May');
  await press(told, '✅ That worked', { user: asker });
  const proposal = await saidIn(HELP, 'Should I learn it?');
  world.discord.gateway.dispatch('MESSAGE_DELETE', { id: said.id, channel_id: HELP, guild_id: GUILD });
  await until(() => wordsOf(now(proposal)).includes('taken this answer back'));
  expect([wordsOf(now(proposal)).includes('In May'), buttonsOf(now(proposal))]).toEqual([false, {}]);
});

it("what only somebody asked goes from the helpers' place when they are erased", async () => {
  const asker = '600000000000000088';
  await handOver('who feeds the parrot?', asker);
  const post = await saidIn(HELP, 'parrot');
  await world.slash('privacy', { what: 'erase confirmed' }, { user: asker });
  await until(() => wordsOf(now(post)).includes('taken the question back'));
  expect(JSON.stringify(now(post))).not.toContain('parrot');
});
