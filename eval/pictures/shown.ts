import { ButtonStyle, ComponentType } from 'discord.js';
import MarkdownIt from 'markdown-it';
import type { Component } from '../../src/platforms/discord/outbound/buttons.ts';
import { escaped } from '../page/escape.ts';

const markdown = new MarkdownIt({ html: false, breaks: true });

/** Components as Discord shows them, with the classes of chats.css. @param asked the member's message above them */
export function htmlOf(components: readonly Component[], asked?: string): string {
  const you =
    asked === undefined
      ? ''
      : '<div class="d-line d-you"><span class="d-face"></span><div><p class="d-name">Mei</p>' +
        `<p dir="auto">${escaped(asked)}</p></div></div>`;
  const said =
    '<div class="d-line"><span class="d-face d-bot">问</span><div class="d-body">' +
    `<p class="d-name">Wenda <span class="d-app">APP</span></p>${components.map(one).join('')}</div></div>`;
  return `<div class="discord">${you}${said}</div>`;
}

function one(component: Component): string {
  const inner = (component.components ?? []).map(one).join('');
  switch (component.type) {
    case ComponentType.Container:
      return `<div class="d-frame" style="inline-size:100%;${colour(component.accent_color)}">${inner}</div>`;
    case ComponentType.TextDisplay:
      return words(String(component.content));
    case ComponentType.Separator:
      return '<hr style="inline-size:100%;margin:0;border:0;border-block-start:1px solid var(--d-edge)">';
    case ComponentType.ActionRow:
      return `<p class="d-buttons" style="margin:0">${inner}</p>`;
    case ComponentType.Button:
      return button(component);
    default:
      return select(component);
  }
}

const colour = (accent: unknown): string =>
  typeof accent === 'number' ? `--d-state:#${accent.toString(16).padStart(6, '0')}` : '';

/** A heading, a quote, small print, or text: Discord's Markdown, as far as it differs from the usual. */
function words(content: string): string {
  const clickable = content.replace(/<(\/[\w-]+):\d+>/g, '`$1`').replace(/<@!?\d+>/g, '@Mei');
  const small = clickable.split('\n').every((line) => line.startsWith('-# '));
  if (small)
    return `<div class="d-small" style="border:0;padding:0">${clickable
      .split('\n')
      .map((line) => `<p dir="auto" style="margin:0">${markdown.renderInline(line.slice(3))}</p>`)
      .join('')}</div>`;
  const html = markdown
    .render(clickable.replace(/^-# (.*)$/gm, '###### $1'))
    .replace(/<h6>/g, '<p class="d-small" style="border:0;padding:0">')
    .replace(/<\/h6>/g, '</p>')
    .replace(/<h[23]>/g, '<p class="d-title">')
    .replace(/<\/h[23]>/g, '</p>')
    .replace(/<(p|ul|ol)(?=[ >])/g, '<$1 dir="auto"');
  return `<div class="d-text">${html}</div>`;
}

function button({ label, emoji, style, disabled }: Component): string {
  const face = typeof emoji === 'object' && emoji !== null && 'name' in emoji ? `${String(emoji.name)} ` : '';
  const end = style === ButtonStyle.Link ? ' ↗' : '';
  const words = escaped(typeof label === 'string' ? label : '');
  const red = style === ButtonStyle.Danger ? ' style="background:#da373c;color:#fff"' : '';
  return `<button${disabled === true ? ' disabled' : ''}${red}><bdi>${face}${words}</bdi>${end}</button>`;
}

/** Discord's own placeholder, for a menu without one. */
const OWN_PLACEHOLDER = 'Make a selection';

function select({ type, placeholder, options, default_values: given }: Component): string {
  const chosen = (
    Array.isArray(options) ? (options as { readonly label: string; readonly default?: boolean }[]) : []
  ).filter((option) => option.default);
  const kept = (Array.isArray(given) ? given : []).map(() =>
    type === ComponentType.RoleSelect ? '@mods' : '#general',
  );
  const shown =
    chosen.length > 0
      ? chosen.map(({ label }) => label).join(', ')
      : kept.length > 0
        ? kept.join(', ')
        : typeof placeholder === 'string'
          ? placeholder
          : OWN_PLACEHOLDER;
  const style =
    'flex:1;display:flex;justify-content:space-between;gap:1rem;padding:.4rem .7rem;' +
    'border:1px solid var(--d-edge);border-radius:.5rem;background:var(--d-back)';
  return `<span style="${style}"><bdi>${escaped(shown)}</bdi><span>⌄</span></span>`;
}
