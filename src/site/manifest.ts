import { z } from 'zod';
import { checkJson } from '../knowledge/format/json-file.ts';
import type { Edition } from './edition.ts';

/** The file by which a folder is recognised as a site. It lists the site's content. */
export const MANIFEST = 'site.json';

const SHAPE = z.object({
  /** Paths of all files. */
  files: z.array(z.string()),
  /** By their paths. */
  entries: z.record(z.string(), z.object({ hash: z.string(), changed: z.string() })),
});

export type Manifest = z.infer<typeof SHAPE>;

/** @returns undefined if the text is no valid manifest */
export const readManifest = (text: string): Manifest | undefined => checkJson(text, SHAPE).data;

export function manifestText(editions: readonly Edition[], files: readonly string[]): string {
  const pages = editions.flatMap((edition) => edition.pages);
  const entries = Object.fromEntries(pages.map(({ path, hash, changed }) => [path, { hash, changed }]));
  const manifest: Manifest = { files: [...files], entries };
  return `${JSON.stringify(manifest, null, 1)}\n`;
}
