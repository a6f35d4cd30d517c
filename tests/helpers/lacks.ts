import { existsSync } from 'node:fs';

/**
 * For `skipIf`: whether a test's requirement is missing here. In CI nothing may be missing: a test that is skipped
 * there holds nothing.
 */
export function lacks(what: string, isThere: boolean): boolean {
  if (!isThere && process.env.CI) throw new Error(`tests would be skipped, for here is no ${what}`);
  return !isThere;
}

/** Whether this file of the built program is missing; `npm run build` makes it. */
export const lacksBuilt = (file: string): boolean => lacks(`${file}: run npm run build`, existsSync(file));
