import { meansAsked } from '../answers/human-choice.ts';
import type { Choice } from '../answers/reply.ts';
import { type Command, commandNamed } from '../command.ts';
import type { About } from '../conversation/incoming.ts';
import { DAY_MS, momentAfter } from '../moment.ts';
import type { Services, WithCommands } from '../services.ts';

/** The command that a button calls. */
export type Press = Pick<Choice, 'command' | 'argument' | 'of'>;

/**
 * Data of buttons: short, and signed, so that nobody can forge it. The key is the installation's, so buttons outlive
 * restarts.
 */
export interface Buttons {
  /**
   * At most 64 bytes of UTF-8. A longer command is kept in the store under a code.
   * @param person for whom the button is: a keyed hash. What is kept is erased with them
   */
  readonly write: (press: Press, place: string, person: string) => string | Promise<string>;
  /** Undefined for data that this bot did not write for that place, or no longer keeps. */
  readonly read: (data: string, place: string) => Promise<Press | undefined>;
}

const MOST_BYTES = 64;
const SIGNATURE_LENGTH = 12;
/** Written instead of a command's name if a code follows. */
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
    // Most commands fit, and need no promise.
    write: ({ command, argument, of }, place, person) => {
      // No space at the end: it might be lost on the way.
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

/** The command in a button's data, whose signature is not checked. `@` if the command is kept in the store. */
export const commandIn = (data: string | undefined): string | undefined => data?.split(' ', 2)[1];

/** A button's request to the bot. */
interface PressRequest {
  /** The command as somebody would type it. */
  readonly text: string;
  readonly command: Command | undefined;
  /** The answer that it is about. */
  readonly about: About | undefined;
  /** Whether it means the question that its message answers. */
  readonly isAsked: boolean;
  /** Whether it votes on another message than its own, which only offers the vote and is done with then. */
  readonly isElsewhere: boolean;
}

/** The message whose button was pressed. */
interface Pressed {
  readonly id: string;
  /** The question that it answers, if people can still see it; else empty. */
  readonly question: string;
  /**
   * The answer in a message of the bot.
   * @param id of that message
   */
  readonly aboutIn: (id: string) => Promise<About | undefined>;
}

/** @returns undefined if the button means a question that nobody can see any more */
export async function readPress(
  services: WithCommands,
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

/** A vote, and the id of the message that it is about: `no 123`. */
const ON_ANOTHER = /^(\w+) (\d+)$/;
