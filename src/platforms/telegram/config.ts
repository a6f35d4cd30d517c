/** Settings of the platform, which main.ts fills in. */
export interface TelegramConfig {
  /** From @BotFather. */
  readonly token: string;
  /** Of a self-hosted Bot API server, without a slash at the end. Default: Telegram's own. */
  readonly apiRoot?: string;
  /** The address to which updates are delivered. Default: they are fetched by long polling. */
  readonly webhook?: WebhookConfig;
  /** Tells the operator something, such as the name under which the bot is connected. Default: nobody is told. */
  readonly announce?: (line: string) => void;
  /** The pace of messages. Default: Telegram's own limits. */
  readonly courtesy?: Courtesy;
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
