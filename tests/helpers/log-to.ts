import type { Log } from '../../src/bot/ports/log.ts';

/** A log that keeps its lines. */
export function logTo(lines: string[]): Log {
  const write = (level: string) => (fields: object, message: string) => {
    const error =
      'err' in fields && fields.err instanceof Error
        ? `${fields.err.name}: ${fields.err.message} ${fields.err.stack ?? ''}`
        : '';
    lines.push(`${level} ${message} ${JSON.stringify(fields)} ${error}`);
  };
  return { debug: write('debug'), info: write('info'), warn: write('warn'), error: write('error') };
}
