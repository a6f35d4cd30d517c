import type { Log } from '../ports/log.ts';

const EVERY_MS = 60_000;

/**
 * A log that reports an outage of a platform in one readable line a minute, because every call fails then. Other lines
 * are passed on.
 * @param reasonOf why the platform was not reached; undefined for other lines
 * @param now milliseconds
 */
export function tellOutages(
  log: Log,
  name: string,
  reasonOf: (fields: object) => string | undefined,
  now: () => number = () => performance.now(),
): Log {
  let told = Number.NEGATIVE_INFINITY;
  const calm =
    (level: 'warn' | 'error'): Log['warn'] =>
    (fields, message) => {
      const why = reasonOf(fields);
      if (why === undefined) return log[level](fields, message);
      if (now() - told < EVERY_MS) return undefined;
      told = now();
      return log.warn({}, `${name} is not reached (${why}); I keep trying`);
    };
  return {
    debug: (fields, message) => log.debug(fields, message),
    info: (fields, message) => log.info(fields, message),
    warn: calm('warn'),
    error: calm('error'),
  };
}

/** Most levels of errors inside errors. */
const DEEPEST = 5;

/** The system's code of a network failure, such as `ECONNREFUSED`, even if it is the cause of another error. */
export function networkCode(error: unknown, deepest = DEEPEST): string | undefined {
  if (!(error instanceof Error) || deepest === 0) return undefined;
  const {
    code,
    cause,
    errors,
    error: inner,
  } = error as Partial<Record<'code' | 'cause' | 'errors' | 'error', unknown>>;
  if (typeof code === 'string' && NETWORK.test(code)) return code;
  const within = [cause, inner, ...(Array.isArray(errors) ? errors : [])];
  return within.map((one) => networkCode(one, deepest - 1)).find((found) => found !== undefined);
}

const NETWORK = /^(?:ECONN|EPIPE|ETIMEDOUT|EHOST|ENET|ENOTFOUND|EAI_AGAIN|UND_ERR_)/;
