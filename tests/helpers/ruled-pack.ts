import type { DataEntry, DataQuestion } from '../../eval/datasets.ts';
import { seeded } from '../../eval/seeded.ts';

/** Entries made from rules, each with the same number of phrasings, and questions that are no phrasing of any. */
export interface RuledPack {
  readonly language: 'en';
  readonly entries: readonly DataEntry[];
  readonly questions: readonly DataQuestion[];
}

/** Subjects of a pack: actions, and to what, each in the words that people have for it. */
export interface Subject {
  readonly acts: readonly (readonly string[])[];
  readonly things: readonly (readonly string[])[];
}

export const BANK: Subject = {
  acts: [
    ['close', 'cancel', 'end', 'terminate'],
    ['open', 'start', 'set up', 'create'],
    ['lock', 'block', 'freeze', 'suspend'],
    ['upgrade', 'improve', 'extend', 'raise'],
  ],
  things: [
    ['savings account', 'savings', 'savings book', 'deposit account'],
    ['credit card', 'visa card', 'plastic card', 'mastercard'],
    ['mortgage', 'house loan', 'home loan', 'property credit'],
    ['standing order', 'recurring payment', 'monthly transfer', 'repeated transfer'],
    ['online access', 'web login', 'internet banking', 'portal'],
  ],
};

export const GARDEN: Subject = {
  acts: [
    ['prune', 'trim', 'cut back', 'shorten'],
    ['water', 'irrigate', 'moisten', 'sprinkle'],
    ['plant', 'sow', 'put in', 'grow'],
    ['protect', 'cover', 'shelter', 'wrap'],
  ],
  things: [
    ['roses', 'rose bush', 'climbing roses', 'rosebeds'],
    ['tomatoes', 'tomato plants', 'cherry tomatoes', 'vine tomatoes'],
    ['lawn', 'grass', 'turf', 'meadow'],
    ['hedge', 'boxwood', 'privet', 'shrubs'],
    ['apple tree', 'fruit tree', 'orchard', 'pear tree'],
  ],
};

const FRAMES: readonly string[] = [
  'how do I {act} my {thing}',
  'I want to {act} the {thing}',
  '{act} {thing}',
  'can you {act} {thing} for me',
  'where can people {act} a {thing}',
  'is it possible to {act} {thing} today',
  'need help, must {act} {thing}',
  'what does it take to {act} {thing}',
  'who will {act} my {thing}',
  'steps to {act} any {thing}',
];

/**
 * @param seed the same pack for the same one. @param asked questions to each entry; they share words with the
 * phrasings, never all of them.
 */
export function ruledPack({ acts, things }: Subject, phrasings: number, asked: number, seed: number): RuledPack {
  const random = seeded(seed);
  const pick = <T>(list: readonly T[]): T | undefined => list[Math.floor(random() * list.length)];
  const made = acts.flatMap((act, a) =>
    things.map((thing, t) => {
      const say = () => (pick(FRAMES) ?? '').replace('{act}', pick(act) ?? '').replace('{thing}', pick(thing) ?? '');
      const title = `How to ${act[0]} ${thing[0]}?`;
      const said = distinct(say, phrasings + asked);
      const id = `questions/${act[0]}-${thing[0]}`.replaceAll(' ', '-');
      const answer = `${a + 1}.${t + 1}: ask the office for form ${10 * a + t}, fill it in and send it back within ${a + t + 2} days.`;
      return {
        entry: { id, title, phrasings: said.slice(0, phrasings), answer },
        questions: said.slice(phrasings).map((text) => ({ text, gold: [id] })),
      };
    }),
  );
  return {
    language: 'en',
    entries: made.map(({ entry }) => entry),
    questions: made.flatMap(({ questions }) => questions),
  };
}

function distinct(say: () => string, count: number): string[] {
  const said = new Set<string>();
  while (said.size < count) said.add(say());
  return [...said];
}
