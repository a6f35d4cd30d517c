import type { InlineKeyboardButton } from 'grammy/types';
import type { Attachment } from '../../../bot/answers/reply.ts';
import type { About } from '../../../bot/conversation/incoming.ts';
import type { Correction } from '../../../bot/delivery/post-corrections.ts';
import type { Report } from '../../../bot/delivery/report.ts';
import type { Rich } from './rich.ts';

/** What waits in the outbox, as JSON text. */
export type Payload =
  | MessagePayload
  | EditPayload
  | RemovePayload
  | PressPayload
  | InlinePayload
  | FilePayload
  | AttachmentPayload
  | PinPayload
  | Correction
  | Report;

/** Where something is sent. */
export interface Target {
  /** Key of the place: of a private chat it does not say where that is. */
  readonly place: string;
  readonly chat: number;
  readonly thread?: number | undefined;
  /** See Spot. */
  readonly direct?: number | undefined;
  /** The message that is answered. */
  readonly replyTo?: number | undefined;
}

export type Keyboard = readonly (readonly InlineKeyboardButton[])[];

/** What the bot will remember of a message. */
export interface Posted {
  /** Of which entry its words are. */
  readonly about: About;
  readonly language: string;
  /** The message that asked; empty where there is none. */
  readonly asked: string;
  /** Id of the community whose answer it is, where it is not the place's own. */
  readonly community?: string | undefined;
}

interface Shown {
  readonly target: Target;
  readonly rich: Rich;
  readonly keyboard: Keyboard;
  readonly posted?: Posted | undefined;
}

export interface MessagePayload extends Shown {
  readonly kind: 'message';
  /** Opens a reply to it at whoever asked; what stands in the empty field. */
  readonly forceReply?: string | undefined;
  /** Id of the dialogue to which it belongs. */
  readonly dialogue?: string | undefined;
  /** The user who gets a button to pin it, if a moderator. */
  readonly pinFor?: number | undefined;
  /** What is not said twice in a short time. */
  readonly once?: Once | undefined;
  /** The message that asked, where the answer gives no entry: an edit of it changes this message. */
  readonly asked?: string | undefined;
  /** Only an answer: where the group is too busy for it, it is left out. */
  readonly isSpare?: boolean | undefined;
  /** Who asked in a group: they are told where the bot may not answer there. */
  readonly asker?: Asker | undefined;
  /** Said where it cannot be sent: its person never wrote to the bot alone, or has blocked it. */
  readonly otherwise?: Elsewhere | undefined;
  /** Minutes after which it is removed. Default: it stays. */
  readonly minutes?: number | undefined;
  /** When it was thought of: ISO 8601. Default: when it is due. */
  readonly at?: string | undefined;
}

/** What is said in a group instead of what did not reach a person alone. */
export interface Elsewhere {
  readonly target: Target;
  readonly rich: Rich;
  readonly keyboard: Keyboard;
}

export interface Asker {
  readonly user: number;
  readonly language: string;
  /** Title of the group. */
  readonly group: string;
}

export interface Once {
  /** Under one of these names it was said before, or it was not. */
  readonly names: readonly string[];
  /** Said instead; nothing is where nobody asked the bot. */
  readonly otherwise?: string | undefined;
}

export interface EditPayload extends Shown {
  readonly kind: 'edit';
  readonly message: number;
  /** The message that asked, where it asks something else now: what was answered before is forgotten. */
  readonly askedAnew?: string | undefined;
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
  readonly text?: string | undefined;
  /** Leads into the private chat with the bot. */
  readonly url?: string | undefined;
}

/** A query that is answered when its turn comes: what it finds is worked out then. */
export interface InlinePayload {
  readonly kind: 'inline';
  readonly id: string;
  readonly words: string;
  readonly offset: number;
  readonly user: number;
  readonly locale?: string | undefined;
}

/** A file for one person alone. */
export interface FilePayload {
  readonly kind: 'file';
  readonly target: Target;
  readonly name: string;
  readonly text: string;
  readonly caption: Rich;
  /** Said where the person has never written to the bot, so that it cannot be sent. */
  readonly otherwise?: { readonly target: Target; readonly rich: Rich } | undefined;
}

/** A photo or file beside an answer, as Telegram keeps it. */
export interface AttachmentPayload {
  readonly kind: 'attachment';
  readonly target: Target;
  readonly attachment: Attachment;
  readonly minutes?: number | undefined;
  /** Of the message that it stands beside; see there. */
  readonly once?: Once | undefined;
  readonly isSpare?: boolean | undefined;
  readonly at?: string | undefined;
}

export interface PinPayload {
  readonly kind: 'pin';
  readonly target: Target;
  readonly message: number;
  /** Said where the bot may not. */
  readonly otherwise: Rich;
}

export const readPayload = (payload: string): Payload => JSON.parse(payload) as Payload;
