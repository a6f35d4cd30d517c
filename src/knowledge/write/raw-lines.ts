/** A file's lines with what ends each of them; joined they are the file, but that the last line is ended, too. */
export function rawLines(file: string): string[] {
  const ended = /[\r\n]$/.test(file) ? file : `${file}${lineEnd(file)}`;
  return ended.match(/[^\r\n]*(?:\r\n|\r|\n)/g) ?? [];
}

/** What ends a file's first line. */
export const lineEnd = (file: string): string => /\r\n|\r|\n/.exec(file)?.[0] ?? '\n';
