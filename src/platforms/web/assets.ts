import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { AssetFolders } from './config.ts';

export interface Assets {
  /**
   * Hash of all files, part of each URL. Scripts import each other by relative URLs, so a file at a URL never changes.
   */
  readonly version: string;
  /** By file name. */
  readonly files: ReadonlyMap<string, Uint8Array<ArrayBuffer>>;
}

/** Reads every file that pages load. @throws Error if the program was not built */
export async function readAssets({ styles, scripts, plots }: AssetFolders): Promise<Assets> {
  const own = async (folder: string, kind: RegExp) =>
    (await readdir(folder)).filter((name) => kind.test(name)).map((name) => [name, join(folder, name)] as const);
  const paths = [
    ...(await own(styles, /\.(?:css|svg)$/)),
    ...(await own(scripts, /\.js$/)),
    ['uplot.js', join(plots, 'uPlot.iife.min.js')] as const,
    ['uplot.css', join(plots, 'uPlot.min.css')] as const,
  ];
  const read = paths.map(async ([name, path]) => [name, Uint8Array.from(await readFile(path))] as const);
  const files = new Map(await Promise.all(read));
  const hash = createHash('sha256');
  for (const [name, bytes] of files) hash.update(`${name} ${bytes.length} `).update(bytes);
  return { version: hash.digest('hex').slice(0, 16), files };
}
