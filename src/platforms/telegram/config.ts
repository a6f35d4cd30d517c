/** What Telegram needs to know; main.ts fills it in. */
export interface TelegramConfig {
  /** From @BotFather. */
  readonly token: string;
  /** Of a self-hosted Bot API server, without a slash at the end. Default: Telegram's own. */
  readonly apiRoot?: string | undefined;
  /** Where updates are delivered. Default: they are fetched by long polling. */
  readonly webhook?: WebhookConfig | undefined;
  /** What is sent in a time at most. Default: what Telegram asks for. */
  readonly courtesy?: Courtesy | undefined;
}

export interface WebhookConfig {
  /** As Telegram reaches it; its path is the one that is served. */
  readonly url: string;
  /** 16 to 256 characters of A-Z, a-z, 0-9, _ and -. */
  readonly secret: string;
}

/** How many messages are sent in a time. */
export interface Courtesy {
  /** Milliseconds between two messages in one chat. */
  readonly chatMs: number;
  /** Messages in a group in a minute. */
  readonly groupPerMinute: number;
  /** Messages everywhere in a second. */
  readonly perSecond: number;
}

export const COURTESY: Courtesy = { chatMs: 1000, groupPerMinute: 20, perSecond: 30 };
