import { createPublicKey, type KeyObject, verify } from 'node:crypto';
import { InteractionType } from 'discord.js';
import { createBot } from '../../../bot/bot.ts';
import type { Host } from '../../../bot/platform/platform.ts';
import type { DiscordConfig } from '../config.ts';
import { type Context, createContext } from '../context.ts';
import { isFirst } from '../outbound/answer.ts';
import { requestResponder } from '../outbound/responder.ts';
import { callbackOf } from '../outbound/send.ts';
import { safely } from '../trouble.ts';
import { createInteractions } from './interactions.ts';
import { json } from './json.ts';

export interface HttpAnswer {
  readonly status: number;
  /** JSON text; empty if there is none. */
  readonly body: string;
}

/**
 * Takes one request of Discord's; never rejects. @param rawBody exactly as it came, for it is signed. @param headers by
 * lower-case name
 */
export type DiscordHttp = (
  rawBody: string,
  headers: Readonly<Record<string, string | readonly string[] | undefined>>,
) => Promise<HttpAnswer>;

/**
 * Interactions over HTTP, the way for many processes: a plain function from a request to its answer. A request that is
 * not signed by Discord gets 401, as Discord itself tries out; so does one that is five minutes off, and one that was
 * taken before.
 * @throws Error for a `publicKey` that is none
 */
export function discordHttp(
  config: DiscordConfig,
  host: Host,
  context: Context = createContext(config, host, createBot(host.services)),
): DiscordHttp {
  const x = Buffer.from(config.publicKey ?? '', 'hex').toString('base64url');
  const key = createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x }, format: 'jwk' });
  const take = createInteractions(context);
  return async (rawBody, headers) => {
    const { 'x-signature-ed25519': signature, 'x-signature-timestamp': timestamp } = headers;
    if (!isSigned(key, rawBody, signature, timestamp) || isStale(timestamp, context.services.now())) return REFUSED;
    const raw = parsed(rawBody);
    if (json(raw).type === InteractionType.Ping) return ok(callbackOf({ kind: 'pong' }));
    if (!(await isNew(context, signature))) return REFUSED;
    return new Promise((resolve) => {
      const respond = (body: object): void => resolve(ok(body));
      // A body that was seen before, or is nothing that the bot knows, has no answer.
      void take(raw, (ticket) => requestResponder(context.out, context.calls, ticket, respond)).then(() =>
        resolve({ status: 400, body: '' }),
      );
    });
  };
}

const ok = (body: object): HttpAnswer => ({ status: 200, body: JSON.stringify(body) });

const REFUSED: HttpAnswer = { status: 401, body: '' };

/** Milliseconds by which a request may be older or newer than this machine's clock. */
const STALE_MS = 5 * 60_000;

/** @param timestamp seconds */
const isStale = (timestamp: unknown, now: string): boolean =>
  !(Math.abs(Date.parse(now) - Number(timestamp) * 1000) <= STALE_MS);

/** Whether no process has taken this request before. A ping changes nothing, and is not kept. */
const isNew = ({ services, log }: Context, signature: string): Promise<boolean> =>
  isFirst(services, `signed ${signature.toLowerCase()}`).catch((error: unknown) => {
    // If nothing can be kept, a replay can change nothing either, and this process still knows what it has seen.
    log.warn(safely(error), 'a request could not be remembered');
    return true;
  });

function isSigned(key: KeyObject, body: string, signature: unknown, timestamp: unknown): signature is string {
  if (typeof signature !== 'string' || typeof timestamp !== 'string' || !/^[0-9a-f]{128}$/i.test(signature))
    return false;
  return verify(null, Buffer.from(timestamp + body), key, Buffer.from(signature, 'hex'));
}

function parsed(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}
