import { existsSync } from 'node:fs';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** The files that take longest, that one first. Whatever is left of them at the end, every core but one waits for. */
const LONGEST = [
  'tests/platforms/web/browser.test.ts',
  'tests/document-commands.test.ts',
  'tests/platforms/web/workplace.test.ts',
  'tests/latin-letters.test.ts',
  'tests/start.test.ts',
  'tests/platforms/erased.test.ts',
  'tests/cli/knowledge.test.ts',
  'tests/eval/laws.test.ts',
  'tests/store/torture.test.ts',
  'tests/platforms/telegram/process.test.ts',
  'tests/platforms/discord/gateway.test.ts',
  'tests/knowledge/import/hostile.test.ts',
];

/** As usual, but with the longest files first: without times of an earlier run, vitest goes by the size of a file. */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const gone = LONGEST.filter((path) => !existsSync(path));
    if (gone.length > 0) throw new Error(`longest-first.ts names files that are gone: ${gone.join(', ')}`);
    const placeOf = ({ moduleId }: TestSpecification) => {
      const at = LONGEST.findIndex((path) => moduleId.endsWith(path));
      return at < 0 ? LONGEST.length : at;
    };
    return (await super.sort(files)).sort((a, b) => placeOf(a) - placeOf(b));
  }
}
