import type { Outcome } from '../outcome.ts';
import type { Row } from '../table.ts';

/** One engine on one set, as the page needs it. */
export interface Shown {
  readonly row: Row;
  /** None if nothing was measured. */
  readonly outcomes: readonly Outcome[];
}
