import { type APIEmbed, ButtonStyle, ComponentType } from 'discord.js';
import type { Reply } from '../../../bot/answers/reply.ts';
import { type Inline, plainInline } from '../../../core/entry/blocks.ts';
import { escapeText, escapeWithin, plain } from './escape.ts';
import { cut, MOST } from './limits.ts';
import { type Chunk, chunksOf, joined } from './markdown.ts';
import { piecesOf } from './pieces.ts';

/** A button with what it stands for, signed already. */
export interface Control {
  /** 1 to 100 units. */
  readonly id: string;
  readonly label?: string | undefined;
  /** A Unicode emoji. */
  readonly emoji?: string | undefined;
}

export interface Controls {
  readonly choices: readonly Control[];
  /** Below the choices: at most five. */
  readonly tools: readonly Control[];
}

/** One message, without what every message needs (see send.ts). */
export interface Message {
  readonly embeds: readonly APIEmbed[];
  readonly components: readonly Row[];
  readonly file?: Reply['file'];
}

export interface Row {
  readonly type: ComponentType.ActionRow;
  readonly components: readonly object[];
}

const NO_CONTROLS: Controls = { choices: [], tools: [] };

/**
 * A reply as messages: text as it is, in embeds that Discord takes. Buttons and small print stand in the last one.
 * @param asked what was asked, where nobody else could see it.
 */
export function renderReply(reply: Reply, controls: Controls = NO_CONTROLS, asked?: string): Message[] {
  const title = reply.title === undefined ? '' : escapeWithin(reply.title, MOST.title);
  const author = asked === undefined ? '' : cut(plain(asked).replace(/\s+/g, ' ').trim(), MOST.author);
  const footer = cut(footerOf(reply.notes), MOST.footer);
  const room = MOST.embeds - title.length - author.length - footer.length;
  const texts = packed(textOf(reply, controls), { embed: Math.min(MOST.description, room), message: room });
  const messages = (texts.length > 0 ? texts : [['']]).map((embeds) => embeds.map((description): APIEmbed => (description === '' ? {} : { description })));
  return messages.map((embeds, at) => {
    const isLast = at === messages.length - 1;
    const first = at === 0 ? { ...(title === '' ? {} : { title }), ...(author === '' ? {} : { author: { name: author } }) } : {};
    const last = isLast && footer !== '' ? { footer: { text: footer } } : {};
    const shown = embeds.map((embed, index) => ({ ...(index === 0 ? first : {}), ...embed, ...(index === embeds.length - 1 ? last : {}) })).map(neverEmpty);
    return { embeds: shown, components: isLast ? rowsOf(controls) : [], ...(isLast && reply.file ? { file: reply.file } : {}) };
  });
}

/** The blocks, a title that was too long for its place, notes with links in small print, and what stands above the choices. */
function textOf(reply: Reply, { choices }: Controls): Chunk[][] {
  const whole =
    reply.title !== undefined && escapeText(reply.title).length > MOST.title ? chunksOf([{ kind: 'paragraph', children: [{ kind: 'strong', children: [{ kind: 'text', text: reply.title }] }] }]) : [];
  const linked = reply.notes.filter(hasLink).map(smallPrint);
  const question = reply.question !== undefined && (choices.length > 0 || reply.blocks.length === 0) ? chunksOf([{ kind: 'paragraph', children: [{ kind: 'text', text: reply.question }] }]) : [];
  return [...whole, ...chunksOf(reply.blocks), ...linked, ...question];
}

/** A footer knows no links: notes that hold one are small print below the text. */
const hasLink = (note: readonly Inline[]): boolean => note.some((part) => part.kind === 'link' || ('children' in part && hasLink(part.children)));

const footerOf = (notes: Reply['notes']): string =>
  notes
    .filter((note) => !hasLink(note))
    .map((note) => plain(plainInline(note)).trim())
    .filter((line) => line !== '')
    .join('\n');

const smallPrint = (note: readonly Inline[], at: number): Chunk[] =>
  piecesOf(note, MOST.embeds / 8).map((text, index) => ({ text: text.replaceAll('\n', ' '), gap: index > 0 ? '' : at === 0 ? '\n\n' : '\n', head: '-# ' }));

/** Discord refuses an embed without any text. */
const neverEmpty = (embed: APIEmbed): APIEmbed => (Object.keys(embed).length > 0 ? embed : { description: '…' });

function rowsOf({ choices, tools }: Controls): Row[] {
  const below = unique(tools).slice(0, MOST.rowButtons);
  const most = (MOST.rows - (below.length > 0 ? 1 : 0)) * MOST.rowButtons;
  const above = unique(choices)
    .filter(({ id }) => below.every((tool) => tool.id !== id))
    .slice(0, most);
  const rows: (readonly Control[])[] = [];
  for (let at = 0; at < above.length; at += MOST.rowButtons) rows.push(above.slice(at, at + MOST.rowButtons));
  return [...rows, below].filter(({ length }) => length > 0).map((row) => ({ type: ComponentType.ActionRow, components: row.map(button) }));
}

/** Two buttons with one id are refused; they would do the same anyway. */
const unique = (controls: readonly Control[]): readonly Control[] => [...new Map(controls.map((control) => [control.id, control])).values()];

function button({ id, label, emoji }: Control): object {
  const words = label === undefined ? '' : cut(plain(label).replace(/\s+/g, ' ').trim(), MOST.buttonLabel);
  const face = emoji === undefined ? {} : { emoji: { name: emoji } };
  return { type: ComponentType.Button, style: ButtonStyle.Secondary, custom_id: id, ...(words === '' && emoji !== undefined ? {} : { label: words || '…' }), ...face };
}

/** Room for text: in one embed, and in all embeds of one message. */
interface Room {
  readonly embed: number;
  readonly message: number;
}

/** Fills messages with embeds, and embeds with blocks: parted between blocks where a block fits, within it only where none could hold it. */
function packed(groups: readonly (readonly Chunk[])[], room: Room): string[][] {
  const messages: Chunk[][][] = [[[]]];
  const last = (): Chunk[] => messages.at(-1)?.at(-1) ?? [];
  const used = (): number => (messages.at(-1) ?? []).reduce((sum, embed) => sum + joined(embed).length, 0);
  const fits = (parts: readonly Chunk[]): boolean => {
    const grown = joined([...last(), ...parts]).length;
    return grown <= room.embed && used() - joined(last()).length + grown <= room.message;
  };
  const open = (length: number): void => {
    if (last().length === 0) return;
    if (used() + length <= room.message) messages.at(-1)?.push([]);
    else messages.push([[]]);
  };
  const put = (parts: readonly Chunk[]): void => {
    const length = joined(parts).length;
    if (!fits(parts) && length <= room.embed) open(length);
    if (fits(parts)) last().push(...parts);
    else if (parts.length > 1) for (const part of parts) put([part]);
    else messages.push([[...parts]]);
  };
  for (const group of groups) put(group);
  return messages.map((embeds) => embeds.filter((embed) => embed.length > 0).map(joined)).filter((embeds) => embeds.length > 0);
}
