import type { Call } from '../command.ts';

const SHOWN = 6;

/** A person in the log, told from others, but not named: the log knows a keyed hash only. */
export function sayPerson({ person, say }: Call, hash: string): string {
  if (hash === '') return say('person-erased');
  return hash === person ? say('person-you') : say('person', { id: hash.slice(0, SHOWN) });
}
