import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  interface ProvidedContext {
    /** Folder in which the files of a run share what was learned. */
    learnedFolder: string;
  }
}

/** An empty one for each run, so that nothing learned by older programs is found. @returns what removes it */
export default function setup(project: TestProject): () => void {
  const folder = mkdtempSync(join(tmpdir(), 'wenda-learned-'));
  project.provide('learnedFolder', folder);
  return () => rmSync(folder, { recursive: true, force: true });
}
