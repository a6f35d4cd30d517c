import type { Notice, Reply } from '../../../bot/answers/reply.ts';
import { namesOtherHost } from '../../../bot/platform/link-host.ts';
import { type Block, type Inline, plainInline } from '../../../core/entry/blocks.ts';
import { type Entity, type Insertion, insert, isCode, join, look, plain, type Rich, slice, trim } from './rich.ts';

/** How text is laid out. */
export interface Layout {
  readonly isRightToLeft: boolean;
  /** UTF-16 units of one message. Default: what Telegram takes. */
  readonly most?: number | undefined;
}

/** Shown if there is nothing to see: Telegram refuses an empty message. */
const NOTHING = plain('…');
const SEEN = /[\p{L}\p{N}\p{P}\p{S}]/u;

/** A reply as messages, with entities and never with markup; at least one. */
export function renderReply(reply: Reply, layout: Layout): readonly [Rich, ...Rich[]] {
  const parts = partsOf(reply).map((part) => finished(part, layout));
  const [first = NOTHING, ...more] = split(parts, layout.most ?? MOST_TEXT).filter(({ text }) => SEEN.test(text));
  return [first, ...more];
}

function partsOf(reply: Reply): Rich[] {
  const small = join(reply.notes.map(renderInline), '\n');
  switch (reply.kind) {
    case 'answer': {
      // Warnings and date are seen at once, and the sources at a touch. The buttons of related questions say enough.
      const first = join(reply.notes.filter((note) => note !== reply.sources).map(renderInline), '\n');
      const folded = look(renderInline(reply.sources ?? []), { type: 'expandable_blockquote' });
      return [...headOf(reply), look(first, { type: 'italic' }), ...renderBlocks(reply), folded];
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
  title === undefined ? [] : [look(plain(oneLine(title)), { type: 'bold' })];

const renderBlocks = ({ blocks }: Pick<Notice, 'blocks'>): Rich[] => blocks.map((block) => renderBlock(block, false));

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
const finished = (part: Rich, { isRightToLeft }: Layout): Rich =>
  withoutMentions(isRightToLeft ? rightToLeft(part) : part);

/** @param isQuoted Telegram knows no quotes in quotes. */
function renderBlock(block: Block, isQuoted: boolean, depth = 0): Rich {
  switch (block.kind) {
    case 'paragraph':
      return renderInline(block.children);
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

function renderInline(children: readonly Inline[]): Rich {
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
  const address = URL.canParse(url) ? new URL(url) : undefined;
  if (!address || !['http:', 'https:'].includes(address.protocol))
    return plain(words === url ? words : `${words} <${clean(url)}>`);
  const shown =
    words.trim() === ''
      ? plain(clean(url))
      : join([plain(keepingApart(named)), plain(namesOtherHost(words, address) ? ` (${address.host})` : '')]);
  return look(shown, { type: 'text_link', url: address.href });
}

const oneLine = (words: string): string => clean(words).replace(/\s+/g, ' ').trim();

const ISOLATE = '\u2068';
const END = '\u2069';
/** Makes a line run from right to left, whatever comes first in it. */
const RIGHT_TO_LEFT = '\u200f';

const RTL = '\\p{Script=Arabic}\\p{Script=Hebrew}\\p{Script=Syriac}\\p{Script=Thaana}\\p{Script=Nko}';
const LETTER = `(?![${RTL}])\\p{L}`;
/**
 * Words of another direction, with the signs between them; numbers with signs in them, which would be turned around.
 */
const FOREIGN = new RegExp(
  [
    `(?:${LETTER}|[0-9])`,
    `(?:(?:${LETTER}|[\\p{M}\\p{N}\\p{Pc}\\p{Pd}\\p{Po}\\p{Pi}\\p{Pf}\\p{S}\\u2060 ()])*(?:${LETTER}|[\\p{N}%+#]))?`,
  ].join(''),
  'gu',
);
const HAS_SIGN = /\p{L}|[^\p{N}]/u;

/** Text that runs from right to left: words and code that do not are set apart, so that neither is torn. */
function rightToLeft(rich: Rich): Rich {
  const code = rich.entities.filter(({ type }) => type === 'code' || type === 'bot_command');
  const blocks = rich.entities.filter(({ type }) => type === 'pre');
  const whole = [...rich.text.matchAll(APART)].map(({ 0: words, index }) => ({ offset: index, length: words.length }));
  const isolated = [
    ...runsOf(rich.text, [...code, ...blocks, ...whole]),
    ...code.map(({ offset, length }) => [offset, offset + length] as const),
  ];
  const lines = [...rich.text.matchAll(/^(?=.)/gm)]
    .filter(({ index }) => !isIn(index, blocks))
    .map(({ index }): Insertion => ({ at: index, words: RIGHT_TO_LEFT }));
  const marks = isolated.flatMap(([from, to]): Insertion[] => [
    { at: from, words: ISOLATE },
    { at: to, words: END },
  ]);
  return insert(
    rich,
    [...lines, ...marks]
      .map((one, order) => ({ ...one, order }))
      .sort((a, b) => a.at - b.at || rank(a) - rank(b) || a.order - b.order),
  );
}

/** At one place: what ends comes first, then the mark of the line, then what begins. */
const rank = ({ words }: Insertion): number => [END, RIGHT_TO_LEFT, ISOLATE].indexOf(words);

function runsOf(text: string, apart: readonly Pick<Entity, 'offset' | 'length'>[]): (readonly [number, number])[] {
  const runs: (readonly [number, number])[] = [];
  for (const { 0: words, index } of text.matchAll(FOREIGN)) {
    if (
      !HAS_SIGN.test(words) ||
      apart.some(({ offset, length }) => index < offset + length && index + words.length > offset)
    )
      continue;
    runs.push([isOpenedBefore(text, index, words) ? index - 1 : index, index + words.length]);
  }
  return runs;
}

const QUOTES = { '‘': '’', '“': '”', '«': '»', '(': ')', '[': ']' } as const;

/** A quotation mark or bracket that closes among the words belongs to them. */
function isOpenedBefore(text: string, index: number, words: string): boolean {
  const open = text[index - 1] ?? '';
  const close = Object.entries(QUOTES).find(([mark]) => mark === open)?.[1];
  return close !== undefined && words.split(close).length > words.split(open).length;
}

/** Words that were set apart as a whole already, with their signs: a title that ends with one. */
const APART = /\u2068[^\u2066-\u2069]*\u2069/g;

const isIn = (at: number, entities: readonly Entity[]): boolean =>
  entities.some(({ offset, length }) => at >= offset && at < offset + length);

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

/** Characters that move the cursor, turn the direction of text around, or are no text. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is removed
const UNSEEN = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u2028-\u202e\u2066-\u2069\ufffe\uffff]/g;

/** Text as it may be sent: no control characters, no half of a surrogate pair. */
const clean = (words: string): string =>
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
function withoutMentions(rich: Rich): Rich {
  const kept = rich.entities.filter((entity) => isCode(entity) || entity.type === 'bot_command');
  const marks: Insertion[] = [];
  for (const { index } of rich.text.matchAll(MARKS))
    if (!isIn(index, kept)) marks.push({ at: index + 1, words: JOINER });
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
  const whole = [
    ...entities,
    ...[...text.matchAll(APART)].map(({ 0: words, index }) => ({ offset: index, length: words.length })),
  ];
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
