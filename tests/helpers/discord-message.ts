import type { Json } from './fake-discord.ts';

/** Flags of a message of the second version, for all and for one person. */
export const PUBLIC = 1 << 15;
export const PRIVATE = PUBLIC | (1 << 6);

/** The visible parts of a message. */
export interface Seen {
  /** The question, above everything. */
  readonly quote: string | undefined;
  readonly title: string | undefined;
  /** Without title and small print, still escaped. */
  readonly text: string;
  /** Small print, a line each. */
  readonly notes: string;
  /** Words and address of each button that is a link. */
  readonly links: readonly (readonly [label: string, url: string])[];
  readonly colour: number | undefined;
  readonly files: readonly string[];
}

/** Components with everything that is in them. */
export const partsOf = (components: readonly Json[]): Json[] =>
  components.flatMap((one) => [one, ...partsOf(one.components ?? [])]);

export function seen({ components = [] }: Json): Seen {
  const all = partsOf(components);
  const texts: string[] = all.filter(({ type }) => type === 10).map(({ content }) => content);
  const quote =
    components[0]?.type === 10 && components[0].content.startsWith('> ') && components.length > 1
      ? texts.shift()
      : undefined;
  const title = texts[0]?.startsWith('### ') ? texts.shift() : undefined;
  const isSmall = (text: string): boolean => text.split('\n').every((line) => line.startsWith('-# '));
  const notes = texts.length > 0 && isSmall(texts.at(-1) ?? '') ? (texts.pop() ?? '') : '';
  return {
    quote: quote?.slice(2),
    title: title?.slice(4),
    text: texts.join('\n\n'),
    notes: notes.replace(/^-# /gm, ''),
    links: all.filter(({ type, style }) => type === 2 && style === 5).map(({ label, url }) => [label, url]),
    colour: all.find(({ type }) => type === 17)?.accent_color,
    files: all.filter(({ type }) => type === 13).map(({ file }) => file.url),
  };
}

/** The buttons that do something, by emoji and words. */
export function buttonsOf({ components = [] }: Json): Record<string, string> {
  const buttons = partsOf(components).filter(({ type, custom_id: id }) => type === 2 && id !== undefined);
  return Object.fromEntries(
    buttons.map(({ label, emoji, custom_id: id }) => [[emoji?.name, label].filter(Boolean).join(' '), id]),
  );
}
