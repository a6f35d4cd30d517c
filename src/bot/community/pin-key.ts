import { baseOf } from '../../core/language.ts';

/** One question has one pin: case, punctuation and width do not count. */
export function keyOfPin(question: string, language: string): string {
  const plain = question.normalize('NFKC').toLowerCase();
  const words = plain
    .replace(/['’‘ʼ]/gu, '')
    .replace(/[\p{P}\s]+/gu, ' ')
    .trim();
  return `${baseOf(language)}/${words === '' ? plain.trim() : words}`;
}
