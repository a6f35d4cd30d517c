import { PassThrough } from 'node:stream';
import type { ConsoleConfig } from '../../src/platforms/console/config.ts';

/** A console that keeps what is written to it. */
export function consoleOf(parts: Partial<ConsoleConfig> = {}): {
  config: ConsoleConfig;
  input: PassThrough;
  written: () => string;
} {
  const input = new PassThrough();
  const output = new PassThrough();
  const chunks: string[] = [];
  output.on('data', (chunk: Buffer) => chunks.push(chunk.toString()));
  const say: ConsoleConfig['say'] = (key, values) => (values ? `${key} ${JSON.stringify(values)}` : key);
  const config = {
    input,
    output,
    interactive: false,
    locale: 'de',
    language: 'en',
    say,
    subjects: ['bans'],
    examples: ['why?'],
    complete: () => Promise.resolve({ options: [], replaced: '' }),
    columns: 80,
    styled: false,
    ...parts,
  };
  return { config, input, written: () => chunks.join('') };
}
