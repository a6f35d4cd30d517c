import type { Outcome } from '../outcome.ts';
import type { Row } from '../table.ts';

/** The results of an engine on a set, for the page. */
export interface Shown {
  readonly row: Row;
  /** Empty if nothing was measured. */
  readonly outcomes: readonly Outcome[];
}
