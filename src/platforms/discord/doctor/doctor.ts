import { type APIApplication, Client, DiscordAPIError, Routes } from 'discord.js';
import type { Place } from '../../../bot/conversation/place.ts';
import { diagnoseFaq } from '../../../bot/faq-channel/diagnose.ts';
import { diagnoseClock } from '../../../bot/platform/diagnose.ts';
import { type Diagnosis, good, trouble } from '../../../bot/ports/diagnosis.ts';
import type { DiscordConfig } from '../config.ts';
import { PLATFORM } from '../config.ts';
import { type ServerRecords, serverChecks } from './servers.ts';

const NAME = 'Discord';
/** Application flags that permit reading message content: for verified and for small bots. */
const CONTENT = (1 << 18) | (1 << 19);
/** Longest time in milliseconds that a call waits for a rate limit; somebody is waiting for the result. */
const MOST_WAIT_MS = 2000;

/**
 * Checks for frequent mistakes: the token, the intent, the interactions endpoint, permissions, the clock.
 * @param place the only place that the results may name. Default: all
 * @throws if Discord cannot be reached
 */
export async function checks(
  config: DiscordConfig,
  services: ServerRecords,
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
  services: ServerRecords,
  place: Place | undefined,
): Promise<readonly Diagnosis[]> {
  const application = (await client.rest.get(Routes.currentApplication())) as APIApplication;
  // Old applications have a bot user whose id differs from the application's.
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

/** A client for API calls only; it never connects to the gateway. */
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

/** Whether the message content intent is switched on for the application. */
export const mayReadMessages = ({ flags }: Pick<APIApplication, 'flags'>): boolean => (Number(flags) & CONTENT) !== 0;

function content(application: APIApplication): Diagnosis {
  if (mayReadMessages(application)) return good('diagnosis-content');
  return trouble('warning', { key: 'diagnosis-content-off' }, { key: 'cure-content' });
}

/** An application with an interactions endpoint URL gets no interactions over the gateway. */
const endpoint = ({ interactions_endpoint_url: address }: APIApplication): Diagnosis[] =>
  address ? [trouble('bad', { key: 'diagnosis-endpoint' }, { key: 'cure-endpoint' })] : [];
