import { ButtonStyle, ComponentType } from 'discord.js';
import type { Reply } from '../../../bot/answers/reply.ts';
import { besideButtons, linksIn } from '../../../bot/platform/links.ts';
import { type Inline, plainInline } from '../../../core/entry/blocks.ts';
import { cut, linkTarget, MOST, oneLine, plain } from './escape.ts';

/** A button with its command, signed already. */
export interface MessageButton {
  /** 1 to 100 units. */
  readonly id: string;
  readonly label?: string;
  /** A Unicode emoji. */
  readonly emoji?: string;
  /** See Choice. Default: no. */
  readonly isDangerous?: boolean;
}

export interface MessageButtons {
  readonly choices: readonly MessageButton[];
  /** One row below everything: at most five. */
  readonly tools: readonly MessageButton[];
}

/** A part of a message, as Discord takes it. */
export interface Component {
  readonly type: ComponentType;
  readonly components?: readonly Component[];
  readonly [field: string]: unknown;
}

export const NO_CONTROLS: MessageButtons = { choices: [], tools: [] };

/** Buttons whose labels are longer are put below one another. */
const SHORT_LABEL = 24;
const MOST_BELOW = 10;

/** How many components Discord counts. */
export const countOf = (components: readonly Component[]): number =>
  components.reduce((sum, { components: inner = [] }) => sum + 1 + countOf(inner), 0);

const row = (components: readonly Component[]): Component[] =>
  components.length > 0 ? [{ type: ComponentType.ActionRow, components }] : [];

export const linkRow = (links: readonly SourceLink[]): Component[] =>
  row(links.map(({ target, label }) => ({ type: ComponentType.Button, style: ButtonStyle.Link, url: target, label })));

const toolsIn = ({ tools }: MessageButtons): readonly MessageButton[] => unique(tools).slice(0, MOST.rowButtons);

export const toolRow = (controls: MessageButtons): Component[] => row(toolsIn(controls).map(button));

/** As many as there is room for. */
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

/** Two buttons with one id are refused; they would do the same anyway. */
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

/** An address of the small print that is on a button. */
export interface SourceLink {
  /** As the small print has it. */
  readonly url: string;
  readonly target: string;
  /** Its words and its host: nobody is led to a place that they do not expect. */
  readonly label: string;
}

/**
 * The small print of a reply, and its buttons with addresses. A source is named once: on its button, if all that have
 * an address can have one.
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

/** The links of small print as buttons, one row at most; what Discord might refuse there stays in the text. */
function sourceLinks(notes: readonly (readonly Inline[])[]): SourceLink[] {
  const links = notes.flatMap((note) => linksIn(note)).map(asButton);
  const found = new Map(links.filter((link) => link !== undefined).map((link) => [link.target, link]));
  return [...found.values()].slice(0, MOST.rowButtons);
}

/** Small print with mere words if a button has the address. */
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
 * Discord refuses a whole message for an address that it takes for none: letters that addresses may hold, and hosts as
 * everybody has them.
 */
const LETTERS = /^(?:[\w\-.~:/?#@!$&'()*+,;=]|%[\dA-Fa-f]{2})+$/;
const HOST = /^(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z][a-z0-9-]{0,61}[a-z0-9]$/;
const MOST_HOST = 45;
/**
 * They hold a title together among others; on a button it is alone, and one that is cut would lose the end of its
 * isolate.
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
