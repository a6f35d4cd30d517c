import type { InlineKeyboardButton } from 'grammy/types';
import type { Choice, Reply } from '../../bot/reply.ts';
import type { Context } from './context.ts';
import { layoutOf } from './context.ts';
import type { Keyboard } from './parcels.ts';
import { renderLabel } from './render.ts';

/** Telegram takes a hundred; people see fewer. */
const MOST_ROWS = 48;
const HELPED = [
  { label: '👍', command: 'helpful', argument: 'yes' },
  { label: '👎', command: 'helpful', argument: 'no' },
] as const;

/** The buttons of a reply: its choices, one a row, and the votes on an answer. @param place to which the buttons are bound */
export async function keyboardOf(context: Context, reply: Pick<Reply, 'choices' | 'answer' | 'language'>, place: string): Promise<Keyboard> {
  const rows = reply.choices.slice(0, MOST_ROWS).map((choice) => [choice]);
  return Promise.all([...rows, ...(reply.answer ? [HELPED] : [])].map((row) => Promise.all(row.map((choice) => buttonOf(context, choice, reply.language, place)))));
}

/** The same keyboard, with a button for moderators beside the votes. */
export async function withPin(context: Context, keyboard: Keyboard, place: string): Promise<Keyboard> {
  const pin = await buttonOf(context, { label: '📌', command: 'pin', argument: '' }, '', place);
  return [...keyboard.slice(0, -1), [...(keyboard.at(-1) ?? []), pin]];
}

async function buttonOf(context: Context, choice: Choice, language: string, place: string): Promise<InlineKeyboardButton> {
  return { text: renderLabel(choice.label, layoutOf(context, language)), callback_data: await context.buttons.write(choice, place) };
}
