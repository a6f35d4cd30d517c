import { rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { DefaultSerializer, Deserializer } from 'node:v8';
import { crc32 } from 'node:zlib';
import { makeFolder } from '../format/files.ts';

/** What the arrays of learned data are; each has elements of `ALIGNED` bytes. */
const KINDS = [Int32Array, Float32Array] as const;
const ALIGNED = 4;
/** A sum of all that follows, and the length of everything but the arrays. */
const HEAD = 2 * ALIGNED;

type View = InstanceType<(typeof KINDS)[number]>;

/**
 * Plain data as one file: its arrays stand at its end, where they can be used as they are. `v8.serialize` puts them
 * anywhere, so that tens of megabytes would be copied when they are read.
 * @throws TypeError for an array of another kind.
 */
export function bytesOf(data: unknown): Buffer<ArrayBuffer> {
  const writer = new Writer();
  writer.writeHeader();
  writer.writeValue(data);
  const rest = writer.releaseBuffer();
  const head = Buffer.alloc(HEAD);
  head.writeUInt32LE(rest.length, ALIGNED);
  const bytes = Buffer.concat([head, rest, Buffer.alloc(padding(rest.length)), ...writer.views.map(bytesIn)]);
  bytes.writeUInt32LE(crc32(bytes.subarray(ALIGNED)));
  return bytes;
}

/**
 * @param file a Buffer, or its bytes as they come from a thread. @returns undefined where the bytes are not those that
 * were written.
 */
export function dataIn(file: Uint8Array<ArrayBuffer>): unknown {
  const bytes = Buffer.from(file.buffer, file.byteOffset, file.length);
  if (bytes.length < HEAD || crc32(bytes.subarray(ALIGNED)) !== bytes.readUInt32LE()) return undefined;
  const end = HEAD + bytes.readUInt32LE(ALIGNED);
  const reader = new Reader(bytes.subarray(HEAD, end), bytes.subarray(end + padding(end)));
  reader.readHeader();
  return reader.readValue();
}

class Writer extends DefaultSerializer {
  readonly views: View[] = [];
  #end = 0;

  /** Called by V8 for each array. */
  _writeHostObject(view: View): void {
    const kind = KINDS.findIndex((one) => view instanceof one);
    if (kind < 0)
      throw new TypeError(`an array that is none of ${KINDS.map(({ name }) => name).join(', ')} cannot be kept`);
    for (const number of [kind, this.#end, view.length]) this.writeUint32(number);
    this.views.push(view);
    this.#end += view.byteLength;
  }
}

class Reader extends Deserializer {
  readonly #arrays: Buffer;

  constructor(rest: Buffer, arrays: Buffer) {
    super(rest);
    this.#arrays = arrays;
  }

  /** Called by V8 for each array. */
  _readHostObject(): View {
    const [kind = Int32Array, start, length] = [KINDS[this.readUint32()], this.readUint32(), this.readUint32()];
    return new kind(this.#arrays.buffer as ArrayBuffer, this.#arrays.byteOffset + start, length);
  }
}

const padding = (length: number): number => -length & (ALIGNED - 1);
const bytesIn = ({ buffer, byteOffset, byteLength }: View): Uint8Array =>
  new Uint8Array(buffer, byteOffset, byteLength);

/**
 * Writes a file, and its folder where that is missing. Under another name first: a process that is killed meanwhile
 * leaves no half file.
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
