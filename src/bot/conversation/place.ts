/** A place where people meet the bot: a server, a group, a terminal, a private chat. */
export interface Place {
  readonly platform: string;
  /** Unique on the platform. */
  readonly id: string;
  /** A part of it with its own listening mode: a channel, a topic. Default: the place as such. */
  readonly channel?: string;
  /** One person alone with the bot: a terminal, a private chat. Default: others read along. */
  readonly isPrivate?: boolean;
  /** Title as people know it. Default: unknown. */
  readonly title?: string;
}

/** Begins the id of a place in which one person is alone with the bot. */
const ALONE = 'dm-';

/**
 * The place of a private chat. Its id is the person's keyed hash, so that stored data names nobody, and is found when
 * the person is erased.
 */
export const privatePlace = (platform: string, person: string): Place => ({
  platform,
  id: ALONE + person,
  isPrivate: true,
});

/** Whether a key is that of a private chat. */
export const isPrivateKey = (key: string): boolean => placeOfKey(key).id.startsWith(ALONE);

/** Nobody's place: what concerns the installation as a whole is written down under it. */
export const INSTALLATION = 'installation:itself';

export const keyOfPlace = ({ platform, id }: Place): string => `${platform}:${id}`;

/** The place of a key. */
export function placeOfKey(key: string): Place {
  const at = key.indexOf(':');
  return { platform: key.slice(0, at), id: key.slice(at + 1) };
}
