import type { Message } from 'grammy/types';
import { plainReply } from '../../../bot/answers/reply.ts';
import { languageOfPerson } from '../../../bot/conversation/choose-language.ts';
import type { Outgoing } from '../../../bot/delivery/courier.ts';
import type { Context } from '../context.ts';
import { openDialogue } from '../forms/dialogue.ts';
import { prompt } from '../forms/prompt.ts';
import { paceOf } from '../moderation/manners.ts';
import { type Listener, say } from '../outbound/outgoing.ts';
import { authorOf } from './person.ts';
import { spotOf } from './place.ts';
import { attachmentOf } from './receive.ts';

/**
 * A message without words, such as a photo without caption. If it answers an open question, a photo or file is kept,
 * and the question is asked again; else somebody alone with the bot is told that it reads words.
 */
export async function onMedia(context: Context, message: Message, isLate: boolean): Promise<Outgoing[]> {
  const { services } = context;
  const spot = spotOf(message, services.hash);
  const author = authorOf(context, spot, message);
  if (!author) return [];
  const listener: Listener = {
    spot,
    person: services.hash(author.person),
    user: author.user,
    replyTo: message.message_id,
    asked: message.message_id,
  };
  const replied = message.reply_to_message?.message_id;
  const dialogue = await openDialogue(context, listener, replied);
  if (!dialogue) return isLate ? [] : askForWords(context, listener, author.locale);
  if (!spot.place.isPrivate && !dialogue.prompts.includes(replied ?? 0)) return [];
  // One of an album is kept, and asked about once.
  const { media_group_id: album } = message;
  if (album !== undefined && album === dialogue.album) return [];
  if (paceOf(context, listener.person, spot.place, spot.key) !== 'go') return [];
  const attachment = dialogue.isBare ? undefined : attachmentOf(message);
  const speak = services.speak(dialogue.language);
  const problem =
    attachment === undefined ? speak('form-in-words') : speak('form-file-kept', { file: attachment.name });
  return prompt(
    context,
    { ...dialogue, attachment: attachment ?? dialogue.attachment, album, asked: message.message_id },
    { ...listener, within: dialogue.within },
    problem,
  );
}

async function askForWords(context: Context, listener: Listener, locale: string | undefined): Promise<Outgoing[]> {
  const { services, pace } = context;
  const { spot, person } = listener;
  if (!spot.place.isPrivate || pace(`noText ${person}`) !== 'go') return [];
  const language = await languageOfPerson({ services, person, place: spot.place, locale });
  return say(context, plainReply(language, services.speak(language)('words-only')), listener, { spare: 'asked' });
}
