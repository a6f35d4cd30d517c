/** A person's message in an exported chat. Messages of programs are left out when an export is read. */
export interface ChatMessage {
  /** Unique in its chat. */
  readonly id: string;
  /** Equal in all messages of a person. */
  readonly author: string;
  /** Milliseconds since 1970. */
  readonly time: number;
  /** Without formatting. */
  readonly text: string;
  /** With its formatting, as Markdown. */
  readonly markdown: string;
  /** Id of the message that it replies to, or that began its thread. */
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

/** An exported group, server or workspace. */
export interface Export {
  readonly title: string;
  readonly chats: readonly Chat[];
  /** Names and handles of people, as the export lists them. */
  readonly people: ReadonlySet<string>;
}

/** Approving reactions, as signs and by the names that programs use, with any skin tone. */
const APPROVING =
  /^(?:👍|👌|🙏|❤|💯|✅|☑|✔|🎉|\+1|thumbsup|ok_hand|pray|heart|100|white_check_mark|heavy_check_mark|ballot_box_with_check|tada)/u;

/** How many people approve: one may give several reactions, so only the most frequent counts. */
export const approvalsIn = (reactions: readonly { readonly sign: string; readonly count: number }[]): number =>
  Math.max(0, ...reactions.map(({ sign, count }) => (APPROVING.test(sign) ? count : 0)));

export const byTime = (messages: readonly ChatMessage[]): ChatMessage[] =>
  [...messages].sort((a, b) => a.time - b.time);
