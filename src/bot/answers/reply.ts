import type { Block, Inline } from '../../core/entry/blocks.ts';
import type { About } from '../conversation/incoming.ts';

/** What a press or a number stands for: a command with its argument. */
export interface Choice {
  readonly label: string;
  readonly command: string;
  readonly argument: string;
}

/** Questions to the person, to be answered all at once or one by one. */
export interface Form {
  /** The command that takes the answers as its options. */
  readonly command: string;
  readonly title: string;
  readonly fields: readonly Field[];
}

export interface Field {
  /** The option's name. */
  readonly name: string;
  readonly label: string;
  /** What stands there already. */
  readonly value: string;
  readonly required: boolean;
  /** Several lines. */
  readonly long: boolean;
}

/**
 * A photo or file beside an answer, as the platform keeps it on which it was given: elsewhere only its name can be
 * shown.
 */
export interface Attachment {
  readonly platform: string;
  readonly type: 'photo' | 'file';
  /** The platform's own id of it. */
  readonly file: string;
  readonly name: string;
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
  readonly form?: Form | undefined;
  /** What it gave, where it is an answer. */
  readonly answer?: About | undefined;
  /** What it gave is out of date, disputed, or due for review. */
  readonly isOutdated?: boolean | undefined;
  /** Says that nothing is known. */
  readonly isUnknown?: boolean | undefined;
  /** Only for the person who asked, where the platform can. */
  readonly isPrivate?: boolean | undefined;
  /** The platform's id of the person who is answered by name, where the platform can; nobody else is told. */
  readonly to?: string | undefined;
  /** The platform's id of a message to pin in its channel, where the platform can. */
  readonly pinMessage?: string | undefined;
  /** Stands beside the answer, on the platform that keeps it. */
  readonly attachment?: Attachment | undefined;
  /** A file to hand over, where the reply is more than a message. */
  readonly file?: { readonly name: string; readonly text: string } | undefined;
}

/** What a reply is, at a glance. */
export type ReplyState = 'answered' | 'pinned' | 'outdated' | 'choices';

/** Undefined for what is neither an answer nor an offer of some. */
export function stateOf({
  answer,
  isOutdated,
  blocks,
  choices,
}: Pick<Reply, 'answer' | 'isOutdated' | 'blocks' | 'choices'>): ReplyState | undefined {
  if (!answer) return blocks.length === 0 && choices.length > 0 ? 'choices' : undefined;
  if (isOutdated) return 'outdated';
  return answer.pin === undefined ? 'answered' : 'pinned';
}

export const text = (words: string): Inline => ({ kind: 'text', text: words });

export const paragraph = (...children: readonly Inline[]): Block => ({ kind: 'paragraph', children });

export const list = (items: readonly (readonly Inline[])[]): Block => ({
  kind: 'list',
  ordered: false,
  items: items.map((item) => [paragraph(...item)]),
});

/** A reply that is one plain sentence. */
export function plainReply(language: string, words: string, choices: readonly Choice[] = []): Reply {
  return { language, blocks: [paragraph(text(words))], notes: [], choices };
}
