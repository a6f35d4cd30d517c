/**
 * Files that start programs or a browser again and again, or try thousands of made-up cases. `npm test` leaves them
 * out, `npm run check` does not.
 */
export const SLOW: readonly string[] = [
  'tests/document-commands.test.ts',
  'tests/killed.test.ts',
  'tests/first-minute.test.ts',
  'tests/latin-letters.test.ts',
  'tests/start.test.ts',
  'tests/cli/knowledge.test.ts',
  'tests/eval/fit.test.ts',
  'tests/eval/laws.test.ts',
  'tests/knowledge/import/hostile.test.ts',
  'tests/knowledge/packs/weights-fit.test.ts',
  'tests/platforms/discord/gateway.test.ts',
  'tests/platforms/questions.test.ts',
  'tests/platforms/telegram/process.test.ts',
  'tests/platforms/web/browser.test.ts',
  'tests/platforms/web/workplace.test.ts',
  'tests/store/torture.test.ts',
];
