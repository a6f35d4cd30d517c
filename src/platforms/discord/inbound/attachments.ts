import type { Attachment } from '../../../bot/answers/reply.ts';
import { homeLanguage } from '../../../bot/conversation/choose-language.ts';
import { channelOfReports } from '../../../bot/delivery/report.ts';
import { PLATFORM } from '../config.ts';
import type { DiscordContext } from '../context.ts';
import { cut } from '../outbound/escape.ts';
import { safely } from '../trouble.ts';
import type { PickedFile, Scene } from './receive.ts';

/** Upload limit in bytes that holds in every server. */
const MOST_BYTES = 10 * 1024 * 1024;
const MOST_NAME = 100;

/** Image types that every client displays, and document types; nothing executable. */
const PHOTO = /^image\/(?:png|jpeg|gif|webp)$/;
const FILE =
  /^(?:text\/(?:plain|csv|markdown)|application\/(?:pdf|json|zip|vnd\.(?:openxmlformats|oasis)[\w.-]*)|(?:audio|video)\/[\w.-]+)$/;

/** Key in `locales/` of the reason why a file cannot be attached to an answer; undefined if it can. */
export const problemOf = ({ type, size }: PickedFile): 'file-too-large' | 'file-of-other-kind' | undefined =>
  size > MOST_BYTES ? 'file-too-large' : PHOTO.test(type) || FILE.test(type) ? undefined : 'file-of-other-kind';

/** Reference to a file in a message that stays: channel, message and attachment ids, and file name. */
export const attachmentIn = (channel: string, message: string, file: PickedFile): Attachment => ({
  platform: PLATFORM,
  type: PHOTO.test(file.type) ? 'photo' : 'file',
  // The name as in the file's URL, in which Discord has replaced some characters.
  file: [channel, message, file.id, new URL(file.url).pathname.split('/').at(-1)].join('/'),
  name: cut(file.name.replace(/\s+/g, ' ').trim() || 'file', MOST_NAME),
});

/**
 * Stores a file from a command's option, which Discord deletes soon, by posting it in the channel for reports, else in
 * the current channel.
 * @returns undefined if that failed
 */
export async function keptFile(
  { services, out, log }: DiscordContext,
  { place, channel: here }: Scene,
  file: PickedFile,
): Promise<Attachment | undefined> {
  const community = await services.communities.of(place);
  const words = services.speak(homeLanguage(community, services))('file-holder');
  const channel = channelOfReports(community, place) || here;
  try {
    const { message, attachment } = await out.upload(channel, words, file);
    return attachment && attachmentIn(channel, message, { ...file, id: attachment.id, url: attachment.url });
  } catch (error) {
    log.warn(safely(error), 'a file could not be kept');
    return undefined;
  }
}
