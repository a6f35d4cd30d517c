import type { Notice, Reply } from '../../../bot/answers/reply.ts';
import { namesOtherHost, webAddress } from '../../../bot/platform/links.ts';
import { type Block, type Inline, plainInline } from '../../../core/entry/blocks.ts';
import { alignedTable, PHONE_COLUMNS, recordsOf } from '../../../core/entry/table.ts';
import { type Insertion, insert, isCode, isIn, join, look, plain, type Rich, slice, trim } from './rich.ts';
import { apartIn, END, ISOLATE, rightToLeft } from './right-to-left.ts';

export interface Layout {
  readonly isRightToLeft: boolean;
  /** The bot's commands, which are clickable wherever they are named. Default: only those marked as commands. */
  readonly commands?: ReadonlySet<string>;
  /** Most UTF-16 units of one message. Default: Telegram's limit. */
  readonly most?: number;
}

/** Sent if a reply has nothing visible, as Telegram refuses empty messages. */
const NOTHING = plain('…');
const SEEN = /[\p{L}\p{N}\p{P}\p{S}]/u;

/** A reply as at least one message, with entities and without markup. */
export function renderReply(reply: Reply, layout: Layout): readonly [Rich, ...Rich[]] {
  const parts = partsOf(reply).map((part) => finished(part, layout));
  const [first = NOTHING, ...more] = split(parts, layout.most).filter(({ text }) => SEEN.test(text));
  return [first, ...more];
}

function partsOf(reply: Reply): Rich[] {
  const small = join(reply.notes.map(renderInline), '\n');
  switch (reply.kind) {
    case 'answer': {
      // Warnings come first, then the answer, its date and its folded sources. Related entries are named by buttons.
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

/** A heading stays with the block below it when the text is split. */
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

/** Text for a button or a list: one line, cut to a length. @param most UTF-16 units */
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

/** The text alone, for notifications, which have no entities. */
export const renderPlain = (reply: Reply, layout: Layout): string =>
  renderReply(reply, layout)
    .map(({ text }) => text)
    .join('\n\n');

/** Mentions are made inactive last, as isolating a part creates new word boundaries. */
export const finished = (part: Rich, { isRightToLeft, commands }: Layout): Rich =>
  withoutMentions(isRightToLeft ? rightToLeft(part) : part, commands);

/** @param isQuoted whether it is inside a quote; Telegram has no nested quotes */
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

/**
 * A link. If its text looks like a URL of another host, the real host is shown as well. A URL other than http(s)
 * becomes text.
 */
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

/** An invisible character. Behind a sign such as `@`, it keeps Telegram from recognising a mention. */
const JOINER = '\u2060';

/**
 * Signs that make a mention, command, hashtag or cashtag of a word, in every position in which Telegram may recognise
 * one.
 */
const MARKS = new RegExp(
  `(?<![\\p{L}\\p{Nd}_])(?:${[
    '@(?=[A-Za-z0-9_])',
    '/(?=[A-Za-z0-9_])(?<!//)',
    '[#＃](?=[\\p{L}\\p{N}\\p{M}_·]|\\u200c|\\u200d)',
    '\\$(?=[A-Z0-9])',
  ].join('|')})`,
  'gu',
);

/** A command without a bot's name. */
const COMMAND = /^\/([a-z0-9_]+)(?![\p{L}\p{N}_@/])/u;

/** Control characters, directional marks, and code points that are no characters. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is removed
const UNSEEN = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u2028-\u202e\u2066-\u2069\ufffe\uffff]/g;

/** Text that Telegram accepts: without control characters and unpaired surrogates. */
export const clean = (words: string): string =>
  words.toWellFormed().replace(/\r\n?/g, '\n').replaceAll('\t', ' ').replace(UNSEEN, '');

/** Like `clean`, but keeps the isolates around parts that were isolated as a whole. */
const keepingApart = (words: string): string =>
  words
    .split(WHOLE)
    .map((part, at) => (at % 2 === 0 ? clean(part) : `${ISOLATE}${clean(part)}${END}`))
    .join('');
/** An isolated part on one line with at least one visible character. */
const WHOLE = /\u2068([^\u2066-\u2069\r\n]*[\p{L}\p{N}][^\u2066-\u2069\r\n]*)\u2069/u;

/**
 * Makes mentions, hashtags and foreign commands in a text inactive without changing its look. Code is left alone, as
 * Telegram recognises nothing in it and it may be copied. The bot's own commands stay clickable.
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

/** Most UTF-16 units of a message; Telegram's limit in characters is never exceeded by that. */
const MOST_TEXT = 4096;
/** Most entities of a message; Telegram drops the rest. */
const MOST_ENTITIES = 100;

/** Blocks as messages, split between blocks if possible. */
function split(blocks: readonly Rich[], most = MOST_TEXT): Rich[] {
  const whole = join(blocks.map(trim), '\n\n');
  // The usual case: everything fits into one message.
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

/** A block that is too long for one message, in pieces. */
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
 * The last good position to split at: between lines, else between words, else between characters; before an entity
 * rather than inside it.
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

/**
 * How many UTF-16 units to move back, so as to split no surrogate pair, and not to begin a message with a sign that
 * makes its first word a mention or command.
 */
function stepsBack(before: string, after: string): number {
  if (/[\udc00-\udfff]/.test(after) && /[\ud800-\udbff]$/.test(before)) return 1;
  return /[@/#＃$]/.test(after) ? ([...before].at(-1)?.length ?? 0) : 0;
}
