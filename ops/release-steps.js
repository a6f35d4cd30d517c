import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/**
 * Writes the version into each step of the migration that was not released yet. `npm version` runs this; from then on,
 * a test refuses changes of these steps.
 */
const at = (name) => fileURLToPath(new URL(`../${name}`, import.meta.url));
const { version } = JSON.parse(readFileSync(at('package.json'), 'utf8'));
const file = at('tests/store/tables/steps.json');
const steps = JSON.parse(readFileSync(file, 'utf8'));
for (const step of Object.values(steps)) step.released ??= version;
writeFileSync(file, `${JSON.stringify(steps, null, 2)}\n`);
