import { crc32, deflateRawSync } from 'node:zlib';

/** Bit 11: names are UTF-8. */
const UTF8 = 0x0800;
const DEFLATED = 8;
/** Version 2.0 of the format, the first with folders and compression. */
const VERSION = 20;
/** 1 January 1980, the format's first day: the same files make the same bytes. */
const NO_TIME = 0;
const NO_DATE = 0x21;

/**
 * Files as a ZIP archive, as APPNOTE.TXT has it; fewer than 65,536, and less than 4 GB. @param files texts by path with
 * `/`
 */
export function zipOf(files: ReadonlyMap<string, string>): Buffer<ArrayBuffer> {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const [path, text] of files) {
    const name = Buffer.from(path);
    const plain = Buffer.from(text);
    const packed = deflateRawSync(plain);
    // What the header of a file and its line in the directory have in common.
    const about = numbers(
      2,
      [VERSION, UTF8, DEFLATED, NO_TIME, NO_DATE],
      4,
      [crc32(plain), packed.length, plain.length],
      2,
      [name.length, 0],
    );
    const head = Buffer.concat([Buffer.from('PK\x03\x04'), about, name]);
    directory.push(
      Buffer.concat([
        Buffer.from('PK\x01\x02'),
        numbers(2, [VERSION]),
        about,
        numbers(2, [0, 0, 0], 4, [0, offset]),
        name,
      ]),
    );
    parts.push(head, packed);
    offset += head.length + packed.length;
  }
  const list = Buffer.concat(directory);
  const end = Buffer.concat([
    Buffer.from('PK\x05\x06'),
    numbers(2, [0, 0, files.size, files.size], 4, [list.length, offset], 2, [0]),
  ]);
  return Buffer.concat([...parts, list, end]);
}

/** Numbers as the format has them, lowest byte first, after how many bytes each takes. */
function numbers(...pairs: readonly (number | readonly number[])[]): Buffer {
  let bytes = 2;
  return Buffer.concat(
    pairs.flatMap((one) => {
      if (typeof one !== 'number')
        return one.map((value) => {
          const buffer = Buffer.alloc(bytes);
          buffer.writeUIntLE(value, 0, bytes);
          return buffer;
        });
      bytes = one;
      return [];
    }),
  );
}
