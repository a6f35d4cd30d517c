import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { siteEntries } from '../../src/bot/community/published.ts';
import { helperSource } from '../../src/bot/handover/helper-source.ts';
import { siteCommand } from '../../src/cli/site.ts';
import { openStore } from '../../src/store/index.ts';
import { lacksBuilt } from '../helpers/lacks.ts';
import { libraryOf } from '../helpers/library.ts';
import { entryText, PACK_JSON } from '../helpers/memory-files.ts';
import { moderator, servicesWithFiles } from '../helpers/moderators.ts';
import { PACK } from '../helpers/pack.ts';
import { shippedLocales } from '../helpers/services.ts';
import { temporaryFolder } from '../helpers/temporary-folder.ts';

const PLACE = { platform: 'discord', id: '1' };
const library = libraryOf(PACK, await shippedLocales());

/** A community that taught two entries and corrected one of the pack's. */
async function club(database = 'sqlite::memory:') {
  const store = await openStore(database);
  const siteUrl = 'https://club.example/';
  const services = await servicesWithFiles(library, { store, siteUrl });
  const mod = moderator(services, 'test:moderator', PLACE);
  const teach = (options: Record<string, string>) => mod.insist('/teach', { options });
  await teach({ question: 'When is the next meetup?', answer: 'On **Friday**.' });
  const source = `${helperSource(services.speak('en'), 'Zoe Quill')}, https://discord.com/channels/1/2/3`;
  await teach({ question: 'Where do we park?', answer: 'Behind the hall.', source });
  const corrected = { entry: 'questions/why-banned', answer: 'Ask the office.' };
  await mod.insist('/correct', { options: corrected });
  const entries = async () => siteEntries(await services.communities.of(PLACE), services);
  return { store, mod, entries };
}

describe("a community's own entries on the site", () => {
  it('are those that a moderator switches on, all or one by one, until they are retired; no helper is named', async () => {
    const { store, mod, entries } = await club();
    const ids = async () => (await entries()).map(({ id }) => id);
    const whyBanned = async () =>
      JSON.stringify((await entries()).find(({ id }) => id === 'questions/why-banned')?.texts.get('en')?.answer);
    const packs = [...library.entries.keys()].sort();
    expect(await ids()).toEqual(packs);
    expect(await whyBanned()).not.toContain('Ask the office.');

    expect(await mod.hear('/settings site on questions/where-do-we-park')).toBe(
      'Changed. “Where do we park?” on the website: public once the website is next built.',
    );
    expect(await ids()).toEqual([...packs, 'questions/where-do-we-park'].sort());
    expect(JSON.stringify(await entries(), (_, one: unknown) => (one instanceof Map ? [...one] : one))).not.toMatch(
      /Zoe|discord\.com/,
    );
    expect(await whyBanned()).not.toContain('Ask the office.');

    await mod.hear('/settings site on');
    await mod.hear('/settings site off When is the next meetup?');
    expect(await whyBanned()).toContain('Ask the office.');
    await mod.hear('/retire questions/where-do-we-park');
    expect(await ids()).toEqual(packs);
    expect(await mod.hear('/history questions/when-is-the-next-meetup')).toContain(
      'setting “When is the next meetup?”',
    );
    await mod.hear('/undo');
    await mod.hear('/undo');
    expect(await ids()).toEqual([...packs, 'questions/when-is-the-next-meetup', 'questions/where-do-we-park'].sort());
    expect(await mod.hear('/settings site on questions/nothing')).toBe('I have no entry called “questions/nothing”.');
    await store.close();
  });

  it.skipIf(lacksBuilt('dist/site/site.js'))('are read from the database that the bot has open', async () => {
    const folder = temporaryFolder({
      'club/pack.json': PACK_JSON.replace('{', '{"licence":"CC-BY-4.0",'),
      'club/en/questions/why.md': entryText({ title: 'Why was my account closed?' }),
    });
    const url = `sqlite:${folder}/w.db`;
    const { store, mod } = await club(url);
    await mod.hear('/settings site on questions/where-do-we-park');
    vi.stubEnv('DATABASE_URL', url);
    vi.stubEnv('WENDA_CACHE', join(folder, 'cache'));
    const written = vi.spyOn(process.stdout, 'write').mockReturnValue(true);
    const into = join(folder, 'site');
    const build = () => siteCommand([join(folder, 'club')], into, { community: 'discord:1' });
    expect(await build()).toBe(0);
    expect(written.mock.lastCall?.[0]).toContain("2 entries, 1 of them discord:1's own, written to");
    const read = (path: string) => readFileSync(join(into, path), 'utf8');
    const own = read('en/questions/where-do-we-park.html');
    expect(own).toContain('<p>Behind the hall.</p>');
    expect(own).not.toContain('CC-BY-4.0');
    expect(read('en/questions/why.html')).toContain('CC-BY-4.0');
    expect(read('en/search.json')).toContain('Where do we park?');
    expect(existsSync(join(into, 'en/questions/when-is-the-next-meetup.html'))).toBe(false);
    const forPrograms = ['llms.txt', 'llms-full.txt', 'en/questions/where-do-we-park.html.md'].map(read).join('');
    expect(forPrograms.match(/Where do we park\?/g)).toHaveLength(3);
    expect(forPrograms).toContain('\n\nBehind the hall.\n\n');
    expect(forPrograms).not.toMatch(/meetup|Friday|Zoe|discord\.com/);

    await mod.hear('/settings site off questions/where-do-we-park');
    expect(await build()).toBe(0);
    for (const path of ['en/questions/where-do-we-park.html', 'en/questions/where-do-we-park.html.md'])
      expect(existsSync(join(into, path))).toBe(false);
    expect(read('llms-full.txt')).not.toContain('Where do we park?');
    written.mockRestore();
    vi.unstubAllEnvs();
    await store.close();
  });
});
