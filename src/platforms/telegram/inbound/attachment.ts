import type { Message } from 'grammy/types';
import type { Attachment } from '../../../bot/answers/reply.ts';
import { PLATFORM } from './place.ts';

/** Telegram gives photos no name. */
const PHOTO = 'photo.jpg';
const MOST_NAME = 100;

/**
 * The photo or file that a message brings. What Telegram keeps of it is a number that this bot alone can send again.
 */
export function attachmentOf({ photo, document }: Message): Attachment | undefined {
  const largest = Array.isArray(photo) ? photo.at(-1) : undefined;
  if (typeof largest?.file_id === 'string')
    return { platform: PLATFORM, type: 'photo', file: largest.file_id, name: PHOTO };
  if (typeof document?.file_id !== 'string') return undefined;
  const name =
    typeof document.file_name === 'string'
      ? document.file_name.replace(/\s+/g, ' ').trim().slice(0, MOST_NAME).toWellFormed()
      : '';
  return { platform: PLATFORM, type: 'file', file: document.file_id, name: name === '' ? 'file' : name };
}
