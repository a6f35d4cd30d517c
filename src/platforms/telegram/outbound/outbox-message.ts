import type { InlineKeyboardButton, InlineQueryResultArticle } from 'grammy/types';
import type { Attachment } from '../../../bot/answers/reply.ts';
import type { About } from '../../../bot/conversation/incoming.ts';
import type { Outgoing } from '../../../bot/delivery/courier.ts';
import type { Correction } from '../../../bot/delivery/post-corrections.ts';
import type { Report } from '../../../bot/delivery/report.ts';
import type { HandoverNote } from '../../../bot/handover/note.ts';
import type { Rich } from './rich.ts';

/** The content of an outbox message, as JSON text. */
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

/** The chat and its part to which something is sent. */
export interface Target {
  /** Key of the place; that of a private chat does not name its person. */
  readonly place: string;
  readonly chat: number;
  readonly thread?: number;
  /** See Spot. */
  readonly direct?: number;
  /** The message that is answered. */
  readonly replyTo?: number;
  /** Whether nothing is said if that message is gone: nobody asked the bot. Default: it is said by itself. */
  readonly isOnlyReply?: boolean;
  /** Default: everybody there sees it. */
  readonly only?: Only;
}

/** The one person in a group who sees an ephemeral message. Its number is one of its own, and no other message's. */
export interface Only {
  readonly user: number;
  /** Id of the press that it answers: for 15 seconds, any bot may. Default: none. */
  readonly press?: string;
  /** Number of the ephemeral command that it answers, for which the same holds. Default: none. */
  readonly command?: number;
}

export type Keyboard = readonly (readonly InlineKeyboardButton[])[];

/** Remembered of a message. */
export interface Posted {
  /** Of which entry its words are. */
  readonly about: About;
  readonly language: string;
  /** The message that asked; empty if there is none. */
  readonly asked: string;
  /** Id of the community whose answer it is. Default: the place's own. */
  readonly community?: string;
}

/** An answer that a message of text cannot show. */
export interface RichMessage {
  readonly html: string;
  readonly isRightToLeft: boolean;
  /** Messages that follow it. */
  readonly then: readonly Outgoing[];
  /** The whole as messages of text, if Telegram does not take it. */
  readonly otherwise: readonly Outgoing[];
}

/** A message as people see it. */
export interface MessageContent {
  readonly target: Target;
  readonly rich: Rich;
  readonly keyboard: Keyboard;
}

export interface MessagePayload extends MessageContent {
  readonly kind: 'message';
  /** Sent instead of the text. Default: the text is. */
  readonly richMessage?: RichMessage;
  readonly posted?: Posted;
  /** Opens a reply to it at the person who asked; the words of the empty field. */
  readonly forceReply?: string;
  /** Id of the dialogue to which it belongs. */
  readonly dialogue?: string;
  /** The user who gets a button to pin it, if a moderator. */
  readonly pinFor?: number;
  /** Names of the answer, which is not said twice in a short time. */
  readonly once?: Once;
  /** The message that asked, if the answer gives no entry: an edit of it changes this message. */
  readonly asked?: string;
  /** See Spare. Default: it is sent however busy the group is. */
  readonly spare?: Spare;
  /** Who asked in a group: they are told if the bot may not answer there. */
  readonly asker?: GroupAsker;
  /** Said if it cannot be sent: its person never wrote to the bot alone, or has blocked it. */
  readonly otherwise?: MessageContent;
  /** Sent if Telegram does not show it to one person alone. Default: nothing. */
  readonly instead?: readonly Outgoing[];
  /** Its part in a question that was handed over. Default: none. */
  readonly handed?: Pick<HandoverNote, 'item' | 'says'>;
  /** Whether a group hears it. Default: its members are not disturbed. */
  readonly isLoud?: boolean;
  /** Minutes after which it is removed. Default: it stays. */
  readonly minutes?: number;
  /** When it was thought of, or asked for if an outage delayed that: ISO 8601. Default: when it is due. */
  readonly at?: string;
}

/**
 * Only an answer: if the group is too busy for it, it is left out. After an outage it is sent nevertheless, if it was
 * asked of the bot and not only overheard.
 */
export type Spare = 'asked' | 'overheard';

export interface GroupAsker {
  readonly user: number;
  readonly language: string;
  /** Title of the group. */
  readonly group: string;
}

export interface Once {
  /** Under one of these names it was said before, or it was not. */
  readonly names: readonly string[];
  /** Said instead, once for all who ask meanwhile. Default: nothing, if nobody asked the bot. */
  readonly otherwise?: Rich;
}

export interface EditPayload extends MessageContent {
  readonly kind: 'edit';
  /** As of a message. */
  readonly richMessage?: RichMessage;
  readonly message: number;
  readonly posted?: Posted;
  /** The message that asked, if it asks something else now: the answer before is forgotten. */
  readonly askedAgain?: string;
  /** As of a message: what only one person saw may be gone. */
  readonly instead?: readonly Outgoing[];
}

export interface RemovePayload {
  readonly kind: 'remove';
  readonly target: Target;
  readonly message: number;
}

/** The answer to a press of a button. */
export interface PressPayload {
  readonly kind: 'press';
  readonly id: string;
  /** At most 200 characters. */
  readonly text?: string;
  /** Leads into the private chat with the bot. */
  readonly url?: string;
}

/** A query, which is answered when its turn comes. */
export interface InlinePayload {
  readonly kind: 'inline';
  readonly id: string;
  readonly words: string;
  readonly offset: number;
  readonly user: number;
  readonly locale?: string;
}

/** The one answer in a chat that the bot is no member of. */
export interface GuestPayload {
  readonly kind: 'guest';
  readonly id: string;
  readonly result: InlineQueryResultArticle;
}

/** A file for one person alone. */
export interface FilePayload {
  readonly kind: 'file';
  readonly target: Target;
  readonly name: string;
  readonly text: string;
  readonly caption: Rich;
  /** Said if the person has never written to the bot, so that it cannot be sent. */
  readonly otherwise?: MessageContent;
}

/** A photo or file beside an answer, as Telegram keeps it. */
export interface AttachmentPayload {
  readonly kind: 'attachment';
  readonly target: Target;
  readonly attachment: Attachment;
  readonly minutes?: number;
  /** Said if Telegram keeps the file no more. */
  readonly otherwise: MessageContent;
  /** As of the message beside it. */
  readonly once?: Once;
  readonly spare?: Spare;
  readonly at?: string;
}

export interface PinPayload {
  readonly kind: 'pin';
  readonly target: Target;
  readonly message: number;
  /** Said if the bot may not. */
  readonly otherwise: MessageContent;
}

export const readPayload = (payload: string): TelegramPayload => JSON.parse(payload) as TelegramPayload;
