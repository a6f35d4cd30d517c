import { readdirSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { learn } from '../../../src/knowledge/live/learn.ts';
import { entryOf, textOf } from '../../helpers/entries.ts';
import { temporaryFolder } from '../../helpers/temporary-folder.ts';
import { knowledgeFolder, LOCALES, opened } from './folder.ts';

const CACHE = 'node_modules/.cache/wenda';
const MOST = 32;

describe('what was learned longest ago', () => {
  it('is forgotten when something new is learned, so that edits do not fill the disk', async () => {
    const root = temporaryFolder({});
    const folder = join(root, CACHE);
    for (let at = 0; at < MOST + 2; at++) {
      const before = at === 0 ? [] : readdirSync(folder);
      await learn({ root, locales: LOCALES, entries: [entryOf('questions/x', textOf('en', `Version ${at}?`))] });
      const [added = ''] = readdirSync(folder).filter((name) => !before.includes(name));
      expect(added).not.toBe('');
      utimesSync(join(folder, added), 1000 + at, 1000 + at);
    }
    const kept = readdirSync(folder).length;
    expect(kept).toBe(MOST);
  });

  it('is forgotten after a start that had to learn, too', async () => {
    const old = Object.fromEntries(Array.from({ length: MOST }, (_, at) => [`${CACHE}/old${at}`, '']));
    const root = temporaryFolder(old);
    await opened(knowledgeFolder().dir, { root });
    const kept = readdirSync(join(root, CACHE));
    expect(kept).toHaveLength(MOST);
    expect(kept.filter((name) => !name.startsWith('old'))).toHaveLength(1);
  });

  it('is nothing where nothing is kept, or cannot be', async () => {
    const root = temporaryFolder({ node_modules: '' });
    const learned = await learn({ root, locales: LOCALES, entries: [entryOf('questions/x', textOf('en', 'Why?'))] });
    expect([...learned.keys()]).toEqual(['en']);
  });
});
