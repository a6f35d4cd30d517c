/** Share of presses that are mistakes, 0 to 1. */
const MISTAKEN = 0.1;

/**
 * The people who ask, some of whom always press wrongly. If they are in concert, all ask the same, one after the other.
 */
interface Crowd {
  readonly people: number;
  readonly hostile: number;
  readonly isInConcert: boolean;
}

export const CROWDS = {
  members: { people: 100, hostile: 5, isInConcert: false },
  'five who press wrongly': { people: 5, hostile: 5, isInConcert: false },
  'ten in concert': { people: 10, hostile: 10, isInConcert: true },
} as const satisfies Readonly<Record<string, Crowd>>;

export type CrowdName = keyof typeof CROWDS;

/** A person who asks, and which choice they press. */
export interface Member {
  readonly person: string;
  /** @param gold ids of the entries that answer the question @returns the pressed choice; undefined if none is right */
  readonly press: (offered: readonly string[], gold: readonly string[]) => string | undefined;
}

/** A person asks a question. */
interface Turn<Question> {
  readonly member: Member;
  readonly question: Question;
}

/** Endless turns of people and questions. @param questions at least one @param random 0 to 1 */
export function turnsOf<Question>(
  name: CrowdName,
  questions: readonly Question[],
  random: () => number,
): () => Turn<Question> {
  const { people, hostile, isInConcert } = CROWDS[name];
  const any = () => questions[Math.floor(random() * questions.length)] as Question;
  let [next, question] = [0, any()];
  return () => {
    const number = isInConcert ? next++ % people : Math.floor(random() * people);
    if (!isInConcert || number === 0) question = any();
    return { member: memberOf(number, number < hostile, random), question };
  };
}

/** A member. Hostile ones all press the first choice that is no answer, so that they can agree on a wrong one. */
const memberOf = (number: number, isHostile: boolean, random: () => number): Member => ({
  person: `member ${number}`,
  press: (offered, gold) => {
    const [right] = offered.filter((id) => gold.includes(id));
    const wrong = offered.filter((id) => !gold.includes(id));
    if (isHostile) return wrong[0];
    return random() < MISTAKEN ? wrong[Math.floor(random() * wrong.length)] : right;
  },
});
