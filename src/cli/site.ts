import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { speakers } from '../bot/answers/messages.ts';
import { ownPublished, siteEntries } from '../bot/community/published.ts';
import type { Place } from '../bot/conversation/place.ts';
import { type Config, readConfig } from '../config.ts';
import { formatProblem, refuseErrors } from '../knowledge/format/problem.ts';
import { readLocales } from '../knowledge/languages/locales.ts';
import type { Folders } from '../knowledge/packs/find-packs.ts';
import { readKnowledge } from '../knowledge/packs/read-knowledge.ts';
import { ROOT } from '../package.ts';
import type { SiteSource } from '../site/edition.ts';
import { siteFiles } from '../site/site.ts';
import { siteIn, writeSite } from '../site/write-site.ts';
import { openApp } from './open-app.ts';
import { readPlace } from './operator.ts';
import type { ValuesOf } from './usage.ts';

/** `wenda knowledge site`. @returns 0, or 1 if there is no entry. @throws KnowledgeError, ExportError, PlaceError */
export async function siteCommand(
  named: readonly string[],
  into: string,
  { url, community }: ValuesOf<'knowledge site'>,
  root: string = ROOT,
): Promise<number> {
  const config = readConfig();
  const folders = named.length > 0 ? named : config.knowledgeDir;
  const knowledge = await (community === undefined
    ? ofPacks(folders, config, root)
    : ofCommunity(readPlace(community), { ...config, knowledgeDir: folders }));
  if (knowledge.entries.length === 0) {
    process.stderr.write('there are no entries, so no site was made (name a pack, or set KNOWLEDGE_DIR)\n');
    return 1;
  }
  const before = await siteIn(into);
  const files = siteFiles({
    ...knowledge,
    now: new Date().toISOString(),
    before,
    url: url ?? config.siteUrl,
    assets: await assetsIn(root),
  });
  await writeSite(into, files, before);
  const own = knowledge.own === undefined ? '' : `, ${knowledge.own} of them ${community}'s own,`;
  const words = `${files.size} files of ${knowledge.entries.length} entries${own} written to ${into}`;
  const missing = files.has('sitemap.xml') ? '' : ' (without feeds and sitemap: those need --url or SITE_URL)';
  process.stdout.write(`${words}${missing}\n`);
  return 0;
}

type Knowledge = Pick<SiteSource, 'packs' | 'entries' | 'languages' | 'speak'> & {
  /** Number of entries that the community taught or changed; undefined without a community. */
  readonly own?: number;
};

async function ofPacks(folders: Folders, { defaultLanguage }: Config, root: string): Promise<Knowledge> {
  const { messages, languages, problems } = await readLocales(join(root, 'locales'));
  refuseErrors(problems);
  const { packs, entries, problems: found } = await readKnowledge(folders);
  refuseErrors(found);
  for (const problem of found) process.stderr.write(`${formatProblem(problem)}\n`);
  return { packs, entries, languages, speak: speakers(messages, languages, defaultLanguage) };
}

/** The packs with a community's published entries. They are read from the bot's database, which may be in use. */
async function ofCommunity(place: Place, config: Config): Promise<Knowledge> {
  const { services, close } = await openApp({ ...config, learning: 'never' });
  const community = await services.communities.of(place);
  const { languages, speak } = services;
  const { packs } = services.knowledge.current();
  const [entries, own] = [siteEntries(community, services), ownPublished(community, services).length];
  await close();
  return { packs, entries, languages, speak, own };
}

/** Style sheets, and the scripts that the build made. */
async function assetsIn(root: string): Promise<Map<string, string>> {
  const scripts = (await readdir(join(root, SCRIPTS))).map((name) => join(SCRIPTS, name));
  const paths = [...STYLES, ...scripts].map((path) => join(root, path));
  const read = paths.map(async (path) => [path.replace(/^.*[\\/]/, ''), await readFile(path, 'utf8')] as const);
  return new Map(await Promise.all(read));
}

const SCRIPTS = 'dist/site';
const STYLES = ['src/platforms/web/assets/base.css', 'src/platforms/web/assets/icon.svg', 'src/site/assets/site.css'];
