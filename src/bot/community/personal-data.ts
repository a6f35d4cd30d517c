import type { Reply } from '../answers/reply.ts';
import type { Call } from '../command.ts';
import type { Account } from '../conversation/incoming.ts';
import { keyOfPlace, type Place, privatePlace } from '../conversation/place.ts';
import { creditsTo, forgetHandedOver } from '../handover/answer.ts';
import type { Unit } from '../ports/store.ts';
import type { Services } from '../services.ts';
import { noteErasure } from './erasure.ts';

/** All stored data about the caller, from the store and from memory, as JSON. */
export async function exportPerson({ services, person, place, account }: Call): Promise<string> {
  const kept = await services.attempt.read(({ people }) => people.export(person, homeOf(place, person)));
  const data = {
    exported: services.now(),
    person,
    ...kept,
    ...(account && { account: account.export() }),
    questions: [...services.questions.of(person), ...services.learning.of(person)],
    conversations: services.conversations.ofPerson(person),
    waiting: services.heldLines.ofPerson(person),
  };
  return `${JSON.stringify(data, null, 2)}\n`;
}

/** Key of the place of somebody's private chat, whatever the place in which they call. */
const homeOf = ({ platform }: Place, person: string): string => keyOfPlace(privatePlace(platform, person));

/** Erases all of it. Entries that they wrote as a moderator stay, without their name. @param reply that confirms it */
export const erasePerson = ({ services, person, place, account, keepReply }: Call, reply: Reply): Promise<void> =>
  eraseAll(services, person, homeOf(place, person), {
    account,
    keepReply: async (unit) => keepReply?.(unit, reply),
  });

/**
 * Goes on with erasures that the end of a process has cut off.
 * @param isStart whether updates of before are still to be handled: the one that asked for an erasure goes on with it,
 * and tells its person
 */
export async function finishErasures(services: Services, isStart: boolean): Promise<void> {
  for (const { person, home, isWaiting } of await services.store.read(({ people }) => people.begun()))
    if (!isStart || !isWaiting) await eraseAll(services, person, home);
}

/** A long history is taken out step by step, and others get their turn between; with the last step nothing is left. */
async function eraseAll(
  services: Services,
  person: string,
  home: string,
  { account, keepReply }: { readonly account?: Account | undefined; readonly keepReply?: (unit: Unit) => unknown } = {},
): Promise<void> {
  const { communities, attempt } = services;
  const credits = await attempt.read((unit) => creditsTo(unit, person));
  await attempt.inSteps(async (unit) => {
    const { touched, isMore } = await unit.people.eraseSome(person, home);
    await noteErasure(unit, touched, services);
    // From now on the next start goes on, if the process ends.
    if (isMore) await keepReply?.(unit);
    return isMore;
  });
  // Not before: what they ask meanwhile goes, too.
  services.counter.forget(home);
  services.questions.erase(person);
  services.learning.erase(person);
  services.conversations.erase(person);
  services.heldLines.erase(person);
  services.erased.note(person);
  await attempt.write(async (unit) => {
    await forgetHandedOver(services, unit, person, credits);
    await noteErasure(unit, await unit.people.erase(person, home), services);
    await keepReply?.(unit);
  });
  await attempt.afterCommit(communities.whenIdle);
  // Last, as after a failure they must still be able to sign in and try again.
  if (account) await attempt.afterCommit(account.erase);
}
