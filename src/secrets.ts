import { createHmac, randomInt } from 'node:crypto';

const HASH_LENGTH = 32;
/** Digits and letters without those that look alike. */
const LETTERS = '23456789abcdefghjkmnpqrstuvwxyz';
/** More characters than anyone can guess within an hour. */
const CODE_LENGTH = 8;

/** A keyed hash with the installation's secret: 32 hexadecimal digits. */
export const keyedHash =
  (secret: string) =>
  (text: string): string =>
    createHmac('sha256', secret).update(text).digest('hex').slice(0, HASH_LENGTH);

/** A short random code. */
export const randomCode = (): string =>
  Array.from({ length: CODE_LENGTH }, () => LETTERS[randomInt(LETTERS.length)]).join('');
