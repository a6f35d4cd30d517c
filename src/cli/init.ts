import { cp, readdir, readFile, writeFile } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import { ROOT, VERSION } from '../package.ts';
import { makePack } from './new.ts';
import type { ValuesOf } from './usage.ts';

const TEMPLATE = `${ROOT}template`;

/**
 * `wenda init`: makes a folder for a bot of one's own: knowledge, settings, a check of each change, and the bot as its
 * one dependency. @returns 0, or 2 for what cannot be made. @throws ExportError
 */
export async function initCommand(
  folder: string,
  { package: spec = VERSION, ...named }: ValuesOf<'init'>,
): Promise<number> {
  const name = basename(resolve(folder));
  const title = named.title ?? name;
  const there = await readdir(folder).catch(() => []);
  const pack = join('knowledge', name);
  const { problems, files, note } =
    there.length > 0
      ? { problems: [`${folder}: the folder is not empty (name a new or an empty one)`], files: [], note: '' }
      : await makePack(join(folder, pack), { ...named, title }, `${ROOT}locales`, []);
  if (problems.length > 0) {
    process.stderr.write(`${problems.join('\n')}\n`);
    return 2;
  }
  // npm packs no file named .gitignore: a line at the beginning of a name stands for a dot.
  for (const from of await readdir(TEMPLATE))
    await cp(join(TEMPLATE, from), join(folder, from.replace(/^_/, '.')), { recursive: true });
  await cp(`${ROOT}.env.example`, join(folder, '.env.example'));
  await writeFile(join(folder, 'package.json'), packageJson(spec));
  const readme = await readFile(join(folder, 'README.md'), 'utf8');
  await writeFile(
    join(folder, 'README.md'),
    readme.replaceAll('TITLE', title).replaceAll('ENTRY', `${pack}/${files[0]}`),
  );
  process.stdout.write(
    `${folder}: a bot of your own\n  cd ${folder}\n  npm install\n  npm start\nREADME.md says more\n${note}`,
  );
  return 0;
}

function packageJson(spec: string): string {
  const content = {
    private: true,
    scripts: { start: 'wenda', check: 'wenda check --all' },
    dependencies: { wenda: spec },
    // It brings what its script would compile.
    allowScripts: { '@photostructure/sqlite': false },
  };
  return `${JSON.stringify(content, null, 2)}\n`;
}
