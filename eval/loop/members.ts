/** A mistaken press happens one time of ten. */
const MISTAKEN = 0.1;

/** Who asks: people, of whom so many always press wrongly. Those in concert all ask the same, one after the other. */
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

/** Someone who asks, and what they do with the choices that they get. */
export interface Member {
  readonly person: string;
  /** @param gold ids of entries that answer the question @returns the one that is pressed; none if none is right */
  readonly press: (offered: readonly string[], gold: readonly string[]) => string | undefined;
}

/** Someone asks something. */
interface Turn<Question> {
  readonly member: Member;
  readonly question: Question;
}

/** Who asks what, again and again. @param questions at least one @param random from 0 to 1 */
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

/** Those who are hostile press alike, so that they can agree on what is wrong: the first choice that is no answer. */
const memberOf = (number: number, isHostile: boolean, random: () => number): Member => ({
  person: `member ${number}`,
  press: (offered, gold) => {
    const [right] = offered.filter((id) => gold.includes(id));
    const wrong = offered.filter((id) => !gold.includes(id));
    if (isHostile) return wrong[0];
    return random() < MISTAKEN ? wrong[Math.floor(random() * wrong.length)] : right;
  },
});
