/** Most characters that Telegram allows after `/start`. */
const MOST = 64;

/**
 * Payload of `/start` with which Telegram reports that the bot was added to a group by its button. It is no question.
 */
export const ADDED = 'true';

/** URL at which anyone can choose a group to add the bot to. */
export const linkToGroups = (username: string): string => `https://t.me/${username}?startgroup=${ADDED}`;

/** URL of the private chat, with a payload for `/start`. Default: no payload. */
export const startLink = (username: string, payload = ''): string => `https://t.me/${username}?start=${payload}`;

/** An entry's id as a payload; undefined if it is too long. */
export function deepLinkTo(entry: string): string | undefined {
  const payload = Buffer.from(entry).toString('base64url');
  return payload.length <= MOST ? payload : undefined;
}

/** Prefix of payloads with a question. No encoded entry id begins so. */
const ASKS = 'q_';

/** A payload with a question; without the question if it is too long. */
export function deepLinkAsking(words: string): string {
  const payload = ASKS + Buffer.from(words).toString('base64url');
  return payload.length <= MOST ? payload : ASKS;
}

export function readAsking(payload: string): string | undefined {
  const words = payload.startsWith(ASKS) ? Buffer.from(payload.slice(ASKS.length), 'base64url').toString().trim() : '';
  return words === '' || words.startsWith('/') ? undefined : words;
}

/** Prefix of payloads that continue in private what was asked in a group. */
const ALONE = 'p_';

/** URL that opens the private chat with something asked in a group, or with the group alone if the text is too long. */
export function linkAlone(username: string, chat: number, text: string): string {
  const payload = (words: string): string => ALONE + Buffer.from(`${chat} ${words}`.trim()).toString('base64url');
  const whole = payload(text);
  return startLink(username, whole.length <= MOST ? whole : payload(''));
}

/** The group and the text in such a payload. */
export function readAlone(payload: string): { readonly chat: number; readonly text: string } | undefined {
  if (!payload.startsWith(ALONE)) return undefined;
  const [, chat, text = ''] =
    /^(-\d+)(?: ([\s\S]+))?$/.exec(Buffer.from(payload.slice(ALONE.length), 'base64url').toString()) ?? [];
  return chat === undefined ? undefined : { chat: Number(chat), text };
}

/** Prefix of payloads that show an answer in private which somebody asked for in a group. */
const ANSWER = 'r_';

export const linkToAnswer = (username: string, token: string): string => startLink(username, ANSWER + token);

export const readAnswerToken = (payload: string): string | undefined =>
  payload.startsWith(ANSWER) ? payload.slice(ANSWER.length) : undefined;

/** The entry id in a payload; undefined if it is not one of ours. */
export function readDeepLink(payload: string): string | undefined {
  if (payload === '' || payload.length > MOST) return undefined;
  const entry = Buffer.from(payload, 'base64url').toString();
  return deepLinkTo(entry) === payload && /^[^\s\p{C}]+$/u.test(entry) ? entry : undefined;
}
