import {
  type APIGuild,
  type APIGuildChannel,
  type APIGuildMember,
  type GuildChannelType,
  PermissionFlagsBits,
  Routes,
} from 'discord.js';
import { knownPlaces } from '../../../bot/community/known-places.ts';
import { keyOfMode } from '../../../bot/conversation/listening.ts';
import { keyOfPlace, type Place } from '../../../bot/conversation/place.ts';
import { type Diagnosis, good, leftOut, trouble, unread } from '../../../bot/ports/diagnosis.ts';
import type { Services } from '../../../bot/services.ts';
import { json, NAME as PLATFORM, snowflake, text } from '../inbound/receive.ts';
import { permissionsIn } from '../moderation/permissions.ts';
import { INDISPENSABLE, missingIn, WRITTEN } from '../moderation/rights.ts';

const NAME = 'Discord';
/** Servers that are looked into: each is three calls. */
const MOST_SERVERS = 20;
/** Servers of one answer, and how many answers are asked for. */
const [PAGE, MOST_PAGES] = [200, 25];

/** Asks Discord. Never rejects: status 0 where there was no answer. */
export type Get = (route: `/${string}`) => Promise<{ readonly status: number; readonly body: unknown }>;

type Known = Pick<Services, 'store' | 'communities'>;

/** A server of the bot's, as the list of them has it. */
interface Listed {
  readonly id: string;
  readonly name: string;
  readonly permissions: bigint;
}

/**
 * Whether the bot may do what it does in its servers.
 * @param me the bot's own id
 * @param place the only one that may be named; where it is another platform's, servers are counted
 */
export async function serverChecks(
  get: Get,
  me: string,
  services: Known,
  place: Place | undefined,
): Promise<Diagnosis[]> {
  const here = place?.platform === PLATFORM ? snowflake(place.id) : undefined;
  if (here !== undefined) return lookInto(get, me, services, [{ id: here, name: place?.title ?? NAME }]);
  const all = await listAll(get);
  if (typeof all === 'number') return [unread(NAME, all)];
  if (all.length === 0)
    return [trouble('warning', { key: 'diagnosis-alone', values: { name: NAME } }, { key: 'cure-discord-alone' })];
  if (place) return [counted(all)];
  const known = new Set(await knownPlaces(services.store, PLATFORM));
  const isKnown = ({ id }: Listed) => known.has(keyOfPlace({ platform: PLATFORM, id }));
  const ordered = all.sort((a, b) => Number(isKnown(b)) - Number(isKnown(a)));
  return [
    ...(await lookInto(get, me, services, ordered.slice(0, MOST_SERVERS))),
    ...leftOut(NAME, all.length - MOST_SERVERS),
  ];
}

/** Page by page. @returns the status of the call that failed, where one did */
async function listAll(get: Get): Promise<Listed[] | number> {
  const all: Listed[] = [];
  for (let pages = 0; pages < MOST_PAGES; pages += 1) {
    const after = all.at(-1)?.id;
    const { status, body } = await get(
      after === undefined ? Routes.userGuilds() : `${Routes.userGuilds()}?after=${after}`,
    );
    if (status !== 200) return status;
    const page = (Array.isArray(body) ? body : []).map(listed);
    all.push(...page);
    if (page.length < PAGE) break;
  }
  return all;
}

function listed(raw: unknown): Listed {
  const { id, name, permissions } = json(raw);
  return { id: snowflake(id) ?? '0', name: text(name) ?? NAME, permissions: BigInt(text(permissions) ?? '0') };
}

/** By the permissions of roles only: channels would be calls, and names. */
function counted(all: readonly Listed[]): Diagnosis {
  const lacking = all.filter(
    ({ permissions: bits }) =>
      (bits & PermissionFlagsBits.Administrator) === 0n && (bits & INDISPENSABLE) !== INDISPENSABLE,
  ).length;
  if (lacking === 0) return good('diagnosis-permissions', { count: all.length });
  return trouble(
    'bad',
    { key: 'diagnosis-permissions-lack', values: { count: lacking, all: all.length } },
    { key: 'cure-permissions' },
  );
}

async function lookInto(
  get: Get,
  me: string,
  { communities }: Known,
  servers: readonly Pick<Listed, 'id' | 'name'>[],
): Promise<Diagnosis[]> {
  const looks = await Promise.all(
    servers.map(async ({ id, name }): Promise<Look> => {
      const server = await describe(get, me, id);
      if (typeof server === 'number') return { found: unread(name, server), lacks: [] };
      const { state } = await communities.of({ platform: PLATFORM, id });
      const isSet = (channel: string) =>
        (state.get('setting', keyOfMode({ platform: PLATFORM, id, channel })) ?? 'off') !== 'off';
      const lacks = lacksOf(server, me, isSet);
      return lacks
        ? { lacks }
        : {
            found: trouble(
              'bad',
              { key: 'diagnosis-no-channel', values: { place: server.guild.name } },
              { key: 'cure-permissions' },
            ),
            lacks: [],
          };
    }),
  );
  const count = looks.filter(({ found, lacks }) => !found && lacks.length === 0).length;
  return [
    ...(count > 0 ? [good('diagnosis-permissions', { count })] : []),
    ...looks.flatMap(({ found }) => found ?? []),
    ...sayLacks(looks.flatMap(({ lacks }) => lacks)),
  ];
}

interface Look {
  /** What is wrong with the server as a whole. */
  readonly found?: Diagnosis;
  readonly lacks: readonly Lack[];
}

/** @returns the status of the call that failed, where one did */
async function describe(get: Get, me: string, id: string): Promise<Server | number> {
  const [guild, channels, member] = await Promise.all([
    get(Routes.guild(id)),
    get(Routes.guildChannels(id)),
    get(Routes.guildMember(id, me)),
  ]);
  const failed = [guild, channels, member].find(({ status }) => status !== 200);
  if (failed) return failed.status;
  return {
    guild: guild.body as APIGuild,
    channels: channels.body as Server['channels'],
    member: member.body as APIGuildMember,
  };
}

/** Channels that are named: a server can have 500. */
const MOST_NAMED = 50;
const VISIBLE = PermissionFlagsBits.ViewChannel | PermissionFlagsBits.Administrator;

/** A server as Discord describes it to the bot. */
interface Server {
  readonly guild: APIGuild;
  readonly channels: readonly APIGuildChannel<GuildChannelType>[];
  /** The bot in it. */
  readonly member: APIGuildMember;
}

/** What the bot lacks in a channel. */
interface Lack {
  readonly server: string;
  readonly channel: string;
  readonly state: 'warning' | 'bad';
  /** Keys of `locales/`. */
  readonly rights: readonly string[];
}

/**
 * Looks through every channel that the bot sees, or is set up to listen in.
 * @param me the bot's own id
 * @param isSet whether the channel has a listening mode of its own
 * @returns undefined where there is no such channel
 */
function lacksOf(
  { guild, channels, member }: Server,
  me: string,
  isSet: (channel: string) => boolean,
): readonly Lack[] | undefined {
  const looked = channels
    .map((channel) => ({ ...channel, bits: permissionsIn(guild, channel, member, me) }))
    .filter(({ id, type, bits }) => isSet(id) || (WRITTEN.includes(type) && (bits & VISIBLE) !== 0n))
    .map(({ id, name, type, bits }) => ({ id, channel: `#${name}`, missing: missingIn(type, bits) }))
    .map((one) => ({ ...one, isHindered: one.missing.some(({ isSpare }) => !isSpare) }));
  // Every server has channels that only some may write in: no fault, unless there is no other, or the bot is to listen
  // there.
  const isShut = looked.every(({ isHindered }) => isHindered);
  const stateOf = (id: string, isHindered: boolean) => (isHindered && (isShut || isSet(id)) ? 'bad' : 'warning');
  const lacks = looked.map(
    ({ id, channel, missing, isHindered }): Lack => ({
      server: guild.name,
      channel,
      state: stateOf(id, isHindered),
      rights: missing.map(({ key }) => key),
    }),
  );
  return looked.length === 0 ? undefined : lacks.filter(({ rights }) => rights.length > 0);
}

/** Channels of a server that lack the same are named in one sentence; the worst come first. */
function sayLacks(lacks: readonly Lack[]): Diagnosis[] {
  const named = [...lacks]
    .sort((a, b) => Number(a.state === 'warning') - Number(b.state === 'warning'))
    .slice(0, MOST_NAMED);
  const groups = new Map<string, Lack[]>();
  for (const lack of named) {
    const key = JSON.stringify([lack.server, lack.state, lack.rights]);
    groups.set(key, [...(groups.get(key) ?? []), lack]);
  }
  const more = lacks.length - named.length;
  return [
    ...[...groups.values()].flatMap(sayGroup),
    ...(more > 0
      ? [trouble('warning', { key: 'diagnosis-channels-more', values: { count: more } }, { key: 'cure-channels' })]
      : []),
  ];
}

function sayGroup(group: readonly Lack[]): Diagnosis[] {
  const [first] = group;
  if (!first) return [];
  const values = {
    place: first.server,
    rights: first.rights.map((key) => ({ key })),
    channels: group.map(({ channel }) => channel),
  };
  return [trouble(first.state, { key: 'diagnosis-channels', values }, { key: 'cure-channels' })];
}
