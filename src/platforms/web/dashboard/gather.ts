import type { Diagnosis } from '../../../bot/ports/diagnosis.ts';
import { attentionTable } from './attention.ts';
import { type Bucket, bucketsOf, calibrationTable } from './calibration.ts';
import { coverageTable } from './coverage.ts';
import { handedTable, historyTable, pinsTable, suggestionsTable, unansweredTable, waitingTable } from './moderation.ts';
import type { View } from './scope.ts';
import type { Table } from './table.ts';
import { type Use, useOf } from './use.ts';

/** All that the dashboard shows. */
export interface Gathered {
  readonly use: Use;
  readonly buckets: readonly Bucket[];
  /** Faults of the set-up. */
  readonly troubles: readonly Diagnosis[];
  /** By name. */
  readonly tables: ReadonlyMap<string, Table>;
}

export async function gather(view: View): Promise<Gathered> {
  await view.context.services.counter.flush();
  const use = await useOf(view);
  const waiting = await view.context.services.attempt.read(({ log }) => log.waiting(view.scope.community.id));
  const buckets = bucketsOf(use.tallies);
  const tables = [
    ...use.tables,
    waitingTable(view, waiting),
    await handedTable(view),
    await unansweredTable(view),
    await suggestionsTable(view),
    coverageTable(view),
    attentionTable(view),
    pinsTable(view),
    await historyTable(view),
    calibrationTable(view, buckets),
  ];
  return {
    use,
    buckets,
    troubles: await view.context.troubles(view.speaker.place),
    tables: new Map(tables.map((table) => [table.name, table])),
  };
}
