import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { speakers } from '../bot/answers/messages.ts';
import { readConfig } from '../config.ts';
import { formatProblem, refuseErrors } from '../knowledge/format/problem.ts';
import { readLocales } from '../knowledge/languages/locales.ts';
import { readKnowledge } from '../knowledge/packs/read-knowledge.ts';
import { ROOT } from '../package.ts';
import { siteFiles } from '../site/site.ts';
import { siteIn, writeSite } from '../site/write-site.ts';

export interface SiteArguments {
  /** The folder that is written. */
  readonly into: string;
  /** The address at which the site will be served. Default: SITE_URL. */
  readonly url?: string | undefined;
}

/** `wenda knowledge site`. @returns 0, or 1 if there is no entry. @throws KnowledgeError, ExportError */
export async function siteCommand(
  named: readonly string[],
  { into, url }: SiteArguments,
  root: string = ROOT,
): Promise<number> {
  const config = readConfig();
  const { messages, languages, problems } = await readLocales(join(root, 'locales'));
  refuseErrors(problems);
  const knowledge = await readKnowledge(named.length > 0 ? named : config.knowledgeDir);
  refuseErrors(knowledge.problems);
  for (const problem of knowledge.problems) process.stderr.write(`${formatProblem(problem)}\n`);
  if (knowledge.entries.length === 0) {
    process.stderr.write('there are no entries, so no site was made (name a pack, or set KNOWLEDGE_DIR)\n');
    return 1;
  }
  const before = await siteIn(into);
  const files = siteFiles({
    ...knowledge,
    languages,
    speak: speakers(messages, languages, config.defaultLanguage),
    now: new Date().toISOString(),
    before,
    url: url ?? config.siteUrl,
    assets: await assetsIn(root),
  });
  await writeSite(into, files, before);
  const words = `${files.size} files of ${knowledge.entries.length} entries written to ${into}`;
  const missing = files.has('sitemap.xml') ? '' : ' (without feeds and sitemap: those need --url or SITE_URL)';
  process.stdout.write(`${words}${missing}\n`);
  return 0;
}

/** Styles of the pages and of the site, and the scripts that the build made. */
async function assetsIn(root: string): Promise<Map<string, string>> {
  const scripts = (await readdir(join(root, SCRIPTS))).map((name) => join(SCRIPTS, name));
  const paths = [...STYLES, ...scripts].map((path) => join(root, path));
  const read = paths.map(async (path) => [path.replace(/^.*[\\/]/, ''), await readFile(path, 'utf8')] as const);
  return new Map(await Promise.all(read));
}

const SCRIPTS = 'dist/site';
const STYLES = ['src/platforms/web/assets/base.css', 'src/platforms/web/assets/icon.svg', 'src/site/assets/site.css'];
