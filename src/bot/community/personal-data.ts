import type { Reply } from '../answers/reply.ts';
import type { Call } from '../command.ts';
import type { Account } from '../conversation/incoming.ts';
import { keyOfPlace, type Place, privatePlace } from '../conversation/place.ts';
import { creditsTo, forgetHandedOver } from '../handover/answer.ts';
import type { Unit } from '../ports/store.ts';
import type { Services } from '../services.ts';
import { noteErasure } from './erasure.ts';

/** All data about the caller, stored or in memory, as JSON. */
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

/** Key of somebody's private chat, wherever they call from. */
const homeOf = ({ platform }: Place, person: string): string => keyOfPlace(privatePlace(platform, person));

/**
 * Erases all data about the caller. Entries that they wrote as a moderator stay, without their name. @param reply that
 * confirms it
 */
export const erasePerson = ({ services, person, place, account, keepReply }: Call, reply: Reply): Promise<void> =>
  eraseAll(services, person, homeOf(place, person), {
    account,
    keepReply: async (unit) => keepReply?.(unit, reply),
  });

/**
 * Continues erasures that were interrupted by the end of a process.
 * @param isStart whether unhandled updates are still waiting: an update that asked for an erasure continues it, and
 * confirms it to its person
 */
export async function finishErasures(services: Services, isStart: boolean): Promise<void> {
  for (const { person, home, isWaiting } of await services.store.read(({ people }) => people.begun()))
    if (!isStart || !isWaiting) await eraseAll(services, person, home);
}

/** A long history is erased in steps, so that others get their turn in between. */
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
    // If the process ends from here on, the next start continues.
    if (isMore) await keepReply?.(unit);
    return isMore;
  });
  // Only now, to include what they asked meanwhile.
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
  // Last, so that after a failure they can still sign in and try again.
  if (account) await attempt.afterCommit(account.erase);
}
