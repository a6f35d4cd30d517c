import type { Unit } from '../../src/bot/ports/store.ts';

/** A retirement of an entry that waits until somebody approves it. @returns its id in the log */
export const holdRetirement = (
  { log }: Pick<Unit, 'log'>,
  {
    community,
    person,
    at,
    key,
  }: { readonly community: string; readonly person: string; readonly at: string; readonly key: string },
) =>
  log.append({
    community,
    person,
    place: 'x',
    at,
    command: 'retire',
    why: '',
    forced: null,
    undoes: null,
    approves: null,
    held: true,
    edits: [{ community, kind: 'retired', key, after: '{"why":""}' }],
  });
