import type { InlineKeyboardButton, InlineQueryResultArticle } from 'grammy/types';
import type { Attachment } from '../../../bot/answers/reply.ts';
import type { About } from '../../../bot/conversation/incoming.ts';
import type { Outgoing } from '../../../bot/delivery/courier.ts';
import type { Correction } from '../../../bot/delivery/post-corrections.ts';
import type { Report } from '../../../bot/delivery/report.ts';
import type { HandoverNote, HandoverPart } from '../../../bot/handover/note.ts';
import type { Moment } from '../../../bot/kinds.ts';
import type { Rich } from './rich.ts';

/** A message in the outbox for this platform, as JSON. */
export type TelegramPayload =
  | MessagePayload
  | EditPayload
  | RemovePayload
  | PressPayload
  | InlinePayload
  | GuestPayload
  | FilePayload
  | AttachmentPayload
  | PinPayload
  | Correction
  | HandoverNote
  | Report;

/** The chat, and the topic or conversation in it, to which something is sent. */
export interface Target {
  /** Key of the place; that of a private chat does not name its person. */
  readonly place: string;
  readonly chat: number;
  readonly thread?: number;
  /** See Spot. */
  readonly direct?: number;
  /** Id of the message to reply to. */
  readonly replyTo?: number;
  /**
   * Whether the message is dropped if the one it replies to is gone, as nobody asked the bot. Default: it is sent
   * without a reply.
   */
  readonly isOnlyReply?: boolean;
  /** Default: everybody in the chat sees it. */
  readonly only?: Only;
}

/** The recipient of an ephemeral message. Ephemeral messages have a numbering of their own. */
export interface Only {
  readonly user: number;
  /** Id of the press that it answers, to which any bot may respond for 15 seconds. Default: none. */
  readonly press?: string;
  /** Id of the ephemeral command that it answers, within the same 15 seconds. Default: none. */
  readonly command?: number;
}

export type Keyboard = readonly (readonly InlineKeyboardButton[])[];

/** Data that is recorded about an answer's message. */
export interface Posted {
  /** The entry that it gives. */
  readonly about: About;
  readonly language: string;
  /** Id of the message that asked; empty if there is none. */
  readonly asked: string;
  /** Id of the community that the answer belongs to. Default: the place's own. */
  readonly community?: string;
}

/** An answer with formatting that a text message does not allow. */
export interface RichMessage {
  readonly html: string;
  readonly isRightToLeft: boolean;
  /** Messages that follow it. */
  readonly then: readonly Outgoing[];
  /** The same answer as text messages, sent if Telegram refuses the rich message. */
  readonly otherwise: readonly Outgoing[];
}

/** A message, and where it goes. */
export interface MessageContent {
  readonly target: Target;
  readonly rich: Rich;
  readonly keyboard: Keyboard;
}

export interface MessagePayload extends MessageContent {
  readonly kind: 'message';
  /** Sent instead of the text. Default: the text. */
  readonly richMessage?: RichMessage;
  readonly posted?: Posted;
  /** Placeholder of the reply field that opens for the asker. Default: no reply field. */
  readonly forceReply?: string;
  /** Id of the dialogue to which it belongs. */
  readonly dialogue?: string;
  /** Id of the user who gets a pin button if they are a moderator. */
  readonly pinFor?: number;
  /** Names under which an answer is not repeated within a short time. */
  readonly once?: Once;
  /** Id of the asking message, if the reply gives no entry. An edit of the question edits this message. */
  readonly asked?: string;
  /** See Spare. Default: it is sent however busy the group is. */
  readonly spare?: Spare;
  /** The asker in a group, who is told if the bot may not answer there. */
  readonly asker?: GroupAsker;
  /** Sent instead if this message cannot be, as the person has never begun a private chat or has blocked the bot. */
  readonly otherwise?: MessageContent;
  /** Sent instead if Telegram does not accept the message as an ephemeral one. Default: nothing. */
  readonly instead?: readonly Outgoing[];
  /** The message's part in a question that helpers answer. Default: none. */
  readonly handed?: HandoverPart;
  /** Whether the group gets a notification. Default: silent. */
  readonly isLoud?: boolean;
  /** Minutes after which it is deleted. Default: it stays. */
  readonly minutes?: number;
  /** When it was composed, or asked for if an outage delayed it. Default: when it is due. */
  readonly at?: Moment;
}

/**
 * An answer in a group that is dropped if the group is too busy. After an outage it is sent nevertheless if the bot was
 * addressed ('asked'), but not if it only overheard the question.
 */
export type Spare = 'asked' | 'overheard';

export interface GroupAsker {
  readonly user: number;
  readonly language: string;
  /** Title of the group. */
  readonly group: string;
}

export interface Once {
  /** Answers that share one of these names count as the same. */
  readonly names: readonly string[];
  /**
   * Sent instead of a repetition, once for everybody who asks meanwhile. Default: nothing, if nobody addressed the bot.
   */
  readonly otherwise?: Rich;
}

export interface EditPayload extends MessageContent {
  readonly kind: 'edit';
  /** See MessageContent. */
  readonly richMessage?: RichMessage;
  readonly message: number;
  readonly posted?: Posted;
  /** Id of the asking message if it asks something else now; the previous answer is forgotten. */
  readonly askedAgain?: string;
  /** See MessageContent; an ephemeral message may be gone. */
  readonly instead?: readonly Outgoing[];
}

export interface RemovePayload {
  readonly kind: 'remove';
  readonly target: Target;
  readonly message: number;
}

/** The response to a press. */
export interface PressPayload {
  readonly kind: 'press';
  readonly id: string;
  /** At most 200 characters. */
  readonly text?: string;
  /** URL that opens the private chat with the bot. */
  readonly url?: string;
}

/** An inline query; its results are worked out when they are sent. */
export interface InlinePayload {
  readonly kind: 'inline';
  readonly id: string;
  readonly words: string;
  readonly offset: number;
  readonly user: number;
  readonly locale?: string;
}

/** The single answer in a chat that the bot is not a member of. */
export interface GuestPayload {
  readonly kind: 'guest';
  readonly id: string;
  readonly result: InlineQueryResultArticle;
}

/** A file for one person's private chat. */
export interface FilePayload {
  readonly kind: 'file';
  readonly target: Target;
  readonly name: string;
  readonly text: string;
  readonly caption: Rich;
  /** Sent if the person has never begun a private chat. */
  readonly otherwise?: MessageContent;
}

/** A photo or file with an answer, by Telegram's file id. */
export interface AttachmentPayload {
  readonly kind: 'attachment';
  readonly target: Target;
  readonly attachment: Attachment;
  readonly minutes?: number;
  /** Sent if Telegram no longer has the file. */
  readonly otherwise: MessageContent;
  /** See MessageContent. */
  readonly once?: Once;
  readonly spare?: Spare;
  readonly at?: string;
}

export interface PinPayload {
  readonly kind: 'pin';
  readonly target: Target;
  readonly message: number;
  /** Sent if the bot lacks the permission. */
  readonly otherwise: MessageContent;
}

export const readPayload = (payload: string): TelegramPayload => JSON.parse(payload) as TelegramPayload;
