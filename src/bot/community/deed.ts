import type { Call } from '../command.ts';
import { postCorrections, touchedBy } from '../heal/post-corrections.ts';
import { keyOfPlace } from '../place.ts';
import type { Act, Edit } from '../ports/changes.ts';
import { lookAhead } from './community.ts';
import { type Victim, victimsOf } from './guard.ts';
import { withEdits } from './state.ts';

/** What a moderator is about to do. Plain data, so that it can wait for a confirmation. */
export interface Deed {
  /** The command, e.g. `teach`; what is said when it is done stands in `locales/` as `done-<command>`. */
  readonly command: string;
  /** What it is about, for people: a title, a question. */
  readonly subject: string;
  readonly edits: readonly Edit[];
  /** JSON text (or null) that each edit found when the deed was prepared: if it is another now, somebody was quicker. */
  readonly found: readonly (string | null)[];
  readonly why: string;
  /** Entries whose own checks count for nothing, because they are taken away. */
  readonly exempt: readonly string[];
  readonly undoes?: number | undefined;
  readonly approves?: number | undefined;
  /** The refusal that is overruled. */
  readonly forced?: string | undefined;
}

export type Outcome = { readonly kind: 'done' | 'held'; readonly act: Act } | { readonly kind: 'nothing' } | { readonly kind: 'overtaken' };

/** Deeds of one person in ten minutes; more wait for another moderator, so that one stolen account cannot do much. */
const BURST = 20;
const BURST_MS = 10 * 60_000;

/** A deed with what it finds now. */
export function prepare(call: Call, deed: Omit<Deed, 'found' | 'exempt' | 'why'> & Partial<Pick<Deed, 'exempt' | 'why'>>): Deed {
  const found = deed.edits.map(({ community, kind, key }) => call.services.communities.byId(community).state.raw(kind, key));
  return { exempt: [], why: call.options.why ?? '', ...deed, found };
}

/** What the deed would break. */
export async function victims(call: Call, { edits, exempt }: Deed): Promise<Victim[]> {
  const { services, community } = call;
  const own = edits.filter((edit) => edit.community === community.id);
  const after = lookAhead(withEdits(community.state, own), services.knowledge.current, services.effective);
  return victimsOf(community, after, services.knowledge.current(), new Set(exempt));
}

/** Writes it down and lets it take effect, both or neither. */
export async function commit(call: Call, deed: Deed): Promise<Outcome> {
  const { services, person } = call;
  const now = services.now();
  const outcome = await services.store.transact(async (unit): Promise<Outcome> => {
    const { log, afterCommit } = unit;
    for (const [at, { community, kind, key }] of deed.edits.entries()) {
      const [record] = await log.records({ community, kind, key });
      if ((record?.value ?? null) !== deed.found[at]) return { kind: 'overtaken' };
    }
    if (deed.edits.every(({ after }, at) => after === deed.found[at])) return { kind: 'nothing' };
    const since = new Date(Date.parse(now) - BURST_MS).toISOString();
    const recent = await log.acts({ person, since });
    const held = deed.approves === undefined && recent.length >= BURST;
    const { command, why, edits, forced = null, undoes = null, approves = null } = deed;
    const act = await log.append({ community: call.community.id, person, place: keyOfPlace(call.place), at: now, command, why, forced, undoes, approves, held, edits });
    if (!held) await postCorrections(unit, call.community.id, touchedBy(act.changes), now);
    afterCommit(() => void services.communities.refresh());
    return { kind: held ? 'held' : 'done', act };
  });
  // Inside a greater transaction nothing is being taken in yet: that happens when the greater one is on disk.
  await services.communities.settled();
  return outcome;
}
