import { type ParseArgsConfig, parseArgs } from 'node:util';

/**
 * Arguments of a command. If they are invalid, it says why and ends the program.
 * @param usage the place in which options are explained
 */
export function readArguments<T extends ParseArgsConfig>(config: T, usage: string): ReturnType<typeof parseArgs<T>> {
  try {
    return parseArgs(config);
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    process.stderr.write(
      `${error.message}\nWhat can be typed stands at the beginning of ${usage}, and in docs/measuring.md.\n`,
    );
    process.exit(2);
  }
}
