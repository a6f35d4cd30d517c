import type { InlineKeyboardButton } from 'grammy/types';
import type { Choice, Reply } from '../../../bot/answers/reply.ts';
import type { Context } from '../context.ts';
import { layoutOf } from '../context.ts';
import { choiceWithin } from '../manage/within.ts';
import type { Keyboard } from './outbox-message.ts';
import type { Listener } from './outgoing.ts';
import { renderLabel } from './render.ts';

/** Choices under one message (Telegram takes a hundred; people see fewer), and messages for choices. */
const MOST_ROWS = 48;
const MOST_BOARDS = 3;
const RELATED_COLUMNS = 2;
const HELPED = [
  { label: '👍', command: 'helpful', argument: 'yes' },
  { label: '👎', command: 'helpful', argument: 'no' },
] as const;

/**
 * The buttons of a reply: its choices and the votes on an answer; at least one keyboard, and more where the choices are
 * many. They are bound to their place, and where a group is dealt with from a private chat to that group as well.
 */
export async function keyboardsOf(
  context: Context,
  reply: Reply,
  { spot: { key: place }, person, within }: Listener,
): Promise<readonly Keyboard[]> {
  const rows = rowsOf(reply);
  const layout = layoutOf(context, reply.language);
  const buttons: InlineKeyboardButton[][] = [];
  for (const row of rows) {
    const keys: InlineKeyboardButton[] = [];
    for (const choice of within === undefined ? row : row.map((one) => choiceWithin(one, within))) {
      const data = context.buttons.write(choice, place, person);
      keys.push({
        text: renderLabel(choice.label, layout),
        callback_data: typeof data === 'string' ? data : await data,
      });
    }
    buttons.push(keys);
  }
  return Array.from({ length: Math.max(1, Math.ceil(rows.length / MOST_ROWS)) }, (_, at) =>
    buttons.slice(at * MOST_ROWS, (at + 1) * MOST_ROWS),
  );
}

/** Choices one a row; beside an answer two, and those whose titles stand in the text all in one. */
function rowsOf(reply: Reply): (readonly Choice[])[] {
  switch (reply.kind) {
    case 'answer':
      return [...inRows(reply.choices, RELATED_COLUMNS), HELPED];
    case 'offer':
      return [reply.choices.map((choice, at) => ({ ...choice, label: String(at + 1) }))];
    case 'notice':
      return inRows(reply.choices.slice(0, MOST_ROWS * MOST_BOARDS), 1);
    case 'form':
    case 'file':
      return [];
  }
}

const inRows = (choices: readonly Choice[], columns: number): (readonly Choice[])[] =>
  Array.from({ length: Math.ceil(choices.length / columns) }, (_, at) =>
    choices.slice(at * columns, (at + 1) * columns),
  );

/** The same keyboard, with a button for moderators beside the votes. */
export async function withPin(context: Context, keyboard: Keyboard, place: string): Promise<Keyboard> {
  const pin = { text: '📌', callback_data: await context.buttons.write({ command: 'pin', argument: '' }, place, '') };
  return [...keyboard.slice(0, -1), [...(keyboard.at(-1) ?? []), pin]];
}
