/** A path that a platform answers over HTTP, such as for webhooks. All share the process's one listener. */
export interface Route {
  readonly method: 'GET' | 'POST';
  /** Begins with a slash; must match exactly. */
  readonly path: string;
  /**
   * Not called if the body is too long. @param rawBody byte for byte, for signatures @param headers by lower-case name
   */
  readonly handle: (rawBody: string, headers: Readonly<Record<string, string>>) => Promise<RouteAnswer>;
}

export interface RouteAnswer {
  /** Of HTTP: 200 to 599. */
  readonly status: number;
  /** May be empty. */
  readonly body: string;
  /** By lower-case name. Default: none. */
  readonly headers?: Readonly<Record<string, string>>;
}

/** Given while the platform is not running: the caller tries again. */
export const NOT_NOW: RouteAnswer = { status: 503, body: '', headers: { 'retry-after': '5' } };

/** First parts of URL paths that are in use: by pages, health probes, and the repository's webhook. */
export const TAKEN_PATHS: readonly string[] = [
  '',
  'assets',
  'dashboard',
  'git',
  'healthz',
  'mcp',
  'metrics',
  'readyz',
  'setup',
];
