import { createHmac, createSecretKey, randomInt } from 'node:crypto';

const HASH_LENGTH = 32;
/** Without letters that look alike. */
const LETTERS = '23456789abcdefghjkmnpqrstuvwxyz';
/** Eight letters are more than anyone can try in an hour. */
const CODE_LENGTH = 8;

/** Hashes that are remembered, in memory only: for one message, a person is asked for several times. */
const MOST_REMEMBERED = 500;

/** Hashes that only this installation can make: 32 hexadecimal digits. */
export function keyedHash(secret: string): (text: string) => string {
  const key = createSecretKey(secret, 'utf8');
  const remembered = new Map<string, string>();
  return (text) => {
    const known = remembered.get(text);
    if (known !== undefined) return known;
    const hash = createHmac('sha256', key).update(text).digest('hex').slice(0, HASH_LENGTH);
    if (remembered.size >= MOST_REMEMBERED) remembered.clear();
    remembered.set(text, hash);
    return hash;
  };
}

/** A short code that nobody can guess. */
export const randomCode = (): string => Array.from({ length: CODE_LENGTH }, () => LETTERS[randomInt(LETTERS.length)]).join('');
