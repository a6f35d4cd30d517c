import type { InlineKeyboardButton } from 'grammy/types';
import type { About } from '../../../bot/conversation/incoming.ts';
import type { Correction } from '../../../bot/delivery/post-corrections.ts';
import type { Report } from '../../../bot/delivery/report.ts';
import type { Rich } from './rich.ts';

/** What waits in the outbox, as JSON text. */
export type Payload = MessagePayload | EditPayload | RemovePayload | PressPayload | InlinePayload | FilePayload | PinPayload | Correction | Report;

/** Where something is sent. */
export interface Target {
  /** Key of the place: of a private chat it does not say where that is. */
  readonly place: string;
  readonly chat: number;
  readonly thread?: number | undefined;
  /** The message that is answered. */
  readonly replyTo?: number | undefined;
}

export type Keyboard = readonly (readonly InlineKeyboardButton[])[];

/** What the bot will remember of a message. */
export interface Posted {
  /** Of which entry its words are. */
  readonly answer: About;
  readonly language: string;
  /** The message that asked; empty where there is none. */
  readonly asked: string;
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
  /** When it was thought of: ISO 8601. Default: when it is due. */
  readonly at?: string | undefined;
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

export interface PinPayload {
  readonly kind: 'pin';
  readonly target: Target;
  readonly message: number;
  /** Said where the bot may not. */
  readonly otherwise: Rich;
}

export const readPayload = (payload: string): Payload => JSON.parse(payload) as Payload;
