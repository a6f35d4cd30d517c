import { settingsWith } from '../../bot/settings/table.ts';

export const PLATFORM = 'telegram';
export const SETTINGS = settingsWith('members', 'anonymous', 'bots');

/** Settings of the platform, read from the environment by `chat.ts`. */
export interface TelegramConfig {
  /** Bot token from @BotFather. */
  readonly token: string;
  /** Base URL of a self-hosted Bot API server, without a slash at the end. Default: Telegram's own. */
  readonly apiRoot?: string;
  /** The webhook to which Telegram delivers updates. Default: long polling. */
  readonly webhook?: WebhookConfig;
  /** Shows a line to the operator, such as the bot's user name. Default: nothing is shown. */
  readonly announce?: (line: string) => void;
  /** Rate limits for sending. Default: Telegram's own limits. */
  readonly courtesy?: Courtesy;
}

export interface WebhookConfig {
  /** Public URL as Telegram reaches it; its path is the one that is served. */
  readonly url: string;
  /** 16 to 256 characters of A-Z, a-z, 0-9, _ and -. */
  readonly secret: string;
}

/** Rate limits for sending. */
export interface Courtesy {
  /** Least milliseconds between two messages in one chat. */
  readonly chatMs: number;
  /** Most messages to a group in a minute. */
  readonly groupPerMinute: number;
  /** Most messages in a second, to all chats together. */
  readonly perSecond: number;
}

export const COURTESY: Courtesy = { chatMs: 1000, groupPerMinute: 20, perSecond: 30 };
