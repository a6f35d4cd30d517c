import { setFlagsFromString } from 'node:v8';

/**
 * Percent: what is no longer needed is collected once the heap has grown by so much since the last time. Left to
 * itself, V8 lets it grow to a multiple, and what was let go of one community stays for thousands of others. Measured
 * by `npm run bench -- communities --count 4000 --own 5`: the process took 470 MB more than at its start without it,
 * 264 with 50 and 220 with 30; an answered update costs no more.
 */
const GROWTH = 40;

/** Has the process give back memory sooner. */
export const collectSooner = (): void => setFlagsFromString(`--heap-growing-percent=${GROWTH}`);
