import { Api } from 'grammy';
import { networkCode } from '../../bot/platform/outage.ts';
import type { TelegramConfig } from './config.ts';

/** Must be longer than a long poll. */
const TIMEOUT_SECONDS = 60;

/**
 * A call that Telegram refused, or that did not reach it. Holds the method and the reason only, as grammY's own errors
 * contain the bot's token and what members wrote.
 */
export class ApiError extends Error {
  override readonly name = 'ApiError';
  readonly method: string;
  /** Telegram's error code, much like an HTTP status; 0 if Telegram was not reached. */
  readonly code: number;
  readonly description: string;
  /** Seconds to wait before trying again. */
  readonly retryAfter: number | undefined;
  /** Id of the supergroup that the group has become. */
  readonly migratedTo: number | undefined;

  constructor(
    method: string,
    code: number,
    description: string,
    parameters: { readonly retry_after?: number | undefined; readonly migrate_to_chat_id?: number | undefined } = {},
  ) {
    super(`${method}: ${code === 0 ? '' : `${code} `}${description}`);
    this.method = method;
    this.code = code;
    this.description = description;
    this.retryAfter = parameters.retry_after;
    this.migratedTo = parameters.migrate_to_chat_id;
  }
}

/** grammY types signals by an older library; any AbortSignal works. */
type GrammySignal = Parameters<Api['getMe']>[0];

/**
 * The Bot API. Every method rejects with an ApiError.
 * @param end aborts all running calls. Default: calls end only by a timeout of one minute
 */
export function createApi({ token, apiRoot }: Pick<TelegramConfig, 'token' | 'apiRoot'>, end?: AbortSignal): Api {
  const api = new Api(token, { timeoutSeconds: TIMEOUT_SECONDS, apiRoot });
  api.config.use(async (call, method, payload, signal = end as GrammySignal) => {
    const response = await call(method, payload, signal).catch((error: unknown) => {
      throw new ApiError(method, 0, networkCode(error) ?? 'not reached');
    });
    // A proxy may respond with any JSON.
    if (typeof response !== 'object' || response === null || (!response.ok && !response.description))
      throw new ApiError(method, 0, 'no answer of the Bot API');
    if (response.ok) return response;
    const description = response.description.replaceAll(token, '[removed]');
    throw new ApiError(method, response.error_code, description, response.parameters);
  });
  return api;
}

/**
 * The reason of an outage, if a log line says that Telegram is not reached or refuses all calls for the moment; else
 * undefined.
 */
export function outageIn(fields: object): string | undefined {
  const error = 'err' in fields ? fields.err : undefined;
  if (!(error instanceof ApiError)) return undefined;
  const { code, description } = error;
  return code === 0 || code === 409 || code === 429 || code >= 500 ? description : undefined;
}
