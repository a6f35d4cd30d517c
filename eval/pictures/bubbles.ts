import type { Keyboard } from '../../src/platforms/telegram/outbound/outbox-message.ts';
import type { Entity, Rich } from '../../src/platforms/telegram/outbound/rich.ts';
import { escaped } from '../page/escape.ts';

/** Each line has its own direction, as on Telegram. */
const TEXT = 'white-space:pre-wrap;unicode-bidi:plaintext;overflow-wrap:anywhere';
const QUOTE =
  `${TEXT};margin:0;padding:.2rem .6rem;border-inline-start:3px solid var(--t-link);border-radius:.3rem;` +
  'background:color-mix(in srgb, var(--t-link) 10%, transparent)';
/** On a phone, a button shows one line of its label. */
const LABEL = 'white-space:nowrap;overflow:hidden;text-overflow:ellipsis;min-inline-size:0';
const ROW = 'display:grid;grid-auto-flow:column;grid-auto-columns:1fr;gap:.25rem';

/**
 * A message as Telegram shows it, with its keyboard, with the classes of chats.css.
 * @param asked the question that it answers
 */
export function bubbleOf(rich: Rich, keyboard: Keyboard, asked?: string): string {
  const you =
    asked === undefined ? '' : `<div class="t-bubble t-you"><p dir="auto" style="margin:0">${escaped(asked)}</p></div>`;
  const rows = keyboard.map((row) => {
    const buttons = row.map(({ text }) => `<button style="${LABEL}">${escaped(text)}</button>`);
    return `<div style="${ROW}">${buttons.join('')}</div>`;
  });
  const text = `<div style="${TEXT}">${marked(rich.text, 0, rich.text.length, inOrder(rich.entities))}</div>`;
  const bubble = `<div class="t-bubble"><p class="t-name" dir="ltr">Wenda</p>${text}</div>`;
  return `<div class="telegram">${you}<div class="t-answer">${bubble}<div class="t-buttons">${rows.join('')}</div></div></div>`;
}

/** Outer entities come first. */
const inOrder = (entities: readonly Entity[]): Entity[] =>
  [...entities].sort((a, b) => a.offset - b.offset || b.length - a.length);

function marked(text: string, from: number, to: number, entities: readonly Entity[]): string {
  let [html, at] = ['', from];
  for (const [index, entity] of entities.entries()) {
    const end = entity.offset + entity.length;
    if (entity.offset < at || end > to) continue;
    const inner = marked(text, entity.offset, end, entities.slice(index + 1));
    html += clickable(text.slice(at, entity.offset)) + look(entity, inner);
    at = end;
  }
  return html + clickable(text.slice(at, to));
}

/** Telegram marks commands by itself. */
const clickable = (words: string): string => escaped(words).replace(/(?<=^|[\s\u2066-\u2068])\/\w+/g, '<a>$&</a>');

function look(entity: Entity, inner: string): string {
  switch (entity.type) {
    case 'bold':
      return `<b>${inner}</b>`;
    case 'italic':
      return `<i>${inner}</i>`;
    case 'code':
      return `<code>${inner}</code>`;
    case 'pre':
      return `<pre style="margin:0">${inner}</pre>`;
    case 'blockquote':
    case 'expandable_blockquote':
      return `<blockquote style="${QUOTE}">${inner}</blockquote>`;
    case 'text_link':
    case 'bot_command':
      return `<a style="text-decoration:underline">${inner}</a>`;
  }
}
