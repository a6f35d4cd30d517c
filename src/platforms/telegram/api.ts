import { Api, InputFile, type RawApi } from 'grammy';
import type { TelegramConfig } from './config.ts';
import { createPost } from './post.ts';

/** Longer than a long poll. */
const TIMEOUT_SECONDS = 60;

/**
 * Telegram said no, or was not reached. Says which method failed and why, and nothing else: grammY's own errors carry
 * the bot's token and members' words.
 */
export class ApiError extends Error {
  override readonly name = 'ApiError';
  readonly method: string;
  /** As Telegram gives it, much like an HTTP status; 0 where it was not reached. */
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

/** What a proxy may send. */
const NONE = 'an answer that is none';

const OFFICIAL = 'https://api.telegram.org';

/** The Bot API. Every method rejects with an ApiError. */
export function createApi({ token, apiRoot = OFFICIAL }: Pick<TelegramConfig, 'token' | 'apiRoot'>): RawApi {
  const api = new Api(token, { timeoutSeconds: TIMEOUT_SECONDS, apiRoot });
  const post = createPost(apiRoot, TIMEOUT_SECONDS * 1000);
  api.config.use(async (call, method, payload, signal) => {
    // Files are grammY's: they go in parts.
    const isFile = Object.values(payload).some((value) => value instanceof InputFile);
    const called = isFile
      ? call(method, payload, signal)
      : (post(`${apiRoot}/bot${token}/${method}`, payload, signal as AbortSignal | undefined) as ReturnType<
          typeof call
        >);
    const response = await called.catch(() => {
      throw new ApiError(method, 0, 'not reached');
    });
    if (typeof response !== 'object' || response === null) throw new ApiError(method, 0, NONE);
    if (!response.ok)
      throw new ApiError(
        method,
        response.error_code ?? 0,
        withoutToken(response.description ?? NONE, token),
        response.parameters,
      );
    return response;
  });
  return api.raw;
}

const withoutToken = (words: string, token: string): string => words.replaceAll(token, '[removed]');

type GrammySignal = NonNullable<Parameters<RawApi['getMe']>[0]>;

/** grammY's type of a signal is that of an older library; what it does with one is the same. */
export const asSignal = (signal: AbortSignal): GrammySignal => signal as unknown as GrammySignal;
