import type { Choice, Reply } from '../../../bot/answers/reply.ts';
import { keyOfPlace, type Place } from '../../../bot/conversation/place.ts';
import type { Buttons, Press } from '../../../bot/platform/buttons.ts';
import { MOST } from './limits.ts';
import type { Control, Controls } from './render.ts';

/** What this platform's own buttons do; no command begins with `!`. */
export const DELETE = '!delete';
export const FORM = '!form';

const HASH_LENGTH = 16;

/** What a button that deletes says about whose answer it is. */
export const ownerMark = (personHash: string): string => personHash.slice(0, HASH_LENGTH);

/** Who gets a reply, and where. */
export interface Audience {
  readonly place: Place;
  /** Keyed hash of who asked. */
  readonly person: string;
  /** Buttons of the platform's own, above those of an answer. */
  readonly extra?: readonly Choice[] | undefined;
  /** Seen by one person only: nobody else has to be able to delete it, or to pin it from there. */
  readonly isPrivate?: boolean | undefined;
}

/** The buttons of a reply, signed for their place. */
export async function controlsOf(buttons: Buttons, reply: Reply, { place, person, extra = [], isPrivate = false }: Audience): Promise<Controls> {
  const sign = (press: Press) => buttons.write(press, keyOfPlace(place), person);
  const choices: Control[] = [];
  // One after the other: what does not fit on a button is kept in the store.
  for (const { label, command, argument } of [...extra, ...reply.choices].slice(0, MOST.choices)) choices.push({ label, id: await sign({ command, argument }) });
  return { choices, tools: reply.answer ? await toolsOf(reply, sign, place, isPrivate ? undefined : person) : [] };
}

/** Votes, a pin for moderators (whether the person may is asked at the press), and deletion. */
async function toolsOf({ answer }: Reply, sign: (press: Press) => Promise<string>, place: Place, person: string | undefined): Promise<Control[]> {
  const tools: Control[] = [
    { emoji: '👍', id: await sign({ command: 'helpful', argument: 'yes' }) },
    { emoji: '👎', id: await sign({ command: 'helpful', argument: 'no' }) },
  ];
  if (!place.isPrivate && answer?.pin === undefined) tools.push({ emoji: '📌', id: await sign({ command: 'pin', argument: '' }) });
  if (person !== undefined) tools.push({ emoji: '🗑️', id: await sign({ command: DELETE, argument: ownerMark(person) }) });
  return tools;
}
