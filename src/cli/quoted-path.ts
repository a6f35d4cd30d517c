/** A path, quoted for a shell if necessary. */
export const quotedPath = (path: string): string =>
  /^[\w./~-]+$/.test(path) ? path : `'${path.replaceAll("'", `'\\''`)}'`;
