import type { Notice, Reply } from '../../../bot/answers/reply.ts';
import { namesOtherHost, webAddress } from '../../../bot/platform/links.ts';
import { type Block, type Inline, plainInline } from '../../../core/entry/blocks.ts';
import { alignedTable, PHONE_COLUMNS, recordsOf } from '../../../core/entry/table.ts';
import { type Insertion, insert, isCode, isIn, join, look, plain, type Rich, slice, trim } from './rich.ts';
import { apartIn, END, ISOLATE, rightToLeft } from './right-to-left.ts';

/** How text is laid out. */
export interface Layout {
  readonly isRightToLeft: boolean;
  /** Names of the bot's own commands, which may be tapped wherever they are named. Default: only marked ones may. */
  readonly commands?: ReadonlySet<string>;
  /** UTF-16 units of one message. Default: what Telegram takes. */
  readonly most?: number;
}

/** Shown if there is nothing to see: Telegram refuses an empty message. */
const NOTHING = plain('…');
const SEEN = /[\p{L}\p{N}\p{P}\p{S}]/u;

/** A reply as messages, with entities and never with markup; at least one. */
export function renderReply(reply: Reply, layout: Layout): readonly [Rich, ...Rich[]] {
  const parts = partsOf(reply).map((part) => finished(part, layout));
  const [first = NOTHING, ...more] = split(parts, layout.most).filter(({ text }) => SEEN.test(text));
  return [first, ...more];
}

function partsOf(reply: Reply): Rich[] {
  const small = join(reply.notes.map(renderInline), '\n');
  switch (reply.kind) {
    case 'answer': {
      // Warnings come first, the date is seen below, and the sources at a touch. The buttons of related questions say
      // enough.
      const { sources, asOf } = reply;
      const first = join(reply.notes.filter((note) => note !== sources && note !== asOf).map(renderInline), '\n');
      const [last, folded] = [renderInline(asOf ?? []), renderInline(sources ?? [])];
      return [
        ...headOf(reply),
        look(first, { type: 'italic' }),
        ...renderBlocks(reply),
        look(last, { type: 'italic' }),
        look(folded, { type: 'expandable_blockquote' }),
      ];
    }
    case 'offer': {
      const titles = reply.choices.map(({ label }, at) => plain(`${at + 1}. ${oneLine(label)}`));
      return [small, join([...askedIn(reply), ...titles], '\n')];
    }
    case 'notice':
      return [...headOf(reply), ...renderBlocks(reply), small, ...askedIn(reply)];
    case 'form':
    case 'file':
      return [...renderBlocks(reply), small];
  }
}

const headOf = ({ title }: Pick<Notice, 'title'>): Rich[] =>
  title === undefined ? [] : [look(renderHeadline(title), { type: 'bold' })];

export const renderHeadline = (title: string): Rich => plain(oneLine(title));

/** A heading stays with the block below it, also if the text is parted. */
function renderBlocks({ blocks }: Pick<Notice, 'blocks'>): Rich[] {
  const parts: Rich[] = [];
  for (const [at, block] of blocks.entries()) {
    const part = renderBlock(block, false);
    if (blocks[at - 1]?.kind === 'heading') parts.push(join([parts.pop() ?? NOTHING, part], '\n'));
    else parts.push(part);
  }
  return parts;
}

const askedIn = ({ question }: Pick<Notice, 'question'>): Rich[] =>
  question === undefined ? [] : [plain(clean(question))];

/** Words for a button or a list: one line, not too long. @param most UTF-16 units */
export function renderLabel(words: string, { isRightToLeft }: Layout, most = 64): string {
  const line = oneLine(words);
  const short =
    line.length > most
      ? `${line
          .slice(0, most - 1)
          .toWellFormed()
          .replace(/\ufffd$/, '')}…`
      : line;
  const shown = SEEN.test(short) ? short : NOTHING.text;
  return isRightToLeft ? rightToLeft(plain(shown)).text : shown;
}

/** The words alone, for notes, in which Telegram shows no entities. */
export const renderPlain = (reply: Reply, layout: Layout): string =>
  renderReply(reply, layout)
    .map(({ text }) => text)
    .join('\n\n');

/** Mentions are looked for last, since a part that is set apart begins a new word. */
export const finished = (part: Rich, { isRightToLeft, commands }: Layout): Rich =>
  withoutMentions(isRightToLeft ? rightToLeft(part) : part, commands);

/** @param isQuoted Telegram knows no quotes in quotes. */
function renderBlock(block: Block, isQuoted: boolean, depth = 0): Rich {
  switch (block.kind) {
    case 'paragraph':
      return renderInline(block.children);
    case 'heading':
      return look(renderInline(block.children), { type: 'bold' });
    case 'table': {
      const lines = alignedTable(block, PHONE_COLUMNS);
      if (lines === undefined) return renderBlock(recordsOf(block), isQuoted, depth);
      return look(plain(clean(lines)), { type: 'pre' });
    }
    case 'code':
      return look(plain(clean(block.text)), { type: 'pre' });
    case 'quote': {
      const inner = join(
        block.children.map((child) => renderBlock(child, true, depth)),
        '\n',
      );
      return isQuoted ? inner : look(inner, { type: 'blockquote' });
    }
    case 'list':
      return join(
        block.items.map((item, at) => renderItem(item, block.ordered ? `${at + 1}. ` : '• ', isQuoted, depth)),
        '\n',
      );
  }
}

function renderItem(item: readonly Block[], marker: string, isQuoted: boolean, depth: number): Rich {
  const inner = item.map((child) => renderBlock(child, isQuoted, depth + 1));
  return join([plain('  '.repeat(depth) + marker), join(inner, '\n')]);
}

export function renderInline(children: readonly Inline[]): Rich {
  return join(children.map(renderOne));
}

function renderOne(child: Inline): Rich {
  switch (child.kind) {
    case 'text':
    case 'entry':
      return plain(keepingApart(child.text));
    case 'break':
      return plain('\n');
    case 'code':
      return look(plain(clean(child.text)), { type: 'code' });
    case 'strong':
      return look(renderInline(child.children), { type: 'bold' });
    case 'emphasis':
      return look(renderInline(child.children), { type: 'italic' });
    case 'command':
      return look(plain(clean(child.text)), { type: 'bot_command' });
    case 'mention':
      return plain(clean(child.text));
    case 'link':
      return renderLink(child.url, child.children);
  }
}

/** The words; behind those that look like an address of another host also the host. Outside the web it stays text. */
function renderLink(url: string, children: readonly Inline[]): Rich {
  const named = plainInline(children);
  const words = clean(named);
  const address = webAddress(url);
  if (!address) return plain(words === url ? words : `${words} <${clean(url)}>`);
  const shown =
    words.trim() === ''
      ? plain(clean(url))
      : join([plain(keepingApart(named)), plain(namesOtherHost(words, address) ? ` (${address.host})` : '')]);
  return look(shown, { type: 'text_link', url: address.href });
}

const oneLine = (words: string): string => clean(words).replace(/\s+/g, ' ').trim();

/** Parts words without being seen. */
const JOINER = '\u2060';

/** A sign that makes words a mention, a command, a hashtag or a cashtag, wherever Telegram may find one. */
const MARKS = new RegExp(
  `(?<![\\p{L}\\p{Nd}_])(?:${[
    '@(?=[A-Za-z0-9_])',
    '/(?=[A-Za-z0-9_])(?<!//)',
    '[#＃](?=[\\p{L}\\p{N}\\p{M}_·]|\\u200c|\\u200d)',
    '\\$(?=[A-Z0-9])',
  ].join('|')})`,
  'gu',
);

/** A command by itself: with a bot's name behind it, it is another one's. */
const COMMAND = /^\/([a-z0-9_]+)(?![\p{L}\p{N}_@/])/u;

/** Characters that move the cursor, turn the direction of text around, or are no text. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is removed
const UNSEEN = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u2028-\u202e\u2066-\u2069\ufffe\uffff]/g;

/** Text as it may be sent: no control characters, no half of a surrogate pair. */
export const clean = (words: string): string =>
  words.toWellFormed().replace(/\r\n?/g, '\n').replaceAll('\t', ' ').replace(UNSEEN, '');

/** Clean text in which words that were set apart as a whole stay so. */
const keepingApart = (words: string): string =>
  words
    .split(WHOLE)
    .map((part, at) => (at % 2 === 0 ? clean(part) : `${ISOLATE}${clean(part)}${END}`))
    .join('');
/** On one line, and with something to see. */
const WHOLE = /\u2068([^\u2066-\u2069\r\n]*[\p{L}\p{N}][^\u2066-\u2069\r\n]*)\u2069/u;

/**
 * A text that looks alike, but nobody is mentioned, and no command but the bot's own can be pressed. Code is left as it
 * is, because Telegram finds nothing in it, and because it is copied. Commands are found by Telegram itself.
 */
function withoutMentions(rich: Rich, commands: ReadonlySet<string> = new Set()): Rich {
  const isOwn = (at: number): boolean => commands.has(COMMAND.exec(rich.text.slice(at))?.[1] ?? '');
  const kept = rich.entities.filter((entity) => isCode(entity) || entity.type === 'bot_command');
  const marks: Insertion[] = [];
  for (const { index } of rich.text.matchAll(MARKS))
    if (!isIn(index, kept) && !isOwn(index)) marks.push({ at: index + 1, words: JOINER });
  const { text, entities } = insert(rich, marks);
  return { text, entities: entities.filter(({ type }) => type !== 'bot_command') };
}

/** UTF-16 units of a message: at least as strict as Telegram's count of characters. */
const MOST_TEXT = 4096;
/** Looks of a message; Telegram drops the rest. */
const MOST_ENTITIES = 100;

/** Blocks as messages, parted between blocks if possible. */
function split(blocks: readonly Rich[], most = MOST_TEXT): Rich[] {
  const whole = join(blocks.map(trim), '\n\n');
  // As nearly all do.
  if (whole.text.length <= most && whole.entities.length <= MOST_ENTITIES) return whole.text === '' ? [] : [whole];
  const messages: Rich[] = [];
  let current: Rich = { text: '', entities: [] };
  for (const block of blocks.flatMap((one) => pieces(trim(one), most))) {
    const both = join([current, block], '\n\n');
    const fits = both.text.length <= most && both.entities.length <= MOST_ENTITIES;
    if (!fits) messages.push(current);
    current = fits ? both : block;
  }
  return [...messages, current].filter(({ text }) => text !== '');
}

/** A block that is too long for one message, in parts. */
function pieces(block: Rich, most: number): Rich[] {
  const found: Rich[] = [];
  let rest = block;
  while (rest.text.length > most || rest.entities.length > MOST_ENTITIES) {
    const at = borderIn(rest, most);
    found.push(trim(slice(rest, 0, at)));
    rest = trim(slice(rest, at, rest.text.length));
  }
  return [...found, rest].filter(({ text }) => text !== '');
}

/**
 * The last good place to cut at: between lines, else between words, else between characters; before a look rather than
 * in it.
 */
function borderIn({ text, entities }: Rich, most: number): number {
  const limit = Math.min(most, entities[MOST_ENTITIES]?.offset || most, text.length);
  const whole = [...entities, ...apartIn(text)];
  const outside = (at: number) =>
    Math.min(
      at,
      ...whole
        .filter(({ offset, length }) => offset < at && at < offset + length && offset > 0 && length <= most)
        .map(({ offset }) => offset),
    );
  const line = outside(text.lastIndexOf('\n', limit));
  if (line > limit / 4) return line;
  const word = outside(Math.max(...[' ', '\u3000', '。', '\n'].map((space) => text.lastIndexOf(space, limit - 1) + 1)));
  if (word > limit / 4) return word;
  const before = outside(limit);
  return before > 0 && before < limit ? before : limit - stepsBack(text.slice(limit - 3, limit), text.charAt(limit));
}

/** Not inside a pair, and not before a sign that would make a name of a message's first word. */
function stepsBack(before: string, after: string): number {
  if (/[\udc00-\udfff]/.test(after) && /[\ud800-\udbff]$/.test(before)) return 1;
  return /[@/#＃$]/.test(after) ? ([...before].at(-1)?.length ?? 0) : 0;
}
