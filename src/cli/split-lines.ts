import type { Readable } from 'node:stream';

/** Bytes of one line; of a longer one only a little more is kept, enough to see that it is too long. */
export const MOST_LINE_BYTES = 1024 * 1024;

const NEWLINE = 10;

/** Lines of a stream as bytes, so that text that is not UTF-8 can be told line by line. */
export async function* splitLines(input: Readable): AsyncGenerator<Buffer> {
  let open: Buffer[] = [];
  let size = 0;
  const add = (piece: Buffer) => {
    if (size <= MOST_LINE_BYTES) open.push(piece);
    size += piece.length;
  };
  for await (const chunk of input as AsyncIterable<Buffer | string>) {
    const bytes = typeof chunk === 'string' ? Buffer.from(chunk) : chunk;
    let start = 0;
    for (let end = bytes.indexOf(NEWLINE); end >= 0; end = bytes.indexOf(NEWLINE, start)) {
      add(bytes.subarray(start, end));
      yield Buffer.concat(open);
      open = [];
      size = 0;
      start = end + 1;
    }
    add(bytes.subarray(start));
  }
  if (size > 0) yield Buffer.concat(open);
}
