type Write = (fields: object, message: string) => void;

/** The operators' log. Nothing that members wrote and no token may go there. */
export interface Log {
  readonly debug: Write;
  readonly info: Write;
  readonly warn: Write;
  readonly error: Write;
}
