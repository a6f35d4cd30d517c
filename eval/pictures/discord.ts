import type { REST } from 'discord.js';
import { exampleEntries } from '../../src/bot/answers/examples.ts';
import { createBot } from '../../src/bot/bot.ts';
import { converse } from '../../src/bot/platform/conversation.ts';
import type { Services } from '../../src/bot/services.ts';
import { titleIn } from '../../src/core/entry/display.ts';
import { createContext } from '../../src/platforms/discord/context.ts';
import { channelPort, messageOf } from '../../src/platforms/discord/inbound/channel-port.ts';
import { createInteractions } from '../../src/platforms/discord/inbound/interactions.ts';
import { postHello } from '../../src/platforms/discord/inbound/servers.ts';
import { createWorld } from '../../src/platforms/discord/inbound/world.ts';
import { NOBODY } from '../../src/platforms/discord/moderation/permissions.ts';
import type { Component } from '../../src/platforms/discord/outbound/buttons.ts';
import { LOCALES } from '../../src/platforms/discord/register.ts';
import { openStore } from '../../src/store/index.ts';
import { libraryClient } from '../../tests/helpers/library-client.ts';
import { freshServices } from '../fresh-services.ts';
import { NAME, NOBODY_KNOWS, overdue, type Picture, SILENT, TAUGHT } from './made-up.ts';
import { htmlOf } from './shown.ts';

const SERVER = 'Mei’s server';
const [ME, GUILD, CHANNEL, MEMBER] = [
  '100000000000000001',
  '200000000000000001',
  '300000000000000001',
  '600000000000000001',
];
/** All kinds of messages in a language, as the members of a fully set up server see them. */
export async function discordPictures(services: Services, language: string): Promise<readonly Picture[]> {
  const server = await openServer(services, language);
  const { entries } = (await server.services.communities.of({ platform: 'discord', id: GUILD })).knowledge();
  const [first, second] = exampleEntries(entries.values(), language, services.languages, 2);
  const titleOf = (entry = first): string => (entry && titleIn(entry, language, services.languages)) ?? '';
  const [known, pinned] = [titleOf(first), titleOf(second)];
  await server.slash('settings', { setting: 'language', value: language });
  await server.slash('settings', { setting: 'reports', value: `<#${CHANNEL}>` });
  await server.slash('pin', { question: pinned, entry: second?.id ?? '' });
  const answered = await server.slash('ask', { question: known }, '0');
  const old = await openServer(overdue(services), language);
  const [question, answer] = TAUGHT[language] ?? TAUGHT.en;
  await old.press(await old.slash('teach', { question, answer, language }), services.speak(language)('confirm-it'));
  const shown: Record<string, readonly Component[]> = {
    hello: await server.hello(),
    answered,
    pinned: await server.slash('ask', { question: pinned }, '0'),
    choices: await server.slash('ask', { question: NAME }, '0'),
    outdated: await old.slash('ask', { question }, '0'),
    unknown: await server.slash('ask', { question: NOBODY_KNOWS[language] ?? NOBODY_KNOWS.en }, '0'),
    more: await server.press(answered, `⋯ ${services.speak(language)('button-more')}`),
    panel: await server.slash('settings'),
    help: await server.slash('help'),
    forum: await server.post(known),
  };
  return Object.entries(shown).map(([name, components]) => ({
    name,
    html: htmlOf(components, name === 'forum' ? known : undefined),
  }));
}

const MODERATOR = '8192';

async function openServer(given: Services, language: string) {
  const sent = createSent();
  const services = await freshServices(given, await openStore('sqlite::memory:'));
  const context = createContext(
    { token: '', announce: () => undefined },
    { services, log: SILENT },
    createBot(services),
    { rest: sent.rest, world: { ...createWorld(() => undefined), titleOf: () => SERVER } },
  );
  const server = { id: GUILD, name: SERVER, roles: [], channels: [], members: [], threads: [] };
  const { receive } = libraryClient(ME, [server], { interaction: createInteractions(context) });
  let last = 0n;
  const locale =
    LOCALES.find(
      (one) =>
        one === language || one === { 'zh-Hans': 'zh-CN', 'zh-Hant': 'zh-TW', es: 'es-ES', en: 'en-US' }[language],
    ) ?? language;
  const act = async (parts: object, permissions = MODERATOR): Promise<readonly Component[]> => {
    // Each in a channel of its own, as an answer that was just given would only be linked.
    const id = String(((BigInt(Date.parse(services.now())) - 1_420_070_400_000n) << 22n) + ++last);
    const channel = { id: String(BigInt(CHANNEL) + last), type: 0 };
    const member = { user: { id: MEMBER }, roles: [], permissions };
    await receive('INTERACTION_CREATE', {
      id,
      application_id: ME,
      token: id,
      locale,
      guild_id: GUILD,
      channel_id: channel.id,
      channel,
      member,
      context: 0,
      ...parts,
    });
    return sent.last();
  };
  return {
    services,
    slash: (name: string, options: Readonly<Record<string, string>> = {}, permissions?: string) =>
      act(
        {
          type: 2,
          data: {
            id: '1',
            type: 1,
            name,
            options: Object.entries(options).map(([key, value]) => ({ name: key, type: 3, value })),
          },
        },
        permissions,
      ),
    press: (components: readonly Component[], label: string) =>
      act({
        type: 3,
        data: { custom_id: idOf(components, label), component_type: 2 },
        message: { id: sent.idOf(components), components, author: { id: ME } },
      }),
    hello: async () => {
      await postHello(context, { id: GUILD, name: SERVER, locale, lacking: [] }, CHANNEL, true);
      return sent.last();
    },
    post: async (text: string) => {
      const place = { platform: 'discord', id: GUILD, channel: '310000000000000001' };
      const heard = {
        kind: 'asked' as const,
        id: '900',
        channel: '310000000000000002',
        place,
        user: MEMBER,
        name: '',
        text,
        addressed: true,
        isPost: true,
      };
      const [message] = await converse(context, channelPort(context), messageOf(context, heard, NOBODY));
      return (
        JSON.parse(message?.payload ?? '{"message":{"components":[]}}') as {
          readonly message: { readonly components: readonly Component[] };
        }
      ).message.components;
    },
  };
}

interface Body {
  readonly components?: readonly Component[];
  readonly data?: { readonly components?: readonly Component[] };
}

/** A Discord that accepts everything, and records the components of messages. */
function createSent() {
  const sent: (readonly Component[])[] = [];
  const call = async (_path: string, { body = {} }: { readonly body?: Body } = {}): Promise<object> => {
    const components = body.data?.components ?? body.components;
    if (components) sent.push(components);
    const message = { id: String(800 + sent.length) };
    return { ...message, resource: { message } };
  };
  return {
    rest: { get: call, post: call, put: call, patch: call, delete: call } as unknown as REST,
    last: () => sent.at(-1) ?? [],
    idOf: (components: readonly Component[]) => String(801 + sent.indexOf(components)),
  };
}

function idOf(components: readonly Component[], label: string): string {
  const all = (some: readonly Component[]): readonly Component[] =>
    some.flatMap((component) => [component, ...all(component.components ?? [])]);
  const id = all(components).find((component) => component.label === label)?.custom_id;
  return typeof id === 'string' ? id : '';
}
