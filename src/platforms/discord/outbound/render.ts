import { ComponentType } from 'discord.js';
import { type Answer, type FileReply, paragraph, type Reply, text } from '../../../bot/answers/reply.ts';
import type { Block } from '../../../core/entry/blocks.ts';
import { phraseKey } from '../../../core/text/normalize.ts';
import {
  type Component,
  choiceRows,
  countOf,
  linkRow,
  type MessageButtons,
  NO_CONTROLS,
  type SourceLink,
  toolRow,
  withoutLinks,
  withSources,
} from './buttons.ts';
import { cut, escapeText, escapeWithin, MOST, oneLine, plain } from './escape.ts';
import { type Chunk, chunksOf, HEADING, joined, piecesOf, renderInline } from './markdown.ts';
import { nameOf, pictureOf } from './send.ts';

/** One message, without what every message needs (see send.ts). */
export interface RenderedMessage {
  /**
   * Of the second version: their text is no embed, so that it is read also if embeds are switched off or not allowed.
   */
  readonly components: readonly Component[];
  readonly file?: FileReply['file'] | KeptFile;
}

/** A file that is fetched from the message that holds it when this one is sent. */
export interface KeptFile {
  readonly name: string;
  /** An attachment's own. */
  readonly file: string;
  /** Its name in plain words, escaped. */
  readonly label: string;
}

/** The edge of a message, by what it is: green, violet, amber, blue. */
const COLOURS: Readonly<Record<Answer['state'] | 'offer', number>> = {
  answered: 0x2e9e6b,
  pinned: 0x8e5bd6,
  outdated: 0xe0a020,
  offer: 0x3f87d9,
};

/**
 * A reply as messages. A reply with a title, small print, or a state is put in a container; a mere sentence is not.
 * Small print and buttons go into the last message.
 * @param asked the question, if nobody else could see it.
 */
export function renderReply(reply: Reply, controls: MessageButtons = NO_CONTROLS, asked?: string): RenderedMessage[] {
  return messagesOf(reply, controls, asked, (texts) => texts);
}

/**
 * A reply in the place of so many messages, or fewer: what they have no room for is left out, never its small print and
 * its buttons.
 */
export const renderWithin = (most: number, reply: Reply, controls: MessageButtons, asked?: string): RenderedMessage[] =>
  messagesOf(reply, controls, asked, (texts) =>
    texts.slice(0, most).map((text, at) => (at + 1 === most && texts.length > most ? text + MORE : text)),
  );

function messagesOf(
  reply: Reply,
  controls: MessageButtons,
  asked: string | undefined,
  chosen: (texts: readonly string[]) => readonly string[],
): RenderedMessage[] {
  const content = contentOf(reply, controls);
  const title = headingOf(content);
  const isHeading = title !== '' && phraseKey(asked ?? '') === phraseKey(content.title ?? '');
  const quote = asked === undefined || isHeading ? '' : quoteOf(asked);
  const { notes: print, links } = withSources(reply);
  const notes = notesOf(print, links);
  const isLong = notes.length > MOST.notes;
  const small = isLong ? '' : notes;
  const room = MOST.text - quote.length - title.length - small.length - MORE.length - CALL;
  const texts = chosen(packed([...textOf(content, title), ...(isLong ? smallPrint(print, links) : [])], room));
  const isFramed = content.colour !== undefined || title !== '' || notes !== '';
  return (texts.length > 0 ? texts : ['']).map((text, at, { length }) => {
    const [isFirst, isLast] = [at === 0, at === length - 1];
    const body = [
      ...(isFirst ? shown(title) : []),
      ...shown(text),
      ...(isLast && content.picture ? [content.picture] : []),
      ...(isLast && small !== '' ? [...(text === '' ? [] : [LINE]), ...shown(small)] : []),
    ];
    const before = isFirst ? shown(quote) : [];
    const words = body.length > 0 ? body : shown('…');
    const buttons = isLast ? linkRow(links) : [];
    const tools = isLast ? toolRow(controls) : [];
    const file = isLast && content.file ? [fileOf(content.file)] : [];
    const left = MOST.components - 2 - countOf([...before, ...words, ...buttons, ...file, ...tools]);
    const inside = [...words, ...buttons, ...(isLast ? choiceRows(controls, left) : [])];
    const frame: Component[] = isFramed
      ? [
          {
            type: ComponentType.Container,
            ...(content.colour === undefined ? {} : { accent_color: content.colour }),
            components: inside,
          },
        ]
      : inside;
    return { components: [...before, ...frame, ...file, ...tools], ...(file.length > 0 ? { file: content.file } : {}) };
  });
}

/**
 * Units of a member's name above a message, which has one part more then; see send.ts. The container is the other one.
 */
const CALL = 24;

/** Marks that something is left out. */
const MORE = '\n…';

const LINE: Component = { type: ComponentType.Separator, divider: true, spacing: 1 };

const shown = (content: string): Component[] =>
  content.trim() === '' ? [] : [{ type: ComponentType.TextDisplay, content }];

const fileOf = ({ name }: NonNullable<RenderedMessage['file']>): Component => ({
  type: ComponentType.File,
  file: { url: `attachment://${name}` },
});

const QUOTE = '> ';
const TITLE = '### ';
/** Above other headings. */
const LARGE_TITLE = '## ';

function quoteOf(asked: string): string {
  const words = escapeWithin(oneLine(asked), MOST.quote);
  return words === '' ? '' : QUOTE + words;
}

/** The question, if a message begins with it in a quote; undefined if it was shortened. */
export function askedIn(content: string): string | undefined {
  if (!content.startsWith(QUOTE) || content.endsWith('…')) return undefined;
  return unescaped(content.slice(QUOTE.length));
}

/** The heading with which a text begins: if nothing is quoted above it, it was asked in these words. */
export const headedBy = (content: string): string | undefined =>
  content.startsWith(HEADING) ? undefined : (unescapedAfter(content, TITLE) ?? unescapedAfter(content, LARGE_TITLE));

const unescapedAfter = (content: string, mark: string): string | undefined =>
  content.startsWith(mark) ? unescaped(content.slice(mark.length)) : undefined;

const unescaped = (words: string): string => words.replace(/\\([^0-9A-Za-z\s])/g, '$1');

/** Whether a message can say whole what was asked. */
export const isQuotable = (asked: string): boolean => askedIn(quoteOf(asked)) !== undefined;

/** A heading, unless it is too long for one. */
function headingOf({ title, blocks }: Content): string {
  const words = title === undefined ? '' : escapeText(oneLine(title));
  if (words === '' || words.length > MOST.title) return '';
  return (blocks.some(({ kind }) => kind === 'heading') ? LARGE_TITLE : TITLE) + words;
}

/** The words of a reply. */
interface Content {
  readonly title?: string;
  readonly blocks: readonly Block[];
  readonly colour?: number;
  readonly picture?: Component;
  readonly file?: RenderedMessage['file'];
}

function contentOf(reply: Reply, { choices }: MessageButtons): Content {
  switch (reply.kind) {
    case 'answer':
      return { title: reply.title, blocks: reply.blocks, colour: COLOURS[reply.state], ...attachedTo(reply) };
    case 'offer':
      return { blocks: [strong(reply.question)], colour: COLOURS.offer };
    case 'notice': {
      const { title, blocks, question } = reply;
      if (question === undefined || (choices.length === 0 && blocks.length > 0)) return { title, blocks };
      return { title, blocks: blocks.length === 0 ? [strong(question)] : [...blocks, paragraph(text(question))] };
    }
    case 'form':
      return { blocks: reply.blocks };
    case 'file':
      return { blocks: reply.blocks, file: reply.file };
  }
}

/** A picture is a part of the message; a file is sent along with it. */
function attachedTo({ attachment, title }: Answer): Pick<Content, 'picture' | 'file'> {
  if (attachment === undefined) return {};
  if (attachment.type === 'file')
    return { file: { name: nameOf(attachment), file: attachment.file, label: escapeText(attachment.name) } };
  const item = { media: { url: pictureOf(attachment) }, description: cut(plain(title), MOST.title) };
  return { picture: { type: ComponentType.MediaGallery, items: [item] } };
}

/** The blocks, below a title that is too long for a heading. */
const textOf = ({ title, blocks }: Content, heading: string): Chunk[][] => [
  ...(title !== undefined && heading === '' ? chunksOf([strong(title)]) : []),
  ...chunksOf(blocks),
];

const strong = (words: string): Block => ({
  kind: 'paragraph',
  children: [{ kind: 'strong', children: [{ kind: 'text', text: words }] }],
});

const notesOf = (notes: Reply['notes'], links: readonly SourceLink[]): string =>
  notes
    .map((note) => renderInline(withoutLinks(note, links)).replaceAll('\n', ' ').trim())
    .filter((line) => line !== '')
    .map((line) => `-# ${line}`)
    .join('\n');

/** Small print that is too long for its place, at the end of the text. */
const smallPrint = (notes: Reply['notes'], links: readonly SourceLink[]): Chunk[][] =>
  notes.map((note, at) =>
    piecesOf(withoutLinks(note, links), MOST.notes / 2).map((text, index) => ({
      text: text.replaceAll('\n', ' '),
      gap: index > 0 ? '' : at === 0 ? '\n\n' : '\n',
      head: '-# ',
    })),
  );

/**
 * Fills messages with blocks: parted between blocks if a block fits, within it only if none could hold it. @param room
 * units in each
 */
function packed(groups: readonly (readonly Chunk[])[], room: number): string[] {
  const messages: Chunk[][] = [[]];
  const fits = (parts: readonly Chunk[]): boolean => joined([...(messages.at(-1) ?? []), ...parts]).length <= room;
  const put = (parts: readonly Chunk[]): void => {
    if (!fits(parts) && joined(parts).length <= room) messages.push([]);
    if (fits(parts)) messages.at(-1)?.push(...parts);
    else if (parts.length > 1) for (const part of parts) put([part]);
    else messages.push([...parts]);
  };
  for (const group of groups) put(group);
  return messages.filter((parts) => parts.length > 0).map(joined);
}
