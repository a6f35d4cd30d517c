import { createRequire } from 'node:module';
import { buildIfNew } from './build-if-new.js';

/**
 * `npm install git+https://...` runs this and then packs the clone, so that the package has a built program. Without
 * the development packages, as after `npm ci --omit=dev`, nothing is built.
 */
const canBuild = () => {
  try {
    return createRequire(import.meta.url).resolve('typescript') !== '';
  } catch {
    return false;
  }
};
if (canBuild()) process.exitCode = buildIfNew();
