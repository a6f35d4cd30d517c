import { createPublicKey, type KeyObject, verify } from 'node:crypto';
import { InteractionType } from 'discord.js';
import { createBot } from '../../../bot/bot.ts';
import type { Host } from '../../../bot/platform/platform.ts';
import type { DiscordConfig } from '../config.ts';
import { type Context, createContext } from '../context.ts';
import { requestResponder } from '../outbound/responder.ts';
import { callbackOf } from '../outbound/send.ts';
import { createInteractions } from './interactions.ts';
import { json } from './receive.ts';

export interface HttpAnswer {
  readonly status: number;
  /** JSON text; empty where there is none. */
  readonly body: string;
}

/** Takes one request of Discord's; never rejects. @param rawBody exactly as it came, for it is signed. @param headers by lower-case name */
export type DiscordHttp = (rawBody: string, headers: Readonly<Record<string, string | readonly string[] | undefined>>) => Promise<HttpAnswer>;

/** What stands before the 32 bytes of an Ed25519 key in its usual file form. */
const KEY_HEAD = Buffer.from('302a300506032b6570032100', 'hex');

/**
 * Interactions over HTTP, the way for many processes: a plain function from a request to its answer. A request that is not signed
 * by Discord gets 401, as Discord itself tries out.
 * @throws Error for a `publicKey` that is none
 */
export function discordHttp(config: DiscordConfig, host: Host, context: Context = createContext(config, host, createBot(host.services))): DiscordHttp {
  const key = createPublicKey({ key: Buffer.concat([KEY_HEAD, Buffer.from(config.publicKey ?? '', 'hex')]), format: 'der', type: 'spki' });
  const take = createInteractions(context);
  return (rawBody, headers) => {
    if (!isSigned(key, rawBody, headers['x-signature-ed25519'], headers['x-signature-timestamp'])) return Promise.resolve({ status: 401, body: '' });
    const raw = parsed(rawBody);
    if (json(raw).type === InteractionType.Ping) return Promise.resolve(ok(callbackOf({ kind: 'pong' })));
    return new Promise((resolve) => {
      const respond = (body: object): void => resolve(ok(body));
      // What was seen before, or is nothing that the bot knows, has no answer.
      void take(raw, (ticket) => requestResponder(context.out, context.calls, ticket, respond)).then(() => resolve({ status: 400, body: '' }));
    });
  };
}

const ok = (body: object): HttpAnswer => ({ status: 200, body: JSON.stringify(body) });

function isSigned(key: KeyObject, body: string, signature: unknown, timestamp: unknown): boolean {
  if (typeof signature !== 'string' || typeof timestamp !== 'string' || !/^[0-9a-f]{128}$/i.test(signature)) return false;
  return verify(null, Buffer.from(timestamp + body), key, Buffer.from(signature, 'hex'));
}

function parsed(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}
