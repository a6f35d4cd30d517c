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

/** The entry of a payload; nothing where it is none of ours. */
export function readDeepLink(payload: string): string | undefined {
  if (payload === '' || payload.length > MOST) return undefined;
  const entry = Buffer.from(payload, 'base64url').toString();
  return deepLinkTo(entry) === payload && /^[^\s\p{C}]+$/u.test(entry) ? entry : undefined;
}
