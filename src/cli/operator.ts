import { type Call, callOf } from '../bot/command.ts';
import type { Place } from '../bot/conversation/place.ts';
import type { Services } from '../bot/services.ts';
import { TERMINAL } from './lines.ts';

/** A call by the operator, who may do everything in any community. */
export async function operatorCall(services: Services, place: Place): Promise<Call> {
  return callOf(services, {
    person: services.hash('console:operator'),
    place,
    community: await services.communities.of(place),
    language: services.defaultLanguage,
    isModerator: async () => true,
  });
}

/** Reads `platform:id`. Default: the terminal. @throws Error that explains the format */
export function readPlace(key: string | undefined): Place {
  if (key === undefined) return TERMINAL;
  const [, platform, id] = /^([a-z]+):(.+)$/.exec(key) ?? [];
  if (platform === undefined || id === undefined)
    throw new PlaceError(`--community ${key} is no place; write platform:id, as /history shows it`);
  return { platform, id };
}

export class PlaceError extends Error {
  override readonly name = 'PlaceError';
}
