import { spawnSync } from 'node:child_process';
import { statSync } from 'node:fs';
import { copyFile, cp, readdir, readFile, writeFile } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import { ROOT, VERSION } from '../package.ts';
import { makePack } from './new.ts';
import { typedAs } from './typed-as.ts';
import type { ValuesOf } from './usage.ts';

const TEMPLATE = `${ROOT}template`;

/**
 * `wenda init`: creates a folder for a bot, with knowledge, settings, a check for CI, and the bot as a dependency of
 * npm.
 * @returns 0, or 2 if it cannot be created
 * @throws ExportError
 */
export async function initCommand(folder: string, { package: spec, ...named }: ValuesOf<'init'>): Promise<number> {
  const name = basename(resolve(folder));
  const title = named.title ?? name;
  const there = await readdir(folder).catch(() => []);
  if (there.length > 0) return refused(`${folder}: the folder is not empty (name a new or an empty one)`);
  const bot = botPackage(spec, folder);
  if ('problem' in bot) return refused(bot.problem);
  const pack = join('knowledge', name);
  const { problems, files, note } = await makePack(join(folder, pack), { ...named, title }, `${ROOT}locales`, []);
  if (problems.length > 0) return refused(...problems);
  // npm does not pack files called .gitignore, so names in the template begin with `_` instead of a dot.
  for (const from of await readdir(TEMPLATE))
    await cp(join(TEMPLATE, from), join(folder, from.replace(/^_/, '.')), { recursive: true });
  await cp(`${ROOT}.env.example`, join(folder, '.env.example'));
  if (bot.tarball !== undefined) await copyFile(bot.tarball, join(folder, basename(bot.tarball)));
  await writeFile(join(folder, 'package.json'), packageJson(bot.spec));
  await fillIn(join(folder, 'README.md'), {
    ENTRY: `${pack}/${files[0]}`,
    UPGRADE: bot.tarball === undefined ? UPGRADE : UPGRADE_FILE,
    TITLE: title,
  });
  // The slim image does not have git.
  if (bot.needsGit) await fillIn(join(folder, 'compose.yaml'), { 'node:24-bookworm-slim': 'node:24-bookworm' });
  process.stdout.write(
    `${folder}: a bot of your own\n  cd ${folder}\n  npm install\n  npm start\nREADME.md says more\n${bot.note}${note}`,
  );
  return 0;
}

const UPGRADE = 'change the version in `package.json`, then run `npm install`';
const UPGRADE_FILE =
  'put the file of the new version beside `package.json`, run `npm install ./FILE` and delete the old one';

function refused(...problems: readonly string[]): number {
  process.stderr.write(`${problems.join('\n')}\n`);
  return 2;
}

async function fillIn(file: string, words: Readonly<Record<string, string>>): Promise<void> {
  const text = await readFile(file, 'utf8');
  await writeFile(
    file,
    Object.entries(words).reduce((all, [name, word]) => all.replaceAll(name, word), text),
  );
}

function packageJson(spec: string): string {
  const content = {
    private: true,
    scripts: { start: 'wenda', check: 'wenda check --all' },
    dependencies: { wenda: spec },
    // Install scripts are not needed: one of the packages contains its binary, the other its built program.
    allowScripts: { '@photostructure/sqlite': false, wenda: false },
  };
  return `${JSON.stringify(content, null, 2)}\n`;
}

/** The npm dependency of a new bot folder. */
interface BotPackage {
  /** Value in package.json. */
  readonly spec: string;
  /** A file to copy beside package.json. */
  readonly tarball?: string;
  /** Whether installing it needs git. */
  readonly needsGit: boolean;
  /** A line to print, or an empty one. */
  readonly note: string;
}

/**
 * The dependency for the value of `--package`.
 * @param named default: this version, from the registry
 * @param folder of the new bot, as npm itself resolves paths from there
 * @returns why it cannot be installed, if it cannot
 */
function botPackage(named: string | undefined, folder: string): BotPackage | { readonly problem: string } {
  const path = named?.replace(/^file:/, '') ?? '';
  if (/^file:|\.(?:tgz|tar\.gz)$/.test(named ?? '') && !/^https?:/.test(path)) return ofFile(path, folder);
  if (named !== undefined && !/^[\w.^~*-]+$/.test(named))
    return { spec: named, needsGit: !/^https?:|^npm:/.test(named), note: '' };
  return ofRegistry(named ?? VERSION);
}

function ofFile(path: string, folder: string): BotPackage | { readonly problem: string } {
  const found = [resolve(path), resolve(folder, path)].find((one) => statSync(one, { throwIfNoEntry: false }));
  if (found === undefined) return { problem: `--package ${path}: there is no such file (check its path)` };
  if (!statSync(found).isFile())
    return { problem: `--package ${path}: others do not have this folder (npm pack makes a file of it: name that)` };
  return { spec: `file:${basename(found)}`, tarball: found, needsGit: false, note: '' };
}

/** Asks the registry that npm is configured with in this folder. */
function ofRegistry(version: string): BotPackage | { readonly problem: string } {
  const asked = spawnSync('npm', ['view', `wenda@${version}`, 'version', '--json'], {
    encoding: 'utf8',
    shell: process.platform === 'win32',
  });
  const isLacking = asked.status === 0 ? asked.stdout.trim() === '' : /"code": "E(?:404|TARGET)"/.test(asked.stdout);
  if (isLacking)
    return {
      problem:
        `npm's registry has no wenda ${version}, so nobody could install this bot (make a file of the version that ` +
        `you have with npm pack, then: ${typedAs(`init -- FOLDER`)} --package wenda-${VERSION}.tgz)`,
    };
  const note = asked.status === 0 ? '' : `note: npm's registry could not be asked whether it has wenda ${version}\n`;
  return { spec: version, needsGit: false, note };
}
