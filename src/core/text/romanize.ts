import anyAscii from 'any-ascii';

/** A word of any script in plain Latin letters, so that a name is recognised in every script: `чатгпт` is `chatgpt`. */
export function romanize(word: string): string {
  return anyAscii(word)
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '');
}
