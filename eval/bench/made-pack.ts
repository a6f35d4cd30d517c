import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { DataEntry } from '../datasets.ts';

/** Writes English entries into a folder of packs, as the pack `made`. */
export function writeMadePack(folder: string, entries: readonly DataEntry[]): void {
  mkdirSync(join(folder, 'made/en/questions'), { recursive: true });
  const pack = { title: { en: 'Made up' }, defaultLanguage: 'en', licence: 'CC0-1.0' };
  writeFileSync(join(folder, 'made/pack.json'), JSON.stringify({ ...pack, sources: { bench: { title: 'Bench' } } }));
  for (const entry of entries) writeMadeEntry(folder, entry);
}

/** Writes one of these entries, again if it exists. */
export function writeMadeEntry(folder: string, { id, title, phrasings, answer }: DataEntry): void {
  writeFileSync(
    join(folder, `made/en/${id}.md`),
    `---\nsources: [bench]\nas_of: 2026-01\n---\n# ${title}\n\n` +
      `${phrasings.map((text) => `> - ${text}\n`).join('')}\n${answer}\n`,
  );
}
