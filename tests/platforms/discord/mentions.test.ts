import { describe, expect, it } from 'vitest';
import { renderReply } from '../../../src/platforms/telegram/outbound/render.ts';
import { discordFileWorld } from '../../helpers/discord-file-world.ts';
import { buttonsOf, seen } from '../../helpers/discord-message.ts';
import { MEMBER, mention, moderator, partsOf, until } from '../../helpers/discord-world.ts';
import type { Json } from '../../helpers/fake-discord.ts';
import { CHANNEL, GUILD } from '../../helpers/fake-discord-rest.ts';
import { botOf } from '../../helpers/replies.ts';

const [RULES, MODS, EMOJI] = [CHANNEL, '500000000000000001', '700000000000000001'];
const UNKNOWN = '300000000000000999';
const MENTIONS = `<#${RULES}> <@&${MODS}> <:wave_hi:${EMOJI}> <t:1700000000:f> </topics:800000000000000001>`;

const world = discordFileWorld();

const { channel } = world;
const preview = (question: string, answer: string): Promise<Json> =>
  world.slash('teach', { question, answer, language: 'en' }, moderator);
/** Confirms what is shown, also against objections. */
async function save({ data }: Json): Promise<void> {
  const { Save, 'Do it anyway': anyway } = buttonsOf(data);
  const id = Save ?? anyway;
  if (id !== undefined) await save(await world.press(id, { id: '1', flags: 64, embeds: [] }, moderator));
}
const teach = async (question: string, answer: string): Promise<void> => save(await preview(question, answer));
const textOf = ({ data }: Json): string => seen(data).text;
const ask = async (question: string, more: object = {}): Promise<Json> =>
  world.slash('ask', { question }, { channel: channel(), ...more });
/** The entry's answer as somebody reads it elsewhere. */
async function elsewhere(question: string, platform: string, id: string, locale = 'en'): Promise<string> {
  const reply = await botOf(world.services)({
    person: `${platform}:1`,
    place: { platform, id },
    knowledge: { platform: 'discord', id: GUILD },
    text: question,
    addressed: true,
    locale,
  });
  return reply === undefined ? '' : renderReply(reply, { isRightToLeft: false })[0].text.replaceAll('\u2060', '');
}

describe('an address in an answer', () => {
  it('can be clicked, by itself and behind words, and is no other than the words say', async () => {
    const question = 'Where is the harbour form?';
    await teach(
      question,
      'At https://forms.example/a_b, or [the *form*](https://forms.example/x(1)). Not [bank.example](https://evil.example).',
    );
    expect(textOf(await ask(question))).toBe(
      'At <https://forms.example/a_b>, or [the form](<https://forms.example/x%281%29>)\\. Not bank.example (<https://evil.example/>)\\.',
    );
  });

  it.each(['[x](javascript:alert(1))', '[x](data:text/html,x)', '<discord://x>', '[x](https://a@evil.example)'])(
    'that misleads is refused: %s',
    async (answer) => expect(textOf(await preview('Where is the harbour trap?', answer))).toMatch(/address/),
  );

  it('stays text in what a member asks', async () => {
    const words = `what of https://evil.example and [x](https://evil.example) <#${RULES}> @everyone`;
    const quoted = seen((await world.slash('ask', { question: words, private: true }, { channel: channel() })).data);
    expect(JSON.stringify(quoted)).not.toMatch(/<https|\(https:|[^\\]@everyone/);
    await world.slash('settings', { setting: 'reports', value: `<#${RULES}>` }, moderator);
    const { data } = await ask(words);
    expect(seen(data).quote).toBe('what of https\\://evil.example and \\[x\\](https\\://evil.example) \\@everyone');
  });
});

describe('what a moderator mentions', () => {
  const question = 'Who looks after the harbour lanterns?';

  it('is shown as Discord shows it, and pings nobody', async () => {
    await teach(question, `See ${MENTIONS} and \`<#${RULES}>\`, @everyone.`);
    const { data } = await ask(question);
    expect(seen(data).text).toBe(`See ${MENTIONS} and \`<#${RULES}>\`, \\@everyone.`);
    expect(data.allowed_mentions).toEqual({ parse: [], replied_user: false });
  });

  it('is called by its name elsewhere, and times are in words', async () => {
    for (const [platform, id] of [
      ['telegram', '1'],
      ['console', '1'],
    ] as const)
      expect(await elsewhere(question, platform, id)).toContain(
        'See #general @mods :wave_hi: 14 Nov 2023, 22:13 UTC /topics',
      );
  });

  it('is called by its name in a private chat, and where the server lacks it', async () => {
    const alone = { guild: null, channel: { id: '900000000000000321', type: 1 } };
    world.discord.state.members.set(`${GUILD} ${MEMBER}`, { user: { id: MEMBER }, roles: [] });
    expect(textOf(await ask(question, alone))).toContain('See \\#general \\@mods');
    await teach('Who painted the harbour?', `[#old-art](<#${UNKNOWN}>) and [@painters](<@&${UNKNOWN}>) did.`);
    expect(textOf(await ask('Who painted the harbour?'))).toBe('\\#old-art and \\@painters did.');
  });

  it('is called by its name in a setting, in the list of changes, and never by its id', async () => {
    const changed = await world.slash('settings', { setting: 'human', value: `<#${RULES}>` }, moderator);
    expect(textOf(changed)).toBe('Changed. Where helpers are asked: \\#general.');
    expect(textOf(await world.slash('history', {}, moderator))).toContain('helpers are asked\n+ #general');
    const gone = await world.slash('settings', { setting: 'human', value: `<#${UNKNOWN}>` }, moderator);
    expect(textOf(gone)).toBe('Changed. Where helpers are asked: in another place of this community.');
  });

  it('is kept when a command is typed as a message', async () => {
    const asked = 'Where do the harbour gulls sleep?';
    const where = channel();
    const sent = world.write(`${mention} /pin ${asked} text: Ask in <#${RULES}>, <:wave_hi:${EMOJI}>`, {
      channel_id: where.id,
    });
    const button = buttonsOf(await world.replyTo(sent))['Show answer'];
    const shown = await world.press(button ?? '', { id: '1', embeds: [] }, { ...moderator, channel: where });
    await save(shown);
    expect(textOf(await ask(asked))).toBe(`Ask in <#${RULES}>, <:wave_hi:${EMOJI}>`);
  });

  it('is kept of a message that becomes an answer, save the people it speaks to', async () => {
    const target = {
      id: world.discord.state.id(),
      content: `<@600000000000000009> look in <#${RULES}>`,
      author: { id: '600000000000000009' },
      flags: 0,
    };
    const { data } = await world.menu('Teach from this message', target, moderator);
    expect(JSON.stringify(data)).toContain(`"look in [#general](<#${RULES}>)"`);
  });
});

describe('commands in the bot’s own words', () => {
  const idOf = (name: string): string => world.discord.state.commands.find((one) => one.name === name).id;
  const unknown = 'what is the capital of France?';

  it('can be clicked where nothing is known, where one is mistyped, and in the help', async () => {
    await until(async () => textOf(await ask(unknown)).includes('</'));
    expect(textOf(await ask(unknown))).toContain(`see </topics:${idOf('topics')}>,`);
    const typed = await world.replyTo(world.write(`${mention} /topcis`, { channel_id: channel().id }));
    expect(seen(typed).text).toContain(`Did you mean </topics:${idOf('topics')}>?`);
    const help = await world.replyTo(world.write(`${mention} /help`, { channel_id: channel().id }));
    expect(JSON.stringify(partsOf(help.components))).toContain(`</ask:${idOf('ask')}> answers`);
  });

  it('are clicked by the name that they are below, and typed to the bot where Discord lists none', async () => {
    await until(async () => textOf(await ask(unknown)).includes('</'));
    const explained = async (command: string, more: object = moderator) =>
      textOf(await world.slash('help', { command }, more));
    expect(await explained('retire')).toContain(`</answers retire:${idOf('answers')}>`);
    expect(await explained('questions')).toContain(`</questions list:${idOf('questions')}>`);
    expect(await explained('quiet')).toContain('`@Wenda /quiet`');
    expect(
      await explained('quiet', { user: MEMBER, guild: null, channel: { id: '310000000000000001', type: 1 } }),
    ).toContain('`/quiet`');
    const panel = JSON.stringify((await world.slash('help', {}, moderator)).data);
    expect(panel).toContain(`</setup doctor:${idOf('setup')}> `);
    expect(panel).toContain('`@Wenda /quiet` ');
  });

  it('are mere text in what a member typed', async () => {
    const typed = await world.replyTo(world.write(`${mention} /qqqqqqqqq`, { channel_id: channel().id }));
    expect(seen(typed).text).toMatch(/^There is no command \/qqqqqqqqq\. <\/help:\d+> lists/);
  });
});
