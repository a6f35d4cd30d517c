import { REST, RequestMethod, type ResponseLike } from 'discord.js';
import { diagnoseClock } from '../../bot/diagnose.ts';
import { type Diagnosis, good, trouble } from '../../bot/ports/diagnosis.ts';
import type { DiscordConfig } from './config.ts';
import { NEEDED } from './invite.ts';
import { json, text } from './receive.ts';

const NAME = 'Discord';
/** Flags of an application that may read messages: as a big bot, or as a small one. */
const CONTENT = (1 << 18) | (1 << 19);
const ADMINISTRATOR = 1n << 3n;

/** What is often wrong: the token, the intent, the public key, permissions, the clock. @throws where Discord cannot be reached */
export async function checks(config: DiscordConfig): Promise<readonly Diagnosis[]> {
  const rest = new REST({ version: '10', retries: 1, timeout: 5000, ...(config.apiUrl === undefined ? {} : { api: config.apiUrl }) }).setToken(config.token);
  const get = async (route: `/${string}`): Promise<{ status: number; body: unknown }> => {
    const response: ResponseLike = await rest
      .queueRequest({ fullRoute: route, method: RequestMethod.Get })
      .catch((error: unknown) => ({ status: Number(json(error).status), json: async () => undefined }) as ResponseLike);
    return { status: response.status, body: await response.json() };
  };
  const { status, body } = await get('/applications/@me');
  if (status === 401) return [trouble('bad', { key: 'diagnosis-token', values: { name: NAME } }, { key: 'cure-discord-token' })];
  if (status !== 200) throw new Error('Discord did not answer as it should');
  const clock = await diagnoseClock(config.apiUrl ?? 'https://discord.com/api', NAME);
  return [good('diagnosis-token-good', { name: NAME }), content(json(body)), ...endpoint(config, json(body)), permissions((await get('/users/@me/guilds')).body), ...clock];
}

function content({ flags }: Record<string, unknown>): Diagnosis {
  if ((Number(flags) & CONTENT) !== 0) return good('diagnosis-content');
  return trouble('warning', { key: 'diagnosis-content-off' }, { key: 'cure-content' });
}

/** Interactions over HTTP need the right key here, and the address there. */
function endpoint({ publicKey }: DiscordConfig, application: Record<string, unknown>): Diagnosis[] {
  const address = text(application.interactions_endpoint_url);
  if (publicKey === undefined) return address === undefined ? [] : [trouble('bad', { key: 'diagnosis-endpoint' }, { key: 'cure-endpoint' })];
  const isSame = text(application.verify_key)?.toLowerCase() === publicKey.toLowerCase();
  return [isSame ? good('diagnosis-key-good') : trouble('bad', { key: 'diagnosis-key' }, { key: 'cure-key' })];
}

function permissions(guilds: unknown): Diagnosis {
  const all = Array.isArray(guilds) ? guilds.map((guild) => BigInt(text(json(guild).permissions) ?? '0')) : [];
  if (all.length === 0) return trouble('warning', { key: 'diagnosis-alone', values: { name: NAME } }, { key: 'cure-discord-alone' });
  const lacking = all.filter((bits) => (bits & ADMINISTRATOR) === 0n && (bits & NEEDED) !== NEEDED).length;
  if (lacking === 0) return good('diagnosis-permissions', { count: all.length });
  return trouble('bad', { key: 'diagnosis-permissions-lack', values: { count: lacking, all: all.length } }, { key: 'cure-permissions' });
}
