/** A path for a shell, quoted if that is necessary. */
export const quotedPath = (path: string): string =>
  /^[\w./~-]+$/.test(path) ? path : `'${path.replaceAll("'", `'\\''`)}'`;
