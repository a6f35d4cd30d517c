import type { Call } from '../command.ts';

/** A role as chats write its mention, or a person: as a mention, or by the number that the platform gives them. */
const ROLE = /^<@&(\d{1,20})>$/;
const PERSON = /^(?:<@!?(\d{1,20})>|(\d{1,20}))$/;

/**
 * Roles as their ids, people as keyed hashes: nothing that is kept names anybody. Undefined if a word is neither.
 * @param held marks of those who have the role now: if it is handed over whole, nobody can name people by anything else
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

/** Whether a mark is a role's id. */
export const isRole = (mark: string): boolean => /^\d{1,20}$/.test(mark);

/** Roles as the platform writes them: it shows their names. People are counted, for nobody knows their hashes. */
export function sayHolders({ person, say }: Call, marks: readonly string[]): string[] {
  const others = marks.filter((mark) => !isRole(mark) && mark !== person).length;
  return [
    ...marks.filter(isRole).map((mark) => `<@&${mark}>`),
    ...(marks.includes(person) ? [say('person-you')] : []),
    ...(others > 0 ? [say('people-count', { count: others })] : []),
  ];
}

/** Letters of a hash that tell people apart. */
const MARK_LENGTH = 6;

/** A person in the log, told from others, but not named: the log knows a keyed hash only. */
export function sayPerson({ person, say }: Call, hash: string): string {
  if (hash === '') return say('person-erased');
  return hash === person ? say('person-you') : say('person', { id: hash.slice(0, MARK_LENGTH) });
}
