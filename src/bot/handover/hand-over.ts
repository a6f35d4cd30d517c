import { type Reply, whisper } from '../answers/reply.ts';
import type { Call } from '../command.ts';
import { keyOfPlace, placeOfKey } from '../conversation/place.ts';
import { isRole } from '../moderation/people.ts';
import { DAY_MS, momentAfter } from '../moment.ts';
import { NO_HELP, type Question, type QuestionState } from '../ports/questions.ts';
import type { Unit, WithKept } from '../ports/store.ts';
import { askedBy } from '../questions/asked.ts';
import type { Services } from '../services.ts';
import { chosenOf, listIn } from '../settings/chosen.ts';
import { postStuck, questionReply, tellAllAskers } from './delivered.ts';
import { areThere, type HelpersSpot, helpersSpot } from './helpers.ts';
import { type ReturnAddress, tellHelpers, isWaiting as waits } from './note.ts';

/** Helpers are notified, by a sound or by their role, once in so many milliseconds. */
const CALLED_MS = 10 * 60_000;

/** Hands a question over to helpers. If the same question waits already, the person is added to its askers. */
export async function handOver(call: Call, question: string): Promise<Reply> {
  const { services, community, person, place, returnTo } = call;
  const spot = helpersSpot(community, place);
  if (!spot || returnTo === undefined) return whisper(call, 'human-nobody');
  const now = services.now();
  const hours = chosenOf(community, 'hours');
  const areHere = typeof hours !== 'string' || areThere(hours, now);
  const said = await services.attempt.write(async (unit) => {
    const { id, isWaiting, state } = await join(unit, call, question, returnTo);
    if (WITH_HELPERS.some((one) => one === state)) return state === 'stuck' ? state : isWaiting ? 'waiting' : 'told';
    // Posting would fail as for the others, so it waits with them.
    const isStuck = (await unit.questions.list(community.id, ['stuck'])).some((one) => isAt(one, spot));
    await unit.questions.change(id, { ...NO_HELP, ...spot, state: isStuck ? 'stuck' : 'passed', at: now });
    if (isStuck) return 'stuck';
    const isLoud = areHere && (await isTimeToCall(unit, community.id, now));
    const helpers = chosenOf(community, 'helpers', placeOfKey(spot.place));
    const roles = isLoud ? listIn(helpers).filter(isRole) : [];
    const reply = questionReply(services, community, { id, text: question }, returnTo.link);
    await tellHelpers(unit, spot, { item: id, says: 'question', reply, isLoud, roles }, { person, now });
    return 'told';
  });
  // It may be possible to post there by now.
  if (said === 'stuck') await services.attempt.afterCommit(() => postStuck(services, spot.place));
  if (said !== 'told') return whisper(call, said === 'stuck' ? 'human-stuck' : 'human-waiting');
  return areHere ? whisper(call, 'human-told') : whisper(call, 'human-told-hours', { hours: String(hours) });
}

/** States of a question that was handed over and has no answer yet. */
const WITH_HELPERS = ['passed', 'stuck', 'taken', 'told'] as const satisfies readonly QuestionState[];

/**
 * Adds the person to those who wait for the answer.
 * @returns also whether they waited already
 */
async function join(unit: Unit, call: Call, question: string, returnTo: ReturnAddress) {
  const { services, person } = call;
  const kept = await services.questions.keep(unit, askedBy(call, question, { address: JSON.stringify(returnTo) }));
  if (!kept) throw new Error('a question without words was handed over');
  const { id, state } = kept.question;
  const isWaiting = kept.before?.askers.some((one) => one.person === person && waits(one)) ?? false;
  return { id, state, isWaiting };
}

const isAt = (one: HelpersSpot, { place, channel }: HelpersSpot): boolean =>
  one.place === place && one.channel === channel;

/** Whether helpers may be notified now; if so, records that they are. */
async function isTimeToCall({ kept }: WithKept, community: string, now: string): Promise<boolean> {
  const key = `helpers called ${community}`;
  if (await kept.find(key, now)) return false;
  const expires = momentAfter(now, CALLED_MS);
  await kept.save({ key, place: community, person: '', content: '{}', expires });
  return true;
}

/**
 * For a helper who takes a question on: its askers are told. Elsewhere than in the helpers' channel, anybody could type
 * the number of a question and keep the helpers from it.
 */
export async function take(call: Call, item: Question): Promise<Reply> {
  const isHelper = call.isHelper ?? call.isModerator;
  const here = { place: keyOfPlace(call.place), channel: call.place.channel ?? '' };
  if (!isAt(item, here) && !(await isHelper())) return whisper(call, 'moderators-only');
  if (!['passed', 'stuck', 'told'].includes(item.state)) return whisper(call, 'human-is-taken');
  await call.services.attempt.write(async (unit) => {
    await unit.questions.change(item.id, { state: 'taken' });
    await tellAllAskers(call.services, unit, item, 'human-taken');
  });
  return whisper(call, 'human-you-took');
}

/** Tells the askers once that nobody has answered within a day. An answer may still come. */
export async function tellOverdue(services: Services, now = services.now()): Promise<void> {
  const before = momentAfter(now, -DAY_MS);
  await services.store.transact(async (unit) => {
    for (const item of await unit.questions.overdue(before)) {
      await unit.questions.change(item.id, { state: 'told' });
      await tellAllAskers(services, unit, item, 'human-no-answer-yet');
    }
  });
}
