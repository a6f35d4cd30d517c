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

/** One message, without the flags that every message has (see send.ts). */
export interface RenderedMessage {
  /** Components V2: text is not in an embed, so that it is visible even if embeds are switched off or forbidden. */
  readonly components: readonly Component[];
  readonly file?: FileReply['file'] | KeptFile;
}

/** An attachment of another message, fetched from there when this message is sent. */
export interface KeptFile {
  readonly name: string;
  /** The `file` of an Attachment. */
  readonly file: string;
  /** Its name, escaped. */
  readonly label: string;
}

/** Accent colours by a reply's state: green, violet, amber, blue. */
const COLOURS: Readonly<Record<Answer['state'] | 'offer', number>> = {
  answered: 0x2e9e6b,
  pinned: 0x8e5bd6,
  outdated: 0xe0a020,
  offer: 0x3f87d9,
};

/**
 * A reply as messages. One with a title, small print or a state is framed by a container, a plain sentence is not.
 * Small print and buttons go into the last message.
 * @param asked the question, if nobody else could see it
 */
export function renderReply(reply: Reply, controls: MessageButtons = NO_CONTROLS, asked?: string): RenderedMessage[] {
  return messagesOf(reply, controls, asked, (texts) => texts);
}

/** A reply in at most `most` messages. Text without room is left out, but never small print and buttons. */
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
            accent_color: content.colour,
            components: inside,
          },
        ]
      : inside;
    return { components: [...before, ...frame, ...file, ...tools], ...(file.length > 0 ? { file: content.file } : {}) };
  });
}

/**
 * Room for a mention above the message, which takes one more component; see send.ts. The other extra component is the
 * container.
 */
const CALL = 24;

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
/** Title of an answer that contains headings itself. */
const LARGE_TITLE = '## ';

function quoteOf(asked: string): string {
  const words = escapeWithin(oneLine(asked), MOST.quote);
  return words === '' ? '' : QUOTE + words;
}

/** The question that is quoted at the beginning of a message; undefined if it was cut. */
export function askedIn(content: string): string | undefined {
  if (!content.startsWith(QUOTE) || content.endsWith('…')) return undefined;
  return unescaped(content.slice(QUOTE.length));
}

/** The heading at the beginning of a text. Without a quote above it, the question was in the same words. */
export const headedBy = (content: string): string | undefined =>
  content.startsWith(HEADING) ? undefined : (unescapedAfter(content, TITLE) ?? unescapedAfter(content, LARGE_TITLE));

const unescapedAfter = (content: string, mark: string): string | undefined =>
  content.startsWith(mark) ? unescaped(content.slice(mark.length)) : undefined;

const unescaped = (words: string): string => words.replace(/\\([^0-9A-Za-z\s])/g, '$1');

/** Whether a message can quote the whole question. */
export const isQuotable = (asked: string): boolean => askedIn(quoteOf(asked)) !== undefined;

/** The title as a heading; empty if it is too long. */
function headingOf({ title, blocks }: Content): string {
  const words = title === undefined ? '' : escapeText(oneLine(title));
  if (words === '' || words.length > MOST.title) return '';
  return (blocks.some(({ kind }) => kind === 'heading') ? LARGE_TITLE : TITLE) + words;
}

/** The parts of a reply that a message shows. */
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

/** A picture is shown in the message; another file is uploaded with it. */
function attachedTo({ attachment, title }: Answer): Pick<Content, 'picture' | 'file'> {
  if (attachment === undefined) return {};
  if (attachment.type === 'file')
    return { file: { name: nameOf(attachment), file: attachment.file, label: escapeText(attachment.name) } };
  const item = { media: { url: pictureOf(attachment) }, description: cut(plain(title), MOST.title) };
  return { picture: { type: ComponentType.MediaGallery, items: [item] } };
}

/** Chunks of the blocks; a title that is too long for a heading comes first, in bold. */
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

/** Small print that has no room in its usual place goes to the end of the text. */
const smallPrint = (notes: Reply['notes'], links: readonly SourceLink[]): Chunk[][] =>
  notes.map((note, at) =>
    piecesOf(withoutLinks(note, links), MOST.notes / 2).map((text, index) => ({
      text: text.replaceAll('\n', ' '),
      gap: index > 0 ? '' : at === 0 ? '\n\n' : '\n',
      head: '-# ',
    })),
  );

/**
 * Distributes blocks over messages. A block is split only if it does not fit into a message of its own.
 * @param room UTF-16 units per message
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
