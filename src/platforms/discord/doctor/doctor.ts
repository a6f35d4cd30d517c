import { Client, DiscordAPIError, Routes } from 'discord.js';
import type { Place } from '../../../bot/conversation/place.ts';
import { diagnoseClock } from '../../../bot/platform/diagnose.ts';
import { type Diagnosis, good, trouble } from '../../../bot/ports/diagnosis.ts';
import type { Services } from '../../../bot/services.ts';
import type { DiscordConfig } from '../config.ts';
import { json, snowflake, text } from '../inbound/json.ts';
import { serverChecks } from './servers.ts';

const NAME = 'Discord';
/** Flags of an application that may read messages: as a big bot, or as a small one. */
const CONTENT = (1 << 18) | (1 << 19);
/** Milliseconds for which a call is held back; somebody waits for the answer. */
const MOST_WAIT_MS = 2000;

/**
 * Checks what is often wrong: the token, the intent, the public key, permissions, the clock.
 * @param place the only one that may be named; default: all are
 * @throws if Discord cannot be reached
 */
export async function checks(
  config: DiscordConfig,
  services: Pick<Services, 'store' | 'communities'>,
  place?: Place,
): Promise<readonly Diagnosis[]> {
  const client = clientOf(config);
  try {
    return await checksWith(client, config, services, place);
  } catch (error) {
    if (error instanceof DiscordAPIError && error.status === 401)
      return [trouble('bad', { key: 'diagnosis-token', values: { name: NAME } }, { key: 'cure-discord-token' })];
    throw error;
  } finally {
    await client.destroy();
  }
}

async function checksWith(
  client: Client,
  config: DiscordConfig,
  services: Pick<Services, 'store' | 'communities'>,
  place: Place | undefined,
): Promise<readonly Diagnosis[]> {
  const application = json(await client.rest.get(Routes.currentApplication()));
  // Of old applications the bot has another number.
  const me = snowflake(json(application.bot).id) ?? snowflake(application.id) ?? '';
  const clock = await diagnoseClock(config.apiUrl ?? 'https://discord.com/api', NAME);
  return [
    good('diagnosis-token-good', { name: NAME }),
    content(application),
    ...endpoint(config, application),
    ...(await serverChecks(client, me, services, place)),
    ...clock,
  ];
}

/** It makes calls, and is never connected. */
function clientOf({ apiUrl, token }: DiscordConfig): Client {
  const client = new Client({
    intents: [],
    rest: {
      retries: 1,
      timeout: 5000,
      rejectOnRateLimit: ({ retryAfter, timeToReset }) => Math.max(retryAfter, timeToReset) > MOST_WAIT_MS,
      ...(apiUrl === undefined ? {} : { api: apiUrl }),
    },
  });
  client.rest.setToken(token);
  return client;
}

function content({ flags }: Record<string, unknown>): Diagnosis {
  if ((Number(flags) & CONTENT) !== 0) return good('diagnosis-content');
  return trouble('warning', { key: 'diagnosis-content-off' }, { key: 'cure-content' });
}

/** Interactions over HTTP need the right key here, and the address there. */
function endpoint({ publicKey }: DiscordConfig, application: Record<string, unknown>): Diagnosis[] {
  const address = text(application.interactions_endpoint_url);
  if (publicKey === undefined)
    return address === undefined ? [] : [trouble('bad', { key: 'diagnosis-endpoint' }, { key: 'cure-endpoint' })];
  const isSame = text(application.verify_key)?.toLowerCase() === publicKey.toLowerCase();
  return [isSame ? good('diagnosis-key-good') : trouble('bad', { key: 'diagnosis-key' }, { key: 'cure-key' })];
}
