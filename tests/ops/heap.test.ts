import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { expect, it } from 'vitest';

const BUILT = 'dist/src/ops/heap.js';

/**
 * How many times all of the heap was collected while a process filled a room of some 50 MB ten times over, with what it
 * had let go of.
 */
function collections(first: string): number {
  const program = `
    import { PerformanceObserver, constants } from 'node:perf_hooks';
    ${first}
    let count = 0;
    new PerformanceObserver((list) => { for (const { detail } of list.getEntries()) if (detail.kind === constants.NODE_PERFORMANCE_GC_MAJOR) count++; }).observe({ entryTypes: ['gc'] });
    const room = [];
    for (let at = 0; at < 500; at++) {
      room[at % 50] = Array.from({ length: 30_000 }, (_, other) => ({ at, other }));
      await new Promise((resolve) => setImmediate(resolve));
    }
    console.log(count);`;
  return Number(execFileSync(process.execPath, ['--input-type=module', '--eval', program], { encoding: 'utf8' }));
}

it.skipIf(!existsSync(BUILT))('a process collects what is no longer needed before it has piled up', () => {
  const heap = JSON.stringify(pathToFileURL(BUILT).href);
  expect(collections(`import { collectSooner } from ${heap}; collectSooner();`)).toBeGreaterThan(collections(''));
});
