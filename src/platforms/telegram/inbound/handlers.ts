import { Composer, Context as GrammyContext } from 'grammy';
import type { Message, Update } from 'grammy/types';
import { isOpenEnd } from '../../../bot/answers/human-choice.ts';
import { plainReply } from '../../../bot/answers/reply.ts';
import type { Attempt } from '../../../bot/attempt.ts';
import { languageOfPerson } from '../../../bot/conversation/choose-language.ts';
import type { Outgoing } from '../../../bot/delivery/courier.ts';
import { EDITED_MS } from '../../../bot/delivery/lateness.ts';
import { follow } from '../../../bot/handover/answer.ts';
import type { Update as Kept } from '../../../bot/ports/delivery.ts';
import { Outdated, StoreError } from '../../../bot/ports/store.ts';
import { unask } from '../../../bot/questions/settle.ts';
import { ApiError } from '../api.ts';
import { type Context, within } from '../context.ts';
import { openDialogue } from '../forms/dialogue.ts';
import { prompt } from '../forms/prompt.ts';
import { paceOf } from '../moderation/manners.ts';
import { moveChat } from '../outbound/failure.ts';
import { inQueue, type Listener, say, sayInstead, targetOf } from '../outbound/outgoing.ts';
import { nameOf, onReaction, passOnFile } from './handover.ts';
import { onInline } from './inline.ts';
import { isTooLate } from './late.ts';
import { markdownOf } from './markdown.ts';
import { isJoining, onJoin } from './on-join.ts';
import { onMessage } from './on-message.ts';
import { closePress, onPress } from './on-press.ts';
import { authorOf } from './person.ts';
import { spotOf } from './place.ts';
import { attachmentOf, receive } from './receive.ts';
import { updateOf } from './updates.ts';

/** An update on its way through the handlers: they send nothing, but leave the messages for the outbox. */
class Handled extends GrammyContext {
  readonly bot: Context;
  /** Whether it is so old that only a change still counts. */
  readonly isLate: boolean;
  outgoing: readonly Outgoing[] = [];

  constructor(update: Update, bot: Context, isLate: boolean) {
    super(update, bot.api, bot.me);
    this.bot = bot;
    this.isLate = isLate;
  }
}

const handlers = new Composer<Handled>();

handlers.on('callback_query:data', async (ctx) => {
  ctx.outgoing = await onPress(ctx.bot, ctx.callbackQuery, ctx.isLate);
});
handlers.on('callback_query', (ctx) => {
  ctx.outgoing = [closePress(ctx.callbackQuery.id)];
});
handlers.on('inline_query', (ctx) => {
  ctx.outgoing = onInline(ctx.bot, ctx.inlineQuery);
});
handlers.on(['edited_message:text', 'edited_message:caption'], async (ctx) => {
  ctx.outgoing = await onEdit(ctx.bot, ctx.editedMessage, ctx.isLate);
});
handlers.on('message_reaction', (ctx) => onReaction(ctx.bot, ctx.messageReaction));
handlers.on('my_chat_member', async (ctx) => {
  if (!ctx.isLate && isJoining(ctx.myChatMember)) ctx.outgoing = await onJoin(ctx.bot, ctx.myChatMember);
});
handlers.on('message:migrate_to_chat_id', async (ctx) => {
  await moveChat(ctx.bot, ctx.chat.id, ctx.message.migrate_to_chat_id);
});
handlers.on('message:migrate_from_chat_id', async (ctx) => {
  await moveChat(ctx.bot, ctx.message.migrate_from_chat_id, ctx.chat.id);
});
handlers.on(['message:text', 'message:caption'], async (ctx) => {
  ctx.outgoing = await onMessage(ctx.bot, ctx.message, ctx.isLate);
});
// Whatever people send without words; Telegram's own notes are none of it.
handlers.on(
  [
    'message:file',
    'message:location',
    'message:contact',
    'message:poll',
    'message:dice',
    'message:story',
    'message:game',
    'message:paid_media',
    'message:checklist',
  ],
  async (ctx) => {
    ctx.outgoing = await onMedia(ctx.bot, ctx.message, ctx.isLate);
  },
);

/**
 * The messages that an update leads to. One that cannot be read leads to none: it would fail again and again, and hold
 * up its chat.
 */
export async function handle(context: Context, kept: Kept, attempt: Attempt): Promise<readonly Outgoing[]> {
  try {
    const handled = new Handled(updateOf(kept), within(context, attempt), isTooLate(context, kept));
    await handlers.middleware()(handled, async () => undefined);
    return handled.outgoing;
  } catch (error) {
    if (error instanceof StoreError || error instanceof ApiError || error instanceof Outdated) throw error;
    context.log.error({ update: kept.id, err: error }, 'an update could not be handled');
    return [];
  }
}

/** A question that was put in other words: its answer is put right, if there is one. Commands are not done again. */
async function onEdit(context: Context, message: Message, isLate: boolean): Promise<Outgoing[]> {
  const { key } = spotOf(message, context.services.hash);
  const changed = { message: String(message.message_id), words: markdownOf(message), name: nameOf(message.from) };
  if (await follow(context.services, { place: key, ...changed })) return [];
  const received = await receive(context, message);
  if (!received || !isQuestion(received.incoming.text)) return [];
  const { incoming, listener } = received;
  const place = listener.spot.key;
  const asked = String(message.message_id);
  const replies = await context.replies.to(place, asked, context.recall);
  const messages = replies.map(Number).sort((a, b) => a - b);
  const isNew = ((message.edit_date ?? message.date) - message.date) * 1000 < EDITED_MS;
  if (messages.length === 0)
    return isNew && (incoming.addressed || incoming.isReply === true || context.replies.isExpected(place, asked))
      ? onMessage(context, message, isLate)
      : [];
  if (paceOf(context, listener.person, incoming.place, listener.spot.key) !== 'go') return [];
  const reply = await context.respond(incoming);
  if (!isOpenEnd(reply)) void context.services.attempt.afterCommit(() => unask(context.services, place, [asked]));
  if (reply) return sayInstead(context, reply, listener, messages, { isAskedAgain: true });
  void context.services.attempt.afterCommit(() => context.replies.withdraw(place, asked));
  return messages.map((one) => inQueue(listener, { kind: 'remove', target: targetOf(listener), message: one }));
}

const isQuestion = (text: string): boolean => !text.startsWith('/') || /^\/ask\s+\S/i.test(text);

/**
 * A message without words, such as a photo without caption. If it answers an open question, a photo or file is kept,
 * and the question is asked again; else somebody alone with the bot is told that it reads words.
 */
async function onMedia(context: Context, message: Message, isLate: boolean): Promise<Outgoing[]> {
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
  const helped = dialogue ? undefined : await passOnFile(context, listener, message);
  if (helped) return helped;
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
