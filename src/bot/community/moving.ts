import { keyOfPlace, type Place } from '../conversation/place.ts';
import { readSpot, writeSpot } from '../handover/helpers.ts';
import type { Edit } from '../ports/changes.ts';
import type { Services } from '../services.ts';
import { settingOfKey } from '../settings/chosen.ts';
import { rowOf } from '../settings/table.ts';
import type { Community } from './community.ts';
import { joinEdits } from './linking.ts';
import { editOf } from './records.ts';

/**
 * A place gets a new id, as when a Telegram group becomes a supergroup. Its community keeps its id, and all that is
 * stored under it. Records made under the place's new id meanwhile are merged as in linking. Does nothing if it was
 * done before.
 */
export async function movePlace({ attempt, communities, now }: Services, from: Place, to: Place): Promise<void> {
  const [old, key] = [keyOfPlace(from), keyOfPlace(to)];
  const community = await communities.of(from);
  const guest = await communities.of(to);
  if (community.id === guest.id) return;
  const joined = joinEdits(community, guest, { host: key, guests: [key] });
  const renamed = renamedSettings(community, old, key).filter((edit) =>
    joined.every((one) => one.kind !== edit.kind || one.key !== edit.key),
  );
  const left = community.state.raw('place', old) === null ? [] : [editOf(community.id, 'place', old, null)];
  const home = editOf(community.id, 'place', key, { title: to.title ?? '' });
  const edits = [...left, ...renamed, ...joined.filter(({ kind, after }) => kind !== 'place' || after === null), home];
  const act = {
    community: community.id,
    person: '',
    place: old,
    at: now(),
    command: 'move',
    why: '',
    forced: null,
    undoes: null,
    edits,
  };
  await attempt.write(async (unit) => {
    const { log } = unit;
    const homes = await log.records({ kind: 'place', key });
    // A move is reported by two messages, and maybe by a refused call as well.
    if (homes.some((home) => home.community === community.id)) return;
    await log.append(act);
    // Messages from before can no longer be edited.
    await unit.faqPosts.forget(old);
    communities.refreshAfter(unit);
  });
  await attempt.afterCommit(communities.whenIdle);
}

/** Settings of this place alone, such as who moderates there, and those that name one of its channels. */
const renamedSettings = ({ id, state }: Community, from: string, to: string): Edit[] => [
  ...state
    .rawAll('setting')
    .filter(([key]) => key.endsWith(`:${from}`))
    .flatMap(([key, value]): Edit[] => [
      editOf(id, 'setting', key, null),
      { community: id, kind: 'setting', key: `${key.slice(0, -from.length)}${to}`, after: value },
    ]),
  ...state.all('setting').flatMap(([key, value]): Edit[] => {
    const setting = settingOfKey(key);
    if (setting === undefined || rowOf(setting).kind !== 'spot' || typeof value !== 'string') return [];
    const { place, channel } = readSpot(value);
    return place === from ? [editOf(id, 'setting', key, writeSpot({ place: to, channel }))] : [];
  }),
];
