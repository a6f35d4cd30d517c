import { meansAsked } from '../answers/human-choice.ts';
import type { Choice } from '../answers/reply.ts';
import { type Command, commandNamed } from '../command.ts';
import type { About } from '../conversation/incoming.ts';
import { DAY_MS, momentAfter } from '../moment.ts';
import type { Services } from '../services.ts';

/** The command of a press. */
export type Press = Pick<Choice, 'command' | 'argument' | 'of'>;

/**
 * Choices as the data of buttons: short, and forged by nobody. They outlive restarts, for the key is the installation's
 * own.
 */
export interface Buttons {
  /**
   * At most 64 bytes of UTF-8. What does not fit is kept in the store, under a code. @param person keyed hash of whom
   * it is for: what is kept goes with them
   */
  readonly write: (press: Press, place: string, person: string) => string | Promise<string>;
  /** The press; undefined for data that this bot never wrote for that place, or no longer keeps. */
  readonly read: (data: string, place: string) => Promise<Press | undefined>;
}

const MOST_BYTES = 64;
const SIGNATURE_LENGTH = 12;
/** Marks a code in the place of a command's name. */
const KEPT = '@';
const KEPT_DAYS = 14;
const encoder = new TextEncoder();

export function createButtons({
  attempt,
  hash,
  code,
  now,
}: Pick<Services, 'attempt' | 'hash' | 'code' | 'now'>): Buttons {
  const signed = (words: string, place: string): string =>
    `${hash(`button ${place} ${words}`).slice(0, SIGNATURE_LENGTH)} ${words}`;
  const keep = async (press: Press, place: string, person: string): Promise<string> => {
    const id = code();
    const expires = momentAfter(now(), KEPT_DAYS * DAY_MS);
    await attempt.write(({ kept }) => kept.save({ key: id, place, person, content: JSON.stringify(press), expires }));
    return signed(`${KEPT} ${id}`, place);
  };
  return {
    // Most fit: for them no promise is made.
    write: ({ command, argument, of }, place, person) => {
      // A space at the end might be lost on the way.
      const data = signed(argument === '' ? command : `${command} ${argument}`, place);
      return encoder.encode(data).length <= MOST_BYTES ? data : keep({ command, argument, of }, place, person);
    },
    read: async (data, place) => {
      const words = data.slice(SIGNATURE_LENGTH + 1);
      if (!isEqual(data, signed(words, place))) return undefined;
      const [command = '', argument = ''] = /^(\S*) ?([\s\S]*)$/.exec(words)?.slice(1) ?? [];
      if (command !== KEPT) return { command, argument };
      const kept = await attempt.read((unit) => unit.kept.find(argument, now()));
      return kept?.place === place ? (JSON.parse(kept.content) as Press) : undefined;
    },
  };
}

/** Compares in constant time, so that a signature cannot be guessed letter by letter. */
function isEqual(a: string, b: string): boolean {
  let difference = a.length ^ b.length;
  for (let at = 0; at < Math.min(a.length, b.length); at++) difference |= a.charCodeAt(at) ^ b.charCodeAt(at);
  return difference === 0;
}

/** The command of a button, unproven: behind its signature. `@` marks one that is kept elsewhere. */
export const commandIn = (data: string | undefined): string | undefined => data?.split(' ', 2)[1];

/** A button's request to the bot. */
interface PressRequest {
  /** As it would be typed. */
  readonly text: string;
  readonly command: Command | undefined;
  /** The answer that it is about, if any. */
  readonly about: About | undefined;
  /** Whether it means the question that its message answers. */
  readonly isAsked: boolean;
  /** Whether it votes on another message than its own: that one, which offers the vote, has served then. */
  readonly isElsewhere: boolean;
}

/** A message on which something is pressed. */
interface Pressed {
  readonly id: string;
  /** The question that it answers, as far as people can still see it; else empty. */
  readonly question: string;
  /** The answer in a message of the bot's, by its id. */
  readonly aboutIn: (id: string) => Promise<About | undefined>;
}

/** @returns undefined if the button means a question that nobody can see any more */
export async function readPress(
  services: Pick<Services, 'commands'>,
  press: Press,
  { id, question, aboutIn }: Pressed,
): Promise<PressRequest | undefined> {
  const command = commandNamed(services, press.command);
  const [, vote, other] = (command?.votes && ON_ANOTHER.exec(press.argument)) || [];
  const isAsked = meansAsked(press, services);
  if (isAsked && question === '') return undefined;
  const words = isAsked ? question : (vote ?? press.argument);
  const text = `/${press.command} ${words}`.trim();
  return { text, command, about: await aboutIn(other ?? id), isAsked, isElsewhere: other !== undefined };
}

/** A vote, and the message that it is about. */
const ON_ANOTHER = /^(\w+) (\d+)$/;
