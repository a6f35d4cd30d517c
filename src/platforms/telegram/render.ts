import type { Reply } from '../../bot/reply.ts';
import { type Block, type Inline, plainInline } from '../../core/entry/blocks.ts';
import { rightToLeft } from './direction.ts';
import { clean, withoutMentions } from './plain-words.ts';
import { join, look, plain, type Rich } from './rich.ts';
import { MOST_TEXT, split } from './split.ts';

/** How text is laid out. */
export interface Layout {
  readonly isRightToLeft: boolean;
  /** UTF-16 units of one message. Default: what Telegram takes. */
  readonly most?: number | undefined;
}

/** What stands where there is nothing to see: Telegram refuses an empty message. */
const NOTHING = plain('…');
const SEEN = /[\p{L}\p{N}\p{P}\p{S}]/u;

/** A reply as messages, with entities and never with markup; at least one. */
export function renderReply({ title, blocks, notes, question }: Pick<Reply, 'title' | 'blocks' | 'notes' | 'question'>, layout: Layout): Rich[] {
  const head = title === undefined ? [] : [look(plain(oneLine(title)), { type: 'bold' })];
  const small = join(notes.map(renderInline), '\n');
  const asked = question === undefined ? [] : [plain(clean(question))];
  const parts = [...head, ...blocks.map((block) => renderBlock(block, false)), small, ...asked];
  const messages = split(
    parts.map((part) => finished(part, layout)),
    layout.most ?? MOST_TEXT,
  ).filter(({ text }) => SEEN.test(text));
  return messages.length > 0 ? messages : [NOTHING];
}

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

/** The words alone, for where Telegram shows no entities. */
export const renderPlain = (reply: Pick<Reply, 'title' | 'blocks' | 'notes'>, layout: Layout): string =>
  renderReply({ ...reply, question: undefined }, layout)
    .map(({ text }) => text)
    .join('\n\n');

/** What is set apart begins a word anew: names are looked for last. */
const finished = (part: Rich, { isRightToLeft }: Layout): Rich => withoutMentions(isRightToLeft ? rightToLeft(part) : part);

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
      return plain(clean(child.text));
    case 'break':
      return plain('\n');
    case 'code':
      return look(plain(clean(child.text)), { type: 'code' });
    case 'strong':
      return look(renderInline(child.children), { type: 'bold' });
    case 'emphasis':
      return look(renderInline(child.children), { type: 'italic' });
    case 'link':
      return renderLink(child.url, child.children);
  }
}

/** The words and, behind them, where they lead; what is no address of the web stays text. */
function renderLink(url: string, children: readonly Inline[]): Rich {
  const words = clean(plainInline(children));
  const address = URL.canParse(url) ? new URL(url) : undefined;
  if (!address || !['http:', 'https:'].includes(address.protocol)) return plain(words === url ? words : `${words} <${clean(url)}>`);
  const isAddress = words === url || (URL.canParse(words) && new URL(words).host === address.host);
  const shown = words.trim() === '' ? plain(clean(url)) : join([plain(words), plain(isAddress ? '' : ` (${address.host})`)]);
  return look(shown, { type: 'text_link', url: address.href });
}

const oneLine = (words: string): string => clean(words).replace(/\s+/g, ' ').trim();
