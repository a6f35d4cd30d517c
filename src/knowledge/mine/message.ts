/** A message of a person in an exported chat; what programs wrote is left out when an export is read. */
export interface ChatMessage {
  /** Unique in its chat. */
  readonly id: string;
  /** Who wrote it: equal for equal people. */
  readonly author: string;
  /** Milliseconds since 1970. */
  readonly time: number;
  /** Its words, without marks. */
  readonly text: string;
  /** Its words with their marks, as Markdown. */
  readonly markdown: string;
  /** The message that it answers, or that began its thread. Default: none. */
  readonly replyTo?: string;
  /** How many people marked it as good. */
  readonly approvals: number;
}

/** One chat, channel, thread or mailing list. */
export interface Chat {
  readonly name: string;
  /** Oldest first. */
  readonly messages: readonly ChatMessage[];
}

/** All chats of an export, and what their people are called. */
export interface Export {
  /** The group, server or workspace. */
  readonly title: string;
  readonly chats: readonly Chat[];
  /** Names and handles, as the export lists them. */
  readonly people: ReadonlySet<string>;
}

/** Reactions that approve, as signs and by the names that programs write. A tone of skin changes nothing. */
const APPROVING =
  /^(?:👍|👌|🙏|❤|💯|✅|☑|✔|🎉|\+1|thumbsup|ok_hand|pray|heart|100|white_check_mark|heavy_check_mark|ballot_box_with_check|tada)/u;

/** How many people approve. @param reactions each with its sign or name, and how often it was given. */
export const approvalsIn = (reactions: readonly { readonly sign: string; readonly count: number }[]): number =>
  Math.max(0, ...reactions.map(({ sign, count }) => (APPROVING.test(sign) ? count : 0)));

export const byTime = (messages: readonly ChatMessage[]): ChatMessage[] =>
  [...messages].sort((a, b) => a.time - b.time);
