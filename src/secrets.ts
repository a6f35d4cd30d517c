import { hash, randomInt } from 'node:crypto';

const HASH_LENGTH = 32;
/** Without letters that look alike. */
const LETTERS = '23456789abcdefghjkmnpqrstuvwxyz';
/** Eight letters are more than anyone can try in an hour. */
const CODE_LENGTH = 8;

/** Hashes that are remembered, in memory only: for one message, a person is asked for several times. */
const MOST_REMEMBERED = 500;

/** Hashes that only this installation can make: 32 hexadecimal digits. */
export function keyedHash(secret: string): (text: string) => string {
  const digest = hmac(secret);
  const remembered = new Map<string, string>();
  return (text) => {
    const known = remembered.get(text);
    if (known !== undefined) return known;
    const hash = digest(text).slice(0, HASH_LENGTH);
    if (remembered.size >= MOST_REMEMBERED) remembered.clear();
    remembered.set(text, hash);
    return hash;
  };
}

/** Bytes of a block of SHA-256, and of its outcome. */
const [BLOCK, DIGEST] = [64, 32];

/**
 * HMAC with SHA-256 as Node's, in a third of its time: each button of an answer is signed by one, and Node makes
 * several objects for each.
 */
function hmac(secret: string): (text: string) => string {
  const bytes = Buffer.from(secret, 'utf8');
  const key = Buffer.alloc(BLOCK);
  key.set(bytes.length > BLOCK ? hash('sha256', bytes, 'buffer') : bytes);
  const [inner, outer] = [0x36, 0x5c].map((pad) => Buffer.from(key.map((byte) => byte ^ pad)));
  const both = Buffer.concat([outer ?? key, Buffer.alloc(DIGEST)]);
  return (text) => {
    both.set(hash('sha256', Buffer.concat([inner ?? key, Buffer.from(text, 'utf8')]), 'buffer'), BLOCK);
    return hash('sha256', both, 'hex');
  };
}

/** A short code that nobody can guess. */
export const randomCode = (): string =>
  Array.from({ length: CODE_LENGTH }, () => LETTERS[randomInt(LETTERS.length)]).join('');
