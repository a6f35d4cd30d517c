import type { Call } from '../command.ts';
import { keyOfPlace, type Place, privatePlace } from '../conversation/place.ts';
import { takingIn } from '../moderation/take-in.ts';
import { erasureOf } from './erasure.ts';

/** Everything that is kept about whoever calls, in the store and in memory, as JSON text. */
export async function exportPerson({ services, person, place }: Call): Promise<string> {
  const kept = await services.store.transact(({ people }) => people.export(person, homeOf(place, person)));
  const data = { exported: services.now(), person, ...kept, questions: services.questions.of(person), conversations: services.conversations.ofPerson(person) };
  return `${JSON.stringify(data, null, 2)}\n`;
}

/** Key of the place in which somebody is alone with the bot, whatever the place in which they call. */
const homeOf = ({ platform }: Place, person: string): string => keyOfPlace(privatePlace(platform, person));

/** Removes all of it. What they taught as a moderator stays, as nobody's. */
export async function erasePerson({ services, person, place }: Call): Promise<void> {
  const { communities } = services;
  const home = homeOf(place, person);
  const news = takingIn(communities);
  services.counter.forget(home);
  services.questions.erase(person);
  services.conversations.erase(person);
  await services.store.transact(async (unit) => {
    const { log, people } = unit;
    const touched = await people.erase(person, home);
    if (touched.length === 0) return;
    await log.append(erasureOf(touched, services.now()));
    news.begin(unit);
  });
  await news.settled();
}
