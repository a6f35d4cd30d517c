/** Signs that people put before a number. */
const SIGN = /^\s*[#＃№]\s*/u;
const DIGIT = /\p{Nd}/gu;

/**
 * The number of a change as people type it: `27`, `#27`, in the digits of any script. @returns `27`; what is no number
 * as it was typed
 */
export const changeNumber = (words: string): string => words.replace(SIGN, '').replace(DIGIT, latinDigit).trim();

/** Digits of a script stand in a row of ten, from zero on; such rows may follow each other. */
function latinDigit(digit: string): string {
  const code = digit.codePointAt(0) ?? 0;
  let first = code;
  while (/^\p{Nd}$/u.test(String.fromCodePoint(first - 1))) first -= 1;
  return String((code - first) % 10);
}
