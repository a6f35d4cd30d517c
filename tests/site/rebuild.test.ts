import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { speakers } from '../../src/bot/answers/messages.ts';
import { readKnowledge } from '../../src/knowledge/packs/read-knowledge.ts';
import { siteFiles } from '../../src/site/site.ts';
import { siteIn, writeSite } from '../../src/site/write-site.ts';
import { entryText, PACK_JSON } from '../helpers/memory-files.ts';
import { shippedLocales } from '../helpers/services.ts';
import { temporaryFolder } from '../helpers/temporary-folder.ts';

const { languages, messages } = await shippedLocales();

/** Builds the site of a folder's pack into its `site`. */
async function build(folder: string, now: string, url?: string): Promise<(path: string) => string> {
  const into = join(folder, 'site');
  const { packs, entries } = await readKnowledge(join(folder, 'club'));
  const before = await siteIn(into);
  const speak = speakers(messages, languages, 'en');
  await writeSite(into, siteFiles({ packs, entries, languages, speak, now, before, url, assets: new Map() }), before);
  return (path) => readFileSync(join(into, path), 'utf8');
}

const club = (files: Readonly<Record<string, string>>) =>
  temporaryFolder({
    'club/pack.json': PACK_JSON,
    ...Object.fromEntries(Object.entries(files).map(([path, text]) => [`club/${path}`, text])),
  });

it('a site is built again in its place: changes are in the feed, what is gone is removed, other files stay', async () => {
  const folder = club({
    'en/questions/a.md': entryText({ title: 'May I bring my dog?' }),
    'en/questions/b.md': entryText({ title: 'When do you open?' }),
    'de/questions/c.md': entryText({ title: 'Wo ist das?' }),
  });
  const url = 'https://example.org';
  const read = await build(folder, '2026-11-01T00:00:00.000Z', url);
  expect(read('en/index.html')).toContain('lang="de" hreflang="de"');
  writeFileSync(join(folder, 'site', 'CNAME'), 'example.org');
  const first = ['en/feed.xml', 'sitemap.xml', 'site.json'].map(read);
  await build(folder, '2026-11-02T00:00:00.000Z', url);
  expect(['en/feed.xml', 'sitemap.xml', 'site.json'].map(read)).toEqual(first);

  writeFileSync(join(folder, 'club/en/questions/b.md'), entryText({ title: 'When do you open?', answer: 'At nine.' }));
  writeFileSync(
    join(folder, 'club/de/questions/c.md'),
    entryText({ frontMatter: 'sources: [rules]\nstatus: outdated', title: 'Wo?' }),
  );
  writeFileSync(join(folder, 'club/en/questions/a.md'), entryText({ title: 'May I bring my \\<b>cat\\</b>?' }));
  await build(folder, '2026-11-03T00:00:00.000Z', url);
  expect(read('en/feed.xml')).toMatch(/<updated>2026-11-03T.*<title>.*<updated>2026-11-03/s);
  expect(read('de/questions/c.html')).toContain('class="warning"');
  expect(read('en/questions/a.html')).not.toContain('<b>');
  expect(read('sitemap.xml')).toContain('<loc>https://example.org/en/questions/b.html</loc><lastmod>2026-11-03');

  writeFileSync(join(folder, 'club/en/questions/b.md'), '---\nsources: [rules]\n---\n# Renamed?\n\nYes.\n');
  rmSync(join(folder, 'club/de'), { recursive: true });
  await build(folder, '2026-11-04T00:00:00.000Z');
  expect(existsSync(join(folder, 'site/de/questions/c.html'))).toBe(false);
  expect(existsSync(join(folder, 'site/sitemap.xml'))).toBe(false);
  expect(read('CNAME')).toBe('example.org');
});

it('a folder with something else in it is not written to', async () => {
  const folder = club({ 'en/questions/a.md': entryText() });
  const other = temporaryFolder({ 'site/photo.txt': 'mine', 'club/pack.json': PACK_JSON });
  writeFileSync(join(folder, 'site'), 'a file');
  await expect(build(folder, '2026-11-01T00:00:00.000Z')).rejects.toThrow(/neither an empty folder nor that of a site/);
  await expect(build(other, '2026-11-01T00:00:00.000Z')).rejects.toThrow(/nothing was written/);
});

it('long lists are parted, so that a page of a large pack stays below 100 kB', async () => {
  const title = (at: number) => `${'چرا این پرسش که کسی اینجا نوشته است این‌قدر بلند است '.repeat(3)}${at}؟`;
  const folder = club(
    Object.fromEntries(
      Array.from({ length: 320 }, (_, at) => [
        `fa/questions/entry-${at}.md`,
        entryText({ title: title(at), frontMatter: `sources: [rules]\ntags: [all, "topic ${at % 130}"]` }),
      ]),
    ),
  );
  const read = await build(folder, '2026-11-01T00:00:00.000Z');
  for (const path of ['fa/index.html', 'fa/index-2.html', 'fa/index-3.html', 'fa/topics/all-3.html'])
    expect(Buffer.byteLength(read(path))).toBeLessThan(75_000);
  expect(read('fa/index-3.html').match(/<li>/g)?.length).toBe(20);
  expect(read('fa/index-2.html')).toMatch(
    /rel="prev" href="\.\.\/fa\/index\.html".*rel="next" href="\.\.\/fa\/index-3\.html"/s,
  );
});
