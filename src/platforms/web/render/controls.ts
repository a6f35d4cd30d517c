import { choicesOf, type Reply } from '../../../bot/answers/reply.ts';
import type { Context } from '../context.ts';
import type { Speaker } from '../receive.ts';

/** A button with what it stands for, signed. */
export interface Control {
  readonly data: string;
  readonly label: string;
  /** Where there is room for words. */
  readonly words?: string | undefined;
  /** What a screen reader says instead of a picture. */
  readonly name?: string | undefined;
}

export interface Controls {
  readonly choices: readonly Control[];
  /** Votes, below an answer. */
  readonly tools: readonly Control[];
  /** What names the button behind which related entries stand, where they do not stand openly. */
  readonly related: string;
}

/** The buttons of a reply, for one person in one place. */
export async function controlsOf(
  { buttons, services }: Context,
  reply: Reply,
  { signedFor, person }: Pick<Speaker, 'signedFor' | 'person'>,
): Promise<Controls> {
  const sign = (command: string, argument: string) =>
    buttons.write({ command, argument }, signedFor, services.hash(person));
  const choices: Control[] = [];
  // One after the other: what does not fit on a button is kept in the store.
  for (const { label, command, argument } of choicesOf(reply))
    choices.push({ label, data: await sign(command, argument) });
  const say = services.speak(reply.language);
  const related = say('button-related');
  if (reply.kind !== 'answer') return { choices, tools: [], related };
  const tools = [
    { label: '👍', words: `👍 ${say('button-helped')}`, name: say('page-helpful'), data: await sign('helpful', 'yes') },
    { label: '👎', name: say('page-unhelpful'), data: await sign('helpful', 'no') },
  ];
  return { choices, tools, related };
}
