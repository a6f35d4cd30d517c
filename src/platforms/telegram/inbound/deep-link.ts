/** Telegram takes as much behind `/start`. */
const MOST = 64;

/** What Telegram says behind `/start` in a group to which the bot was added by its button: nobody asked anything. */
export const ADDED = 'true';

/** Lets whoever presses choose a group to which the bot is added. */
export const linkToGroups = (username: string): string => `https://t.me/${username}?startgroup=${ADDED}`;

/** An entry's id as the payload of a link; nothing where it is too long. */
export function deepLinkTo(entry: string): string | undefined {
  const payload = Buffer.from(entry).toString('base64url');
  return payload.length <= MOST ? payload : undefined;
}

/** Begins a payload that asks something: no entry's id begins so once it is encoded. */
const ASKS = 'q_';

/** The payload that asks something alone with the bot; where it is too long, only begins to. */
export function deepLinkAsking(words: string): string {
  const payload = ASKS + Buffer.from(words).toString('base64url');
  return payload.length <= MOST ? payload : ASKS;
}

/** What a payload asks, if it does. */
export function readAsking(payload: string): string | undefined {
  const words = payload.startsWith(ASKS) ? Buffer.from(payload.slice(ASKS.length), 'base64url').toString().trim() : '';
  return words === '' || words.startsWith('/') ? undefined : words;
}

/** The entry of a payload; nothing where it is none of ours. */
export function readDeepLink(payload: string): string | undefined {
  if (payload === '' || payload.length > MOST) return undefined;
  const entry = Buffer.from(payload, 'base64url').toString();
  return deepLinkTo(entry) === payload && /^[^\s\p{C}]+$/u.test(entry) ? entry : undefined;
}
