import { spawnSync } from 'node:child_process';
import { statSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import { VERSION } from '../package.ts';
import { typedAs } from './typed-as.ts';

/** The one dependency of a new bot, which everybody can install who has its repository. */
export interface BotPackage {
  /** As package.json names it. */
  readonly spec: string;
  /** A file to be copied beside package.json. */
  readonly tarball?: string;
  /** Whether its installation needs git. */
  readonly needsGit: boolean;
  /** A line to tell, or nothing. */
  readonly note: string;
}

/**
 * @param named what `--package` says. Default: this version, from the registry
 * @param folder of the new bot, from which npm itself would read a path @returns also why it cannot be installed
 */
export function botPackage(named: string | undefined, folder: string): BotPackage | { readonly problem: string } {
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

/** npm asks the registry that is set for this folder. */
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
