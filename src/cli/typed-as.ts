import { basename } from 'node:path';

/**
 * A command as it must be typed here: `npm run --silent knowledge -- check` in a clone, `npx wenda check` if the
 * package is installed.
 * @param call in the form of a clone's npm scripts: `knowledge -- check`, `doctor`, or `start`
 */
export function typedAs(call: string): string {
  if (isPackage()) return `npx wenda ${call.replace(/^start$|^knowledge -- /, '').replace(' -- ', ' ')}`.trim();
  return call === 'start' ? 'npm start' : `npm run --silent ${call}`;
}

/** Whether the installed command was called, in which the word `knowledge` is not needed. */
export const isPackage = (): boolean => /^wenda(?:\.js)?$/.test(basename(process.argv[1] ?? ''));
