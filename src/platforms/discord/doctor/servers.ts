import {
  type ChannelType,
  type Client,
  DiscordAPIError,
  HTTPError,
  type OAuth2Guild,
  PermissionFlagsBits,
  type PermissionsBitField,
  RateLimitError,
} from 'discord.js';
import { knownPlaces } from '../../../bot/community/known-places.ts';
import { keyOfPlace, type Place } from '../../../bot/conversation/place.ts';
import { faqSpot } from '../../../bot/faq-channel/setting.ts';
import { type Diagnosis, good, leftOut, trouble, unread } from '../../../bot/ports/diagnosis.ts';
import type { Services } from '../../../bot/services.ts';
import { keyOf } from '../../../bot/settings/chosen.ts';
import { groupBy } from '../../../core/text/group-by.ts';
import { PLATFORM } from '../config.ts';
import { snowflake } from '../inbound/receive.ts';
import { INDISPENSABLE, missingIn, type Right, WRITTEN } from '../moderation/rights.ts';

const NAME = 'Discord';
/** Most servers that are checked; each takes three calls. */
const MOST_SERVERS = 20;
/** Servers per page of a listing, and the most pages fetched. */
const [PAGE, MOST_PAGES] = [200, 25];

export type ServerRecords = Pick<Services, 'store' | 'communities'>;

/** HTTP status of a failed call; 0 if there was no response at all. */
function statusOf(error: unknown): number {
  if (error instanceof RateLimitError) return 429;
  return error instanceof DiscordAPIError || error instanceof HTTPError ? error.status : 0;
}

/**
 * Checks whether the bot has the permissions it needs in its servers.
 * @param me the bot's own id
 * @param place the only place that the results may name; for a place on another platform, servers are only counted
 */
export async function serverChecks(
  client: Client,
  me: string,
  services: ServerRecords,
  place: Place | undefined,
): Promise<Diagnosis[]> {
  const here = place?.platform === PLATFORM ? snowflake(place.id) : undefined;
  if (here !== undefined) return lookInto(client, me, services, [{ id: here, name: place?.title ?? NAME }]);
  const all = await listAll(client).catch(statusOf);
  if (typeof all === 'number') return [unread(NAME, all)];
  if (all.length === 0)
    return [trouble('warning', { key: 'diagnosis-alone', values: { name: NAME } }, { key: 'cure-discord-alone' })];
  if (place) return [counted(all)];
  const known = new Set(await knownPlaces(services.store, PLATFORM));
  const isKnown = ({ id }: OAuth2Guild) => known.has(keyOfPlace({ platform: PLATFORM, id }));
  const ordered = all.sort((a, b) => Number(isKnown(b)) - Number(isKnown(a)));
  return [
    ...(await lookInto(client, me, services, ordered.slice(0, MOST_SERVERS))),
    ...leftOut(NAME, all.length - MOST_SERVERS),
  ];
}

async function listAll(client: Client): Promise<OAuth2Guild[]> {
  const all: OAuth2Guild[] = [];
  for (let pages = 0; pages < MOST_PAGES; pages += 1) {
    const page = await client.guilds.fetch({ limit: PAGE, after: all.at(-1)?.id });
    all.push(...page.values());
    if (page.size < PAGE) break;
  }
  return all;
}

/**
 * Counts servers in which permissions are missing, by role permissions only: checking channels would take calls, and
 * the result may name none.
 */
function counted(all: readonly OAuth2Guild[]): Diagnosis {
  const lacking = all.filter(({ permissions }) => !permissions.has(INDISPENSABLE)).length;
  if (lacking === 0) return good('diagnosis-permissions', { count: all.length });
  return trouble(
    'bad',
    { key: 'diagnosis-permissions-lack', values: { count: lacking, all: all.length } },
    { key: 'cure-permissions' },
  );
}

interface Server {
  readonly id: string;
  readonly name: string;
}

async function lookInto(
  client: Client,
  me: string,
  { communities }: ServerRecords,
  servers: readonly Server[],
): Promise<Diagnosis[]> {
  const looks = await Promise.all(
    servers.map(async ({ id, name }): Promise<Diagnosis | readonly Lack[]> => {
      const { state } = await communities.of({ platform: PLATFORM, id });
      const isSet = (channel: string) =>
        (state.get('setting', keyOf('mode', { platform: PLATFORM, id }, channel)) ?? 'off') !== 'off';
      const faq = faqSpot({ state }, { platform: PLATFORM, id });
      const isFaq = (channel: string) => typeof faq === 'object' && faq.channel === channel;
      return lacksIn(client, me, id, { isSet, isFaq }).catch((error: unknown) => unread(name, statusOf(error)));
    }),
  );
  const lacks = looks.filter((look) => Array.isArray(look));
  const count = lacks.filter(({ length }) => length === 0).length;
  return [
    ...(count > 0 ? [good('diagnosis-permissions', { count })] : []),
    ...looks.filter((look) => 'state' in look),
    ...sayLacks(lacks.flat()),
  ];
}

/** Most channels that are named; a server can have 500. */
const MOST_NAMED = 50;

interface Lack {
  readonly server: string;
  readonly channel: string;
  readonly state: 'warning' | 'bad';
  readonly rights: readonly string[];
}

/**
 * Missing permissions in every channel that the bot can see, or in which it is set to listen.
 * @param me the bot's own id
 * @param uses whether a channel has a listening mode of its own, and whether the FAQ is posted there
 * @returns a diagnosis if there is no such channel
 */
async function lacksIn(
  client: Client,
  me: string,
  id: string,
  uses: { readonly isSet: (channel: string) => boolean; readonly isFaq: (channel: string) => boolean },
): Promise<readonly Lack[] | Diagnosis> {
  const isSet = (channel: string): boolean => uses.isSet(channel) || uses.isFaq(channel);
  const guild = await client.guilds.fetch(id);
  const [channels, member] = await Promise.all([guild.channels.fetch(), guild.members.fetch(me)]);
  const looked = [...channels.values()]
    .filter((channel) => channel !== null)
    .map((channel) => ({ channel, own: channel.permissionsFor(member) }))
    .filter(
      ({ channel: { id: one, type }, own }) =>
        isSet(one) || (WRITTEN.includes(type) && own.has(PermissionFlagsBits.ViewChannel)),
    )
    .map(({ channel: { id: one, type, name }, own }) => ({
      id: one,
      name,
      missing: lacking(type, own, uses.isFaq(one)),
    }))
    .map((one) => ({ ...one, isHindered: one.missing.some(({ isSpare }) => !isSpare) }));
  if (looked.length === 0)
    return trouble('bad', { key: 'diagnosis-no-channel', values: { place: guild.name } }, { key: 'cure-permissions' });
  // Most servers have channels in which only some may write. That is a fault only if there is no other channel, or if
  // the bot is set to listen there.
  const isShut = looked.every(({ isHindered }) => isHindered);
  return looked
    .map(
      ({ id: one, name, missing, isHindered }): Lack => ({
        server: guild.name,
        channel: `#${name}`,
        state: isHindered && (isShut || isSet(one)) ? 'bad' : 'warning',
        rights: missing.map(({ key }) => key),
      }),
    )
    .filter(({ rights }) => rights.length > 0);
}

const lacking = (type: ChannelType, own: Readonly<PermissionsBitField>, isFaq: boolean): readonly Right[] => {
  const missing = missingIn(type, own);
  return isFaq ? [...new Set([...missingIn(type, own, true), ...missing])] : missing;
};

/** One sentence for all channels of a server with the same missing permissions; the worst come first. */
function sayLacks(lacks: readonly Lack[]): Diagnosis[] {
  const named = [...lacks]
    .sort((a, b) => Number(a.state === 'warning') - Number(b.state === 'warning'))
    .slice(0, MOST_NAMED);
  const groups = groupBy(named, ({ server, state, rights }) => JSON.stringify([server, state, rights]));
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
