import { Api } from 'grammy';
import { networkCode } from '../../bot/platform/outage.ts';
import type { TelegramConfig } from './config.ts';

/** Longer than a long poll. */
const TIMEOUT_SECONDS = 60;

/**
 * Telegram refused a call, or was not reached. It names the method and the reason and nothing else: grammY's own errors
 * carry the bot's token and members' words.
 */
export class ApiError extends Error {
  override readonly name = 'ApiError';
  readonly method: string;
  /** As Telegram gives it, much like an HTTP status; 0 if it was not reached. */
  readonly code: number;
  readonly description: string;
  /** Seconds to wait. */
  readonly retryAfter: number | undefined;
  /** The group has become this supergroup. */
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

/** grammY types signals as an older library does; what it does with one is the same. */
type GrammySignal = Parameters<Api['getMe']>[0];

/**
 * The Bot API. Every method rejects with an ApiError.
 * @param end gives up every call that is under way. Default: only a timeout of a minute does
 */
export function createApi({ token, apiRoot }: Pick<TelegramConfig, 'token' | 'apiRoot'>, end?: AbortSignal): Api {
  const api = new Api(token, { timeoutSeconds: TIMEOUT_SECONDS, ...(apiRoot === undefined ? {} : { apiRoot }) });
  api.config.use(async (call, method, payload, signal = end as GrammySignal) => {
    const response = await call(method, payload, signal).catch((error: unknown) => {
      throw new ApiError(method, 0, networkCode(error) ?? 'not reached');
    });
    // A proxy may send any JSON.
    if (typeof response !== 'object' || response === null || (!response.ok && !response.description))
      throw new ApiError(method, 0, 'no answer of the Bot API');
    if (response.ok) return response;
    const description = response.description.replaceAll(token, '[removed]');
    throw new ApiError(method, response.error_code, description, response.parameters);
  });
  return api;
}

/** Why a line of the log says that Telegram is not reached, or refuses everybody just now. */
export function outageIn(fields: object): string | undefined {
  const error = 'err' in fields ? fields.err : undefined;
  if (!(error instanceof ApiError)) return undefined;
  const { code, description } = error;
  return code === 0 || code === 409 || code === 429 || code >= 500 ? description : undefined;
}
