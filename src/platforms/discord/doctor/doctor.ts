import { RateLimitError, REST, RequestMethod, type ResponseLike } from 'discord.js';
import type { Place } from '../../../bot/conversation/place.ts';
import { diagnoseClock } from '../../../bot/platform/diagnose.ts';
import { type Diagnosis, good, trouble } from '../../../bot/ports/diagnosis.ts';
import type { Services } from '../../../bot/services.ts';
import type { DiscordConfig } from '../config.ts';
import { json, snowflake, text } from '../inbound/receive.ts';
import { type Get, serverChecks } from './servers.ts';

const NAME = 'Discord';
/** Flags of an application that may read messages: as a big bot, or as a small one. */
const CONTENT = (1 << 18) | (1 << 19);
/** Milliseconds for which a call is held back; somebody waits for the answer. */
const MOST_WAIT_MS = 2000;

/**
 * What is often wrong: the token, the intent, the public key, permissions, the clock.
 * @param place the only one that may be named; default: all are
 * @throws where Discord cannot be reached
 */
export async function checks(
  config: DiscordConfig,
  services: Pick<Services, 'store' | 'communities'>,
  place?: Place,
): Promise<readonly Diagnosis[]> {
  const get = getter(config);
  const { status, body } = await get('/applications/@me');
  if (status === 401)
    return [trouble('bad', { key: 'diagnosis-token', values: { name: NAME } }, { key: 'cure-discord-token' })];
  if (status !== 200) throw new Error('Discord did not answer as it should');
  const application = json(body);
  // Of old applications the bot has another number.
  const me = snowflake(json(application.bot).id) ?? snowflake(application.id) ?? '';
  const clock = await diagnoseClock(config.apiUrl ?? 'https://discord.com/api', NAME);
  return [
    good('diagnosis-token-good', { name: NAME }),
    content(application),
    ...endpoint(config, application),
    ...(await serverChecks(get, me, services, place)),
    ...clock,
  ];
}

function getter({ apiUrl, token }: DiscordConfig): Get {
  const rejectOnRateLimit = ({
    retryAfter,
    timeToReset,
  }: {
    readonly retryAfter: number;
    readonly timeToReset: number;
  }) => Math.max(retryAfter, timeToReset) > MOST_WAIT_MS;
  const rest = new REST({
    version: '10',
    retries: 1,
    timeout: 5000,
    rejectOnRateLimit,
    ...(apiUrl === undefined ? {} : { api: apiUrl }),
  }).setToken(token);
  return async (route) => {
    try {
      const response: ResponseLike = await rest.queueRequest({ fullRoute: route, method: RequestMethod.Get });
      return { status: response.status, body: await response.json() };
    } catch (error) {
      return { status: error instanceof RateLimitError ? 429 : Number(json(error).status) || 0, body: undefined };
    }
  };
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
