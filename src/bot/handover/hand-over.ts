import { type Reply, whisper } from '../answers/reply.ts';
import type { Call } from '../command.ts';
import { keyOfOffice } from '../community/offices.ts';
import { keyOfPlace, placeOfKey } from '../conversation/place.ts';
import { languageOfText } from '../moderation/lookup.ts';
import { isRole } from '../moderation/people.ts';
import { marksOf } from '../moderation/setting-values.ts';
import { DAY_MS, momentAfter } from '../moment.ts';
import type { HandedQuestion } from '../ports/handover.ts';
import type { Unit } from '../ports/store.ts';
import type { Services } from '../services.ts';
import { postStuck, questionReply, tellAllAskers } from './delivered.ts';
import { areThere, type HelpersSpot, HOURS, helpersSpot } from './helpers.ts';
import { tellHelpers } from './note.ts';

/** Helpers are called by a sound, or their role, once in so many milliseconds. */
const CALLED_MS = 10 * 60_000;

/** Hands a question over to helpers. A question that waits already is one with it. */
export async function handOver(call: Call, question: string): Promise<Reply> {
  const { services, community, person, place, returnTo } = call;
  const spot = helpersSpot(community, place);
  if (!spot || returnTo === undefined) return whisper(call, 'human-nobody');
  const now = services.now();
  const hours = community.state.get('setting', HOURS);
  const areHere = typeof hours !== 'string' || areThere(hours, now);
  const asked = { text: question, language: languageOfText(call, question) };
  const said = await services.attempt.write(async (unit) => {
    const waiting = await unit.handed.unanswered(community.id);
    const same = waiting.find((one) => services.questions.areAlike(one, asked));
    // It would be refused like those before: it waits with them.
    const isStuck = waiting.some((one) => one.state === 'stuck' && isAt(one, spot));
    const state = isStuck ? ('stuck' as const) : ('open' as const);
    const fresh = { ...asked, ...spot, ...NOTHING_SAID, community: community.id, state, at: now };
    const item = same?.id ?? (await unit.handed.add(fresh));
    const address = JSON.stringify(returnTo);
    const hasJoined = await unit.handed.join({ item, person, place: keyOfPlace(place), address, told: '' });
    if (same) return same.state === 'stuck' ? 'stuck' : hasJoined ? 'told' : 'waiting';
    if (isStuck) return 'stuck';
    const isLoud = areHere && (await isTimeToCall(unit, community.id, now));
    const helpers = community.state.get('setting', keyOfOffice('helpers', placeOfKey(spot.place)));
    const roles = isLoud ? marksOf(helpers).filter(isRole) : [];
    const reply = questionReply(services, community, { id: item, text: question }, returnTo.link);
    await tellHelpers(unit, spot, { item, says: 'question', reply, isLoud, roles }, { person, now });
    return 'told';
  });
  // By now it may be possible to post there.
  if (said === 'stuck') await services.attempt.afterCommit(() => postStuck(services, spot.place));
  if (said !== 'told') return whisper(call, said === 'stuck' ? 'human-stuck' : 'human-waiting');
  return areHere ? whisper(call, 'human-told') : whisper(call, 'human-told-hours', { hours: String(hours) });
}

const NOTHING_SAID = { post: '', helper: '', words: '', said: '', link: '', proposal: '' } as const;

const isAt = (one: HelpersSpot, { place, channel }: HelpersSpot): boolean =>
  one.place === place && one.channel === channel;

/** Whether helpers were not called just now; if so, they are from now on. */
async function isTimeToCall({ kept }: Pick<Unit, 'kept'>, community: string, now: string): Promise<boolean> {
  const key = `helpers called ${community}`;
  if (await kept.find(key, now)) return false;
  const expires = momentAfter(now, CALLED_MS);
  await kept.save({ key, place: community, person: '', content: '{}', expires });
  return true;
}

/** Somebody says that they will answer: those who ask are told. */
export async function take(call: Call, item: HandedQuestion): Promise<Reply> {
  if (!['open', 'stuck', 'told'].includes(item.state)) return whisper(call, 'human-is-taken');
  await call.services.attempt.write(async (unit) => {
    await unit.handed.change(item.id, { state: 'taken' });
    await tellAllAskers(call.services, unit, item, 'human-taken');
  });
  return whisper(call, 'human-you-took');
}

/** Tells those who asked, once, that nobody has answered in a day. An answer may still come. @param now ISO 8601 */
export async function tellOverdue(services: Services, now = services.now()): Promise<void> {
  const before = momentAfter(now, -DAY_MS);
  await services.store.transact(async (unit) => {
    for (const item of await unit.handed.overdue(before)) {
      await unit.handed.change(item.id, { state: 'told' });
      await tellAllAskers(services, unit, item, 'human-no-answer-yet');
    }
  });
}
