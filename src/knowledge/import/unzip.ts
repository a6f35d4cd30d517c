import { Unzip, type UnzipFile, UnzipInflate } from 'fflate';
import { type Finding, fault, type ProblemCode, shortened } from '../format/problem.ts';
import { MOST_ENTRIES, MOST_FILE_BYTES } from './imported.ts';

export interface ArchiveLimits {
  readonly files: number;
  /** Bytes of one file when unpacked. */
  readonly fileBytes: number;
  /** Bytes of all files together when unpacked. */
  readonly bytes: number;
}

const OF_AN_IMPORT: ArchiveLimits = {
  files: MOST_ENTRIES + 500,
  fileBytes: MOST_FILE_BYTES,
  bytes: 64 * 1024 * 1024,
};
/** Most parts of a path, the file's name included; an archive with a longer path is refused. */
const DEEPEST = 12;
/** Most UTF-8 bytes of one part of a path, so that disks accept it. */
const LONGEST_PART = 200;
/** Bytes of the archive that are unpacked before the result is counted: it can be a thousand times as large. */
const STEP = 16 * 1024;
/** Bytes of the record at the end of an archive, without and with the longest comment. */
const [END_BYTES, MOST_END] = [22, 22 + 0xffff];

/** Recognises an archive by its first bytes, as its name may be anything. */
export const isZip = (bytes: Uint8Array): boolean =>
  Buffer.from(bytes.subarray(0, 4)).toString('latin1') === 'PK\x03\x04';

class Refused extends Error {
  readonly finding: Finding;

  constructor(code: ProblemCode, values: Finding['values'] = {}) {
    super(code);
    this.finding = fault(1, code, values);
  }
}

/**
 * Unpacks a ZIP archive: file contents by path, with `/`, none of which leads out of the archive. As it may come from
 * anyone, an archive is refused as a whole if it holds more than the limits or an unsafe path. Bytes are counted as
 * they are unpacked, whatever sizes the archive states. Hidden files are ignored, and a single folder around everything
 * is removed. Never throws.
 * @param limits default: those of an import.
 */
export function unzip(
  archive: Uint8Array,
  limits: ArchiveLimits = OF_AN_IMPORT,
): { readonly files: ReadonlyMap<string, Uint8Array> } | { readonly finding: Finding } {
  const bytes = Buffer.from(archive.buffer, archive.byteOffset, archive.byteLength);
  try {
    return { files: withoutWrapping(unpacked(bytes, limits)) };
  } catch (error) {
    return { finding: error instanceof Refused ? error.finding : fault(1, 'not-an-archive') };
  }
}

function unpacked(zip: Buffer, limits: ArchiveLimits): Map<string, Uint8Array> {
  const listed = listedIn(zip);
  const files = new Map<string, Uint8Array>();
  let [count, total] = [0, 0];
  const reader = new Unzip((file) => {
    if (++count > limits.files) throw new Refused('many-archived-files', { count: listed, most: limits.files });
    if (file.name.endsWith('/') || isHidden(file.name)) return;
    if (!isSafe(file.name)) throw new Refused('unsafe-archived-name', { name: shortened(file.name) });
    unpack(
      file,
      limits.fileBytes,
      (bytes) => files.set(file.name, bytes),
      (length) => {
        total += length;
        if (total > limits.bytes) throw new Refused('large-archive', { most: limits.bytes });
      },
    );
  });
  reader.register(UnzipInflate);
  for (let at = 0; at < zip.length; at += STEP) reader.push(zip.subarray(at, at + STEP), at + STEP >= zip.length);
  if (count !== listed) throw new Refused('not-an-archive');
  refuseTwins([...files.keys()]);
  return files;
}

/** The number of files that the end of an archive states; an archive that was cut off has no such end. */
function listedIn(zip: Buffer): number {
  const end = zip.lastIndexOf('PK\x05\x06', zip.length - END_BYTES, 'latin1');
  if (end < Math.max(0, zip.length - MOST_END)) throw new Refused('not-an-archive');
  return zip.readUInt16LE(end + 10);
}

function unpack(
  file: UnzipFile,
  most: number,
  keep: (bytes: Uint8Array) => void,
  count: (length: number) => void,
): void {
  const name = shortened(file.name);
  const parts: Uint8Array[] = [];
  let size = 0;
  file.ondata = (error, part, isLast) => {
    if (error instanceof Refused) throw error;
    if (error) throw new Refused('broken-archived-file', { name });
    size += part.length;
    if (size > most) throw new Refused('large-archived-file', { name, count: size, most });
    count(part.length);
    parts.push(part);
    if (isLast) keep(Buffer.concat(parts));
  };
  if (file.compression !== 0 && file.compression !== UnzipInflate.compression)
    throw new Refused('locked-archived-file', { name });
  file.start();
}

/** Files of an operating system or an editor, which hold no knowledge. */
const isHidden = (path: string): boolean => path.split('/').some((part) => part === '__MACOSX' || /^\.[^.]/.test(part));

/** Whether a path stays inside the folder that it is unpacked in, on every system. */
function isSafe(path: string): boolean {
  const parts = path.split('/');
  const isPart = (part: string): boolean =>
    part !== '' && !/^\.+$/.test(part) && !/[\p{Cc}\\:]/u.test(part) && Buffer.byteLength(part) <= LONGEST_PART;
  return parts.length <= DEEPEST && parts.every(isPart);
}

/** Refuses a name that occurs twice, also in other capitals, and one that is both a file and a folder. */
function refuseTwins(paths: readonly string[]): void {
  const seen = new Set<string>();
  const folders = new Set(
    paths.flatMap((path) =>
      lower(path)
        .split('/')
        .map((_, at, parts) => parts.slice(0, at).join('/')),
    ),
  );
  for (const path of paths) {
    const name = lower(path);
    if (seen.has(name) || folders.has(name)) throw new Refused('unsafe-archived-name', { name: shortened(path) });
    seen.add(name);
  }
}

const lower = (path: string): string => path.toLowerCase().normalize('NFC');

/** Removes the folder that programs put around everything, unless it is the pack itself. */
function withoutWrapping(files: ReadonlyMap<string, Uint8Array>): ReadonlyMap<string, Uint8Array> {
  const [first = ''] = files.keys();
  const folder = first.slice(0, first.indexOf('/') + 1);
  const isWrapped =
    folder !== '' && [...files.keys()].every((path) => path.startsWith(folder)) && !files.has(`${folder}pack.json`);
  return isWrapped ? new Map([...files].map(([path, bytes]) => [path.slice(folder.length), bytes])) : files;
}
