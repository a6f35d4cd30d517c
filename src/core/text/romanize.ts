import anyAscii from 'any-ascii';

/** A word of any script in plain Latin letters, so that names are recognised in all of them: `чатгпт` is `chatgpt`. */
export function romanize(word: string): string {
  return anyAscii(word)
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '');
}
