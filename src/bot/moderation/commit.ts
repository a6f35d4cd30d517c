import type { Call } from '../command.ts';
import { areAppointing } from '../community/offices.ts';
import { splitKey } from '../community/own-entries.ts';
import { keyOfPlace } from '../conversation/place.ts';
import { postCorrections, touchedBy } from '../delivery/post-corrections.ts';
import { withHelpers } from '../handover/helper-source.ts';
import { momentAfter } from '../moment.ts';
import type { Act, Edit, NewAct } from '../ports/changes.ts';
import { Outdated, type Unit } from '../ports/store.ts';
import type { ProposedChange } from './proposed-change.ts';

export type Outcome =
  | { readonly kind: 'done' | 'held'; readonly act: Act }
  /** Nothing would change; a record is no longer what it was; the draft has served already. */
  | { readonly kind: Hindrance; readonly act?: undefined };

type Hindrance = 'nothing' | 'overtaken' | 'gone';

/**
 * Changes of one person in ten minutes, each entry counted; more wait for another moderator, so that one stolen account
 * cannot do much.
 */
const BURST = 20;
const BURST_MS = 10 * 60_000;

/**
 * Writes it down and lets it take effect, both or neither; a draft that it waited in is gone with it.
 * @param basis what was looked ahead on; if that has changed, the change is thought again, or overtaken. Default:
 * nothing was
 * @throws Outdated if it is to be thought again
 */
export async function commit(call: Call, proposed: ProposedChange, basis?: Basis): Promise<Outcome> {
  const { services } = call;
  const { attempt, communities } = services;
  const outcome = await attempt.write(async (unit): Promise<Outcome> => {
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
    communities.refreshAfter(unit);
    return { kind: act.held ? 'held' : 'done', act };
  });
  await attempt.afterCommit(communities.whenIdle);
  return outcome;
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
    // A record that already has its new value is in nobody's way.
    if (value !== found[at] && value !== edit.after) return 'overtaken';
    isChange ||= value !== edit.after;
  }
  if (await hasOtherHome({ log }, edits)) return 'overtaken';
  return isChange ? undefined : 'nothing';
}

/** A place belongs to one community: it may have been linked elsewhere meanwhile. */
async function hasOtherHome({ log }: Pick<Unit, 'log'>, edits: readonly Edit[]): Promise<boolean> {
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
  const { command, why, edits, forced = null, undoes = null, approves = null } = proposed;
  const at = services.now();
  const since = momentAfter(at, -BURST_MS);
  const recent = await unit.log.acts({ person, since });
  const before = recent.reduce((sum, act) => sum + (act.held ? 0 : sizeOf(act, act.changes)), 0);
  const isBurst = approves === null && edits.length > 0 && before + sizeOf({ undoes, approves }, edits) > BURST;
  const held = isBurst && !(await setsUpAlone(unit, { community: community.id, person, edits }));
  const act = await unit.log.append({
    community: community.id,
    person,
    place: keyOfPlace(place),
    at,
    command,
    why,
    forced,
    undoes,
    approves,
    held,
    edits,
  });
  if (!held) await postCorrections(unit, community.id, touchedBy(act.changes), at);
  return act;
}

/**
 * Whether somebody settles how the bot behaves while nobody else has ever changed anything: who sets up many channels
 * has nobody who could approve it. What members are answered, and who moderates, is held
 * all the same.
 */
async function setsUpAlone(
  { log }: Pick<Unit, 'log'>,
  { community, person, edits }: Pick<NewAct, 'community' | 'person' | 'edits'>,
): Promise<boolean> {
  const isSetting = edits.every(({ kind, community: edited }) => kind === 'setting' && edited === community);
  if (!isSetting || areAppointing(edits)) return false;
  return (await log.acts({ community })).every((act) => act.person === person);
}

/**
 * How much an act does: an import counts by its entries. To take back or let through is one change, and so is to link,
 * which carries a whole community over.
 */
function sizeOf({ undoes, approves }: Pick<Act, 'undoes' | 'approves'>, edits: readonly Edit[]): number {
  if (undoes !== null || approves !== null || edits.some(({ kind }) => kind === 'place')) return 1;
  const ids = edits.flatMap(({ kind, key }) =>
    kind === 'retired' ? [key] : kind === 'entry' || kind === 'phrasings' ? [splitKey(key).id] : [],
  );
  return Math.max(1, new Set(ids).size);
}

/** State on which somebody looked ahead: how far the log was read, and the packs as they were. */
interface Basis {
  /** Id of an act. */
  readonly seen: number;
  readonly packs: unknown;
}

/** As it is now. */
export const basisOf = ({ services: { communities, knowledge } }: Call): Basis => ({
  seen: communities.seen(),
  packs: knowledge.current().packs,
});

/** Whether the packs or a community that the change concerns have changed since, by whatever process. */
async function hasMoved(
  { log }: Pick<Unit, 'log'>,
  call: Call,
  { edits, weighed = call.community.id }: ProposedChange,
  { seen, packs }: Basis,
): Promise<boolean> {
  if (call.services.knowledge.current().packs !== packs) return true;
  if ((await log.last()) === seen) return false;
  const concerned = new Set([...edits.map(({ community }) => community), ...(weighed === null ? [] : [weighed])]);
  for (const community of concerned) {
    const acts = await log.acts({ community, after: seen });
    if (acts.some(({ held, changes }) => !held && changes.some((change) => change.community === community)))
      return true;
  }
  return false;
}
