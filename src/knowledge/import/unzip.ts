import { promisify } from 'node:util';
import { crc32, type InputType, inflateRaw, type ZlibOptions } from 'node:zlib';
import { type Finding, fault, shortened } from '../format/problem.ts';
import { MOST_ENTRIES, MOST_FILE_BYTES } from './imported.ts';

/** Files of an archive, and the bytes of all of them together. */
const MOST_FILES = MOST_ENTRIES + 500;
const MOST_BYTES = 64 * 1024 * 1024;
/** Folders inside one another, with the file. */
const DEEPEST = 12;
/** UTF-8 bytes that disks take for one part of a path. */
const LONGEST_PART = 200;

const [STORED, DEFLATED] = [0, 8];
const ENCRYPTED = 1;
/** A file's kind, in the upper half of what Unix keeps of it. */
const [KIND, LINK] = [0xf000, 0xa000];
const [LIST_LINE, FILE_HEAD, END] = [0x02014b50, 0x04034b50, 0x06054b50];
/** Bytes before names, in a line of the list and before a file; and of the end, with the longest remark. */
const [LINE_BYTES, HEAD_BYTES, END_BYTES, MOST_END] = [46, 30, 22, 22 + 0xffff];

const inflate = promisify(
  (bytes: InputType, options: ZlibOptions, done: (error: Error | null, plain: Buffer) => void) =>
    inflateRaw(bytes, options, done),
);

/** One file as the list at the end of an archive has it. */
interface Line {
  readonly path: string;
  readonly method: number;
  readonly sum: number;
  readonly packed: number;
  readonly plain: number;
  readonly at: number;
}

/** Whether a file is an archive, whatever it is called. */
export const isZip = (bytes: Uint8Array): boolean =>
  Buffer.from(bytes.subarray(0, 4)).toString('latin1') === 'PK\x03\x04';

/**
 * Files of a ZIP archive by path, each a safe one with `/` inside the archive's own folder. The archive is somebody's:
 * it is refused as a whole where it holds more than an import takes, says something else than it holds, or names a
 * place outside. Hidden files are passed over, and a folder around all packs is left out. Never rejects.
 */
export async function unzip(
  archive: Uint8Array,
): Promise<{ readonly files: ReadonlyMap<string, Uint8Array> } | { readonly finding: Finding }> {
  const zip = Buffer.from(archive.buffer, archive.byteOffset, archive.byteLength);
  try {
    const lines = linesOf(zip);
    const total = lines.reduce((sum, { plain }) => sum + plain, 0);
    if (total > MOST_BYTES) throw new Refused(fault(1, 'large-archive', { most: MOST_BYTES }));
    const files = new Map<string, Uint8Array>();
    for (const line of lines) files.set(line.path, await contentOf(zip, line));
    return { files: withoutWrapping(files) };
  } catch (error) {
    // Whatever else is thrown reads beyond the end of it.
    return { finding: error instanceof Refused ? error.finding : fault(1, 'not-an-archive') };
  }
}

class Refused extends Error {
  readonly finding: Finding;

  constructor(finding: Finding) {
    super(finding.code);
    this.finding = finding;
  }
}

function linesOf(zip: Buffer): Line[] {
  const end = zip.lastIndexOf('PK\x05\x06', zip.length - END_BYTES, 'latin1');
  if (end < Math.max(0, zip.length - MOST_END) || zip.readUInt32LE(end) !== END)
    throw new Refused(fault(1, 'not-an-archive'));
  const count = zip.readUInt16LE(end + 10);
  if (count > MOST_FILES) throw new Refused(fault(1, 'many-archived-files', { count, most: MOST_FILES }));
  const lines: Line[] = [];
  for (let at = zip.readUInt32LE(end + 16), left = count; left > 0; left--) {
    if (zip.readUInt32LE(at) !== LIST_LINE) throw new Refused(fault(1, 'not-an-archive'));
    const length = zip.readUInt16LE(at + 28);
    const path = nameOf(zip.subarray(at + LINE_BYTES, at + LINE_BYTES + length));
    if (!path.endsWith('/') && !isHidden(path)) lines.push(lineAt(zip, at, path));
    at += LINE_BYTES + length + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32);
  }
  refuseTwins(lines);
  return lines;
}

function lineAt(zip: Buffer, at: number, path: string): Line {
  const line = {
    path,
    method: zip.readUInt16LE(at + 10),
    sum: zip.readUInt32LE(at + 16),
    packed: zip.readUInt32LE(at + 20),
    plain: zip.readUInt32LE(at + 24),
    at: zip.readUInt32LE(at + 42),
  };
  const isLink = ((zip.readUInt32LE(at + 38) >>> 16) & KIND) === LINK;
  const name = shortened(path);
  if (!isSafe(path) || isLink) throw new Refused(fault(1, 'unsafe-archived-name', { name }));
  if ((zip.readUInt16LE(at + 8) & ENCRYPTED) !== 0 || (line.method !== STORED && line.method !== DEFLATED))
    throw new Refused(fault(1, 'locked-archived-file', { name }));
  if (line.plain > MOST_FILE_BYTES)
    throw new Refused(fault(1, 'large-archived-file', { name, count: line.plain, most: MOST_FILE_BYTES }));
  return line;
}

/** Older programs write names in an alphabet that they do not name: any that differ do. */
function nameOf(bytes: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return bytes.toString('latin1');
  }
}

/** Of an operating system or an editor, and nobody's knowledge. */
const isHidden = (path: string): boolean => path.split('/').some((part) => part === '__MACOSX' || /^\.[^.]/.test(part));

/** Whether a path leads nowhere but into the folder that it is unpacked in, on any system. */
function isSafe(path: string): boolean {
  const parts = path.split('/');
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what must not be there.
  const isPart = (part: string): boolean =>
    part !== '' && !/^\.+$/.test(part) && !/[\x00-\x1f\\:]/.test(part) && Buffer.byteLength(part) <= LONGEST_PART;
  return parts.length <= DEEPEST && parts.every(isPart);
}

/** No name twice, not even where capitals count for nothing, and none that is a file and a folder. */
function refuseTwins(lines: readonly Line[]): void {
  const names = new Set<string>();
  const folders = new Set<string>();
  for (const { path } of lines) {
    const name = path.toLowerCase().normalize('NFC');
    if (names.has(name)) throw new Refused(fault(1, 'unsafe-archived-name', { name: shortened(path) }));
    names.add(name);
    for (let cut = name.indexOf('/'); cut >= 0; cut = name.indexOf('/', cut + 1)) folders.add(name.slice(0, cut));
  }
  const both = [...names].find((name) => folders.has(name));
  if (both !== undefined) throw new Refused(fault(1, 'unsafe-archived-name', { name: shortened(both) }));
}

/** Never more than was announced, whatever the packed bytes grow to. */
async function contentOf(zip: Buffer, { path, at, method, packed, plain, sum }: Line): Promise<Buffer> {
  const broken = new Refused(fault(1, 'broken-archived-file', { name: shortened(path) }));
  if (zip.readUInt32LE(at) !== FILE_HEAD) throw broken;
  const from = at + HEAD_BYTES + zip.readUInt16LE(at + 26) + zip.readUInt16LE(at + 28);
  const bytes = zip.subarray(from, from + packed);
  if (method === STORED && packed !== plain) throw broken;
  const content =
    method === STORED
      ? bytes
      : await inflate(bytes, { maxOutputLength: Math.max(1, plain) }).catch(() => {
          throw broken;
        });
  if (content.length !== plain || crc32(content) !== sum) throw broken;
  return content;
}

/** The folder that programs put around everything says nothing, unless it is the pack itself. */
function withoutWrapping(files: ReadonlyMap<string, Uint8Array>): ReadonlyMap<string, Uint8Array> {
  const [first = ''] = files.keys();
  const folder = first.slice(0, first.indexOf('/') + 1);
  const isWrapped =
    folder !== '' && [...files.keys()].every((path) => path.startsWith(folder)) && !files.has(`${folder}pack.json`);
  return isWrapped ? new Map([...files].map(([path, bytes]) => [path.slice(folder.length), bytes])) : files;
}
