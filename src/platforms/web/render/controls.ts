import { type Choice, choicesOf, type Reply } from '../../../bot/answers/reply.ts';
import type { WebContext } from '../context.ts';
import type { Speaker } from '../receive.ts';

/** A button with its command, signed. */
export interface Control {
  readonly data: string;
  readonly label: string;
  /** Used if there is room for words. */
  readonly words?: string;
  /** Words of a screen reader instead of a picture. */
  readonly name?: string;
}

export interface Controls {
  readonly choices: readonly Control[];
  /** Votes, below an answer. */
  readonly tools: readonly Control[];
  /** Label of the button that opens related entries, if they are not shown openly. */
  readonly related: string;
}

/** Signs buttons for one person in one place. */
export const signer =
  ({ buttons, services }: WebContext, { signedFor, person }: Pick<Speaker, 'signedFor' | 'person'>) =>
  async ({ label, command, argument, of }: Choice): Promise<Control> => ({
    label,
    data: await buttons.write({ command, argument, of }, signedFor, services.hash(person)),
  });

/** The buttons of a reply, for one person in one place. */
export async function controlsOf(
  context: WebContext,
  reply: Reply,
  speaker: Pick<Speaker, 'signedFor' | 'person'>,
): Promise<Controls> {
  const sign = signer(context, speaker);
  const choices = await Promise.all(choicesOf(reply).map(sign));
  const say = context.services.speak(reply.language);
  const related = say('button-related');
  if (reply.kind === 'offer' && reply.none) return { choices, tools: [await sign(reply.none)], related };
  if (reply.kind !== 'answer') return { choices, tools: [], related };
  const tools = [
    {
      ...(await sign({ label: '👍', command: 'helpful', argument: 'yes' })),
      words: `👍 ${say('button-helped')}`,
      name: say('page-helpful'),
    },
    {
      ...(await sign({ label: '👎', command: 'helpful', argument: 'no' })),
      words: `👎 ${say('button-unhelpful')}`,
      name: say('page-unhelpful'),
    },
  ];
  return { choices, tools, related };
}
