import type { DiskEvent } from './power-trace.ts';

type Change = { readonly at: number; readonly bytes: Buffer } | { readonly size: number };

/** A buffer that can grow, as a log gets longer with each write. */
interface Content {
  bytes: Buffer;
  size: number;
}

interface File {
  /** Bytes that are certainly on the disk. */
  readonly safe: Content;
  /** Writes since the last sync. Any part of them may be on the disk. */
  loose: Change[];
}

/** Bytes of a sector. Whether it survives is decided for each one separately. */
const SECTOR = 512;

export interface Disk {
  readonly take: (event: DiskEvent) => void;
  /** The files by path as a power cut would leave them now: all that was synced, and by chance some of the rest. */
  readonly cut: (random: () => number) => Map<string, Buffer>;
}

/**
 * A disk that may lose everything that was not synced: bytes of a file since its last sync, and names in a folder since
 * the folder's last sync.
 */
export function powerDisk(folder: string): Disk {
  const names = new Map<string, File>();
  const safeNames = new Map<string, File>();
  let looseNames: { readonly path: string; readonly file: File | undefined }[] = [];
  const rename = (path: string, file: File | undefined) => {
    if (file) names.set(path, file);
    else names.delete(path);
    looseNames.push({ path, file });
  };
  const syncNames = (count: number, into: Map<string, File>) => {
    for (const { path, file } of looseNames.slice(0, count)) {
      if (file) into.set(path, file);
      else into.delete(path);
    }
  };
  const take: Disk['take'] = (event) => {
    if (event.did === 'print') return;
    const file = names.get(event.path);
    if (event.did === 'create' && !file) rename(event.path, { safe: { bytes: Buffer.alloc(0), size: 0 }, loose: [] });
    else if (event.did === 'unlink') rename(event.path, undefined);
    else if (event.did === 'sync' && event.path === folder) {
      syncNames(looseNames.length, safeNames);
      looseNames = [];
    } else if (file) changeFile(file, event);
  };
  const cut: Disk['cut'] = (random) => {
    const left = new Map(safeNames);
    // A journaling file system keeps the order of names. How many of them it has written is chance.
    syncNames(Math.floor(random() * (looseNames.length + 1)), left);
    return new Map([...left].map(([path, file]) => [path, contentAfterCut(file, random)]));
  };
  return { take, cut };
}

function changeFile(file: File, event: DiskEvent): void {
  if (event.did === 'write') file.loose.push({ at: event.offset, bytes: event.bytes });
  if (event.did === 'truncate') file.loose.push({ size: event.size });
  if (event.did !== 'sync') return;
  for (const change of file.loose) apply(file.safe, change, () => true);
  file.loose = [];
}

function contentAfterCut({ safe, loose }: File, random: () => number): Buffer {
  const content = { bytes: Buffer.from(safe.bytes), size: safe.size };
  for (const change of loose) apply(content, change, () => random() < 0.5);
  return content.bytes.subarray(0, content.size);
}

/** @param survives called for each sector */
function apply(content: Content, change: Change, survives: () => boolean): void {
  if ('size' in change) {
    if (survives()) resize(content, change.size);
    return;
  }
  resize(content, Math.max(content.size, change.at + change.bytes.length));
  for (let from = 0; from < change.bytes.length; ) {
    const to = Math.min(change.bytes.length, from + SECTOR - ((change.at + from) % SECTOR));
    if (survives()) change.bytes.copy(content.bytes, change.at + from, from, to);
    from = to;
  }
}

function resize(content: Content, size: number): void {
  if (size > content.bytes.length)
    content.bytes = Buffer.concat([content.bytes, Buffer.alloc(size * 2 - content.bytes.length)]);
  content.bytes.fill(0, Math.min(size, content.size), content.size);
  content.size = size;
}
