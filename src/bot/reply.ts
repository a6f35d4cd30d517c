import type { Block, Inline } from '../core/blocks.ts';

/** What a press or a number stands for: a command with its argument. */
export interface Choice {
  readonly label: string;
  readonly command: string;
  readonly argument: string;
}

/** What the bot says, in parsed blocks: each platform escapes once, when it renders. */
export interface Reply {
  /** BCP 47 tag of the words. */
  readonly language: string;
  readonly title?: string | undefined;
  readonly blocks: readonly Block[];
  /** Small print: warnings, source, date. */
  readonly notes: readonly (readonly Inline[])[];
  /** What stands above the choices. */
  readonly question?: string | undefined;
  readonly choices: readonly Choice[];
}

export const text = (words: string): Inline => ({ kind: 'text', text: words });

export const paragraph = (...children: readonly Inline[]): Block => ({ kind: 'paragraph', children });

export const list = (items: readonly (readonly Inline[])[]): Block => ({ kind: 'list', ordered: false, items: items.map((item) => [paragraph(...item)]) });

/** A reply that is one plain sentence. */
export function plainReply(language: string, words: string, choices: readonly Choice[] = []): Reply {
  return { language, blocks: [paragraph(text(words))], notes: [], choices };
}
