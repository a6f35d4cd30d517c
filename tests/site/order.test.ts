import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it, vi } from 'vitest';
import { siteCommand } from '../../src/cli/site.ts';
import { planFolder, writeFolder } from '../../src/knowledge/import/into-folder.ts';
import { readImport } from '../../src/knowledge/import/read-import.ts';
import { lacksBuilt } from '../helpers/lacks.ts';
import { temporaryFolder } from '../helpers/temporary-folder.ts';

const FAQ = '## What is it?\n\nA club.\n\n## Can I come?\n\nYes.\n\n## How much is it?\n\nNothing.\n';

async function imported(folder: string, faq: string, pack = 'club'): Promise<void> {
  const read = await readImport([join(folder, faq)], { language: 'en' });
  await writeFolder(join(folder, pack), await planFolder(join(folder, pack), read));
}

/** Titles of the list at the start of an edition. */
async function listed(folder: string, language: string, ...packs: string[]): Promise<string[]> {
  const write = vi.spyOn(process.stdout, 'write').mockReturnValue(true);
  const paths = packs.map((pack) => join(folder, pack));
  expect(await siteCommand(paths, join(folder, 'site'), {}, '.')).toBe(0);
  write.mockRestore();
  const page = readFileSync(join(folder, `site/${language}/index.html`), 'utf8');
  return [...page.matchAll(/<li><a [^>]*>(.*?)<\/a><\/li>/g)].map(([, title = '']) => title);
}

it.skipIf(lacksBuilt('dist/site/site.js'))('a site lists entries in the order of the FAQ', async () => {
  const folder = temporaryFolder({ 'FAQ.md': FAQ, 'more.md': '## Are dogs welcome?\n\nYes.\n' });
  await imported(folder, 'FAQ.md');
  const titles = ['What is it?', 'Can I come?', 'How much is it?'].map((title) => `<bdi>${title}</bdi>`);
  expect(await listed(folder, 'en', 'club')).toEqual(titles);
  // Another import comes after it, and the same one changes nothing.
  await imported(folder, 'more.md');
  await imported(folder, 'FAQ.md');
  const { order } = JSON.parse(readFileSync(join(folder, 'club/pack.json'), 'utf8')) as { order: string[] };
  expect(order).toEqual(
    ['what-is-it', 'can-i-come', 'how-much-is-it', 'are-dogs-welcome'].map((id) => `questions/${id}`),
  );
  await imported(folder, 'more.md', 'a-pack');
  expect(await listed(folder, 'en', 'club', 'a-pack')).toEqual([
    ...titles,
    '<bdi>Are dogs welcome?</bdi>',
    '<bdi>Are dogs welcome?</bdi>',
  ]);
});
