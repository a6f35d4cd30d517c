/**
 * Text that both databases can keep: PostgreSQL takes no NUL, and neither knows half a character. Both give back the
 * same.
 */
export const plainText = (text: string): string =>
  text.isWellFormed() && !text.includes('\0') ? text : text.toWellFormed().replaceAll('\0', '\ufffd');

/** The parameters of a statement. */
export const plainValues = (values: readonly unknown[]): unknown[] =>
  values.map((value) => (typeof value === 'string' ? plainText(value) : value));
