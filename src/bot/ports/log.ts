type Write = (fields: object, message: string) => void;

/** The log for operators. No member's words and no token go there. */
export interface Log {
  readonly debug: Write;
  readonly info: Write;
  readonly warn: Write;
  readonly error: Write;
}
