import { type DestinationStream, destination, type Logger, pino } from 'pino';
import type { Config } from './config.ts';

/** Fields that must never be in a log, at any depth that our objects have. */
const SECRET = ['token', 'authorization', 'text', 'question', 'url'].flatMap((key) => [key, `*.${key}`, `*.*.${key}`]);

/**
 * The log goes to standard error, so that only answers go to standard output. Tokens and members' words are removed.
 */
export function createLog({ logLevel }: Pick<Config, 'logLevel'>, stream: DestinationStream = destination(2)): Logger {
  return pino({ level: logLevel, redact: { paths: SECRET, censor: '[removed]' } }, stream);
}
