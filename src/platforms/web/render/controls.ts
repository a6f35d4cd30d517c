import { type Choice, choicesOf, type Reply } from '../../../bot/answers/reply.ts';
import type { WebContext } from '../context.ts';
import type { Speaker } from '../receive.ts';

/** For whom buttons are signed. */
type Signer = Pick<Speaker, 'signedFor' | 'person'>;

/** A button with its command, signed. */
export interface Control {
  readonly data: string;
  readonly label: string;
}

export interface Controls {
  readonly choices: readonly Control[];
  /** Votes below an answer; "none of these" below an offer. */
  readonly tools: readonly Control[];
}

/** Signs buttons for one person in one place. */
export const signer =
  ({ buttons, services }: WebContext, { signedFor, person }: Signer) =>
  async ({ label, command, argument, of }: Choice): Promise<Control> => ({
    label,
    data: await buttons.write({ command, argument, of }, signedFor, services.hash(person)),
  });

/** The buttons of a reply, for one person in one place. */
export async function controlsOf(context: WebContext, reply: Reply, speaker: Signer): Promise<Controls> {
  const sign = signer(context, speaker);
  const choices = await Promise.all(choicesOf(reply).map(sign));
  const say = context.services.speak(reply.language);
  if (reply.kind === 'offer' && reply.none) return { choices, tools: [await sign(reply.none)] };
  if (reply.kind !== 'answer') return { choices, tools: [] };
  const tools = [
    await sign({ label: `👍 ${say('button-helped')}`, command: 'helpful', argument: 'yes' }),
    await sign({ label: `👎 ${say('button-unhelpful')}`, command: 'helpful', argument: 'no' }),
  ];
  return { choices, tools };
}
