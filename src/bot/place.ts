/** Where people meet the bot: a server, a group, a terminal, a private chat. */
export interface Place {
  readonly platform: string;
  /** Unique on the platform. */
  readonly id: string;
  /** A part of it with its own listening mode: a channel, a topic. */
  readonly channel?: string | undefined;
  /** As people know it. */
  readonly title?: string | undefined;
}

export const keyOfPlace = ({ platform, id }: Place): string => `${platform}:${id}`;
