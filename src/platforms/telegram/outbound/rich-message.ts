import type { Answer } from '../../../bot/answers/reply.ts';
import type { Alignment, Block, Cell, Inline, Table } from '../../../core/entry/blocks.ts';
import { hasNames } from '../../../core/entry/table.ts';
import { clean, finished, type Layout, renderHeadline, renderInline } from './render.ts';
import { type Entity, type Rich, slice } from './rich.ts';

/** Telegram's limits for a rich message: characters, blocks (nested ones included), and levels of nesting. */
const MOST_TEXT = 32_768;
const MOST_BLOCKS = 500;
const DEEPEST = 16;
/** Levels of nesting if styles of text are counted, too. */
const DEEPEST_LOOKS = 6;

/** Whether a text message cannot show the blocks as written. */
export const needsRichMessage = ({ blocks }: Pick<Answer, 'blocks'>): boolean =>
  blocks.some(({ kind }) => kind === 'heading' || kind === 'table');

/**
 * An answer as the HTML of a rich message: the title, warnings, the blocks, the date, and folded sources. Undefined if
 * it exceeds Telegram's limits.
 */
export function richMessageOf(answer: Answer, layout: Layout): string | undefined {
  const { title, notes, sources, asOf, blocks } = answer;
  const writer = createWriter(layout);
  const html = [
    writer.block('h2', htmlOf(finished(renderHeadline(title), layout))),
    ...notes
      .filter((note) => note !== sources && note !== asOf)
      .map((note) => writer.block('p', `<i>${writer.words(note)}</i>`)),
    ...blocks.map((one) => writer.write(one, 1)),
    ...(asOf ? [writer.block('footer', writer.words(asOf))] : []),
    ...(sources ? [folded(sources, writer)] : []),
  ].join('');
  const isWithin =
    html.length <= MOST_TEXT && writer.count() <= MOST_BLOCKS && writer.depth() + DEEPEST_LOOKS <= DEEPEST;
  return isWithin ? html : undefined;
}

type Writer = ReturnType<typeof createWriter>;

/** Sources of which the first line is shown, and the rest can be unfolded. */
function folded(sources: readonly Inline[], { block, words }: Writer): string {
  const [first, ...others] = sources;
  if (first?.kind !== 'text' || others.length === 0) return block('p', words(sources));
  const summary = words([{ ...first, text: first.text.replace(/\s*[:：]\s*$/, '') }]);
  return block('details', `<summary>${summary}</summary>${block('p', words(others))}`);
}

/** Writes blocks as HTML, and counts them as Telegram does. */
function createWriter(layout: Layout) {
  let [count, deepest] = [0, 0];
  const words = (children: readonly Inline[]): string => htmlOf(finished(renderInline(children), layout));

  function block(tag: string, inner: string, attributes = ''): string {
    count++;
    return `<${tag}${attributes}>${inner}</${tag}>`;
  }

  function write(one: Block, depth: number): string {
    deepest = Math.max(deepest, depth);
    const all = (blocks: readonly Block[]): string => blocks.map((child) => write(child, depth + 2)).join('');
    switch (one.kind) {
      case 'paragraph':
        return block('p', words(one.children));
      case 'heading':
        return block(one.level === 1 ? 'h3' : 'h4', words(one.children));
      case 'code': {
        const language = one.language === undefined ? '' : ` class="language-${escaped(one.language)}"`;
        return block('pre', `<code${language}>${escaped(clean(one.text))}</code>`);
      }
      case 'quote':
        return block('blockquote', all(one.children));
      case 'list':
        return block(one.ordered ? 'ol' : 'ul', one.items.map((item) => block('li', all(item))).join(''));
      case 'table':
        return table(one);
    }
  }

  function table(one: Table): string {
    const row = (cells: readonly Cell[], tag: 'th' | 'td'): string =>
      block('tr', cells.map((cell, at) => `<${tag}${sideOf(one.aligned[at])}>${words(cell)}</${tag}>`).join(''));
    const names = hasNames(one) ? row(one.head, 'th') : '';
    return block('table', names + one.rows.map((cells) => row(cells, 'td')).join(''), ' bordered striped');
  }

  return { block, words, write, count: () => count, depth: () => deepest };
}

const sideOf = (aligned: Alignment = 'none'): string => (aligned === 'none' ? '' : ` align="${aligned}"`);

const TAGS: Readonly<Partial<Record<Entity['type'], string>>> = { bold: 'b', italic: 'i', code: 'code' };

/** Text with its entities as HTML. Entities are nested or separate, and never overlap. */
function htmlOf({ text, entities }: Rich): string {
  const [first, ...others] = entities;
  if (!first) return escaped(text).replaceAll('\n', '<br>');
  const end = first.offset + first.length;
  const inside = others.filter(({ offset }) => offset < end);
  const inner = htmlOf(slice({ text, entities: inside }, first.offset, end));
  const rest = htmlOf(slice({ text, entities: others.filter(({ offset }) => offset >= end) }, end, text.length));
  return escaped(text.slice(0, first.offset)).replaceAll('\n', '<br>') + marked(first, inner) + rest;
}

function marked(entity: Entity, inner: string): string {
  if (entity.type === 'text_link') return `<a href="${escaped(entity.url)}">${inner}</a>`;
  const tag = TAGS[entity.type];
  return tag === undefined ? inner : `<${tag}>${inner}</${tag}>`;
}

/** Telegram knows only these and a few other named character references. */
const escaped = (text: string): string =>
  text
    .toWellFormed()
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
