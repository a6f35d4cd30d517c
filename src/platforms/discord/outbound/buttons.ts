import { ButtonStyle, ComponentType } from 'discord.js';
import type { Reply } from '../../../bot/answers/reply.ts';
import { besideButtons, linksIn } from '../../../bot/platform/links.ts';
import { type Inline, plainInline } from '../../../core/entry/blocks.ts';
import { cut, linkTarget, MOST, oneLine, plain } from './escape.ts';

/** A button; its id is a signed command. */
export interface MessageButton {
  /** 1 to 100 UTF-16 units. */
  readonly id: string;
  readonly label?: string;
  /** A Unicode emoji. */
  readonly emoji?: string;
  /** See Choice. Default: false. */
  readonly isDangerous?: boolean;
}

export interface MessageButtons {
  readonly choices: readonly MessageButton[];
  /** At most five, in one row below everything. */
  readonly tools: readonly MessageButton[];
}

/** A message component, as Discord takes it. */
export interface Component {
  readonly type: ComponentType;
  readonly components?: readonly Component[];
  readonly [field: string]: unknown;
}

export const NO_CONTROLS: MessageButtons = { choices: [], tools: [] };

/** Buttons with longer labels get a row each. */
const SHORT_LABEL = 24;
const MOST_BELOW = 10;

/** Number of components as Discord counts them, nested ones included. */
export const countOf = (components: readonly Component[]): number =>
  components.reduce((sum, { components: inner = [] }) => sum + 1 + countOf(inner), 0);

const row = (components: readonly Component[]): Component[] =>
  components.length > 0 ? [{ type: ComponentType.ActionRow, components }] : [];

export const linkRow = (links: readonly SourceLink[]): Component[] =>
  row(links.map(({ target, label }) => ({ type: ComponentType.Button, style: ButtonStyle.Link, url: target, label })));

const toolsIn = ({ tools }: MessageButtons): readonly MessageButton[] => unique(tools).slice(0, MOST.rowButtons);

export const toolRow = (controls: MessageButtons): Component[] => row(toolsIn(controls).map(button));

/** Rows of choices, as far as there is room. */
export function choiceRows(controls: MessageButtons, room: number): Component[] {
  const tools = toolsIn(controls);
  const choices = unique(controls.choices)
    .filter(({ id }) => tools.every((tool) => tool.id !== id))
    .slice(0, MOST.choices);
  const each =
    choices.length <= MOST_BELOW && choices.some(({ label = '' }) => label.length > SHORT_LABEL) ? 1 : MOST.rowButtons;
  const rows: Component[] = [];
  for (let at = 0, left = room; at < choices.length && left > 1; at += each) {
    const next = row(choices.slice(at, at + Math.min(each, left - 1)).map(button));
    left -= countOf(next);
    rows.push(...next);
  }
  return rows;
}

/** Discord refuses two buttons with the same id. They would do the same anyway. */
const unique = (controls: readonly MessageButton[]): readonly MessageButton[] => [
  ...new Map(controls.map((control) => [control.id, control])).values(),
];

function button({ id, label, emoji, isDangerous = false }: MessageButton): Component {
  const words = label === undefined ? '' : cut(oneLine(label), MOST.buttonLabel);
  const face = emoji === undefined ? {} : { emoji: { name: emoji } };
  return {
    type: ComponentType.Button,
    style: isDangerous ? ButtonStyle.Danger : ButtonStyle.Secondary,
    custom_id: id,
    ...(words === '' && emoji !== undefined ? {} : { label: words || '…' }),
    ...face,
  };
}

/** A link of the small print that is shown as a button. */
export interface SourceLink {
  /** The URL as written in the small print. */
  readonly url: string;
  readonly target: string;
  /** Link text and host name, so that nobody is led to an unexpected site. */
  readonly label: string;
}

/**
 * A reply's small print and link buttons. If every source with a URL gets a button, sources are named on the buttons
 * only.
 */
export function withSources(reply: Reply): { readonly notes: Reply['notes']; readonly links: readonly SourceLink[] } {
  const links = sourceLinks(reply.notes);
  if (reply.kind !== 'answer' || reply.links === undefined) return { notes: reply.notes, links };
  const labels = new Map(
    reply.links.map(({ url, label }) => [linkTarget(url), cut(labelLine(label), MOST.buttonLabel)]),
  );
  const named = links.flatMap((link) => ({ ...link, label: labels.get(link.target) || link.label }));
  if (labels.size !== links.length || links.some(({ target }) => !labels.has(target)))
    return { notes: reply.notes, links };
  return { notes: besideButtons(reply), links: named };
}

/**
 * Links of the small print as buttons, at most one row. A link that Discord might refuse as a button stays in the text.
 */
function sourceLinks(notes: readonly (readonly Inline[])[]): SourceLink[] {
  const links = notes.flatMap((note) => linksIn(note)).map(asButton);
  const found = new Map(links.filter((link) => link !== undefined).map((link) => [link.target, link]));
  return [...found.values()].slice(0, MOST.rowButtons);
}

/** Small print in which links that have a button become plain text. */
export function withoutLinks(note: readonly Inline[], links: readonly SourceLink[]): Inline[] {
  return note.flatMap((part): Inline[] => {
    if (part.kind === 'strong' || part.kind === 'emphasis')
      return [{ ...part, children: withoutLinks(part.children, links) }];
    const isButton =
      part.kind === 'link' &&
      plainInline(part.children).trim() !== '' &&
      links.some(({ target }) => target === linkTarget(part.url));
    return isButton ? [...part.children] : [part];
  });
}

/**
 * Discord refuses a whole message because of one invalid URL on a button, so only plainly valid characters and public
 * host names get one.
 */
const LETTERS = /^(?:[\w\-.~:/?#@!$&'()*+,;=]|%[\dA-Fa-f]{2})+$/;
const HOST = /^(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z][a-z0-9-]{0,61}[a-z0-9]$/;
const MOST_HOST = 45;
/**
 * Directional isolates keep a title together in running text. A label is alone, and cutting it could drop the closing
 * mark.
 */
const ISOLATES = /[\u2066-\u2069]/g;

const labelLine = (words: string): string => plain(words).replace(ISOLATES, '').replace(/\s+/g, ' ').trim();

function asButton({ url, children }: Extract<Inline, { kind: 'link' }>): SourceLink | undefined {
  const target = linkTarget(url);
  if (target === undefined || target.length > MOST.url || !LETTERS.test(target) || target.split('#').length > 2)
    return undefined;
  const { hostname, username, password } = new URL(target);
  if (!HOST.test(hostname) || hostname.length > MOST_HOST || username !== '' || password !== '') return undefined;
  const host = hostname.replace(/^www\./, '');
  const words = labelLine(plainInline(children));
  const end = ` · ${host}`;
  return {
    url,
    target,
    label:
      words === '' || words.includes(host)
        ? cut(words || host, MOST.buttonLabel)
        : cut(words, MOST.buttonLabel - end.length) + end,
  };
}
