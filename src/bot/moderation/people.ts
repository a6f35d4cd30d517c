import type { Call } from '../command.ts';

/** Mentions of roles and of people, as chats write them; people also by their number on the platform. */
const ROLE = /^<@&(\d{1,20})>$/;
const PERSON = /^(?:<@!?(\d{1,20})>|(\d{1,20}))$/;

/**
 * Reads roles as ids and people as keyed hashes, so that no stored mark names anybody. Undefined if the list is empty
 * or a word is neither.
 * @param held marks of those who have the role now: they may be given as they are, because nobody knows the people
 * behind hashes. Default: none
 */
export function readPeople(
  words: readonly string[],
  { services, place }: Pick<Call, 'services' | 'place'>,
  held: readonly string[] = [],
): string[] | undefined {
  const read = (word: string): string | undefined => {
    if (held.includes(word) && !isRole(word)) return word;
    const [, mentioned, numbered] = PERSON.exec(word) ?? [];
    const person = mentioned ?? numbered;
    return ROLE.exec(word)?.[1] ?? (person === undefined ? undefined : services.hash(`${place.platform}:${person}`));
  };
  const found = words.map(read);
  return found.length > 0 && found.every((one) => one !== undefined) ? found : undefined;
}

/** @param mark a role's id, or a person's keyed hash */
export const isRole = (mark: string): boolean => /^\d{1,20}$/.test(mark);

/** Roles as mentions, which platforms show with their names. People are only counted, because hashes name nobody. */
export function sayHolders({ person, say }: Call, marks: readonly string[]): string[] {
  const others = marks.filter((mark) => !isRole(mark) && mark !== person).length;
  return [
    ...marks.filter(isRole).map((mark) => `<@&${mark}>`),
    ...(marks.includes(person) ? [say('person-you')] : []),
    ...(others > 0 ? [say('people-count', { count: others })] : []),
  ];
}

/** Characters of a hash that are shown to tell people apart. */
const MARK_LENGTH = 6;

/** A person in the log, told apart from others but not named: only a keyed hash is stored. */
export function sayPerson({ person, say }: Call, hash: string): string {
  if (hash === '') return say('person-erased');
  return hash === person ? say('person-you') : say('person', { id: hash.slice(0, MARK_LENGTH) });
}
