/** What people type about other things, so that the engine learns what to leave alone. One per language, in `locales/`. */
export interface Background {
  /** Lines of ordinary chatter and questions on any subject. */
  readonly chatter: readonly string[];
  /** Questions with `{}` for any name: with a pack's own words filled in, they are near misses. */
  readonly about: readonly string[];
}

export const NO_BACKGROUND: Background = { chatter: [], about: [] };

/** Names put into each template. */
const NAMES_A_TEMPLATE = 4;

/** Templates with names filled in; the names take turns, so that all are used. */
export function nearMisses(about: readonly string[], names: readonly string[]): string[] {
  if (names.length === 0) return [];
  return about.flatMap((template, at) => Array.from({ length: NAMES_A_TEMPLATE }, (_, turn) => template.replaceAll('{}', names[(at * NAMES_A_TEMPLATE + turn) % names.length] ?? '')));
}
