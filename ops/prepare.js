import { createRequire } from 'node:module';
import { buildIfNew } from './build-if-new.js';

/**
 * `npm install git+https://...` packs a clone after this: the package holds a built program. Without the packages for
 * development, as after `npm ci --omit=dev`, nothing is built.
 */
const canBuild = () => {
  try {
    return createRequire(import.meta.url).resolve('typescript') !== '';
  } catch {
    return false;
  }
};
if (canBuild()) process.exitCode = buildIfNew();
