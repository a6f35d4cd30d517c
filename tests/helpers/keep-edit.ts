import type { Edit } from '../../src/bot/ports/changes.ts';
import type { Services } from '../../src/bot/services.ts';

/** Writes down that somebody changed something in a community, as `/settings` does. */
export async function keepEdit({ store, now }: Pick<Services, 'store' | 'now'>, edit: Edit): Promise<void> {
  const act = {
    community: edit.community,
    person: 'p',
    place: edit.community,
    at: now(),
    command: 'settings',
    why: '',
    forced: null,
    undoes: null,
  };
  await store.transact(({ log }) => log.append({ ...act, edits: [edit] }));
}
