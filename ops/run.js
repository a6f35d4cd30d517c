import { buildIfNew } from './build-if-new.js';

/**
 * Runs the program of a clone, and builds it first if a source is newer: `npm ci && npm start` need no step between. An
 * installed package is built, and does not have this file.
 */
const status = buildIfNew();
if (status !== 0) process.exit(status);
await import('../dist/app/wenda.js');
