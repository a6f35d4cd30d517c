import { type APIApplication, DiscordAPIError, HTTPError, REST, Routes } from 'discord.js';
import { networkCode } from '../../../bot/platform/outage.ts';
import type { TokenCheck } from '../../../bot/ports/setup.ts';
import { inviteLink } from '../index.ts';
import { mayReadMessages } from './doctor.ts';

const TIMEOUT_MS = 5000;

/** Asks Discord whether a token is valid. Each call makes a new REST client, as the library drops a refused token. */
export async function probe(token: string, apiUrl: string | undefined): Promise<TokenCheck> {
  const rest = new REST({ retries: 0, timeout: TIMEOUT_MS, ...(apiUrl === undefined ? {} : { api: apiUrl }) });
  try {
    const application = (await rest.setToken(token).get(Routes.currentApplication())) as APIApplication;
    const bot = application.bot?.username ?? application.name;
    return { kind: 'good', bot, readsAll: mayReadMessages(application), invite: inviteLink(application.id) };
  } catch (error) {
    if (error instanceof DiscordAPIError && [401, 403].includes(error.status)) return { kind: 'refused' };
    const status = error instanceof DiscordAPIError || error instanceof HTTPError ? String(error.status) : undefined;
    return { kind: 'unreached', why: networkCode(error) ?? status ?? 'ETIMEDOUT' };
  } finally {
    rest.clearHandlerSweeper();
    rest.clearHashSweeper();
  }
}
