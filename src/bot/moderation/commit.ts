import type { Call } from '../command.ts';
import { decode } from '../community/records.ts';
import { keyOfPlace } from '../conversation/place.ts';
import { postCorrections, touchedBy } from '../delivery/post-corrections.ts';
import { withHelpers } from '../handover/helper-source.ts';
import type { Act, Edit } from '../ports/changes.ts';
import { Outdated, type Unit, type WithLog } from '../ports/store.ts';
import { closeAnswered } from '../questions/closing.ts';
import { daysOf } from '../questions/keeping.ts';
import type { ProposedChange } from './proposed-change.ts';

export type CommitOutcome =
  | { readonly kind: 'done'; readonly act: Act }
  /** Nothing would change; a record was changed meanwhile; the draft or the invitation is gone. */
  | { readonly kind: Hindrance; readonly act?: undefined };

type Hindrance = 'nothing' | 'overtaken' | 'gone';

/**
 * Saves a change in one transaction: the act, the records, corrections of earlier answers, and the end of its draft.
 * @param basis state on which somebody looked ahead. If it has changed, the attempt is repeated; in the last one, the
 * change is `overtaken`. Default: nobody looked ahead
 * @throws Outdated if the attempt must be repeated
 */
export async function commit(call: Call, proposed: ProposedChange, basis?: Basis): Promise<CommitOutcome> {
  const { services } = call;
  const { attempt, communities } = services;
  const outcome = await attempt.write(async (unit): Promise<CommitOutcome> => {
    if (basis && (await hasMoved(unit, call, proposed, basis))) {
      if (!attempt.isLast) throw new Outdated(communities.refresh);
      return { kind: 'overtaken' };
    }
    const hindrance = await hindranceOf(unit, call, proposed);
    if (hindrance !== undefined) return { kind: hindrance };
    if (proposed.draft !== undefined) await unit.drafts.remove(proposed.draft);
    if (proposed.invitation !== undefined) await unit.invitations.take(proposed.invitation, services.now());
    const edits = await withHelpers(unit, services, proposed.edits);
    const act = await write(unit, call, { ...proposed, edits });
    await keepLess(unit, call, edits);
    communities.refreshAfter(unit);
    return { kind: 'done', act };
  });
  await attempt.afterCommit(communities.whenIdle);
  // An entry may answer open questions now.
  void attempt.afterCommit(() => services.questions.later(() => closeAnswered(services, call.community.id)));
  return outcome;
}

/** If a community keeps questions for a shorter time from now on, this holds for stored questions, too. */
async function keepLess(unit: Unit, { services }: Call, edits: readonly Edit[]): Promise<void> {
  for (const { community, kind, key, after } of edits) {
    if (kind !== 'setting' || key !== 'questions') continue;
    const days = daysOf(after === null ? undefined : decode('setting', after));
    await unit.questions.keepFor(community, days);
    await unit.questions.prune(services.now());
    if (days === 0) unit.afterCommit(() => services.questions.forget((one) => one.community === community));
  }
}

async function hindranceOf(
  { log, drafts, invitations }: Unit,
  { services }: Call,
  { draft, invitation, edits, found }: ProposedChange,
): Promise<Hindrance | undefined> {
  if (draft !== undefined && !(await drafts.find(draft, services.now()))) return 'gone';
  if (invitation !== undefined && !(await invitations.find(invitation, services.now()))) return 'gone';
  let isChange = edits.length === 0;
  for (const [at, edit] of edits.entries()) {
    const [record] = await log.records({ community: edit.community, kind: edit.kind, key: edit.key });
    const value = record?.value ?? null;
    // A record that already has its new value is no conflict.
    if (value !== found[at] && value !== edit.after) return 'overtaken';
    isChange ||= value !== edit.after;
  }
  if (await hasOtherHome({ log }, edits)) return 'overtaken';
  return isChange ? undefined : 'nothing';
}

/** A place belongs to one community; it may have been linked to another meanwhile. */
async function hasOtherHome({ log }: WithLog, edits: readonly Edit[]): Promise<boolean> {
  const leaves = (community: string, key: string) =>
    edits.some(
      (edit) => edit.kind === 'place' && edit.community === community && edit.key === key && edit.after === null,
    );
  for (const { community, key } of edits.filter(({ kind, after }) => kind === 'place' && after !== null)) {
    const homes = await log.records({ kind: 'place', key });
    if (homes.some((home) => home.community !== community && !leaves(home.community, key))) return true;
  }
  return false;
}

async function write(unit: Unit, { services, community, person, place }: Call, proposed: ProposedChange): Promise<Act> {
  const { command, why, edits, forced = null, undoes = null } = proposed;
  const at = services.now();
  const act = await unit.log.append({
    community: community.id,
    person,
    place: keyOfPlace(place),
    at,
    command,
    why,
    forced,
    undoes,
    edits,
  });
  await postCorrections(unit, community.id, touchedBy(act.changes), at);
  return act;
}

/** The state on which somebody looked ahead: the last act that was read, and the packs. */
interface Basis {
  /** Id of an act. */
  readonly seen: number;
  readonly packs: unknown;
}

/** The present one. */
export const basisOf = ({ services: { communities, knowledge } }: Call): Basis => ({
  seen: communities.seen(),
  packs: knowledge.current().packs,
});

/** Whether the packs or a community that the change concerns have changed since, in any process. */
async function hasMoved(
  { log }: WithLog,
  call: Call,
  { edits, weighed = call.community.id }: ProposedChange,
  { seen, packs }: Basis,
): Promise<boolean> {
  if (call.services.knowledge.current().packs !== packs) return true;
  if ((await log.last()) === seen) return false;
  const concerned = new Set([...edits.map(({ community }) => community), ...(weighed === null ? [] : [weighed])]);
  for (const community of concerned) {
    const acts = await log.acts({ community, after: seen });
    if (acts.some(({ changes }) => changes.some((change) => change.community === community))) return true;
  }
  return false;
}
