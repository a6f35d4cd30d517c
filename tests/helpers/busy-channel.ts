import { createHeldLines, type HeldLines } from '../../src/bot/conversation/held-lines.ts';
import type { Services } from '../../src/bot/services.ts';
import { seen } from './discord-message.ts';
import { type DiscordWorld, discordWorld, moderator, until } from './discord-world.ts';
import type { Json } from './fake-discord.ts';
import { CHANNEL, GUILD } from './fake-discord-rest.ts';
import { fakeTelegram } from './fake-telegram.ts';
import { administrator, GROUP, message, person } from './fake-telegram-people.ts';
import { type MadeUpClock, madeUpClock } from './made-up-clock.ts';
import type { ServicesParts } from './services.ts';
import { shownText, startBot } from './telegram-bot.ts';

/** What a message has beside its words. */
export interface Said {
  /** Id of the message that it replies to. */
  readonly to?: string | undefined;
  /** Whom it names. */
  readonly names?: string | undefined;
  /** Id of the message that it quotes, as people do it there: on Discord above their words, on Telegram in a reply. */
  readonly quotes?: string | undefined;
}

/** Something that the bot said in the channel. */
export interface Spoken {
  readonly title: string;
  /** Id of the message that it replies to. */
  readonly to: string;
  /** The message itself, as the platform has it. */
  readonly message: Json;
}

/** A channel in which many people talk, on a platform, by a clock that is made up. */
export interface BusyChannel {
  readonly services: Services;
  readonly clock: MadeUpClock;
  /** @param who any name @returns id of the message */
  readonly says: (who: string, text: string, more?: Said) => Promise<string>;
  readonly edits: (id: string, text: string) => Promise<void>;
  /** Somebody as the bot knows them: a keyed hash. */
  readonly hashOf: (who: string) => string;
  /** Lets seconds pass. */
  readonly passes: (seconds: number) => Promise<void>;
  readonly settles: () => Promise<void>;
  /** What the bot said so far. */
  readonly spoken: () => readonly Spoken[];
  /** A moderator's `/settings name value`. */
  readonly sets: (name: string, value: string) => Promise<void>;
  /** Faults of what the bot called. */
  readonly problems: () => readonly string[];
  readonly stop: () => Promise<void>;
}

type ServicesWith = (parts: ServicesParts) => Promise<Services>;

/** The services by a made-up clock, and which messages they have heard of. */
async function clocked(servicesWith: ServicesWith) {
  const clock = madeUpClock();
  const heard = new Set<string>();
  const held = createHeldLines(() => Date.parse(clock.now()), clock.after);
  const heldLines: HeldLines = {
    ...held,
    wrote: (written) => {
      heard.add(written.id);
      held.wrote(written);
    },
  };
  return { clock, heard, services: await servicesWith({ now: clock.now, heldLines }) };
}

/** What waits for its time is not waited for. */
const idleIn = (services: Services, platform: string) => async (): Promise<void> => {
  const isIdle = (): Promise<boolean> =>
    services.store.transact(
      async ({ inbox, outbox }) =>
        (await inbox.open(platform)).length + (await outbox.due(platform, services.now())).length === 0,
    );
  // Between two rooms a message is in neither for a moment.
  for (let times = 0; times < 3; ) {
    await new Promise((resolve) => setTimeout(resolve, 2));
    times = (await isIdle()) ? times + 1 : 0;
  }
};

export interface DiscordChannel extends BusyChannel {
  readonly world: DiscordWorld;
  readonly userOf: (who: string) => string;
  readonly deletes: (id: string) => Promise<void>;
  /** Somebody opens a thread on a message, or a post in a forum. @param id of the message, or of the post */
  readonly says: (
    who: string,
    text: string,
    more?: Said & { readonly channel?: string; readonly id?: string },
  ) => Promise<string>;
}

export async function discordChannel(servicesWith: ServicesWith): Promise<DiscordChannel> {
  const { clock, heard, services } = await clocked(servicesWith);
  const world = await discordWorld({ services });
  const { discord } = world;
  const people: string[] = [];
  const userOf = (who: string): string => {
    if (!people.includes(who)) people.push(who);
    return `61000000000000${String(people.indexOf(who)).padStart(4, '0')}`;
  };
  const authorOf = (who: string): Json => ({
    ...{ id: userOf(who), username: who, discriminator: '0', avatar: null },
  });
  let ids = 0n;
  const newId = (): string => String(((BigInt(Date.parse(clock.now())) - 1_420_070_400_000n) << 22n) + ++ids);
  const settles = idleIn(services, 'discord');
  const written = new Map<string, Json>();
  const says: DiscordChannel['says'] = async (who, text, more = {}) => {
    const { to, names, quotes, channel = CHANNEL, id = newId() } = more;
    const quoted = quotes === undefined ? '' : `> ${written.get(quotes)?.content}\n`;
    const named = names === undefined ? [] : [authorOf(names)];
    const replied = to === undefined ? undefined : written.get(to);
    const sent = world.write(`${quoted}${names === undefined ? '' : `<@${userOf(names)}> `}${text}`, {
      ...{ id, channel_id: channel, author: authorOf(who), timestamp: clock.now(), mentions: named },
      ...(to === undefined
        ? {}
        : {
            type: 19,
            message_reference: { type: 0, message_id: to, channel_id: channel, guild_id: GUILD },
            referenced_message: replied ?? null,
            mentions: replied ? [replied.author] : [],
          }),
    });
    written.set(id, sent);
    await until(() => heard.has(id));
    await settles();
    return id;
  };
  return {
    world,
    services,
    clock,
    userOf,
    hashOf: (who) => services.hash(`discord:${userOf(who)}`),
    says,
    settles,
    edits: async (id, text) => {
      discord.gateway.dispatch('MESSAGE_UPDATE', { ...written.get(id), content: text, edited_timestamp: clock.now() });
      // It is heard of only when it is in the inbox.
      await world.quiet();
    },
    deletes: async (id) => {
      discord.gateway.dispatch('MESSAGE_DELETE', {
        id,
        channel_id: written.get(id)?.channel_id ?? CHANNEL,
        guild_id: GUILD,
      });
      await world.quiet();
    },
    passes: (seconds) => clock.pass(seconds * 1000, settles),
    spoken: () =>
      discord.calls
        .filter(({ method, path }) => method === 'POST' && /^\/channels\/\d+\/messages$/.test(path))
        .map(({ body }) => ({
          title: seen(body).title ?? seen(body).text,
          to: String(body.message_reference?.message_id ?? ''),
          message: [...discord.state.messages.values()].find(({ nonce }) => nonce === body.nonce) ?? body,
        })),
    sets: async (setting, value) => void (await world.slash('settings', { setting, value }, moderator)),
    problems: () => discord.problems,
    stop: world.stop,
  };
}

export async function telegramChannel(servicesWith: ServicesWith) {
  const { clock, heard, services } = await clocked(servicesWith);
  const fake = await fakeTelegram();
  const bot = await startBot(fake, services);
  const people = new Map<string, ReturnType<typeof person>>();
  const personOf = (who: string) => {
    const known = people.get(who) ?? { ...person(50_000 + people.size, 'en'), username: who };
    people.set(who, known);
    return known;
  };
  const boss = personOf('boss');
  fake.members.set(`${GROUP.id} ${boss.id}`, administrator(boss));
  const settles = async (): Promise<void> => {
    await until(() => fake.isDrained());
    await idleIn(services, 'telegram')();
  };
  const date = (): number => Math.floor(Date.parse(clock.now()) / 1000);
  const written = new Map<string, Json>();
  const says: BusyChannel['says'] = async (who, text, { to, names, quotes } = {}) => {
    const repliedTo = written.get(to ?? quotes ?? '');
    const sent = message(personOf(who), GROUP, names === undefined ? text : `@${names} ${text}`, {
      date: date(),
      ...(repliedTo ? { reply_to_message: repliedTo } : {}),
      ...(quotes === undefined ? {} : { quote: { text: repliedTo?.text, position: 0, is_manual: true } }),
    });
    written.set(String(sent.message_id), sent);
    await fake.deliver({ message: sent });
    if (!text.startsWith('/')) await until(() => heard.has(String(sent.message_id)));
    await settles();
    return String(sent.message_id);
  };
  return {
    fake,
    bot,
    services,
    clock,
    personOf,
    hashOf: (who: string) => services.hash(`telegram:${personOf(who).id}`),
    says,
    settles,
    written,
    edits: async (id: string, text: string) => {
      await fake.deliver({ edited_message: { ...written.get(id), text, edit_date: date() } });
      await settles();
    },
    passes: (seconds: number) => clock.pass(seconds * 1000, settles),
    spoken: (): readonly Spoken[] =>
      fake.called('sendMessage').flatMap(({ body, result }) => {
        const to = (body.reply_parameters as Json)?.message_id;
        const title = shownText({ body }).split('\n')[0] ?? '';
        return to === undefined ? [] : [{ title, to: String(to), message: { body, result } }];
      }),
    sets: async (name: string, value: string) =>
      void (await bot.tell({ message: message(boss, GROUP, `/settings ${name} ${value}`) })),
    problems: () => fake.problems,
    stop: async () => {
      await bot.stop();
      await fake.close();
    },
  };
}
