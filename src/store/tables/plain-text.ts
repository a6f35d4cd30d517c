/**
 * What both databases can keep: PostgreSQL takes no NUL, and neither knows half a character. The same comes out of
 * both.
 */
export const plainText = (text: string): string =>
  text.isWellFormed() && !text.includes('\0') ? text : text.toWellFormed().replaceAll('\0', '\ufffd');

/** The parameters of a statement. */
export const plainValues = (values: readonly unknown[]): unknown[] =>
  values.map((value) => (typeof value === 'string' ? plainText(value) : value));
