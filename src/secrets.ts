import { createHmac, randomInt } from 'node:crypto';

const HASH_LENGTH = 32;
/** Without letters that look alike. */
const LETTERS = '23456789abcdefghjkmnpqrstuvwxyz';
/** Eight letters are more than anyone can try in an hour. */
const CODE_LENGTH = 8;

/** Hashes that only this installation can make: 32 hexadecimal digits. */
export const keyedHash =
  (secret: string) =>
  (text: string): string =>
    createHmac('sha256', secret).update(text).digest('hex').slice(0, HASH_LENGTH);

/** A short code that nobody can guess. */
export const randomCode = (): string =>
  Array.from({ length: CODE_LENGTH }, () => LETTERS[randomInt(LETTERS.length)]).join('');
