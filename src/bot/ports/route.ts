/** An address that a platform serves for others, such as a webhook. All share the one listener of the process. */
export interface Route {
  readonly method: 'GET' | 'POST';
  /** Begins with a slash; matched as it is. */
  readonly path: string;
  /** Never called for a body that is too long. @param rawBody exactly as it came @param headers by lower-case name */
  readonly handle: (rawBody: string, headers: Readonly<Record<string, string>>) => Promise<RouteAnswer>;
}

export interface RouteAnswer {
  /** Of HTTP: 200 to 599. */
  readonly status: number;
  /** Empty if there is none. */
  readonly body: string;
  /** By lower-case name. Default: none. */
  readonly headers?: Readonly<Record<string, string>>;
}

/** A route's answer while its platform does not run: the caller comes again. */
export const NOT_NOW: RouteAnswer = { status: 503, body: '', headers: { 'retry-after': '5' } };
