import { buildIfNew } from './build-if-new.js';

/**
 * Runs the program of a clone. If a source has changed, it is built first, so that `npm ci && npm start` is enough. An
 * installed package is built already and does not have this file.
 */
const status = buildIfNew();
if (status !== 0) process.exit(status);
await import('../dist/app/wenda.js');
