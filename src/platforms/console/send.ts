import type { ConsoleConfig } from './config.ts';

/** Writes one message, and an empty line to part it from the next. */
export function createSender({ output }: Pick<ConsoleConfig, 'output'>): (message: string) => void {
  return (message) => {
    if (message !== '') output.write(`${message}\n\n`);
  };
}
