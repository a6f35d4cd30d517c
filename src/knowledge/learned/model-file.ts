import { rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { DefaultDeserializer, serialize } from 'node:v8';
import { crc32, deflateSync, inflateSync } from 'node:zlib';
import { makeFolder } from '../format/files.ts';

/** Bytes of the checksum in front of the data. */
const HEAD = 4;
/** zlib's level: what was learned serves 0.1 s sooner than with the default; the file is a tenth larger. */
const QUICK = 1;

/** Plain data as one file: compressed to a third, with a checksum. */
export function bytesOf(data: unknown): Buffer<ArrayBuffer> {
  const bytes = Buffer.concat([Buffer.alloc(HEAD), deflateSync(serialize(data), { level: QUICK })]);
  bytes.writeUInt32LE(crc32(bytes.subarray(HEAD)));
  return bytes;
}

/**
 * @param file a Buffer, or its bytes as they come from a thread.
 * @returns undefined if the bytes are not those that were written.
 */
export function dataIn(file: Uint8Array<ArrayBuffer>): unknown {
  const bytes = Buffer.from(file.buffer, file.byteOffset, file.length);
  if (bytes.length < HEAD || crc32(bytes.subarray(HEAD)) !== bytes.readUInt32LE()) return undefined;
  const data = new OwnArrays(inflateSync(bytes.subarray(HEAD)));
  data.readHeader();
  return data.readValue();
}

/** Copies arrays: as views of the file's bytes they would keep all of it in memory, three times their own size. */
class OwnArrays extends DefaultDeserializer {
  override _readHostObject(): unknown {
    return (super._readHostObject() as Uint8Array).slice();
  }
}

/**
 * Writes a file, and its folder if that is missing. It has another name first, so that a killed process leaves no half
 * file.
 */
export async function writeWhole(file: string, content: string | Uint8Array): Promise<void> {
  const part = `${file}.${process.pid}`;
  await makeFolder(path.dirname(file));
  try {
    await writeFile(part, content);
    await rename(part, file);
  } catch (error) {
    await rm(part, { force: true });
    throw error;
  }
}
