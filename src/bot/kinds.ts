import type { Flavored } from '../core/text/language.ts';

/** ISO 8601 in UTC, so that the order of moments is that of their letters: `2026-11-25T09:30:00.000Z`. */
export type Moment = Flavored<'moment'>;

/** Keyed hash of a person's id on a platform, which is kept instead of it; see `keyedHash`. */
export type PersonHash = Flavored<'person'>;
