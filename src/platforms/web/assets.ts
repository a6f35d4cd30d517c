import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import type { AssetFolders } from './config.ts';

export interface Asset {
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** The same by gzip. */
  readonly packed: Uint8Array<ArrayBuffer>;
  readonly type: string;
}

export interface Assets {
  /**
   * A hash of all of them, part of every address: scripts find each other by relative addresses, and what has this
   * address never changes.
   */
  readonly version: string;
  /** By name. */
  readonly files: ReadonlyMap<string, Asset>;
}

const SCRIPT = 'text/javascript; charset=utf-8';
const STYLE = 'text/css; charset=utf-8';

/** Every file that pages load, and where it stands: nothing else is served. */
const FILES: readonly (readonly [name: string, folder: keyof AssetFolders, file: string, type: string])[] = [
  ['base.css', 'styles', 'base.css', STYLE],
  ['playground.css', 'styles', 'playground.css', STYLE],
  ['looks.css', 'styles', 'looks.css', STYLE],
  ['dashboard.css', 'styles', 'dashboard.css', STYLE],
  ['entries.css', 'styles', 'entries.css', STYLE],
  ['icon.svg', 'styles', 'icon.svg', 'image/svg+xml'],
  ['playground.js', 'scripts', 'playground.js', SCRIPT],
  ['dashboard.js', 'scripts', 'dashboard.js', SCRIPT],
  ['entry.js', 'scripts', 'entry.js', SCRIPT],
  ['outcome.js', 'scripts', 'outcome.js', SCRIPT],
  ['plot.js', 'scripts', 'plot.js', SCRIPT],
  ['live.js', 'scripts', 'live.js', SCRIPT],
  ['uplot.js', 'plots', 'uPlot.iife.min.js', SCRIPT],
  ['uplot.css', 'plots', 'uPlot.min.css', STYLE],
];

/** Reads all of them once. @throws Error where one is missing: the program was not built */
export async function readAssets(folders: AssetFolders): Promise<Assets> {
  const read = FILES.map(async ([name, folder, file, type]): Promise<[string, Asset]> => {
    const bytes = Uint8Array.from(await readFile(join(folders[folder], file)));
    return [name, { bytes, packed: Uint8Array.from(await promisify(gzip)(bytes)), type }];
  });
  const files = new Map(await Promise.all(read));
  const hash = createHash('sha256');
  for (const [name, { bytes }] of files) hash.update(`${name} ${bytes.length} `).update(bytes);
  return { version: hash.digest('hex').slice(0, 16), files };
}
