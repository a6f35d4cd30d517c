import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/**
 * Prints the changelog's part for a version: `node ops/release-notes.js 1.2.0`. Default: the version in `package.json`.
 * Exit code 1 if there is no such part or `package.json` has another version, so that nothing is released.
 */
const read = (name) => readFileSync(fileURLToPath(new URL(`../${name}`, import.meta.url)), 'utf8');
const { version: packaged } = JSON.parse(read('package.json'));
const [version = packaged] = process.argv.slice(2);
const parts = read('CHANGELOG.md').split(/^## /m);
const part = parts.find((one) => one.split(/\s/, 1)[0] === version);
const notes = part?.slice(part.indexOf('\n')).trim();
if (packaged === version && notes) process.stdout.write(`${notes}\n`);
else {
  const why =
    packaged === version ? `CHANGELOG.md has no part "## ${version}"` : `package.json has version ${packaged}`;
  process.stderr.write(`${version} cannot be released: ${why}\n`);
  process.exitCode = 1;
}
