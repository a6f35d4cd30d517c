import type { Services } from '../services.ts';
import { tellAllAskers } from './hand-over.ts';

const DAY_MS = 86_400_000;

/** Tells those who asked, once, that nobody has answered in a day. An answer may still come. @param now ISO 8601 */
export async function tellOverdue(services: Services, now = services.now()): Promise<void> {
  const before = new Date(Date.parse(now) - DAY_MS).toISOString();
  await services.store.transact(async (unit) => {
    for (const item of await unit.handed.overdue(before)) {
      await unit.handed.change(item.id, { state: 'told' });
      await tellAllAskers({ services }, unit, item, 'human-no-answer-yet');
    }
  });
}
