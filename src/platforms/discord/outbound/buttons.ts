import { ButtonStyle, ComponentType } from 'discord.js';
import { oneLine } from './escape.ts';
import { cut, MOST } from './limits.ts';
import type { SourceLink } from './source-links.ts';

/** A button with its command, signed already. */
export interface Control {
  /** 1 to 100 units. */
  readonly id: string;
  readonly label?: string | undefined;
  /** A Unicode emoji. */
  readonly emoji?: string | undefined;
  /** See Choice. Default: no. */
  readonly isDangerous?: boolean | undefined;
}

export interface Controls {
  readonly choices: readonly Control[];
  /** One row below everything: at most five. */
  readonly tools: readonly Control[];
}

/** A part of a message, as Discord takes it. */
export interface Component {
  readonly type: ComponentType;
  readonly components?: readonly Component[];
  readonly [field: string]: unknown;
}

export const NO_CONTROLS: Controls = { choices: [], tools: [] };

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

const toolsIn = ({ tools }: Controls): readonly Control[] => unique(tools).slice(0, MOST.rowButtons);

export const toolRow = (controls: Controls): Component[] => row(toolsIn(controls).map(button));

/** As many as there is room for. */
export function choiceRows(controls: Controls, room: number): Component[] {
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
const unique = (controls: readonly Control[]): readonly Control[] => [
  ...new Map(controls.map((control) => [control.id, control])).values(),
];

function button({ id, label, emoji, isDangerous = false }: Control): Component {
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
