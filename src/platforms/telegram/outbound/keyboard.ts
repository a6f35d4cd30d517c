import type { InlineKeyboardButton } from 'grammy/types';
import type { Say } from '../../../bot/answers/messages.ts';
import type { Answer, Choice, Reply } from '../../../bot/answers/reply.ts';
import { type Block, type Inline, plainInline, plainText } from '../../../core/entry/blocks.ts';
import { layoutOf, type TelegramContext } from '../context.ts';
import { choiceWithin } from '../manage/managed-group.ts';
import type { Keyboard } from './outbox-message.ts';
import type { Listener } from './outgoing.ts';
import { type Layout, renderLabel } from './render.ts';

/** Most rows of buttons under one message (Telegram allows a hundred buttons), and most messages for choices. */
const MOST_ROWS = 48;
const MOST_BOARDS = 3;
const RELATED_COLUMNS = 2;
/** Characters in a line on a phone, and lines as high as a row of buttons. */
const LINE = 36;
const LINES_OF_A_ROW = 2;
/** Most characters of a title that half a row shows completely on a phone. */
const SHORT_TITLE = 18;
/** In place of a command: shows related entries. No command has this name. */
export const RELATED = '.related';
/** In place of a command: shows the languages of an entry. */
export const LANGUAGES = '.languages';
/** In place of a command: deletes the answer. */
export const REMOVE = '.remove';
const HELPED = [
  { label: '👍', command: 'helpful', argument: 'yes' },
  { label: '👎', command: 'helpful', argument: 'no' },
] as const;

/**
 * Keyboards of a reply: choices, and votes on an answer. There is at least one; many choices take several. Buttons are
 * signed for their place, and in a private chat about a group for that group as well.
 */
export async function keyboardsOf(
  context: TelegramContext,
  reply: Reply,
  { spot: { key: place }, person, within, only }: Listener,
): Promise<readonly Keyboard[]> {
  const layout = layoutOf(context, reply.language);
  const rows = rowsOf(reply, context.services.speak(reply.language), only !== undefined).map((row) =>
    Promise.all(
      row.map(async (choice) => ({
        text: renderLabel(choice.label, layout),
        callback_data: await context.buttons.write(within ? choiceWithin(choice, within) : choice, place, person),
        ...styleOf(choice),
      })),
    ),
  );
  const buttons = await Promise.all(rows);
  return Array.from({ length: Math.max(1, Math.ceil(buttons.length / MOST_ROWS)) }, (_, at) =>
    buttons.slice(at * MOST_ROWS, (at + 1) * MOST_ROWS),
  );
}

/** In apps that show colours: red for a destructive choice, blue for the main one. */
const styleOf = ({ isDangerous, isMain }: Choice): Pick<InlineKeyboardButton, 'style'> =>
  isDangerous ? { style: 'danger' } : isMain ? { style: 'primary' } : {};

/**
 * One choice a row; below an answer two if their titles are short, or a single button for all if the list would be
 * tall.
 * @param isOnly whether the message is ephemeral, and cannot be voted on
 */
function rowsOf(reply: Reply, say: Say, isOnly: boolean): (readonly Choice[])[] {
  switch (reply.kind) {
    case 'answer': {
      const argument = reply.about.entry;
      const related = { label: `${say('button-related')} ▾`, command: RELATED, argument };
      const languages = { label: '🌐', command: LANGUAGES, argument };
      return [
        ...(reply.isUnasked ? [sendingAway(say)] : []),
        ...(isTall(reply) ? [[related]] : inRows(reply.choices, areShort(reply.choices) ? RELATED_COLUMNS : 1)),
        [...(isOnly ? [] : HELPED), ...(reply.hasLanguages ? [languages] : [])],
      ];
    }
    case 'offer':
      return [
        reply.choices.map((choice, at) => ({ ...choice, label: String(at + 1) })),
        ...(reply.none ? [[reply.none]] : []),
      ];
    case 'notice':
      return inRows(reply.choices.slice(0, MOST_ROWS * MOST_BOARDS), 1);
    case 'form':
    case 'file':
      return [];
  }
}

/** Buttons of an answer that nobody asked for, shown first. */
const sendingAway = (say: Say): readonly Choice[] => [
  { label: `🗑️ ${say('action-remove')}`, command: REMOVE, argument: '', isDangerous: true },
  { label: `🔕 ${say('button-quiet')}`, command: 'quiet', argument: 'on' },
];

const areShort = (choices: readonly Choice[]): boolean => choices.every(({ label }) => label.length <= SHORT_TITLE);

/** Whether the list of related entries would be taller than the answer above it. */
function isTall({ choices, title, blocks }: Answer): boolean {
  const rows = Math.ceil(choices.length / (areShort(choices) ? RELATED_COLUMNS : 1));
  const lines = [title, ...plainText(blocks).split('\n')].map((line) => Math.ceil(line.length / LINE));
  return rows * LINES_OF_A_ROW > lines.reduce((sum, count) => sum + count, 0);
}

const inRows = (choices: readonly Choice[], columns: number): (readonly Choice[])[] =>
  Array.from({ length: Math.ceil(choices.length / columns) }, (_, at) =>
    choices.slice(at * columns, (at + 1) * columns),
  );

/** Adds a pin button for moderators beside the votes. */
export async function withPin(context: TelegramContext, keyboard: Keyboard, place: string): Promise<Keyboard> {
  const pin = { text: '📌', callback_data: await context.buttons.write({ command: 'pin', argument: '' }, place, '') };
  return [...keyboard.slice(0, -1), [...(keyboard.at(-1) ?? []), pin]];
}

/** Most buttons with links under an answer; more links than that stay in the text. */
const MOST_LINKS = 6;

/**
 * Turns an answer's last paragraph into buttons, one a row, if it contains nothing but links. Text to be copied gets a
 * button, too.
 */
export function withLinkButtons(
  reply: Reply,
  layout: Layout,
): { readonly reply: Reply; readonly rows: readonly (readonly InlineKeyboardButton[])[] } {
  if (reply.kind === 'notice' && reply.copies !== undefined)
    return { reply, rows: [[{ text: renderLabel(`📋 ${reply.copies}`, layout), copy_text: { text: reply.copies } }]] };
  if (reply.kind !== 'answer') return { reply, rows: [] };
  const last = reply.blocks.at(-1);
  const links = reply.blocks.length > 1 && last ? linksIn(last) : [];
  if (links.length === 0 || links.length > MOST_LINKS) return { reply, rows: [] };
  const rows = links.map(({ url, children }) => [{ text: renderLabel(plainInline(children), layout), url }]);
  return { reply: { ...reply, blocks: reply.blocks.slice(0, -1) }, rows };
}

type Link = Extract<Inline, { kind: 'link' }>;

/** The links of a block, if it holds nothing else but separators. */
function linksIn(block: Block): readonly Link[] {
  const parts =
    block.kind === 'paragraph'
      ? block.children
      : block.kind === 'list'
        ? block.items.flatMap((item) =>
            item.length === 1 && item[0]?.kind === 'paragraph'
              ? item[0].children
              : [{ kind: 'text', text: 'more' } as const],
          )
        : [];
  const links = parts.filter((part) => part.kind === 'link');
  const isRest = (part: Inline) =>
    part.kind === 'link' || part.kind === 'break' || (part.kind === 'text' && /^[\s|·•,，、;]*$/.test(part.text));
  // A bare URL is more telling in the text.
  const isNamed = ({ url, children }: Link) =>
    URL.canParse(url) && /^https?:/.test(url) && !/^https?:\/\//.test(plainInline(children));
  return parts.every(isRest) && links.every(isNamed) ? links : [];
}
