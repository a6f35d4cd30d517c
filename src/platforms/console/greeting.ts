import type { ConsoleConfig } from './config.ts';

/** What a terminal shows first. */
export function greetingOf({ say, subjects, examples }: ConsoleConfig): string {
  const hello = subjects.length > 0 ? say('greeting', { subjects: subjects.join('; ') }) : say('greeting-empty');
  const tries = examples.length > 0 ? [say('try'), ...examples.map((example) => `  ${example}`)] : [];
  return [hello, ...tries, say('hint')].join('\n');
}
