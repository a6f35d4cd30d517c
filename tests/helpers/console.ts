import { PassThrough } from 'node:stream';
import { text } from '../../src/bot/answers/reply.ts';
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
  const words = (key: string, values?: object): string => (values ? `${key} ${JSON.stringify(values)}` : key);
  const say: ConsoleConfig['say'] = Object.assign(words, { locale: 'en', parts: (key: string) => [text(key)] });
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
