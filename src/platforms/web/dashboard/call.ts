import type { Call } from '../../../bot/command.ts';
import type { View } from './scope.ts';

/** A call as a command would have it, of whoever signed in. */
export function callOf({
  context: { services },
  reader: { language, say },
  scope: { community },
  speaker: { person, place, isModerator, isOperator },
}: View): Call {
  const shared = { services, community, language, say, place, argument: '', options: {}, addressed: true, isOperator };
  return { ...shared, person: services.hash(person), isModerator: async () => isModerator };
}
