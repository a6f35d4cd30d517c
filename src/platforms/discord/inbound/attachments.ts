import type { Attachment } from '../../../bot/answers/reply.ts';
import { homeLanguage } from '../../../bot/conversation/choose-language.ts';
import { channelOfReports } from '../../../bot/delivery/report.ts';
import type { DiscordContext } from '../context.ts';
import { cut } from '../outbound/escape.ts';
import { safely } from '../trouble.ts';
import { NAME, type PickedFile, type Scene } from './receive.ts';

/** Bytes that a bot may upload in any server. */
const MOST_BYTES = 10 * 1024 * 1024;
const MOST_NAME = 100;

/** Pictures that every client shows, and files that people read; nothing that runs. */
const PHOTO = /^image\/(?:png|jpeg|gif|webp)$/;
const FILE =
  /^(?:text\/(?:plain|csv|markdown)|application\/(?:pdf|json|zip|vnd\.(?:openxmlformats|oasis)[\w.-]*)|(?:audio|video)\/[\w.-]+)$/;

/** Why a file cannot be beside an answer: a key in `locales/`; undefined if it can. */
export const problemOf = ({ type, size }: PickedFile): 'file-too-large' | 'file-of-other-kind' | undefined =>
  size > MOST_BYTES ? 'file-too-large' : PHOTO.test(type) || FILE.test(type) ? undefined : 'file-of-other-kind';

/** A file of a message that stays, as it is kept: its channel, its message, its own number, and its name. */
export const attachmentIn = (channel: string, message: string, file: PickedFile): Attachment => ({
  platform: NAME,
  type: PHOTO.test(file.type) ? 'photo' : 'file',
  // The name in its address: Discord has changed some letters.
  file: [channel, message, file.id, new URL(file.url).pathname.split('/').at(-1)].join('/'),
  name: cut(file.name.replace(/\s+/g, ' ').trim() || 'file', MOST_NAME),
});

/**
 * Keeps a file that came with a command, which Discord forgets: in a message of the bot's, in the channel of reports,
 * else in this one. @returns undefined if it could not be kept
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
