import anyAscii from 'any-ascii';

/**
 * A word of any script in plain Latin letters, so that a name is known again wherever it is written: `чатгпт` is
 * `chatgpt`.
 */
export function romanize(word: string): string {
  return anyAscii(word)
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '');
}
