/**
 * Measures one engine on one set in a process of its own: `measure-child.js ENGINE SOURCE`. measure-apart.ts starts it.
 */
import { ENGINES } from './engines.ts';
import { measure } from './measure.ts';
import { readSet, type Source } from './sets.ts';

// The process that waited for the result is gone.
process.once('disconnect', () => process.exit(1));

const [engine = '', source = ''] = process.argv.slice(2);
const load = ENGINES[engine];
if (load === undefined) throw new Error(`no such engine: ${engine}`);
process.send?.(await measure(load, await readSet(JSON.parse(source) as Source)), () => process.exit());
