import { meansAsked } from '../answers/human-choice.ts';
import { type Command, commandNamed } from '../command.ts';
import type { About } from '../conversation/incoming.ts';
import type { Services } from '../services.ts';
import type { Press } from './buttons.ts';

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
