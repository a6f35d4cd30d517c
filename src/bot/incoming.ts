/** A message that reached the bot, whatever the platform. */
export interface Incoming {
  /** Who asks, unique across platforms. */
  readonly person: string;
  readonly text: string;
  /** Whether the bot is meant: a command, a mention, a reply to it, a private chat. */
  readonly addressed: boolean;
  /** The language that the platform reports for the person, if any: a BCP 47 tag. */
  readonly locale?: string | undefined;
}
