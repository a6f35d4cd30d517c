import type { Services } from '../../../src/bot/services.ts';
import { PACE } from '../../../src/platforms/discord/config.ts';
import { seen as seenOnDiscord } from '../discord-message.ts';
import { buttonsOf, discordWorld, moderator, until as untilFound } from '../discord-world.ts';
import { fakeDiscord, type Json } from '../fake-discord.ts';
import { GUILD } from '../fake-discord-rest.ts';
import type { PlatformWorld, Shown } from '../platform-world.ts';
import { reopened } from '../services.ts';

/** Words of the buttons that lead out of the platform. */
const linksOf = ({ components }: Json): string[] =>
  [...JSON.stringify(components ?? []).matchAll(/\{[^{}]*"style":5[^{}]*\}/g)].map(([one]) => JSON.parse(one).label);

/** Parts of a message to the bot alone. */
const ALONE: Json = { guild_id: undefined, channel_id: '900000000000000321' };
const isPost = /^\/channels\/\d+\/messages$/;

export async function discordPlatformWorld(services: Services): Promise<PlatformWorld> {
  const discord = await fakeDiscord();
  const open = (over: Services) => discordWorld({ discord, services: over, config: { pace: PACE } });
  let world = await open(services);
  let last: Json = {};
  const dataOf = (label: string): string =>
    Object.entries(buttonsOf(last)).find(([name]) => name.includes(label))?.[1] ?? 'none';
  const press = async (data: string): Promise<Json> => (await world.press(data, last, moderator)).data;
  const idOf = ({ components }: Json): string | undefined =>
    [...discord.state.messages.values()].findLast(
      (message) => JSON.stringify(message.components) === JSON.stringify(components),
    )?.id;
  /** Related questions are behind a button. */
  const withRelated = async (shown: Shown): Promise<Shown> => {
    if (!shown.choices.some((name) => name.endsWith('▾'))) return shown;
    await untilFound(() => services.store.transact(({ answers }) => answers.find(`discord:${GUILD}`, last.id)));
    const data = await press(dataOf('▾'));
    last = { ...last, components: [...last.components, ...data.components] };
    return { ...shown, choices: [...shown.choices, ...Object.keys(buttonsOf(data))] };
  };
  const seen = (data: Json): Shown => {
    last = { ...data, id: idOf(data) ?? discord.state.id(), flags: 64 };
    const { title, text, notes } = seenOnDiscord(data);
    return {
      words: [data.content, title, text, notes, ...linksOf(data)]
        .filter(Boolean)
        .join('\n')
        .replace(/\\(?=[^\p{L}\p{N}\s])/gu, '')
        .replaceAll('\u200b', ''),
      choices: Object.keys(buttonsOf(data)),
    };
  };
  const optionsOf = (name: string, argument: string): Record<string, string> => {
    const { options = [] } = services.commands.find((command) => command.name === name) ?? {};
    const [first, ...others] = argument.split(new RegExp(` (?=(?:${options.map((one) => one.name).join('|')}): )`));
    return Object.fromEntries([
      ...(first ? [[options[0]?.name ?? 'question', first]] : []),
      ...others.map((one) => one.split(': ', 2)),
    ]);
  };
  return {
    say: async (text) => {
      const [, name = 'ask', argument = text] = /^\/(\w+) ?(.*)$/.exec(text) ?? [];
      // A person cannot send a command that the platform does not know: it is typed as a message.
      if (!services.commands.some((command) => command.name === name))
        return seen(await world.replyTo(world.write(text, ALONE)));
      const { data, texts } = await world.slash(name, optionsOf(name, argument), moderator);
      return { ...(await withRelated(seen(data))), file: texts?.[0] };
    },
    choose: async (label) => seen(await press(dataOf(label))),
    dataOf,
    press: async (data) => seen(await press(data)),
    pressElsewhere: async (data) => {
      const alone = { ...moderator, guild: null, channel: { id: ALONE.channel_id, type: 1 } };
      return seen((await world.press(data, last, alone)).data);
    },
    fill: async (command, values) =>
      seen((await world.submit((await world.slash(command, {}, moderator)).data, { ...values }, moderator)).data),
    hurry: async (question, times) => {
      const before = discord.calls.length;
      for (let at = 0; at < times; at++) world.write(question, ALONE);
      await world.quiet();
      const posted = discord.calls.slice(before).filter(({ method, path }) => method === 'POST' && isPost.test(path));
      return posted.map(({ body }) => seen(body));
    },
    restart: async () => {
      await world.stop();
      world = await open(await reopened(services));
    },
    stop: async () => {
      await world.stop();
      await discord.close();
    },
  };
}
