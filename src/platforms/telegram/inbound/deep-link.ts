/** Telegram takes as much behind `/start`. */
const MOST = 64;

/** Telegram's words behind `/start` in a group to which the bot was added by its button: nobody asked anything. */
export const ADDED = 'true';

/** Lets anyone who presses choose a group to which the bot is added. */
export const linkToGroups = (username: string): string => `https://t.me/${username}?startgroup=${ADDED}`;

/** Opens the private chat, with a payload. Default: as if nobody asked for anything. */
export const startLink = (username: string, payload = ''): string => `https://t.me/${username}?start=${payload}`;

/** An entry's id as the payload of a link; undefined if it is too long. */
export function deepLinkTo(entry: string): string | undefined {
  const payload = Buffer.from(entry).toString('base64url');
  return payload.length <= MOST ? payload : undefined;
}

/** Begins a payload that asks something: no entry's id begins so once it is encoded. */
const ASKS = 'q_';

/** The payload that asks something alone with the bot; if it is too long, it only begins to. */
export function deepLinkAsking(words: string): string {
  const payload = ASKS + Buffer.from(words).toString('base64url');
  return payload.length <= MOST ? payload : ASKS;
}

/** The question of a payload, if it has one. */
export function readAsking(payload: string): string | undefined {
  const words = payload.startsWith(ASKS) ? Buffer.from(payload.slice(ASKS.length), 'base64url').toString().trim() : '';
  return words === '' || words.startsWith('/') ? undefined : words;
}

/** Begins a payload that goes on with what was asked in a group. */
const ALONE = 'p_';

/** Leads into the private chat, to what somebody asked in a group, or to the group if that is too long. */
export function linkAlone(username: string, chat: number, text: string): string {
  const payload = (words: string): string => ALONE + Buffer.from(`${chat} ${words}`.trim()).toString('base64url');
  const whole = payload(text);
  return startLink(username, whole.length <= MOST ? whole : payload(''));
}

/** The group and the words of such a link. */
export function readAlone(payload: string): { readonly chat: number; readonly text: string } | undefined {
  if (!payload.startsWith(ALONE)) return undefined;
  const [, chat, text = ''] =
    /^(-\d+)(?: ([\s\S]+))?$/.exec(Buffer.from(payload.slice(ALONE.length), 'base64url').toString()) ?? [];
  return chat === undefined ? undefined : { chat: Number(chat), text };
}

/** Begins a payload that shows an answer which was asked for in a group. */
const ANSWER = 'r_';

export const linkToAnswer = (username: string, token: string): string => startLink(username, ANSWER + token);

/** The token of such a link. */
export const readAnswerToken = (payload: string): string | undefined =>
  payload.startsWith(ANSWER) ? payload.slice(ANSWER.length) : undefined;

/** The entry of a payload; undefined if it is none of ours. */
export function readDeepLink(payload: string): string | undefined {
  if (payload === '' || payload.length > MOST) return undefined;
  const entry = Buffer.from(payload, 'base64url').toString();
  return deepLinkTo(entry) === payload && /^[^\s\p{C}]+$/u.test(entry) ? entry : undefined;
}
