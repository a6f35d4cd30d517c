import { type DestinationStream, destination, type Logger, pino } from 'pino';
import type { Config } from './config.ts';

/** Names of fields that must never be logged, in every depth that logged objects have. */
const SECRET = ['token', 'authorization', 'text', 'question', 'url'].flatMap((key) => [key, `*.${key}`, `*.*.${key}`]);

/**
 * Logs to standard error, as standard output is for answers: readable lines at a terminal, else JSON. Tokens and
 * members' words are removed.
 */
export function createLog(
  { logLevel }: Pick<Config, 'logLevel'>,
  stream: DestinationStream = process.stderr.isTTY ? forPeople(process.stderr) : destination(2),
): Logger {
  return pino({ level: logLevel, redact: { paths: SECRET, censor: '[removed]' } }, stream);
}

/** Fields that pino adds itself. */
const OWN = new Set(['level', 'time', 'pid', 'hostname', 'msg', 'err']);

/** Makes a line of each log entry: time, level, message, and further fields. */
export function forPeople(stream: { readonly write: (line: string) => unknown }): DestinationStream {
  return {
    write: (json) => {
      const fields = JSON.parse(json) as Logged;
      const { level, time, msg = '', err } = fields;
      const rest = Object.entries(fields).filter(([name]) => !OWN.has(name) && name !== 'stack');
      const more = rest.map(([name, value]) => `${name}=${typeof value === 'string' ? value : JSON.stringify(value)}`);
      const parts = [new Date(time).toTimeString().slice(0, 8), pino.levels.labels[level], msg];
      if (err && err.message !== msg) parts.push(`- ${err.type ?? 'Error'}: ${err.message ?? ''}`);
      parts.push(placeIn(err?.stack ?? fields.stack), ...more);
      stream.write(
        `${parts
          .filter((part) => part)
          .join(' ')
          .replaceAll('\n', ' ')}\n`,
      );
    },
  };
}

interface Logged {
  readonly level: number;
  readonly time: number;
  readonly msg?: string;
  readonly err?: { readonly type?: string; readonly message?: string; readonly stack?: string };
  readonly stack?: string;
}

/** The first line of a stack that is the project's own. */
function placeIn(stack = ''): string | undefined {
  const own = stack.split('\n').find((line) => /^ *at /.test(line) && !/node:|node_modules/.test(line));
  return own === undefined ? undefined : `(${own.trim()})`;
}
