/** Who they are: one of twenty always presses wrongly, as do the others one time of ten. */
const MEMBERS = 100;
const HOSTILE = 5;
const MISTAKEN = 0.1;

/** Someone who asks, and what they do with the choices that they get. */
export interface Member {
  readonly person: string;
  /** @param gold ids of entries that answer the question @returns the one that is pressed; none if none is right */
  readonly press: (offered: readonly string[], gold: readonly string[]) => string | undefined;
}

/**
 * Any of the members. Those who are hostile press alike, so that they can agree on what is wrong: the first choice that
 * does not answer. @param random from 0 to 1
 */
export function anyMember(random: () => number): Member {
  const number = Math.floor(random() * MEMBERS);
  const press: Member['press'] = (offered, gold) => {
    const [right] = offered.filter((id) => gold.includes(id));
    const wrong = offered.filter((id) => !gold.includes(id));
    if (number < HOSTILE) return wrong[0];
    return random() < MISTAKEN ? wrong[Math.floor(random() * wrong.length)] : right;
  };
  return { person: `member ${number}`, press };
}
