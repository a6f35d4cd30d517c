import { plainReply, type Reply, tell, whisper } from '../src/bot/answers/reply.ts';
import { type Call, type Command, commandNamed } from '../src/bot/command.ts';
import { isOfOnePlace, recentLineage, undoneIn } from '../src/bot/community/lineage.ts';
import { withEdits } from '../src/bot/community/records.ts';
import { changeNumber, suggestUndo, WHY_AND_FORCE } from '../src/bot/moderation/named-change.ts';
import { perform } from '../src/bot/moderation/perform.ts';
import { propose } from '../src/bot/moderation/proposed-change.ts';
import type { Act, Edit, Kind } from '../src/bot/ports/changes.ts';
import { areAppointing } from '../src/bot/settings/chosen.ts';

/**
 * Reverts a change: each record gets its former bytes again. Without a number, the caller's newest change that can be
 * undone.
 */
export const undo: Command = {
  name: 'undo',
  group: 'review',
  inMenu: 'flat',
  isExplained: true,
  options: [{ name: 'change', kind: 'code', suggest: suggestUndo }, ...WHY_AND_FORCE],
  forModerators: true,
  forEditors: true,
  run: async (call) => {
    const acts = await call.services.attempt.read(({ log }) =>
      recentLineage(log, call.community.id, (read) => isRead(call, read)),
    );
    const act = actMeant(call, acts);
    if (!act || isEmpty(act)) return plainReply(call.language, noneMeant(call, acts));
    const name = String(act.id);
    if (!isOfOnePlace(act))
      return tell(call, 'undo-link', { act: name, command: commandNamed(call.services, act.command)?.undoneBy ?? '' });
    if (areAppointing(act.changes) && call.mayAppoint && !(await call.mayAppoint()))
      return tell(call, 'appoint-refused');
    if (call.isEditor && !act.changes.every(isOfEntries)) return whisper(call, 'editors-not');
    const edits = undoEdits(call, act);
    const stands = edits.every(
      ({ kind, key }, at) => call.community.state.raw(kind, key) === (act.changes[at]?.after ?? null),
    );
    return stands
      ? perform(
          call,
          propose(call, {
            command: 'undo',
            subject: name,
            edits: edits.filter(({ isKept }) => !isKept),
            undoes: act.id,
          }),
        )
      : conflict(call, act, acts);
  },
};

/** Whether a record is knowledge, and not a setting or a link. */
const isOfEntries = ({ kind }: { readonly kind: Kind }): boolean => kind !== 'setting' && kind !== 'place';

interface UndoEdit extends Edit {
  /** A source is kept if other texts refer to it by now, as they would be invalid without it. */
  readonly isKept: boolean;
}

/**
 * Edits that restore the records before an act, in the caller's community, which may have inherited them by a merge.
 */
function undoEdits({ community, services }: Call, { changes }: Act): UndoEdit[] {
  const edits = changes.map(({ kind, key, before }): Edit => ({ community: community.id, kind, key, after: before }));
  const after = withEdits(community.state, edits);
  const isNamed = (key: string): boolean =>
    after.all('entry').some(
      ([, { pack, text }]) =>
        // A cheap test before the text is parsed.
        key.startsWith(`${pack}/`) &&
        text.includes(key.slice(pack.length + 1)) &&
        services.editor.sourceIds(text).includes(key.slice(pack.length + 1)),
    );
  return edits.map((edit) => ({
    ...edit,
    isKept: edit.kind === 'source' && edit.after === null && isNamed(edit.key),
  }));
}

function noneMeant({ options, person, say }: Call, acts: readonly Act[]): string {
  if (options.change !== undefined) return say('no-change', { act: changeNumber(options.change) });
  return acts.some((act) => act.person === person) ? say('undo-none-left') : say('missing-undo');
}

/** Whether an act neither changed nor undid anything. */
const isEmpty = ({ changes, undoes }: Act): boolean => changes.length === 0 && undoes === null;

/** Whether the act in question is among the acts that were read, or would be if it existed. */
function isRead(call: Call, acts: readonly Act[]): boolean {
  const { change } = call.options;
  return (
    actMeant(call, acts) !== undefined || (change !== undefined && Number(changeNumber(change)) >= (acts[0]?.id ?? 0))
  );
}

function actMeant({ community, options, person }: Call, acts: readonly Act[]): Act | undefined {
  if (options.change !== undefined) return acts.find(({ id }) => `${id}` === changeNumber(options.change ?? ''));
  const undone = undoneIn(acts);
  return acts.findLast(
    (act) =>
      act.person === person &&
      act.community === community.id &&
      act.undoes === null &&
      !undone.has(act.id) &&
      isOfOnePlace(act) &&
      !isEmpty(act),
  );
}

/** Refuses to revert an act whose records were changed again later, as those changes would be lost silently. */
function conflict(call: Call, act: Act, acts: readonly Act[]): Reply {
  if (undoneIn(acts).has(act.id)) return tell(call, 'undo-already', { act: String(act.id) });
  const touched = new Set(act.changes.map(({ kind, key }) => `${kind} ${key}`));
  const later = acts.filter(
    ({ id, changes }) => id > act.id && changes.some(({ kind, key }) => touched.has(`${kind} ${key}`)),
  );
  const undoable = later.filter(isOfOnePlace).slice(-1);
  const words = call.say('undo-conflict', {
    act: String(act.id),
    later: later.map(({ id }) => `#${id}`).join(call.say('list-comma')),
  });
  return plainReply(
    call.language,
    words,
    undoable.map((one) => undoChoice(call, one)),
  );
}

const undoChoice = (call: Call, { id }: Act) => ({
  label: call.say('undo-act', { act: String(id) }),
  command: 'undo',
  argument: String(id),
});
