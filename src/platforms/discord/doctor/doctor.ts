import { type APIApplication, Client, DiscordAPIError, Routes } from 'discord.js';
import type { Place } from '../../../bot/conversation/place.ts';
import { diagnoseFaq } from '../../../bot/faq-channel/diagnose.ts';
import { diagnoseClock } from '../../../bot/platform/diagnose.ts';
import { type Diagnosis, good, trouble } from '../../../bot/ports/diagnosis.ts';
import type { Services } from '../../../bot/services.ts';
import type { DiscordConfig } from '../config.ts';
import { NAME as PLATFORM } from '../inbound/receive.ts';
import { serverChecks } from './servers.ts';

const NAME = 'Discord';
/** Flags of an application that may read messages: as a big bot, or as a small one. */
const CONTENT = (1 << 18) | (1 << 19);
/** Milliseconds for which a call is held back; somebody waits for the answer. */
const MOST_WAIT_MS = 2000;

/**
 * Checks what is often wrong: the token, the intent, where interactions go, permissions, the clock.
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
  const application = (await client.rest.get(Routes.currentApplication())) as APIApplication;
  // Of old applications the bot has another number.
  const me = application.bot?.id ?? application.id;
  const clock = await diagnoseClock(config.apiUrl ?? 'https://discord.com/api', NAME);
  return [
    good('diagnosis-token-good', { name: NAME }),
    content(application),
    ...endpoint(application),
    ...(await serverChecks(client, me, services, place)),
    ...(await diagnoseFaq(services, PLATFORM, place)),
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

/** Whether its switch for the content of messages is on. */
export const mayReadMessages = ({ flags }: Pick<APIApplication, 'flags'>): boolean => (Number(flags) & CONTENT) !== 0;

function content(application: APIApplication): Diagnosis {
  if (mayReadMessages(application)) return good('diagnosis-content');
  return trouble('warning', { key: 'diagnosis-content-off' }, { key: 'cure-content' });
}

/** An application that has an address for interactions gets none of them over the gateway. */
const endpoint = ({ interactions_endpoint_url: address }: APIApplication): Diagnosis[] =>
  address ? [trouble('bad', { key: 'diagnosis-endpoint' }, { key: 'cure-endpoint' })] : [];
