/** A place where people meet the bot: a server, a group, a terminal, a private chat. */
export interface Place {
  readonly platform: string;
  /** Unique on the platform. */
  readonly id: string;
  /** A channel or topic. Default: the place itself. */
  readonly channel?: string;
  /** Whether one person is alone with the bot. Default: false. */
  readonly isPrivate?: boolean;
  /** As people know it. Default: unknown. */
  readonly title?: string;
}

/** Prefix of the ids of private chats. */
const ALONE = 'dm-';

/**
 * The place of a private chat. Its id is the person's keyed hash: it names nobody, and is found when the person is
 * erased.
 */
export const privatePlace = (platform: string, person: string): Place => ({
  platform,
  id: ALONE + person,
  isPrivate: true,
});

export const isPrivateKey = (key: string): boolean => placeOfKey(key).id.startsWith(ALONE);

/** Key for records of the whole installation; no place has it. */
export const INSTALLATION = 'installation:itself';

export const keyOfPlace = ({ platform, id }: Place): string => `${platform}:${id}`;

export function placeOfKey(key: string): Place {
  const at = key.indexOf(':');
  return { platform: key.slice(0, at), id: key.slice(at + 1) };
}
